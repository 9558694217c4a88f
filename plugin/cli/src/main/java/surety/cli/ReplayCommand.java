package surety.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.cli.report.RegionReplayReport;
import surety.cli.report.RegionReplayed;
import surety.cli.report.ReplayReport;
import surety.cli.report.Replayed;
import surety.language.Obligation;
import surety.language.Specification;

/** {@code surety replay}: an auditor's question, answered by the kernel alone. */
@Command(
    name = "replay",
    description = {
      "Replay a certificate: does it prove what the specification asks?",
      "Or those of all properties and queries of specifications, where 'surety check' writes them.",
      "Specification and network are yours; nothing of the claim is taken from the certificate."
    },
    footer = {
      "",
      "Exit status: 0 valid and proved, or nothing was required; 40 valid but violated;",
      "30 valid but undecided; 4 invalid, missing or not to be read, 5 incomplete,",
      "2 wrong usage, 3 bad specification or network. Of several the gravest:",
      "1, then 3, 4, 5, 40 and 30."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "F.sure",
      arity = "0..*",
      description =
          "Specifications, and folders that are looked through for them: all of their certificates.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "Where those are. Otherwise in 'certificates' beside the specification.")
  private Path folder;

  @Option(
      names = "--specification",
      paramLabel = "F.sure",
      description = "Of one certificate: the specification; the network is found where it says.")
  private Path file;

  @Option(names = "--certificate", paramLabel = "C.cert", description = "The certificate.")
  private Path certificate;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      description =
          "The property or query that it has to prove. Otherwise the one whose statement is in it;"
              + " of specifications all.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private CheckCommand.Format format = CheckCommand.Format.text;

  @Mixin private FailOn failOn;

  ReplayCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    failOn.validate();
    if (requireWhatToReplay()) {
      ReplayOfAll all =
          new ReplayOfAll(context, Optional.ofNullable(folder), Optional.ofNullable(name));
      List<ExitStatus> statuses = all.run(SpecificationFiles.of(files), isAboutSeveral(), format);
      return failOn.gravest(statuses, context).code();
    }
    requireNoFolder();
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      if (format == CheckCommand.Format.json) {
        print(specification, Optional.empty());
      }
      throw Specifications.wrong(file, specification.diagnostics());
    }
    if (RegionReplays.isOne(certificate)) {
      return replayRegions(specification);
    }
    List<Obligation> all = specification.obligations();
    if (name != null && all.stream().noneMatch(o -> o.name().equals(name))) {
      throw new ParameterException(
          spec.commandLine(), file + " has no property '" + name + "'; it has " + Names.of(all));
    }
    Replayed replayed = new CertificateReplay(file, certificate, name).replay(all);
    print(specification, Optional.of(replayed));
    return failOn.gravest(List.of(ExitStatus.of(replayed.result().exitStatus())), context).code();
  }

  /** Whether it is about all certificates of specifications, and not about one. */
  private boolean requireWhatToReplay() {
    List<Path> certificates = files.stream().filter(ReplayCommand::isCertificate).toList();
    if (!certificates.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "one certificate is replayed at a time, named with --certificate; there is no place for "
              + Names.quoted(certificates.stream().map(Path::toString).toList()));
    }
    boolean all = !files.isEmpty() && file == null && certificate == null;
    boolean one = files.isEmpty() && file != null && certificate != null && folder == null;
    if (!all && !one) {
      throw new ParameterException(
          spec.commandLine(),
          "Name the specifications whose certificates are to be replayed, or one certificate with"
              + " --certificate and its specification with --specification");
    }
    return all;
  }

  private static boolean isCertificate(Path file) {
    return file.toString().endsWith(".cert");
  }

  private boolean isAboutSeveral() {
    return files.size() > 1 || Files.isDirectory(files.get(0));
  }

  private void requireNoFolder() {
    if (Files.isDirectory(certificate)) {
      throw new ParameterException(
          spec.commandLine(),
          certificate
              + " is a folder; name one certificate in it, a file that ends in .cert, or the"
              + " specification alone for all of its certificates");
    }
  }

  private int replayRegions(Specification specification) throws Failure {
    if (name != null) {
      throw new ParameterException(
          spec.commandLine(),
          certificate + " is about a distribution and no property; leave --property out");
    }
    RegionReplayed replayed = RegionReplays.of(specification.settings(), certificate);
    Terminal terminal = context.terminal();
    if (format == CheckCommand.Format.json) {
      RegionReplayReport.printJson(
          VersionProvider.version(),
          file.toString(),
          replayed,
          specification.diagnostics(),
          terminal.out());
    } else {
      RegionReplayReport.printText(replayed, terminal.outAnsi(), terminal.out());
    }
    return replayed.verdict().exitStatus();
  }

  private void print(Specification specification, Optional<Replayed> replayed) {
    Terminal terminal = context.terminal();
    if (format == CheckCommand.Format.json) {
      ReplayReport.printJson(
          VersionProvider.version(),
          file.toString(),
          replayed,
          specification.diagnostics(),
          terminal.out());
    } else {
      replayed.ifPresent(r -> ReplayReport.printText(r, terminal.outAnsi(), terminal.out()));
    }
  }
}
