package surety.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.certificates.replay.Sha256;
import surety.cli.report.TextReport;
import surety.language.Diagnostic;
import surety.language.Obligation;
import surety.language.Specification;
import surety.report.Checked;
import surety.report.JsonReport;
import surety.report.Machine;
import surety.report.Outcome;
import surety.report.RequirementTitle;
import surety.report.Run;
import surety.report.Unchecked;

/** {@code surety check}: guaranteed bounds and a verdict for everything a specification asks. */
@Command(
    name = "check",
    description = {
      "Check the properties of specifications and answer their queries.",
      "Prints the verdict, then guaranteed bounds for each of them, and writes the certificates."
    },
    footer = {
      "",
      "Exit status: 0 all proved, 30 something undecided, 40 something violated,",
      "2 wrong usage, 3 bad specification or network, 1 our own fault. Of several the gravest:",
      "1, then 3, 40 and 30. A query that is answered never fails; one without bounds is undecided."
    })
final class CheckCommand implements Callable<Integer> {
  enum Format {
    text,
    json
  }

  private final Context context;

  @Spec private CommandSpec spec;
  @Mixin private SearchSettings settings;
  @Mixin private ReportSettings reports;
  @Mixin private FailOn failOn;

  @Parameters(
      paramLabel = "F.sure",
      arity = "1..*",
      description = "Specifications, and folders that are looked through for them.")
  private List<Path> files;

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

  /** What is to be done about one specification. */
  private record Plan(
      Path file,
      Optional<String> digest,
      List<Obligation> obligations,
      List<Unchecked> unchecked,
      List<Diagnostic> diagnostics,
      Optional<Failure> failure) {
    boolean has(String name) {
      return obligations.stream().anyMatch(o -> o.name().equals(name))
          || unchecked.stream().anyMatch(u -> u.name().equals(name));
    }

    /** Only what is named. */
    Plan only(List<String> names) {
      return new Plan(
          file,
          digest,
          obligations.stream().filter(o -> names.contains(o.name())).toList(),
          unchecked.stream().filter(u -> names.contains(u.name())).toList(),
          diagnostics,
          failure);
    }

    /** Identifiers of the requirements that its properties are about. */
    Stream<String> requirements() {
      return obligations.stream().flatMap(o -> RequirementTitle.of(o).id().stream());
    }

    boolean isEmpty() {
      return obligations.isEmpty() && unchecked.isEmpty() && failure.isEmpty();
    }
  }

  @Override
  public Integer call() throws Failure {
    RunClock clock = RunClock.start();
    settings.validate();
    failOn.validate();
    reports.prepare();
    boolean several = files.size() > 1 || Files.isDirectory(files.get(0));
    List<Plan> plans = new ArrayList<>();
    for (Path file : SpecificationFiles.of(files)) {
      plans.add(plan(file));
    }
    if (!several && plans.get(0).failure().isPresent()) {
      return alone(plans.get(0), clock);
    }
    requireDistinctCertificates(plans);
    Map<Plan, SpecificationCheck> checks = new LinkedHashMap<>();
    for (Plan plan : chosen(plans)) {
      SpecificationCheck check = new SpecificationCheck(context, settings, plan.file());
      if (!plan.obligations().isEmpty()) {
        check.requireWritable();
      }
      checks.put(plan, check);
    }
    List<Checked> all = new ArrayList<>();
    List<ExitStatus> statuses = new ArrayList<>();
    checks.forEach((plan, check) -> all.add(run(plan, check, statuses)));
    Run run = run(clock, all, unasked(plans, checks.keySet()));
    print(run, several);
    statuses.add(reports.write(run, context));
    return failOn.gravest(statuses, context).code();
  }

  /** One specification of which nothing can be checked. */
  private int alone(Plan plan, RunClock clock) throws Failure {
    Run run = run(clock, List.of(nothing(plan)), Set.of());
    if (format == Format.json && !plan.diagnostics().isEmpty()) {
      print(run, false);
    }
    reports.write(run, context);
    throw plan.failure().orElseThrow();
  }

