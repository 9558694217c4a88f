package surety.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
import surety.certificates.statement.Event;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.cli.report.Explanation;
import surety.language.EventQuestions;
import surety.language.Obligation;
import surety.language.Specification;
import surety.language.WantedGap;
import surety.language.evaluation.Trial;
import surety.language.storage.CertificateFolder;
import surety.language.verification.Budget;
import surety.language.verification.Ending;
import surety.language.verification.Evidence;
import surety.language.verification.Networks;
import surety.language.verification.VerificationState;
import surety.language.verification.Verifier;
import surety.report.Fault;
import surety.solver.SearchOptions;

/** {@code surety explain}: where the probability of an event comes from. */
@Command(
    name = "explain",
    description = {
      "Show where the probability of an event comes from, of a property, of a query, or of its"
          + " name.",
      "Prints the boxes of inputs that hold most of it, with estimates of their shares, and an"
          + " input for which the event happens. The bounds of the probability are guaranteed."
    },
    footer = {
      "",
      "Exit status: 0, whatever the probability is; 30 stopped before there were bounds;",
      "2 wrong usage, 3 bad specification or network."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int MOST_BOXES = 1000;
  private static final int DRAWN_BOXES = 200;
  private static final String GAP = "1e-4";

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "F.sure", description = "The specification.")
  private Path file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "The property, query or event; may be left out if only one property or query is about an"
              + " event.")
  private String name;

  @Option(
      names = "--boxes",
      paramLabel = "K",
      description = "How many boxes at most: 1 to 1000; otherwise 8.")
  private int boxes = 8;

  @Option(
      names = "--gap",
      paramLabel = "G",
      converter = GapConverter.class,
      description =
          "Search until upper and lower bound are this close. Otherwise 1e-4; of an event that is"
              + " rarer, relative to its probability.")
  private WantedGap gap = WantedGap.parse(GAP);

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop after this time. Otherwise the specification's 'timeout', or a minute.")
  private Duration timeout;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private CheckCommand.Format format = CheckCommand.Format.text;

  @Option(
      names = "--distribution",
      paramLabel = "NAME",
      description = "Under which distribution, of a named event; may be left out if one fits.")
  private String distribution;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description =
          "Also write a picture: of two random inputs the plane with boxes in shades, else a strip"
              + " for each input.")
  private Path svg;

  @Mixin private ThreadChoice threads;

  ExplainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    if (boxes < 1 || boxes > MOST_BOXES) {
      throw usage("--boxes is %d; it must be 1 to %d".formatted(boxes, MOST_BOXES));
    }
    Specification specification = Specifications.read(file, context);
    if (Specifications.hasErrors(specification)) {
      throw Specifications.wrong(file, specification.diagnostics());
    }
    Obligation asked = chosen(specification);
    OutputFile.requireWritable(svg);
    Optional<Evidence> evidence = search(asked);
    if (evidence.isEmpty()) {
      context.say("'" + asked.name() + "': stopped before anything could be certified");
      return ExitStatus.UNDECIDED.code();
    }
    Explanation explanation =
        new Explanation(
            VersionProvider.version(), file.toString(), asked, event(asked), evidence.get(), boxes);
    switch (format) {
      case text -> explanation.printText(context.terminal().outAnsi(), context.terminal().out());
      case json -> explanation.printJson(specification.diagnostics(), context.terminal().out());
    }
    if (svg != null) {
      draw(explanation);
    }
    return evidence.get().state() == VerificationState.UNDECIDED
        ? ExitStatus.UNDECIDED.code()
        : ExitStatus.OK.code();
  }

  private void draw(Explanation explanation) throws Failure {
    Optional<String> picture = explanation.picture();
    if (picture.isPresent()) {
      OutputFile.write(svg, picture.get());
    } else {
      context.say(
          svg
              + " is not written: "
              + (explanation.isOfIndependentInputs()
                  ? "no box was found that could be drawn"
                  : "boxes of inputs that depend on each other are not drawn"));
    }
  }

  /** Nothing if it was stopped before there were bounds. */
  private Optional<Evidence> search(Obligation asked) throws Failure {
    Ending ending;
    try (RunningSearch search =
        new RunningSearch(
            context, asked.name(), asked.name(), false, (result, networks) -> Optional.empty())) {
      ending =
          new Verifier(context.search(), InstantSource.system())
              .search(
                  asked.about(open(asked)),
                  budget(asked),
                  new Networks(search::isCancelled),
                  CertificateFolder.none(),
                  search);
    }
    Optional<Fault> fault = Faults.of(ending, Main.wantsDebug(spec));
    if (fault.isPresent()) {
      throw new Failure(
          fault.get().isOurs() ? ExitStatus.INTERNAL_ERROR : ExitStatus.BAD_INPUT,
          "'" + asked.name() + "': " + fault.get().message(),
          Faults.cause(ending).orElse(null));
    }
    return ending instanceof Ending.Established established
        ? Optional.of(established.evidence())
        : Optional.empty();
  }

  /** Without what is required, as soon as that is settled a search ends. */
  private static Statement open(Obligation asked) {
    return asked.statement().about(new QuantityClaim(event(asked), Optional.empty()));
  }

  private static Event event(Obligation asked) {
    return Trial.event(asked).orElseThrow();
  }

  private Budget budget(Obligation asked) {
    SearchOptions defaults =
        SearchOptions.defaults().withHeaviest(svg == null ? boxes : Math.max(boxes, DRAWN_BOXES));
    SearchOptions options =
        threads.wanted().or(asked::threads).map(defaults::withThreads).orElse(defaults);
    return Budget.of(
        gap,
        Optional.ofNullable(timeout).or(asked::timeout).map(options::withTimeout).orElse(options));
  }

  private Obligation chosen(Specification specification) {
    List<Obligation> all = specification.obligations();
    List<Obligation> explicable = all.stream().filter(o -> Trial.event(o).isPresent()).toList();
    if (name == null) {
      return only(specification, explicable);
    }
    Optional<Obligation> found = all.stream().filter(o -> o.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      return named(specification);
    }
    if (distribution != null) {
      throw usage(
          "--distribution is for a named event; '%s' says itself under which".formatted(name));
    }
    if (Trial.event(found.get()).isEmpty()) {
      throw usage(
          "'"
              + name
              + "' is not about the probability of an event without a condition, and only such can"
              + " be explained; "
              + (explicable.isEmpty()
                  ? "there is none here"
                  : "here these are " + Names.of(explicable)));
    }
    return found.get();
  }

  private Obligation only(Specification specification, List<Obligation> explicable) {
    List<String> events = new EventQuestions(specification).events();
    if (explicable.size() != 1) {
      throw usage(
          explicable.isEmpty()
              ? file
                  + " asks about the probability of no event without a condition"
                  + (events.isEmpty() ? "" : "; choose one of the events " + Names.quoted(events))
              : file
                  + " has several events; choose one by its name: "
                  + Names.of(explicable)
                  + (events.isEmpty() ? "" : ", or an event: " + Names.quoted(events)));
    }
    return explicable.get(0);
  }

  /** A named event, under the distribution that is meant. */
  private Obligation named(Specification specification) {
    EventQuestions questions = new EventQuestions(specification);
    if (!questions.events().contains(name)) {
      String events =
          questions.events().isEmpty() ? "" : " and the events " + Names.quoted(questions.events());
      throw usage(
          "%s has no property '%s'; it has %s%s"
              .formatted(file, name, Names.of(specification.obligations()), events));
    }
    List<String> fitting = questions.distributions(name);
    String under = distribution == null && fitting.size() == 1 ? fitting.get(0) : distribution;
    if (under == null || !fitting.contains(under)) {
      throw usage(
          fitting.isEmpty()
              ? "event '%s' has no probability under any distribution of %s".formatted(name, file)
              : "event '%s' has a probability under %s; choose with --distribution"
                  .formatted(name, Names.quoted(fitting)));
    }
    return questions.query(name, under).orElseThrow();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
