package surety.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.cli.report.JsonReport;
import surety.cli.report.Outcome;
import surety.cli.report.TextReport;
import surety.language.Obligation;
import surety.language.Specification;

/** {@code surety check}: guaranteed bounds and a verdict for everything a specification asks. */
@Command(
    name = "check",
    description = {
      "Check the properties of a specification and answer its queries.",
      "Prints the verdict, then guaranteed bounds for each of them, and writes the certificates."
    },
    footer = {
      "",
      "Exit status: 0 all proved, 30 something undecided, 40 something violated,",
      "2 wrong usage, 3 bad specification or network. A query alone never fails."
    })
final class CheckCommand implements Callable<Integer> {
  enum Format {
    text,
    json
  }

  private final Context context;

  @Spec private CommandSpec spec;
  @Mixin private SearchSettings settings;

  @Parameters(paramLabel = "F.sure", description = "The specification.")
  private Path file;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      description = "Check only this property or query; may be given several times.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private Format format = Format.text;

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    settings.validate();
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      if (format == Format.json) {
        print(specification, List.of());
      }
      throw Specifications.wrong(file, specification.diagnostics());
    }
    List<Obligation> obligations = chosen(specification);
    Campaign campaign = new Campaign(context, settings, file);
    List<Outcome> outcomes = campaign.run(obligations);
    print(specification, outcomes);
    return campaign.status(outcomes).code();
  }

  private List<Obligation> chosen(Specification specification) throws Failure {
    List<Obligation> all = specification.obligations();
    if (all.isEmpty()) {
      throw new Failure(
          ExitStatus.BAD_INPUT, file + " has no property and no query; there is nothing to check");
    }
    for (String name : names) {
      if (all.stream().noneMatch(o -> o.name().equals(name))) {
        throw new ParameterException(
            spec.commandLine(), file + " has no property '" + name + "'; it has " + Names.of(all));
      }
    }
    return names.isEmpty() ? all : all.stream().filter(o -> names.contains(o.name())).toList();
  }

  private void print(Specification specification, List<Outcome> outcomes) {
    switch (format) {
      case text ->
          new TextReport(context.terminal().out(), context.terminal().outAnsi())
              .print(file.toString(), outcomes);
      case json ->
          JsonReport.print(
              VersionProvider.version(),
              file.toString(),
              outcomes,
              specification.diagnostics(),
              context.terminal().out());
    }
  }
}
