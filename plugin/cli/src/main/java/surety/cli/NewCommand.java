package surety.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.language.storage.AtomicFile;
import surety.language.storage.FileReasons;
import surety.language.storage.NetworkSuffixes;
import surety.language.template.Draft;
import surety.language.template.NetworkProposal;
import surety.language.template.SpecificationTemplate;
import surety.language.vnnlib.VnnlibException;
import surety.language.vnnlib.VnnlibProperty;
import surety.language.vnnlib.VnnlibSpecification;

/** {@code surety new}: a first specification of a network. */
@Command(
    name = "new",
    description = {
      "Make a first specification of a network.",
      "It has names for the inputs and outputs, a uniform distribution for each input, and a",
      "query for the distribution of the first output. Where a network states the least and the",
      "greatest value of an input, as .nnet files do, the distribution is over that range.",
      "Then write into it what is known of the inputs, and what is required of the outputs."
    },
    footer = {
      "",
      "Exit status: 0; 2 wrong usage, a file that is there already, or one that cannot be written;",
      "3 a network or a property that cannot be read."
    })
final class NewCommand implements Callable<Integer> {
  private static final String VNNLIB = ".vnnlib";

  private final Context context;

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "The network: an .onnx or an .nnet file.")
  private Path parameter;

  @Option(names = "--network", paramLabel = "NETWORK", description = "The same as an option.")
  private Path option;

  @Option(
      names = "--vnnlib",
      paramLabel = "FILE",
      description = {
        "Begin with a property in the VNN-LIB format, version 1 or 2: uniform inputs in its box,",
        "and a limit for the probability of what it calls unsafe."
      })
  private Path vnnlib;

  private Path network;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = {
        "The specification; otherwise beside the network, with its name and .sure;",
        "with --vnnlib beside the property, likewise."
      })
  private Path output;

  @Option(names = "--force", description = "Replace the specification if it is there already.")
  private boolean force;

  @Spec private CommandSpec spec;

  NewCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    if ((parameter == null) == (option == null)) {
      throw new ParameterException(
          spec.commandLine(), "name one network: surety new NETWORK, or with --network NETWORK");
    }
    network = parameter == null ? option : parameter;
    Specifications.requireFile(network, "network");
    if (vnnlib != null) {
      Specifications.requireFile(vnnlib, "VNN-LIB file");
    }
    Path file = output == null ? beside(vnnlib == null ? network : vnnlib) : output;
    if (Files.isDirectory(file)) {
      throw new Failure(ExitStatus.USAGE, file + " is a folder; name a file in it with -o");
    }
    if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw new Failure(
          ExitStatus.USAGE, file + " cannot be written: there is no folder of this name; make it");
    }
    if (Files.exists(file) && !force) {
      throw new Failure(
          ExitStatus.USAGE, file + " is there already; name another with -o, or say --force");
    }
    Draft draft = draft(file);
    try {
      AtomicFile.write(file, draft.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Failure(ExitStatus.USAGE, file + " cannot be written: " + FileReasons.of(e), e);
    }
    context.terminal().out().println("wrote " + file);
    return ExitStatus.OK.code();
  }

  private static Path beside(Path source) {
    String name = source.getFileName().toString();
    String stem =
        name.endsWith(VNNLIB)
            ? name.substring(0, name.length() - VNNLIB.length())
            : NetworkSuffixes.stem(name);
    return source.resolveSibling(stem + ".sure");
  }

  private Draft draft(Path file) throws Failure {
    NetworkProposal proposal;
    try {
      proposal = NetworkProposal.read(network);
    } catch (IOException e) {
      throw new Failure(ExitStatus.BAD_INPUT, e.getMessage(), e);
    }
    if (vnnlib != null) {
      return draft(file, proposal);
    }
    Draft draft =
        new SpecificationTemplate(
                file,
                network,
                proposal.name(),
                proposal.choices(),
                proposal.outputs(),
                "outputs",
                "",
                "cdf(" + proposal.outputs().get(0) + ")")
            .draft();
    if (!draft.problems().isEmpty()) {
      throw new Failure(ExitStatus.BAD_INPUT, draft.problems().get(0));
    }
    return draft;
  }

  private Draft draft(Path file, NetworkProposal proposal) throws Failure {
    VnnlibProperty property;
    try {
      property = VnnlibProperty.read(Files.readString(vnnlib, StandardCharsets.ISO_8859_1));
    } catch (VnnlibException e) {
      throw new Failure(ExitStatus.BAD_INPUT, vnnlib + ":" + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(ExitStatus.BAD_INPUT, vnnlib + " cannot be read: " + FileReasons.of(e), e);
    }
    String source = vnnlib.getFileName().toString();
    Draft draft = VnnlibSpecification.of(property, file, network, proposal, source);
    if (!draft.problems().isEmpty()) {
      throw new Failure(ExitStatus.BAD_INPUT, draft.problems().get(0));
    }
    if (property.boxes().size() > 1) {
      context
          .terminal()
          .err()
          .println(
              "note: "
                  + source
                  + " has "
                  + property.boxes().size()
                  + " boxes of inputs; each has a distribution and a property");
    }
    return draft;
  }
}
