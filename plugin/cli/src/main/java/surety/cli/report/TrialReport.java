package surety.cli.report;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.arithmetic.Rational;
import surety.language.Diagnostic;
import surety.language.display.Decimals;
import surety.language.evaluation.EventAnswer;
import surety.language.evaluation.NamedValue;
import surety.language.evaluation.Trial;
import surety.solver.evaluation.Occurrence;
import surety.solver.evaluation.RuntimeEstimate.Computed;
import surety.solver.evaluation.RuntimeEstimate.Unavailable;

/**
 * The report of one input, as text and as JSON.
 *
 * @param version of Surety
 * @param specification as it was named on the command line
 * @param network its name in the specification
 * @param origin what is special about the input, if it was not given; else empty
 * @param remarks on what is not in it
 * @param trial what came out
 */
public record TrialReport(
    String version,
    String specification,
    String network,
    String origin,
    List<String> remarks,
    Trial trial) {
  private static final MathContext FEW = new MathContext(2);

  /** Keeps a copy. */
  public TrialReport {
    remarks = List.copyOf(remarks);
  }

  /** For people. The first line says what happens. */
  public void printText(Ansi ansi, PrintWriter out) {
    out.println(summary(ansi));
    out.println();
    out.println(
        network
            + " at "
            + trial.inputs().text(trial.evaluation().inputs())
            + (origin.isEmpty() ? "" : " (" + origin + ")"));
    out.println();
    TextTable.print(outputTable(), out);
    if (!trial.answers().isEmpty()) {
      out.println();
      TextTable.print(eventTable(), out);
    }
    out.println();
    out.println(meaning());
    notes().forEach(note -> out.println("note: " + note));
  }

  private String summary(Ansi ansi) {
    List<EventAnswer> answers = trial.answers();
    if (answers.size() == 1) {
      EventAnswer answer = answers.get(0);
      return ansi.string("@|bold " + word(answer.exact()).toUpperCase(Locale.ROOT) + "|@")
          + ": "
          + specification
          + ": "
          + answer.label()
          + ": "
          + answer.event();
    }
    return ansi.string("@|bold EVALUATED|@") + ": " + specification + ": " + counts(answers);
  }

  /** For instance {@code of 7 events 2 happen, 5 do not}. */
  private static String counts(List<EventAnswer> answers) {
    if (answers.isEmpty()) {
      return "no event is asked about";
    }
    List<String> counts = new ArrayList<>();
    count(answers, Occurrence.HAPPENS, " happens", " happen").ifPresent(counts::add);
    count(answers, Occurrence.DOES_NOT_HAPPEN, " does not", " do not").ifPresent(counts::add);
    count(answers, Occurrence.UNKNOWN, " is too close to tell", " are too close to tell")
        .ifPresent(counts::add);
    return "of " + answers.size() + " events " + String.join(", ", counts);
  }

  private static Optional<String> count(
      List<EventAnswer> answers, Occurrence occurrence, String one, String several) {
    long count = answers.stream().filter(a -> a.exact() == occurrence).count();
    return count == 0 ? Optional.empty() : Optional.of(count + (count == 1 ? one : several));
  }

  private static String word(Occurrence occurrence) {
    return switch (occurrence) {
      case HAPPENS -> "happens";
      case DOES_NOT_HAPPEN -> "does not happen";
      case UNKNOWN -> "too close to tell";
    };
  }

  private List<List<String>> outputTable() {
    List<List<String>> rows = new ArrayList<>();
    Optional<String> format = format();
    rows.add(
        format
            .map(f -> withProven("output", "over the reals", f + " (estimate)", "difference"))
            .orElseGet(() -> withProven("output", "over the reals")));
    List<NamedValue> outputs = trial.outputValues();
    for (int j = 0; j < outputs.size(); j++) {
      NamedValue value = outputs.get(j);
      List<String> row = new ArrayList<>(List.of(value.name(), value.exact()));
      if (format.isPresent()) {
        row.add(value.estimate().orElse(""));
        row.add(trial.rounding(j).map(TrialReport::few).orElse(""));
      }
      trial.deviation(j).ifPresent(most -> row.add(upward(most)));
      rows.add(row);
    }
    return rows;
  }

  /** The head of a table, with a column for what is proven of rounding, if something is. */
  private List<String> withProven(String... head) {
    List<String> all = new ArrayList<>(List.of(head));
    if (!trial.deviations().isEmpty()) {
      all.add("proven: at most");
    }
    return all;
  }

  private static String upward(double most) {
    return Double.isInfinite(most)
        ? "unknown"
        : Decimals.text(new BigDecimal(most).round(new MathContext(2, RoundingMode.CEILING)));
  }

  private static String few(Rational difference) {
    return Decimals.text(Decimals.nearest17(difference).round(FEW));
  }

  private List<List<String>> eventTable() {
    List<List<String>> rows = new ArrayList<>();
    Optional<String> format = format();
    rows.add(
        format
            .map(f -> List.of("event of", "over the reals", f + " (estimate)", ""))
            .orElseGet(() -> List.of("event of", "over the reals", "")));
    for (EventAnswer answer : trial.answers()) {
      List<String> row = new ArrayList<>(List.of(answer.label(), word(answer.exact())));
      if (format.isPresent()) {
        row.add(answer.estimate().map(e -> e ? "happens" : "does not happen").orElse("unknown"));
      }
      row.add(answer.event());
      rows.add(row);
    }
    return rows;
  }

  private Optional<String> format() {
    return trial.estimate() instanceof Computed computed
        ? Optional.of(computed.format().name().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private String meaning() {
    String reals =
        trial.evaluation().isExact()
            ? "over the reals: exact"
            : "over the reals: within these intervals, proven";
    return format()
        .map(
            f ->
                reals
                    + "; "
                    + f
                    + ": as ONNX Runtime rounds here, an estimate that decides nothing")
        .orElse(reals);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(trial.inputs().notes(trial.evaluation().inputs()));
    if (trial.estimate() instanceof Unavailable unavailable) {
      notes.add("no estimate of the deployed network: " + unavailable.reason());
    }
    List<String> rounded =
        trial.inputValues().stream()
            .filter(value -> value.estimate().isPresent())
            .map(value -> value.name() + " = " + value.estimate().get())
            .toList();
    if (!rounded.isEmpty()) {
      notes.add("fed as the nearest " + format().orElseThrow() + ": " + shortened(rounded));
    }
    trial.answers().stream()
        .filter(EventAnswer::isTurnedByRounding)
        .forEach(
            answer -> notes.add("rounding turns " + answer.subject() + " into its contrary here"));
    notes.addAll(remarks);
    return notes;
  }

  private static String shortened(List<String> values) {
    int most = 6;
    return String.join(", ", values.subList(0, Math.min(most, values.size())))
        + (values.size() > most ? " and " + (values.size() - most) + " more" : "");
  }

  /** For programs; {@code surety-run.schema.json} describes it. */
  public void printJson(List<Diagnostic> diagnostics, PrintWriter out) {
    new TrialJson(trial).print(version, specification, network, origin, remarks, diagnostics, out);
  }
}
