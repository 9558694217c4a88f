package surety.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.certificates.network.Network;
import surety.certificates.stop.StoppedException;
import surety.cli.report.EstimateJson;
import surety.cli.report.EstimatePicture;
import surety.cli.report.EstimateReport;
import surety.cli.report.EstimateRows;
import surety.cli.report.EstimateTables;
import surety.cli.report.EstimateText;
import surety.language.Obligation;
import surety.language.Specification;
import surety.language.WantedGap;
import surety.language.display.Palette;
import surety.language.verification.Networks;
import surety.solver.SearchOptions;
import surety.solver.estimate.EstimateException;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;
import surety.solver.estimate.Estimates;
import surety.solver.estimate.Sampling;

/** {@code surety estimate}: estimates beside guaranteed bounds. */
@Command(
    name = "estimate",
    description = {
      "Estimate what outputs do by linearisation, matched moments, a copula and samples, beside"
          + " guaranteed bounds of the same numbers.",
      "Estimates are no proof: there is no verdict and no certificate."
    },
    footer = {
      "",
      "Exit status: 0, whatever the numbers are; 30 stopped before there were any;",
      "2 wrong usage, 3 bad specification or network, or nothing can be estimated."
    })
final class EstimateCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    csv,
    svg
  }

  /** As options name them. */
  enum WayName {
    linear,
    matching,
    copula,
    sampling;

    Way way() {
      return Way.valueOf(name().toUpperCase(Locale.ROOT));
    }
  }

  private static final double GAP = 1e-4;

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "F.sure", description = "The specification.")
  private Path file;

  @Option(
      names = "--query",
      paramLabel = "NAME",
      description = "Only this query or property; may be given several times. Otherwise all.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--ways",
      paramLabel = "WAY",
      split = ",",
      description =
          "How to estimate: some of ${COMPLETION-CANDIDATES}, with commas between them. Otherwise"
              + " all.")
  private Set<WayName> ways = EnumSet.allOf(WayName.class);

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "How many samples are drawn: 2 to 20000000; otherwise ${DEFAULT-VALUE}.")
  private int samples = 100_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Other samples for another whole number; otherwise ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "The time for each query or property, estimates and guaranteed bounds together."
              + " Otherwise the specification's 'timeout', or a minute.")
  private Duration timeout;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "What to print: ${COMPLETION-CANDIDATES} (a picture of one query); otherwise text.")
  private Format format = Format.text;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file instead of to standard output.")
  private Path output;

  @Mixin private ThreadChoice threads;

  private final List<EstimateTables.LeftOut> leftOut = new ArrayList<>();
  private boolean isStopped;

  EstimateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    if (samples < 2 || samples > Sampling.MOST_VALUES) {
      throw usage("--samples is %d; it must be 2 to %d".formatted(samples, Sampling.MOST_VALUES));
    }
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    List<Obligation> chosen = chosen(specification);
    OutputFile.requireWritable(output);
    StringWriter text = new StringWriter();
    boolean isThere =
        format == Format.svg
            ? draw(chosen.get(0), text)
            : print(specification, chosen, new PrintWriter(text));
    if (isThere && output != null) {
      OutputFile.write(output, text.toString());
    } else if (isThere) {
      context.terminal().out().print(text);
    }
    return (isStopped ? ExitStatus.UNDECIDED : ExitStatus.OK).code();
  }

  private List<Obligation> chosen(Specification specification) {
    List<Obligation> all = specification.obligations();
    if (all.isEmpty()) {
      throw usage(file + " has no query and no property; there is nothing to estimate");
    }
    for (String name : names) {
      Obligation named =
          all.stream()
              .filter(o -> o.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      usage(
                          "%s has no query or property '%s'; it has %s"
                              .formatted(file, name, Names.of(all))));
      EstimateSubject.refusal(named.statement())
          .ifPresent(
              reason -> {
                throw usage("'%s' cannot be estimated: %s".formatted(name, reason));
              });
    }
    List<Obligation> chosen = new ArrayList<>();
    for (Obligation one : all) {
      if (names.isEmpty() || names.contains(one.name())) {
        Optional<String> refusal = EstimateSubject.refusal(one.statement());
        refusal.ifPresentOrElse(reason -> leaveOut(one, reason), () -> chosen.add(one));
      }
    }
    requireSome(chosen);
    return chosen;
  }

  private void requireSome(List<Obligation> chosen) {
    if (chosen.isEmpty()) {
      EstimateTables.LeftOut first = leftOut.get(0);
      throw usage(
          "nothing in %s can be estimated; '%s': %s".formatted(file, first.name(), first.reason()));
    }
    if (format == Format.svg && chosen.size() > 1) {
      throw usage(
          "a picture shows one query or property; choose with --query: " + Names.of(chosen));
    }
  }

  private void leaveOut(Obligation one, String reason) {
    leftOut.add(new EstimateTables.LeftOut(one.name(), reason));
  }

  /** What is needed for one query or property. */
  private record Task(
      Obligation asked,
      EstimateSubject subject,
      List<Network> networks,
      Estimates estimates,
      TimeLimit limit) {}

  private boolean print(Specification specification, List<Obligation> chosen, PrintWriter out)
      throws Failure {
    List<EstimateTables> estimated = new ArrayList<>();
    for (Obligation asked : chosen) {
      try (ProgressLine progress = new ProgressLine(context.terminal(), asked.name())) {
        estimated.add(tables(task(asked, progress), progress));
      } catch (StoppedException e) {
        stopped(asked, e);
      } catch (EstimateException e) {
        leaveOut(asked, e.getMessage());
      }
    }
    if (estimated.isEmpty()) {
      return nothing();
    }
    EstimateReport report =
        new EstimateReport(
            VersionProvider.version(),
            file.toString(),
            specification.obligations().size(),
            seed,
            estimated,
            leftOut.stream().filter(one -> names.isEmpty() || names.contains(one.name())).toList());
    switch (format) {
      case text -> EstimateText.print(report, context.terminal().outAnsi(), out);
      case json -> EstimateJson.print(report, specification.diagnostics(), out);
      default -> EstimateRows.print(report, chosenWays(), out);
    }
    out.flush();
    return true;
  }

  private boolean nothing() throws Failure {
    if (!isStopped) {
      EstimateTables.LeftOut last = leftOut.get(leftOut.size() - 1);
      throw new Failure(ExitStatus.BAD_INPUT, "'%s': %s".formatted(last.name(), last.reason()));
    }
    return false;
  }

  private void stopped(Obligation asked, StoppedException e) {
    isStopped = true;
    String reason =
        context.interruption().getAsBoolean()
            ? "stopped on request before anything was estimated"
            : "nothing could be estimated within its time limit; a longer --timeout may do";
    leaveOut(asked, reason);
    context.say("'" + asked.name() + "': " + reason);
    if (Main.wantsDebug(spec)) {
      e.printStackTrace(context.terminal().err());
    }
  }

  private Task task(Obligation asked, ProgressLine progress) throws Failure {
    TimeLimit limit =
        new TimeLimit(
            Optional.ofNullable(timeout)
                .or(asked::timeout)
                .orElse(SearchOptions.defaults().timeout()),
            context.interruption());
    List<Network> networks =
        NetworkFiles.models(asked.networks()).stream().map(Networks.Model::network).toList();
    EstimateSubject subject = EstimateSubject.of(asked.statement().claim());
    IntConsumer told = count -> progress.reached("sample %,d of %,d".formatted(count, samples));
    Estimates estimates =
        Estimates.of(
            networks.get(0),
            asked.statement().law(),
            subject.forms(),
            chosenWays(),
            Sampling.Options.of(samples, seed),
            told,
            limit);
    return new Task(asked, subject, networks, estimates, limit);
  }

  private EnumSet<Way> chosenWays() {
    EnumSet<Way> chosen = EnumSet.noneOf(Way.class);
    ways.forEach(name -> chosen.add(name.way()));
    return chosen;
  }

  private EstimateTables tables(Task task, ProgressLine progress) {
    GuaranteedBounds bounds = bounds(task, progress, EstimateSearch.searches(task.subject()));
    EstimateSearch search =
        new EstimateSearch(task.asked(), task.subject(), task.estimates(), bounds);
    return new EstimateTables(task.asked(), search.tables(), bounds.notes());
  }

  private GuaranteedBounds bounds(Task task, ProgressLine progress, int searches) {
    SearchOptions defaults = SearchOptions.defaults();
    return new GuaranteedBounds(
        context,
        task.asked().statement(),
        task.networks(),
        threads
            .wanted()
            .or(task.asked()::threads)
            .map(defaults::withThreads)
            .orElse(defaults)
            .withGap(task.asked().within().map(WantedGap::toDouble).orElse(GAP)),
        task.limit(),
        progress,
        searches);
  }

  private boolean draw(Obligation asked, StringWriter text) throws Failure {
    List<String> notes = new ArrayList<>();
    try (ProgressLine progress = new ProgressLine(context.terminal(), asked.name())) {
      Task task = task(asked, progress);
      GuaranteedBounds bounds = bounds(task, progress, task.subject().forms().size());
      EstimateCurves curves = new EstimateCurves(asked, task.subject(), task.estimates(), bounds);
      text.write(EstimatePicture.draw(asked.text(), curves.all(), Palette.LIGHT));
      for (EstimateTable.Refused one : curves.refused()) {
        notes.add(EstimateReport.word(one.way()) + ": " + one.reason());
      }
      bounds.notes().forEach(note -> notes.add("guaranteed: " + note));
    } catch (StoppedException e) {
      stopped(asked, e);
      return false;
    } catch (EstimateException e) {
      throw new Failure(
          ExitStatus.BAD_INPUT, "'%s': %s".formatted(asked.name(), e.getMessage()), e);
    }
    notes.forEach(context::say);
    return true;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
