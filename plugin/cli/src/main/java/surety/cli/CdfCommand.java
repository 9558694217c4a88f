package surety.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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
import surety.certificates.statement.BandClaim;
import surety.language.Obligation;
import surety.language.Specification;
import surety.report.BandTable;
import surety.report.CdfPicture;
import surety.report.Checked;
import surety.report.JointPicture;
import surety.report.JsonReport;
import surety.report.Outcome;
import surety.solver.BandPoint;
import surety.solver.bounding.BoundingException;
import surety.solver.bounding.BoundingNetworks;
import surety.solver.bounding.CdfComparison;

/** {@code surety cdf}: the band of a cdf query, for a spreadsheet or a plot. */
@Command(
    name = "cdf",
    description = {
      "Print guaranteed lower and upper bounds of a whole cdf.",
      "CSV has the columns t, lower and upper: lower <= P(... <= t) <= upper;",
      "of the joint cdf of several sums t1, t2 (and t3), lower and upper.",
      "With --density also binLower and binUpper, of the probability since the t before."
    },
    footer = {
      "",
      "Exit status: 0, also if the wanted gap was not reached (a note says so),",
      "30 stopped before there were bounds, 2 wrong usage, 3 bad specification or network."
    })
final class CdfCommand implements Callable<Integer> {
  enum Format {
    csv,
    json,
    svg
  }

  private final Context context;

  @Spec private CommandSpec spec;
  @Mixin private SearchSettings settings;

  @Parameters(paramLabel = "F.sure", description = "The specification.")
  private Path file;

  @Option(
      names = "--query",
      paramLabel = "NAME",
      description = "Which cdf query; may be left out if there is only one.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES} (a picture); otherwise csv.")
  private Format format = Format.csv;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file instead of to standard output.")
  private Path output;

  @Option(
      names = "--compare",
      paramLabel = "N",
      split = ",",
      description =
          "With --format svg: also draw the cdfs of bounding networks with so many segments, such"
              + " as 5,10; these are estimates.")
  private List<Integer> compare = List.of();

  @Option(
      names = "--density",
      description =
          "Also print the probabilities between neighbouring thresholds, with guaranteed bounds: in"
              + " a picture a histogram.")
  private boolean density;

  CdfCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    settings.validate();
    validateComparison();
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    Obligation query = chosen(specification);
    validateForms(query);
    Optional<CdfComparison> comparison =
        compare.isEmpty() ? Optional.empty() : Optional.of(comparison(query));
    OutputFile.requireWritable(output);
    SpecificationCheck check = new SpecificationCheck(context, settings, file);
    check.requireWritable();
    List<Outcome> outcomes = check.run(List.of(query));
    Outcome outcome = outcomes.get(0);
    if (outcome.fault().isPresent()) {
      return check.status(outcomes).code(); // it was said why
    }
    if (outcome.missesWantedGap()) {
      outcome.shortfall().ifPresent(context::say);
    }
    if (format == Format.json || !outcome.points().isEmpty()) {
      OutputFile.print(
          output, context.terminal().out(), out -> print(specification, outcome, comparison, out));
    }
    return check.status(outcomes).code();
  }

  private Obligation chosen(Specification specification) {
    List<Obligation> queries =
        specification.obligations().stream()
            .filter(o -> o.statement().claim() instanceof BandClaim)
            .toList();
    if (queries.isEmpty()) {
      throw usage(file + " has no cdf query; write for instance: query q: cdf(y) under D;");
    }
    if (name == null) {
      if (queries.size() > 1) {
        throw usage(file + " has several cdf queries; choose with --query: " + Names.of(queries));
      }
      return queries.get(0);
    }
    Optional<Obligation> found = queries.stream().filter(o -> o.name().equals(name)).findFirst();
    return found.orElseThrow(
        () -> usage(file + " has no cdf query '" + name + "'; it has " + Names.of(queries)));
  }

  /** What a picture and bins can show. */
  private void validateForms(Obligation query) {
    int forms = query.statement().claim().forms().size();
    if (density && forms > 1) {
      throw usage(
          "'%s' is the joint cdf of %d sums, which has no bins; leave --density out"
              .formatted(query.name(), forms));
    }
    if (format == Format.svg && forms > 2) {
      throw usage(
          "'%s' is the joint cdf of %d sums, and a picture shows two at most; write --format csv"
              .formatted(query.name(), forms));
    }
  }

  private void validateComparison() {
    if (!compare.isEmpty() && format != Format.svg) {
      throw usage("--compare needs --format svg; a table has no place for estimates");
    }
    for (int segments : compare) {
      if (segments < 1 || segments > BoundingNetworks.MOST_SEGMENTS) {
        throw usage(
            "--compare names %d segments; it must be 1 to %d"
                .formatted(segments, BoundingNetworks.MOST_SEGMENTS));
      }
    }
  }

  private CdfComparison comparison(Obligation query) throws Failure {
    if (!CdfComparison.isPossible(query.statement())) {
      throw new Failure(
          ExitStatus.USAGE,
          "'"
              + query.name()
              + "' is not the cdf of one sum of outputs of one network without a condition, so"
              + " there are no bounding networks to compare it with; leave --compare out");
    }
    Path network = query.networkFiles().get(0);
    try {
      return CdfComparison.of(query.statement(), NetworkFiles.network(network), compare);
    } catch (BoundingException e) {
      throw new Failure(ExitStatus.BAD_INPUT, network + ": " + e.getMessage(), e);
    }
  }

  private static double[] thresholds(Outcome outcome) {
    return outcome.points().stream().mapToDouble(BandPoint::t).toArray();
  }

  private void print(
      Specification specification,
      Outcome outcome,
      Optional<CdfComparison> comparison,
      PrintWriter out) {
    switch (format) {
      case svg ->
          out.print(
              outcome.isJoint()
                  ? JointPicture.draw(outcome)
                  : CdfPicture.draw(
                      outcome,
                      comparison.map(c -> c.at(thresholds(outcome))).orElse(List.of()),
                      density));
      case csv -> {
        if (density) {
          BandTable.printDensity(outcome, out);
        } else {
          BandTable.print(outcome, out);
        }
      }
      case json -> {
        Checked checked =
            Checked.of(file.toString(), List.of(outcome), specification.diagnostics());
        if (density) {
          JsonReport.printDensity(VersionProvider.version(), checked, out);
        } else {
          JsonReport.print(VersionProvider.version(), checked, out);
        }
      }
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
