package surety.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.StoppedException;
import surety.cli.report.RegionJson;
import surety.cli.report.RegionPicture;
import surety.cli.report.RegionReport;
import surety.cli.report.RegionTable;
import surety.cli.report.RegionText;
import surety.cli.report.SupportJson;
import surety.cli.report.SupportReport;
import surety.cli.report.SupportTable;
import surety.cli.report.SupportText;
import surety.language.Setting;
import surety.language.Specification;
import surety.solver.region.RegionOptions;
import surety.solver.region.RegionResult;
import surety.solver.region.RegionSearch;
import surety.solver.support.SupportOptions;

/** {@code surety regions}: the network as a random affine function. */
@Command(
    name = "regions",
    description = {
      "Enumerate the activation regions of a piecewise linear network over the support of its inputs.",
      "For each: its pattern, half-spaces, affine map, an inner point, and guaranteed bounds of its"
          + " probability.",
      "With --missing, of normal inputs in any number: patterns with guaranteed bounds, and a bound"
          + " of the probability of all others."
    },
    footer = {
      "",
      "Exit status: 0, 30 if there are more regions than --max-regions, --missing was not reached or",
      "it was interrupted,",
      "2 wrong usage, 3 bad specification or network."
    })
final class RegionsCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    csv
  }

  private static final double USUAL_SECONDS = 60;

  /** With less of the probability known a list of regions says little. */
  private static final double LITTLE = 0.5;

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "F.sure", description = "The specification.")
  private Path file;

  @Mixin private SettingChoice choice;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private Format format = Format.text;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Also draw the regions of two random inputs, coloured by their probability.")
  private Path svg;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Also write the enumeration with all its witnesses, for 'surety replay'.")
  private Path certificate;

  @Option(
      names = "--max-regions",
      paramLabel = "K",
      description = "Give up when there are more; otherwise ${DEFAULT-VALUE}.")
  private long maxRegions = 100_000;

  @Option(
      names = "--missing",
      paramLabel = "P",
      description =
          "List patterns until all others together have at most this probability, from 0 to 1.")
  private Double missing;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "With --missing: the time for it. Otherwise a minute.")
  private Duration timeout;

  @Option(
      names = "--gains",
      description =
          "Also print how much changes of the inputs are amplified: singular values of the affine"
              + " maps, the expected Jacobian, and values that outputs have exactly.")
  private boolean hasGains;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = ThreadsConverter.class,
      description = "How many threads work. Otherwise one for each core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  RegionsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    validate();
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    Setting setting = choice.of(specification.settings(), file);
    int random = setting.randomNames().size();
    if (svg != null && random != 2) {
      throw usage(
          "--svg draws regions of two random inputs; %s has %d: leave --svg out, or fix inputs"
              .formatted(setting.name(), random));
    }
    OutputFile.requireWritable(svg);
    OutputFile.requireWritable(certificate);
    if (missing != null) {
      return support(setting).code();
    }
    RegionReport report = search(setting);
    print(report);
    writeFiles(report);
    return warn(report).code();
  }

  private ExitStatus support(Setting setting) throws Failure {
    double seconds = timeout == null ? USUAL_SECONDS : timeout.toNanos() / 1e9;
    SupportOptions options = new SupportOptions(missing, maxRegions, seconds);
    SupportReport report =
        new SupportListing(context, setting, options).report(file.toString(), hasGains);
    PrintWriter out = context.terminal().out();
    switch (format) {
      case text -> SupportText.print(report, out);
      case csv -> SupportTable.print(report, out);
      case json -> SupportJson.print(VersionProvider.version(), report, out);
    }
    if (certificate != null) {
      OutputFile.write(certificate, report.result().certificate());
    }
    if (report.result().isReached()) {
      return ExitStatus.OK;
    }
    context.say(
        "%s is not reached: up to %s may be missing; a longer --timeout or a larger --max-regions may do"
            .formatted(
                BigDecimal.valueOf(missing).stripTrailingZeros(),
                SupportText.ceiling(report.result().missing())));
    return ExitStatus.UNDECIDED;
  }

  private void validate() {
    if (maxRegions < 1) {
      throw usage("Invalid value for option '--max-regions': " + maxRegions + " is not positive");
    }
    if (missing != null && !(missing >= 0 && missing <= 1)) {
      throw usage("Invalid value for option '--missing': " + missing + " is not from 0 to 1");
    }
    if (missing != null && svg != null) {
      throw usage("--svg draws all regions of two inputs, and --missing lists some of any number");
    }
    if (missing == null && timeout != null) {
      throw usage("--timeout is for --missing; all regions are enumerated until they are found");
    }
  }

  private RegionReport search(Setting setting) throws Failure {
    RegionOptions options = new RegionOptions(maxRegions, threads);
    try (ProgressLine progress = new ProgressLine(context.terminal(), setting.name())) {
      Network network = NetworkFiles.network(setting, context.interruption()::getAsBoolean);
      RegionResult result =
          RegionSearch.run(setting.regions(), network, options, progress, context.interruption());
      RegionReport report = RegionReport.of(file.toString(), setting, network, result);
      return hasGains ? report.withGains(network) : report;
    } catch (StoppedException e) {
      throw new Failure(ExitStatus.UNDECIDED, "stopped on request before any region was found", e);
    } catch (RejectedException e) {
      throw new Failure(ExitStatus.BAD_INPUT, setting.networkFile() + ": " + e.getMessage(), e);
    }
  }

  private void print(RegionReport report) {
    PrintWriter out = context.terminal().out();
    switch (format) {
      case text -> RegionText.print(report, out);
      case csv -> RegionTable.print(report, out);
      case json -> RegionJson.print(VersionProvider.version(), report, out);
    }
  }

  private void writeFiles(RegionReport report) throws Failure {
    if (svg != null) {
      OutputFile.write(svg, RegionPicture.draw(report));
    }
    if (certificate != null && report.result().complete()) {
      OutputFile.write(certificate, report.result().certificate());
    }
  }

  private ExitStatus warn(RegionReport report) {
    RegionResult result = report.result();
    if (result.complete()) {
      if (result.total().lower() < LITTLE) {
        context.say(
            "the probabilities of so many regions in so many dimensions are hardly known; of normal"
                + " inputs --missing 1e-3 lists the most likely patterns with close bounds");
      }
      return ExitStatus.OK;
    }
    String reason =
        context.interruption().getAsBoolean()
            ? "stopped on request"
            : "there are more than %d regions; a larger --max-regions may do".formatted(maxRegions);
    context.say(
        "%s. The %d regions found so far cover %s of the probability%s"
            .formatted(
                reason,
                report.rows().size(),
                RegionText.share(result.total()),
                certificate == null ? "" : "; no certificate was written"));
    return ExitStatus.UNDECIDED;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
