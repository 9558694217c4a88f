package surety.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.language.fit.DistributionBlock;
import surety.language.fit.FitException;
import surety.language.fit.KernelFit;
import surety.language.fit.MixtureFit;
import surety.language.fit.Model;
import surety.language.fit.NormalFit;
import surety.language.fit.SampleColumns;
import surety.language.fit.SampleText;

/** {@code surety fit}: a distribution from samples. */
@Command(
    name = "fit",
    description = {
      "Make a distribution from samples, as a block for a specification.",
      "It is a model of the data. What is claimed under it is about the model; how",
      "well that describes the data is for its author to judge."
    },
    footer = {
      "",
      "Exit status: 0; 2 wrong usage, a column that the file does not have, a file that",
      "is there already, or one that cannot be written; 3 samples that cannot be read",
      "or fitted."
    })
final class FitCommand implements Callable<Integer> {
  enum Kind {
    normal,
    mixture,
    kde
  }

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SAMPLES.csv",
      description =
          "A line for each sample, with commas between its numbers; a header may be first.")
  private Path file;

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      description = "Which columns, by name or by number from 1; otherwise all.")
  private List<String> columns = List.of();

  @Option(
      names = "--as",
      paramLabel = "KIND",
      required = true,
      description = {
        "normal: one normal distribution, by maximum likelihood;",
        "mixture: several, by expectation maximization;",
        "kde: a kernel density estimate, which refers to the samples."
      })
  private Kind kind;

  @Option(
      names = "--components",
      paramLabel = "K",
      description = "Of a mixture, 1 to 50; otherwise 1 to 8, as the Bayesian criterion chooses.")
  private Integer components;

  @Option(
      names = "--bandwidth",
      paramLabel = "B",
      description = "Of a kde: scott, silverman or a standard deviation; otherwise scott.")
  private String bandwidth;

  @Option(
      names = "--samples",
      paramLabel = "FILE",
      description = "Of a kde of some columns: where to write the samples with these alone.")
  private Path samples;

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      description = "The name of the distribution; otherwise Samples.")
  private String distribution = "Samples";

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "The name of the network that it is for; otherwise Net.")
  private String network = "Net";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the block; otherwise it is printed.")
  private Path output;

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  FitCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    requireOptionsOfKind();
    Specifications.requireFile(file, "sample file");
    for (Path written : new Path[] {output, samples}) {
      OutputFile.requireNew(written, force);
      requireOther(written);
    }
    try {
      write(DistributionBlock.of(distribution, network), SampleColumns.read(file, columns));
    } catch (FitException e) {
      ExitStatus status =
          e.what() == FitException.Cause.REQUEST ? ExitStatus.USAGE : ExitStatus.BAD_INPUT;
      throw new Failure(status, e.getMessage(), e);
    }
    return ExitStatus.OK.code();
  }

  private void requireOptionsOfKind() {
    requireKind("--components", components, Kind.mixture);
    requireKind("--bandwidth", bandwidth, Kind.kde);
    requireKind("--samples", samples, Kind.kde);
  }

  private void requireKind(String option, Object value, Kind only) {
    if (value != null && kind != only) {
      throw new ParameterException(
          spec.commandLine(), "%s is for --as %s, not for --as %s".formatted(option, only, kind));
    }
  }

  /** Samples may be replaced, but not those that are read. */
  private void requireOther(Path written) throws Failure {
    boolean isRead =
        written != null
            && written.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
    if (isRead || (output != null && output.equals(samples))) {
      throw new Failure(
          ExitStatus.USAGE, written + " is named for two things; name a file for each");
    }
  }

  /** The samples first: the block is checked with them. */
  private void write(DistributionBlock block, SampleColumns chosen) throws Failure, FitException {
    Model model = model(chosen);
    if (samples != null) {
      OutputFile.write(samples, SampleText.of(chosen));
      context.say("wrote " + samples);
    }
    String text = block.text(model, specification());
    if (output == null) {
      context.terminal().out().print(text);
    } else {
      OutputFile.write(output, text);
      context.terminal().out().println("wrote " + output);
    }
  }

  /** Where the block will stand: without a file for it, beside the samples. */
  private Path specification() {
    return output == null ? estimated().resolveSibling("samples.sure") : output;
  }

  private Path estimated() {
    return samples == null ? file : samples;
  }

  private Model model(SampleColumns chosen) throws FitException, Failure {
    return switch (kind) {
      case normal -> NormalFit.of(chosen);
      case mixture ->
          MixtureFit.of(
              chosen, components == null ? OptionalInt.empty() : OptionalInt.of(components));
      case kde -> {
        requireAllColumns(chosen);
        yield KernelFit.of(
            chosen, bandwidth == null ? "scott" : bandwidth, estimated(), specification());
      }
    };
  }

  private void requireAllColumns(SampleColumns chosen) throws Failure {
    if (samples == null && !chosen.isWholeFile()) {
      throw new Failure(
          ExitStatus.USAGE,
          "Kde takes all columns of a file in their order, and "
              + file
              + " has others; name a file for these columns alone with --samples FILE");
    }
  }
}
