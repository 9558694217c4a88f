package surety.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.statement.Verdict;
import surety.language.Obligation;
import surety.language.storage.CertificateFolder;
import surety.language.storage.FileDigest;
import surety.language.verification.Budget;
import surety.language.verification.Ending;
import surety.language.verification.Evidence;
import surety.language.verification.IncrementalVerifier;
import surety.language.verification.Networks;
import surety.language.verification.Verifier;
import surety.report.Fault;
import surety.report.Outcome;

/**
 * Has the properties and queries of one specification verified in their order, says what went wrong
 * with one of them, and what all of it means for the caller.
 */
final class SpecificationCheck {
  private final Context context;
  private final SearchSettings settings;
  private final CertificateFolder folder;
  private final CrossCheck crossCheck;
  private final Verifier verifier;
  private final IncrementalVerifier incremental;
  private final Networks networks;
  private boolean certificateLost;

  SpecificationCheck(Context context, SearchSettings settings, Path specification) {
    this.context = context;
    this.settings = settings;
    this.folder = settings.certificateFolder(specification);
    this.crossCheck = settings.crossCheck(context);
    this.verifier = new Verifier(context.search(), InstantSource.system());
    this.incremental = new IncrementalVerifier(verifier, folder);
    this.networks = new Networks(context.interruption()::getAsBoolean);
  }

  /** The outcomes in the order of the obligations. After an interruption the rest is not begun. */
  List<Outcome> run(List<Obligation> obligations) {
    Map<String, Outcome> unchanged =
        settings.isFresh()
            ? Map.of()
            : new UnchangedOnes(context, settings, incremental).of(obligations);
    tellOfParts(obligations.stream().filter(o -> !unchanged.containsKey(o.name())).toList());
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < obligations.size(); i++) {
      Obligation obligation = obligations.get(i);
      String label = obligation.name() + " (" + (i + 1) + "/" + obligations.size() + ")";
      outcomes.add(
          unchanged.containsKey(obligation.name())
              ? unchanged.get(obligation.name())
              : run(obligation, label));
    }
    return outcomes;
  }

  /** Says once what earlier runs left that this one does not use. */
  private void tellOfParts(List<Obligation> obligations) {
    List<Obligation> kept =
        settings.resumes()
            ? List.of()
            : obligations.stream().filter(o -> Verifier.canResume(o, folder)).toList();
    if (!kept.isEmpty()) {
      context.say(
          "an earlier run did not come to its end with "
              + Names.of(kept)
              + ", whose trees are kept in "
              + folder.path().orElseThrow()
              + "; --resume goes on from there, and now it begins anew");
    }
  }

  /** What the outcomes mean for the caller: the gravest of all. */
  ExitStatus status(List<Outcome> outcomes) {
    return ExitStatus.gravest(statuses(outcomes));
  }

  /** What each of them means, and that a certificate could not be kept, if so. */
  List<ExitStatus> statuses(List<Outcome> outcomes) {
    List<ExitStatus> all =
        new ArrayList<>(outcomes.stream().map(SpecificationCheck::status).toList());
    all.add(certificateLost ? ExitStatus.USAGE : ExitStatus.OK);
    return all;
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
  void requireWritable() throws Failure {
    Optional<String> obstacle = folder.obstacle();
    if (obstacle.isPresent()) {
      throw new Failure(ExitStatus.USAGE, Faults.unwritable(obstacle.get()));
    }
  }

  private Outcome run(Obligation obligation, String label) {
    long start = System.nanoTime();
    Budget budget = settings.budget(obligation);
    ResultExamination examination = new ResultExamination(obligation, crossCheck);
    IncrementalVerifier.Verified verified;
    try (RunningSearch search = search(obligation, label, examination)) {
      verified = verified(obligation, budget, search);
    }
    Ending ending = verified.ending();
    if (ending instanceof Ending.Established established) {
      established.note().ifPresent(note -> lost(obligation, note));
      if (established.evidence().isReplayed()) {
        examination.lookAt(networks);
      }
      List<String> notes = new ArrayList<>(verified.notes());
      notes.addAll(examination.notes());
      return Outcome.of(obligation, budget.wantedGap(), established.evidence())
          .noting(notes)
          .sealed(digest(established.evidence()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (ending instanceof Ending.TimeUp) {
      say(
          obligation,
          "nothing could be certified within its time limit; a longer --timeout may do");
    }
    Optional<Fault> fault = Faults.of(ending, settings.debug());
    fault.ifPresent(f -> report(obligation, f, ending));
    return fault
        .map(f -> Outcome.failed(obligation, budget.wantedGap(), f, seconds))
        .orElseGet(() -> Outcome.stopped(obligation, budget.wantedGap(), seconds));
  }

  /** Of the certificate as it lies there; nothing if it cannot be read again. */
  static Optional<String> digest(Evidence evidence) {
    return evidence
        .certificate()
        .flatMap(
            file -> {
              try {
                return Optional.of(FileDigest.sha256(file));
              } catch (IOException e) {
                return Optional.empty();
              }
            });
  }

  private IncrementalVerifier.Verified verified(
      Obligation obligation, Budget budget, RunningSearch search) {
    return settings.isFresh()
        ? new IncrementalVerifier.Verified(
            verifier.search(obligation, budget, networks, folder, search), List.of())
        : incremental.verify(obligation, budget, networks, search);
  }

  private RunningSearch search(Obligation obligation, String label, ResultExamination examination) {
    return new RunningSearch(context, obligation.name(), label, settings.resumes(), examination);
  }

  private void report(Obligation obligation, Fault fault, Ending ending) {
    say(obligation, fault.message());
    if (settings.debug()) {
      Faults.cause(ending).ifPresent(cause -> cause.printStackTrace(context.terminal().err()));
    }
  }

  private void lost(Obligation obligation, String note) {
    certificateLost = true;
    say(obligation, note);
  }

  private void say(Obligation obligation, String message) {
    context.say("'" + obligation.name() + "': " + message);
  }
}