  private Plan plan(Path file) {
    List<Diagnostic> diagnostics = List.of();
    Optional<String> digest = Optional.empty();
    try {
      Specification specification = Specifications.read(file, context);
      diagnostics = specification.diagnostics();
      digest = digest(specification);
      boolean wrong = Specifications.hasErrors(specification);
      if (wrong
          && (!UnreadableNetworks.areAllErrors(specification)
              || specification.obligations().isEmpty())) {
        throw Specifications.wrong(file, diagnostics);
      }
      if (specification.obligations().isEmpty()) {
        throw new Failure(
            ExitStatus.BAD_INPUT,
            file + " has no property and no query; there is nothing to check");
      }
      List<Unchecked> unchecked = UnreadableNetworks.of(specification);
      return new Plan(
          file, digest, specification.obligations(), unchecked, diagnostics, Optional.empty());
    } catch (Failure failure) {
      return new Plan(file, digest, List.of(), List.of(), diagnostics, Optional.of(failure));
    }
  }

  /** Of its text, which is empty if the file is not text. */
  private static Optional<String> digest(Specification specification) {
    return Optional.of(specification.text())
        .filter(text -> !text.isEmpty())
        .map(text -> Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The plans without what is not named. */
  private List<Plan> chosen(List<Plan> plans) {
    if (names.isEmpty()) {
      return plans;
    }
    for (String name : names) {
      if (plans.stream().noneMatch(plan -> plan.has(name))) {
        throw usage(
            plans.size() == 1
                ? plans.get(0).file()
                    + " has no property '"
                    + name
                    + "'; it has "
                    + Names.of(plans.get(0).obligations())
                : "none of the " + plans.size() + " specifications has a property '" + name + "'");
      }
    }
    return plans.stream().map(plan -> plan.only(names)).filter(plan -> !plan.isEmpty()).toList();
  }

  private void requireDistinctCertificates(List<Plan> plans) {
    settings
        .sharedFolder()
        .flatMap(folder -> SharedFolder.clash(plans.stream().map(Plan::file).toList(), folder))
        .ifPresent(
            clash -> {
              throw usage(clash + "; leave --certificates out, or check them one by one");
            });
  }

  private Checked run(Plan plan, SpecificationCheck check, List<ExitStatus> statuses) {
    if (plan.failure().isPresent()) {
      Failure failure = plan.failure().get();
      context.say(failure.getMessage());
      statuses.add(failure.status());
      return nothing(plan);
    }
    plan.unchecked().forEach(u -> context.say("'" + u.name() + "': " + u.reason()));
    List<Outcome> outcomes = check.run(plan.obligations());
    statuses.addAll(check.statuses(outcomes));
    statuses.add(plan.unchecked().isEmpty() ? ExitStatus.OK : ExitStatus.BAD_INPUT);
    return new Checked(
        plan.file().toString(),
        plan.digest(),
        outcomes,
        plan.unchecked(),
        plan.diagnostics(),
        Optional.empty());
  }

  private static Checked nothing(Plan plan) {
    return Checked.nothing(
            plan.file().toString(), plan.diagnostics(), plan.failure().orElseThrow().getMessage())
        .digested(plan.digest());
  }

  private static Set<String> unasked(List<Plan> plans, Set<Plan> chosen) {
    Set<String> all = plans.stream().flatMap(Plan::requirements).collect(Collectors.toSet());
    chosen.stream().flatMap(Plan::requirements).forEach(all::remove);
    return all;
  }

  private Run run(RunClock clock, List<Checked> all, Set<String> unasked) {
    return new Run(
        VersionProvider.version(),
        Machine.current(),
        spec.root().commandLine().getParseResult().originalArgs(),
        clock.started(),
        clock.now(),
        all,
        reports.requirements(),
        unasked);
  }

  private void print(Run run, boolean several) {
    List<Checked> all = run.specifications();
    Terminal terminal = context.terminal();
    switch (format) {
      case text -> {
        TextReport report = new TextReport(terminal.out(), terminal.outAnsi());
        if (several) {
          report.print(all);
        } else {
          report.print(all.get(0));
        }
      }
      case json -> {
        if (several) {
          JsonReport.print(run, terminal.out());
        } else {
          JsonReport.print(run.version(), all.get(0), terminal.out());
        }
      }
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
