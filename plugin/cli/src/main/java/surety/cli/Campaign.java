package surety.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.network.Network;
import surety.certificates.statement.Verdict;
import surety.cli.report.Outcome;
import surety.language.Obligation;
import surety.language.storage.CertificateFolder;
import surety.language.storage.FileReasons;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.UnsuitableException;

/** Runs the search for one obligation after the other, and keeps the certificates. */
final class Campaign {
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
   * @throws Failure if a network cannot be read or the certificates could not be written, before
   *     anything is searched; if an obligation cannot be searched for as it was asked; or if a
   *     cross-check disagrees
   */
  List<Outcome> run(List<Obligation> obligations) throws Failure {
    List<Network> networks = new ArrayList<>();
    Networks files = new Networks();
    for (Obligation obligation : obligations) {
      networks.add(files.of(obligation));
    }
    prepareFolder();
    context.interruption().searching();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < obligations.size(); i++) {
      String label = obligations.get(i).name() + " (" + (i + 1) + "/" + obligations.size() + ")";
      outcomes.add(run(obligations.get(i), networks.get(i), label));
    }
    return outcomes;
  }

  /**
   * What the outcomes mean for the caller. A violated property outweighs an undecided one, and both
   * outweigh a certificate that could not be kept.
   */
  ExitStatus status(List<Outcome> outcomes) {
    List<Verdict> verdicts = outcomes.stream().flatMap(o -> o.verdict().stream()).toList();
    if (verdicts.contains(Verdict.VIOLATED)) {
      return ExitStatus.VIOLATED;
    }
    if (verdicts.contains(Verdict.UNDECIDED)) {
      return ExitStatus.UNDECIDED;
    }
    return certificateLost ? ExitStatus.USAGE : ExitStatus.OK;
  }

  private void prepareFolder() throws Failure {
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

  private Outcome run(Obligation obligation, Network network, String label) throws Failure {
    SearchOptions options = settings.options(obligation);
    if (context.interruption().getAsBoolean()) {
      return new Outcome(obligation, options.gap(), Optional.empty(), Optional.empty());
    }
    Result result;
    try (ProgressLine progress = new ProgressLine(context.terminal(), label)) {
      result =
          context
              .search()
              .run(obligation.statement(), network, options, progress, context.interruption());
    } catch (UnsuitableException e) {
      throw new Failure(ExitStatus.BAD_INPUT, "'" + obligation.name() + "': " + e.getMessage(), e);
    }
    crossCheck.check(obligation.name(), result, network);
    return new Outcome(obligation, options.gap(), Optional.of(result), keep(obligation, result));
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
