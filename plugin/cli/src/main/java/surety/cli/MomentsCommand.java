package surety.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import surety.certificates.statement.MomentsClaim;
import surety.cli.report.MomentsReport;
import surety.language.MomentsQuestion;
import surety.language.Obligation;
import surety.language.Setting;
import surety.language.Specification;
import surety.language.evaluation.MomentNames;
import surety.report.Checked;
import surety.report.Json;
import surety.report.JsonReport;
import surety.report.Outcome;
import surety.solver.ProofWay;

/** {@code surety moments}: means, deviations and correlations with guaranteed bounds. */
@Command(
    name = "moments",
    description = {
      "Print guaranteed bounds of means, standard deviations, covariances and correlations:",
      "those of a query for moments, or of all outputs under a distribution."
    },
    footer = {
      "",
      "Exit status: 0, also if the wanted gap was not reached (a note says so),",
      "30 nothing is known of them, 2 wrong usage, 3 bad specification or network."
    })
final class MomentsCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    csv
  }

  enum Method {
    auto(ProofWay.ANY),
    linear(ProofWay.LINEARISATION),
    tree(ProofWay.TREE);

    private final ProofWay way;

    Method(ProofWay way) {
      this.way = way;
    }
  }

  private final Context context;

  @Spec private CommandSpec spec;
  @Mixin private SearchSettings settings;

  @Parameters(paramLabel = "F.sure", description = "The specification.")
  private Path file;

  @Option(
      names = "--query",
      paramLabel = "NAME",
      description = "Which query for moments; may be left out if there is only one.")
  private String name;

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      description =
          "All outputs under this distribution; may be left out if there is only one and no query.")
  private String distribution;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = {
        "What to prove them with: ${COMPLETION-CANDIDATES}. auto takes what is closer; linear is a",
        "linearisation, for inputs that are normal, uniform, beta or triangular; tree is a search."
      })
  private Method method = Method.auto;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private Format format = Format.text;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file instead of to standard output.")
  private Path output;

  MomentsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    settings.validate();
    settings.useOnly(method.way);
    if (name != null && distribution != null) {
      throw usage("--query and --distribution exclude each other: a query has its distribution");
    }
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    Obligation asked = chosen(specification);
    OutputFile.requireWritable(output);
    SpecificationCheck check = new SpecificationCheck(context, settings, file);
    check.requireWritable();
    List<Outcome> outcomes = check.run(List.of(asked));
    Outcome outcome = outcomes.get(0);
    if (outcome.fault().isPresent()) {
      return check.status(outcomes).code(); // it was said why
    }
    if (outcome.missesWantedGap()) {
      outcome.shortfall().ifPresent(context::say);
    }
    if (format == Format.json || !outcome.points().isEmpty()) {
      OutputFile.print(output, context.terminal().out(), out -> print(specification, outcome, out));
    }
    return check.status(outcomes).code();
  }

  private Obligation chosen(Specification specification) throws Failure {
    List<Obligation> queries =
        specification.obligations().stream().filter(o -> !MomentNames.of(o).isEmpty()).toList();
    if (distribution != null || (queries.isEmpty() && name == null)) {
      return ofAll(specification);
    }
    if (name == null) {
      if (queries.size() > 1) {
        throw usage(
            "%s has several queries for moments; choose with --query: %s"
                .formatted(file, Names.of(queries)));
      }
      return queries.get(0);
    }
    return queries.stream()
        .filter(o -> o.name().equals(name))
        .findFirst()
        .orElseThrow(() -> usage(noQuery(queries)));
  }

  private String noQuery(List<Obligation> queries) {
    return queries.isEmpty()
        ? "%s has no query for moments; write for instance: query m: moments(y) under D;"
            .formatted(file)
        : "%s has no query '%s' for moments; it has %s".formatted(file, name, Names.of(queries));
  }

  private Obligation ofAll(Specification specification) throws Failure {
    List<String> all = specification.settings().stream().map(Setting::name).distinct().toList();
    String listed = String.join(", ", all.stream().map(n -> "'" + n + "'").toList());
    if (all.isEmpty()) {
      throw new Failure(
          ExitStatus.BAD_INPUT, file + " has no distribution; moments are those under one");
    }
    if (distribution == null && all.size() > 1) {
      throw usage(file + " has several distributions; choose with --distribution: " + listed);
    }
    String chosen = distribution == null ? all.get(0) : distribution;
    if (!all.contains(chosen)) {
      throw usage("%s has no distribution '%s'; it has %s".formatted(file, chosen, listed));
    }
    Optional<Obligation> asked = MomentsQuestion.about(specification, chosen);
    return asked.orElseThrow(
        () ->
            new Failure(
                ExitStatus.BAD_INPUT,
                "%s: the moments of all outputs under '%s' cannot be asked for together: there are more than %d, or all is under a condition ('on'); write a query for moments(...) of some"
                    .formatted(file, chosen, MomentsClaim.MOST_FORMS)));
  }

  private void print(Specification specification, Outcome outcome, PrintWriter out) {
    switch (format) {
      case text -> MomentsReport.of(outcome).printText(out);
      case csv -> MomentsReport.of(outcome).printCsv(out);
      case json -> {
        ObjectNode report =
            JsonReport.report(
                VersionProvider.version(),
                Checked.of(file.toString(), List.of(outcome), specification.diagnostics()));
        if (!outcome.points().isEmpty()) {
          ((ObjectNode) report.get("results").get(0))
              .set("derived", MomentsReport.of(outcome).derived());
        }
        Json.write(report, out);
      }
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
