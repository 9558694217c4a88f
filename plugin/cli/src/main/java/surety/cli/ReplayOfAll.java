package surety.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.cli.report.ReplayReport;
import surety.cli.report.Replayed;
import surety.cli.report.ReplayedSpecification;
import surety.language.Obligation;
import surety.language.Specification;
import surety.language.storage.CertificateFolder;

/**
 * Replays the certificate of each property and query of specifications, where a check has written
 * it. What has no certificate is not valid: a gate must not pass because somebody removed it.
 *
 * @param context where to print
 * @param folder of the certificates, if not beside each specification
 * @param name of the only property that is asked for, if so
 */
record ReplayOfAll(Context context, Optional<Path> folder, Optional<String> name) {

  /**
   * Replays and reports.
   *
   * @param several whether the report is one about several specifications
   * @return what each of them means
   * @throws Failure if the only specification is wrong, or none has the property
   */
  List<ExitStatus> run(List<Path> files, boolean several, CheckCommand.Format format)
      throws Failure {
    List<ReplayedSpecification> all = new ArrayList<>();
    List<ExitStatus> statuses = new ArrayList<>();
    for (Path file : files) {
      all.add(replay(file, statuses));
    }
    if (name.isPresent() && all.stream().allMatch(ReplayedSpecification::isEmpty)) {
      throw new Failure(ExitStatus.USAGE, "no property is named '" + name.get() + "'");
    }
    print(all, several, format);
    return statuses;
  }

  private ReplayedSpecification replay(Path file, List<ExitStatus> statuses) {
    Specification specification;
    try {
      specification = read(file);
    } catch (Failure failure) {
      return failed(file, failure, statuses);
    }
    List<Replayed> results = new ArrayList<>();
    // erased before anything else is said
    try (ProgressLine progress = new ProgressLine(context.terminal(), "replaying")) {
      for (Obligation asked : specification.obligations()) {
        if (name.map(asked.name()::equals).orElse(true)) {
          progress.reached(asked.name() + " of " + file);
          Replayed replayed = replay(file, asked, specification.obligations());
          results.add(replayed);
          statuses.add(ExitStatus.of(replayed.result().exitStatus()));
        }
      }
    } catch (Failure failure) {
      return failed(file, failure, statuses);
    }
    return new ReplayedSpecification(
        file.toString(), results, specification.diagnostics(), Optional.empty());
  }

  private Replayed replay(Path file, Obligation asked, List<Obligation> all) throws Failure {
    Path certificate = folder(file).file(asked.name()).orElseThrow();
    return Files.exists(certificate)
        ? new CertificateReplay(file, certificate, asked.name()).replay(all)
        : CertificateReplay.missing(certificate, asked);
  }

  private ReplayedSpecification failed(Path file, Failure failure, List<ExitStatus> statuses) {
    context.say(failure.getMessage());
    statuses.add(failure.status());
    return ReplayedSpecification.failed(file.toString(), failure.getMessage());
  }

  private Specification read(Path file) throws Failure {
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    if (specification.obligations().isEmpty()) {
      throw new Failure(
          ExitStatus.BAD_INPUT, file + " has no property and no query; there is nothing to replay");
    }
    return specification;
  }

  private CertificateFolder folder(Path file) {
    return folder
        .map(path -> CertificateFolder.of(file, path))
        .orElseGet(() -> CertificateFolder.beside(file));
  }

  private void print(List<ReplayedSpecification> all, boolean several, CheckCommand.Format format) {
    Terminal terminal = context.terminal();
    if (format == CheckCommand.Format.json) {
      ReplayReport.printJson(VersionProvider.version(), all, several, terminal.out());
    } else {
      ReplayReport.printText(all, several, terminal.outAnsi(), terminal.out());
    }
  }
}
