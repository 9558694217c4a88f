package surety.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.arithmetic.Rational;
import surety.language.Obligation;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.language.display.ImpossibleText;
import surety.language.evaluation.NamedInputs;
import surety.language.verification.Evidence;
import surety.language.verification.VerificationState;
import surety.report.Checked;
import surety.report.Outcome;
import surety.report.Unchecked;
import surety.report.Words;
import surety.solver.witness.Witness;

/** The report of a check for people. Its first line is the verdict on everything. */
public final class TextReport {
  private static final String INDENT = "           ";

  private static final List<VerificationState> SUMMARY_ORDER =
      List.of(
          VerificationState.PROVED,
          VerificationState.VIOLATED,
          VerificationState.UNDECIDED,
          VerificationState.ANSWERED,
          VerificationState.FAILED);

  private final PrintWriter out;
  private final Ansi ansi;

  /** A report that goes to the writer, in colours if they are on. */
  public TextReport(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  /** Prints the summary of one specification, then each outcome. */
  public void print(Checked checked) {
    out.println(summary(checked.specification(), checked.states(), checked.problem()));
    for (Outcome outcome : checked.outcomes()) {
      out.println();
      print(outcome);
    }
    for (Unchecked unchecked : checked.unchecked()) {
      out.println();
      head(VerificationState.FAILED, unchecked.name(), "");
      line(unchecked.reason());
    }
  }

  /** Prints the summary of several specifications, then each of them. */
  public void print(List<Checked> all) {
    List<VerificationState> states =
        all.stream().flatMap(checked -> checked.states().stream()).toList();
    String what = all.size() + (all.size() == 1 ? " specification" : " specifications");
    out.println(summary(what, states, Optional.empty()));
    for (Checked checked : all) {
      out.println();
      print(checked);
    }
  }

  private String summary(String what, List<VerificationState> states, Optional<String> problem) {
    String counts =
        problem.orElseGet(
            () ->
                SUMMARY_ORDER.stream()
                    .map(state -> count(state, Collections.frequency(states, state)))
                    .filter(count -> !count.isEmpty())
                    .collect(Collectors.joining(", ")));
    return word(Words.overall(states)) + ": " + what + ": " + counts;
  }

  private static String count(VerificationState state, int count) {
    if (count == 0) {
      return "";
    }
    String noun = state != VerificationState.ANSWERED ? "" : count == 1 ? " query" : " queries";
    return count + noun + " " + state.name().toLowerCase(Locale.ROOT);
  }

  private void head(VerificationState state, String name, String title) {
    String padding = " ".repeat(INDENT.length() - state.name().length());
    out.println(word(state) + padding + name + title);
  }

  private void print(Outcome outcome) {
    String title = outcome.obligation().title().map(text -> "  \"" + text + "\"").orElse("");
    head(outcome.state(), outcome.obligation().name(), title);
    line(outcome.obligation().text());
    if (outcome.fault().isPresent()) {
      line(outcome.fault().get().message());
      return;
    }
    line(bounds(outcome));
    line(ClaimLevel.of(outcome.obligation().statement()));
    line(effort(outcome));
    Words.shortfall(outcome).ifPresent(why -> line("note: " + why));
    outcome.notes().forEach(note -> line("note: " + note));
    if (outcome.evidence().map(Evidence::impossible).orElse(false)) {
      line(ImpossibleText.of(outcome.verdict(), outcome.upper()));
    }
    outcome
        .evidence()
        .flatMap(Evidence::witness)
        .ifPresent(witness -> print(witness, outcome.obligation()));
  }

  private static String bounds(Outcome outcome) {
    if (!outcome.isSingle()) {
      String command = outcome.isBand() ? "cdf" : "moments";
      return outcome.points().isEmpty()
          ? "no bounds"
          : Words.boundsAlone(outcome) + "; surety " + command + " prints them";
    }
    return Words.bounds(outcome.obligation(), outcome.lower(), outcome.upper());
  }

  private static String effort(Outcome outcome) {
    StringBuilder line = new StringBuilder();
    String cells = outcome.evidence().map(e -> Words.cells(e.cells())).orElse("0 cells");
    line.append(outcome.isReplayed() ? "unchanged, replayed in " : "")
        .append(Words.seconds(outcome.seconds()))
        .append(", ")
        .append(cells)
        .append(", ");
    line.append(outcome.certificate().map(Object::toString).orElse("no certificate"));
    return line.toString();
  }

  /** The inputs exactly, for they are to be fed to the network; the outputs to be looked at. */
  private void print(Witness witness, Obligation asked) {
    NamedInputs named = new NamedInputs(asked.inputs(), asked.statement().law());
    String inputs =
        named.areMany()
            ? named.text(witness.inputs(), Decimals::shown)
            : "x = " + list(witness.inputs(), Decimals::shown);
    line("witness: " + inputs + " gives " + outputs(witness, asked) + ", rounded");
  }

  /** Of several networks each by its name. */
  private static String outputs(Witness witness, Obligation asked) {
    Map<String, List<Rational>> vectors = new LinkedHashMap<>();
    for (int k = 0; k < witness.outputs().size(); k++) {
      vectors
          .computeIfAbsent(vector(asked, k), v -> new ArrayList<>())
          .add(witness.outputs().get(k));
    }
    return vectors.entrySet().stream()
        .map(vector -> vector.getKey() + " = " + list(vector.getValue(), Decimals::rounded))
        .collect(Collectors.joining(", "));
  }

  private static String vector(Obligation asked, int output) {
    if (asked.networkFiles().size() == 1) {
      return "y";
    }
    String name = asked.outputs().get(output);
    return name.substring(0, name.indexOf('.')) + ".y";
  }

  private static String list(List<Rational> values, Function<Rational, String> text) {
    return "(" + String.join(", ", values.stream().map(text).toList()) + ")";
  }

  private void line(String text) {
    out.println(INDENT + text);
  }

  private static String colour(VerificationState state) {
    return switch (state) {
      case FAILED, VIOLATED -> "red";
      case PROVED -> "green";
      case ANSWERED -> "cyan";
      case UNDECIDED, UNVERIFIED, STALE, QUEUED, RUNNING -> "yellow";
    };
  }

  private String word(VerificationState state) {
    return ansi.string("@|bold,fg(" + colour(state) + ") " + state + "|@");
  }
}
