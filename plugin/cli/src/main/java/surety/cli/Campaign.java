package surety.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;
import surety.cli.report.Fault;
import surety.cli.report.Outcome;
import surety.language.Obligation;
import surety.language.display.Decimals;
import surety.language.evaluation.EventText;
import surety.language.storage.CertificateFolder;
import surety.language.storage.FileReasons;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.UnsuitableException;
import surety.solver.witness.NearThreshold;

/** Runs the search for one obligation after the other, and keeps the certificates. */
final class Campaign {
  private static final int LONGEST_LIST = 6;

  private final Context context;
  private final SearchSettings settings;
  private final CertificateFolder folder;
  private final CrossCheck crossCheck;
  private boolean certificateLost;

  Campaign(Context context, SearchSettings settings, Path specification) {
    this.context = context;
    this.settings = settings;
    this.folder = settings.certificateFolder(specification);
    this.crossCheck = settings.crossCheck(context);
  }

  /**
   * The outcomes in the order of the obligations. After an interruption the rest is not begun, so
   * that a crude certificate never takes the place of a good one.
   *
   * <p>What goes wrong with one of them is an outcome of that one, and the others are searched for
   * all the same.
   */
  List<Outcome> run(List<Obligation> obligations) {
    Networks files = new Networks(context.interruption()::getAsBoolean);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < obligations.size(); i++) {
      String label = obligations.get(i).name() + " (" + (i + 1) + "/" + obligations.size() + ")";
      outcomes.add(run(obligations.get(i), files, label));
    }
    return outcomes;
  }

  /** What the outcomes mean for the caller: the gravest of all. */
  ExitStatus status(List<Outcome> outcomes) {
    List<ExitStatus> all = new ArrayList<>(outcomes.stream().map(Campaign::status).toList());
    all.add(certificateLost ? ExitStatus.USAGE : ExitStatus.OK);
    return ExitStatus.gravest(all);
  }

  /** What one outcome means for the caller. */
  static ExitStatus status(Outcome outcome) {
    if (outcome.fault().isPresent()) {
      return outcome.fault().get().isOurs() ? ExitStatus.INTERNAL_ERROR : ExitStatus.BAD_INPUT;
    }
    if (outcome.isUndecided()) {
      return ExitStatus.UNDECIDED;
    }
    return outcome.verdict().equals(Optional.of(Verdict.VIOLATED))
        ? ExitStatus.VIOLATED
        : ExitStatus.OK;
  }

  /**
   * Makes sure that certificates can be written, before anything is searched.
   *
   * @throws Failure if they cannot
   */
  void prepare() throws Failure {
    try {
      folder.prepare();
    } catch (IOException e) {
      throw new Failure(
          ExitStatus.USAGE,
          "no certificate can be written to "
              + folder.path().orElseThrow()
              + " ("
              + FileReasons.of(e)
              + "); name another folder with --certificates, or give --no-certificates",
          e);
    }
  }

  private Outcome run(Obligation obligation, Networks files, String label) {
    SearchOptions options = settings.options(obligation);
    if (context.interruption().getAsBoolean()) {
      return Outcome.stopped(obligation, settings.wantedGap(obligation), 0);
    }
    long start = System.nanoTime();
    try {
      return search(obligation, files.of(obligation), options, label);
    } catch (StoppedException e) {
      return stopped(obligation, start);
    } catch (Failure e) {
      return failed(obligation, e.status(), e.getMessage(), e, start);
    } catch (UnsuitableException e) {
      return failed(obligation, ExitStatus.BAD_INPUT, e.getMessage(), e, start);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      String message = Main.ownFault(e, settings.debug());
      return failed(obligation, ExitStatus.INTERNAL_ERROR, message, e, start);
    }
  }

  private Outcome search(
      Obligation obligation, List<Network> networks, SearchOptions options, String label)
      throws Failure {
    Result result;
    try (ProgressLine progress = new ProgressLine(context.terminal(), label)) {
      result =
          context
              .search()
              .run(obligation.statement(), networks, options, progress, context.interruption());
    }
    crossCheck.check(obligation.name(), result, networks);
    Outcome outcome =
        Outcome.of(obligation, settings.wantedGap(obligation), result, keep(obligation, result));
    return NearThreshold.find(obligation.statement(), networks)
        .map(near -> outcome.noting(note(near, obligation)))
        .orElse(outcome);
  }

  /** What the author of 0.1 did not mean, when the network has the float next to it. */
  private static String note(NearThreshold near, Obligation obligation) {
    String form = form(near, obligation);
    String inputs =
        near.inputs().size() > LONGEST_LIST
            ? ""
            : " such as (%s)"
                .formatted(
                    near.inputs().stream().map(Decimals::exact).collect(Collectors.joining(", ")));
    return "at inputs%s %s is %s: the threshold %s but for rounding, so over the reals it lies on one side, and the deployed network may see it on the other"
        .formatted(inputs, form, near.value(), Decimals.exact(near.threshold()));
  }

  /** What is compared with the threshold, if that is one form. */
  private static String form(NearThreshold near, Obligation obligation) {
    Claim claim = obligation.statement().claim();
    List<AffineForm> forms =
        claim instanceof BandClaim band
            ? compared(band, near.threshold())
            : claim.events().stream()
                .flatMap(event -> event.atoms().stream())
                .filter(atom -> atom.threshold().equals(near.threshold()))
                .map(Atom::form)
                .distinct()
                .toList();
    return forms.size() == 1
        ? EventText.of(forms.get(0), obligation.outputs(), obligation.inputs())
        : "what is compared";
  }

  private static List<AffineForm> compared(BandClaim band, Rational threshold) {
    List<AffineForm> forms = new ArrayList<>();
    for (int i = 0; i < band.forms().size(); i++) {
      if (band.thresholds().get(i) instanceof ListedThresholds listed
          && listed.values().contains(threshold)) {
        forms.add(band.forms().get(i));
      }
    }
    return forms;
  }

  /** Stopped before anything could be certified. */
  private Outcome stopped(Obligation obligation, long start) {
    if (!context.interruption().getAsBoolean()) {
      context.say(
          "'%s': nothing could be certified within its time limit; a longer --timeout may do"
              .formatted(obligation.name()));
    }
    return Outcome.stopped(obligation, settings.wantedGap(obligation), seconds(start));
  }

  private Outcome failed(
      Obligation obligation, ExitStatus status, String message, Throwable cause, long start) {
    context.say("'" + obligation.name() + "': " + message);
    if (settings.debug()) {
      cause.printStackTrace(context.terminal().err());
    }
    boolean isOurs = status == ExitStatus.INTERNAL_ERROR;
    Fault fault = new Fault(isOurs, message);
    return Outcome.failed(obligation, settings.wantedGap(obligation), fault, seconds(start));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** An hour of search is not thrown away because its certificate found no room. */
  private Optional<Path> keep(Obligation obligation, Result result) {
    try {
      return folder.write(obligation.name(), result.certificate());
    } catch (IOException e) {
      certificateLost = true;
      context.say(
          "the certificate of '"
              + obligation.name()
              + "' could not be written: "
              + FileReasons.of(e));
      return Optional.empty();
    }
  }
}
