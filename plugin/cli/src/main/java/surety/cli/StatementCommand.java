package surety.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.SupportStatement;
import surety.language.Obligation;
import surety.language.Specification;

/** {@code surety statement}: exactly what is claimed, for an audit with the kernel's own jar. */
@Command(
    name = "statement",
    description = {
      "Print the statement of a property: the plain text of exactly what is claimed.",
      "With it, the network and a certificate, the kernel's own jar replays:",
      "java -jar certificates.jar --statement S --network N.onnx --certificate C.cert",
      "Of several networks each is named with --network, in the statement's order."
    },
    footer = {"", "Exit status: 0, 2 wrong usage, 3 bad specification or network."})
final class StatementCommand implements Callable<Integer> {
  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "F.sure", description = "The specification.")
  private Path file;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      description = "Which property or query; may be left out if there is only one.")
  private String name;

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      description = "Instead, the statement of a region certificate about this distribution.")
  private String distribution;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "With --distribution, which network of a distribution for several.")
  private String network;

  @Option(
      names = "--support",
      description =
          "With --distribution, the statement of a support certificate ('surety regions"
              + " --missing').")
  private boolean isOfSupport;

  StatementCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    context.terminal().out().print(text(specification));
    return ExitStatus.OK.code();
  }

  private String text(Specification specification) throws Failure {
    if (distribution == null) {
      if (network != null) {
        throw usage("--network needs --distribution; leave it out otherwise");
      }
      if (isOfSupport) {
        throw usage("--support needs --distribution; leave it out otherwise");
      }
      return chosen(specification.obligations()).statement().canonical();
    }
    if (name != null) {
      throw usage("--property and --distribution ask for two statements; give one of them");
    }
    RegionStatement regions =
        SettingChoice.of(distribution, network, spec, specification.settings(), file).regions();
    return isOfSupport ? SupportStatement.of(regions).canonical() : regions.canonical();
  }

  private Obligation chosen(List<Obligation> all) throws Failure {
    if (all.isEmpty()) {
      throw new Failure(ExitStatus.BAD_INPUT, file + " has no property and no query");
    }
    if (name == null) {
      if (all.size() > 1) {
        throw usage(file + " has several; choose with --property: " + Names.of(all));
      }
      return all.get(0);
    }
    Optional<Obligation> found = all.stream().filter(o -> o.name().equals(name)).findFirst();
    return found.orElseThrow(
        () -> usage(file + " has no property '" + name + "'; it has " + Names.of(all)));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
