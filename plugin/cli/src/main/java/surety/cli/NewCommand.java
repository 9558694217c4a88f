package surety.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import surety.language.storage.AtomicFile;
import surety.language.storage.FileReasons;
import surety.language.storage.NetworkSuffixes;
import surety.language.template.Choice;
import surety.language.template.Draft;
import surety.language.template.NetworkProposal;
import surety.language.template.SpecificationTemplate;

/** {@code surety new}: a first specification of a network. */
@Command(
    name = "new",
    description = {
      "Make a first specification of a network.",
      "It has names for the inputs and outputs, a uniform distribution for each input, and a",
      "query for the distribution of the first output.",
      "Then write into it what is known of the inputs, and what is required of the outputs."
    },
    footer = {
      "",
      "Exit status: 0; 2 wrong usage, a file that is there already, or one that cannot be written;",
      "3 a network that cannot be read."
    })
final class NewCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "NETWORK", description = "The network: an .onnx or an .nnet file.")
  private Path network;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The specification; otherwise beside the network, with its name and .sure.")
  private Path output;

  @Option(names = "--force", description = "Replace the specification if it is there already.")
  private boolean force;

  NewCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    Specifications.requireFile(network, "network");
    Path file = output == null ? beside(network) : output;
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

  private static Path beside(Path network) {
    String name = network.getFileName().toString();
    return network.resolveSibling(NetworkSuffixes.stem(name) + ".sure");
  }

  private Draft draft(Path file) throws Failure {
    NetworkProposal proposal;
    try {
      proposal = NetworkProposal.read(network);
    } catch (IOException e) {
      throw new Failure(ExitStatus.BAD_INPUT, e.getMessage(), e);
    }
    List<Choice> inputs =
        proposal.inputs().stream().map(name -> new Choice(name, "Uniform(0, 1)")).toList();
    Draft draft =
        new SpecificationTemplate(
                file,
                network,
                proposal.name(),
                inputs,
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
}
