package surety.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.Rejection;
import surety.certificates.rejection.TextRejection;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.cli.report.RegionReplayReport;
import surety.cli.report.RegionReplayed;
import surety.cli.report.ReplayReport;
import surety.cli.report.Replayed;
import surety.language.Obligation;
import surety.language.Specification;
import surety.language.storage.FileReasons;

/** {@code surety replay}: an auditor's question, answered by the kernel alone. */
@Command(
    name = "replay",
    description = {
      "Replay a certificate: does it prove what the specification asks?",
      "Specification and network are yours; nothing of the claim is taken from the certificate."
    },
    footer = {
      "",
      "Exit status: 0 valid and proved, or nothing was required; 40 valid but violated;",
      "30 valid but undecided; 4 invalid or not to be read, 5 incomplete,",
      "2 wrong usage, 3 bad specification or network."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final double NANOSECONDS = 1e9;

  private static final String EMPTY =
      "the certificate is empty; 'surety check' writes it, once there are bounds";

  private final Context context;

  @Spec private CommandSpec spec;

  @Option(
      names = "--specification",
      paramLabel = "F.sure",
      required = true,
      description = "The specification; the network is found where it says.")
  private Path file;

  @Option(
      names = "--certificate",
      paramLabel = "C.cert",
      required = true,
      description = "The certificate.")
  private Path certificate;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      description =
          "The property or query that it has to prove. Otherwise the one whose statement is in it.")
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
    Replayed replayed = replay(all);
    print(specification, Optional.of(replayed));
    return failOn.gravest(List.of(status(replayed.result())), context).code();
  }

  private static ExitStatus status(ReplayResult result) {
    return Arrays.stream(ExitStatus.values())
        .filter(status -> status.code() == result.exitStatus())
        .findFirst()
        .orElseThrow();
  }

  private void requireNoFolder() {
    if (Files.isDirectory(certificate)) {
      throw new ParameterException(
          spec.commandLine(),
          certificate + " is a folder; name one certificate in it, a file that ends in .cert");
    }
  }

  private int replayRegions(Specification specification) throws Failure {
    if (name != null) {
      throw new ParameterException(
          spec.commandLine(),
          certificate + " is about a distribution and no property; leave --property out");
    }
    long start = System.nanoTime();
    RegionReplays replay = RegionReplays.of(specification.settings(), certificate);
    RegionReplayed replayed =
        new RegionReplayed(
            certificate,
            replay.setting(),
            replay.result(),
            (System.nanoTime() - start) / NANOSECONDS);
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
    return replayed.result().replay().exitStatus();
  }

  private Replayed replay(List<Obligation> all) throws Failure {
    long start = System.nanoTime();
    Optional<Obligation> asked = Optional.empty();
    Optional<Obligation> other = Optional.empty();
    ReplayResult result;
    try {
      asked =
          name == null
              ? CertificateMatch.find(all, certificate)
              : all.stream().filter(o -> o.name().equals(name)).findFirst();
      result = asked.isPresent() ? replay(asked.get()) : aboutNothing(all);
      if (isAboutAnother(result)) {
        other = CertificateMatch.exact(all, certificate);
      }
    } catch (IOException e) {
      result = failed(certificate + " cannot be read: " + FileReasons.of(e));
    }
    Optional<Obligation> about = asked;
    Optional<String> reason =
        other.isPresent()
            ? Optional.of(StatementDifference.ofAnother(other.get(), name))
            : result.reason().map(r -> words(r, about));
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    return new Replayed(certificate, asked, result, reason, seconds);
  }

  private static boolean isAboutAnother(ReplayResult result) {
    return result.reason().filter(TextRejection.OtherStatement.class::isInstance).isPresent();
  }

  private String words(Rejection reason, Optional<Obligation> about) {
    return isEmpty()
        ? EMPTY
        : about.map(o -> StatementDifference.words(reason, o, file)).orElse(reason.message());
  }

  private boolean isEmpty() {
    return Files.isRegularFile(certificate) && certificate.toFile().length() == 0;
  }

  private ReplayResult replay(Obligation asked) throws Failure, IOException {
    List<NetworkContent> networks = new ArrayList<>();
    for (Path networkFile : asked.networkFiles()) {
      networks.add(NetworkFiles.content(networkFile));
    }
    try (InputStream in = Files.newInputStream(certificate)) {
      int threads = Runtime.getRuntime().availableProcessors();
      return Replay.run(asked.statement(), networks, in, threads);
    } catch (NetworkFormatException e) {
      for (Path networkFile : asked.networkFiles()) {
        NetworkFiles.network(networkFile); // fails for the one that is meant, and names it
      }
      throw new Failure(ExitStatus.BAD_INPUT, "a network: " + e.getMessage(), e);
    }
  }

  /**
   * No statement of ours is in it; the kernel still says whether it was cut short or is no
   * certificate.
   */
  private ReplayResult aboutNothing(List<Obligation> all) throws Failure, IOException {
    if (all.isEmpty()) {
      return failed(file + " has no property and no query for a certificate to prove");
    }
    ReplayResult result = replay(all.get(0));
    String reason = result.reason().map(Rejection::message).orElse("");
    return result.replay() == ReplayVerdict.INCOMPLETE
        ? result
        : failed(
            "it is about nothing that "
                + file
                + " asks, which is "
                + Names.of(all)
                + "; held against the first: "
                + reason);
  }

  private static ReplayResult failed(String reason) {
    return ReplayResult.failed(new ProblemRejection.Unsuitable(reason));
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
