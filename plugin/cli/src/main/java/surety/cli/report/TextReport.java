package surety.cli.report;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.arithmetic.Rational;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.language.display.ImpossibleText;
import surety.solver.Result;
import surety.solver.Witness;

/** The report of a check for people. Its first line is the verdict on everything. */
public final class TextReport {
  private static final String INDENT = "           ";

  private static final List<State> SUMMARY_ORDER =
      List.of(State.PROVED, State.VIOLATED, State.UNDECIDED, State.ANSWERED, State.FAILED);

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
      head(State.FAILED, unchecked.name(), "");
      line(unchecked.reason());
    }
  }

  /** Prints the summary of several specifications, then each of them. */
  public void print(List<Checked> all) {
    List<State> states = all.stream().flatMap(checked -> checked.states().stream()).toList();
    String what = all.size() + (all.size() == 1 ? " specification" : " specifications");
    out.println(summary(what, states, Optional.empty()));
    for (Checked checked : all) {
      out.println();
      print(checked);
    }
  }

  private String summary(String what, List<State> states, Optional<String> problem) {
    String counts =
        problem.orElseGet(
            () ->
                SUMMARY_ORDER.stream()
                    .map(state -> count(state, Collections.frequency(states, state)))
                    .filter(count -> !count.isEmpty())
                    .collect(Collectors.joining(", ")));
    return word(Words.overall(states)) + ": " + what + ": " + counts;
  }

  private static String count(State state, int count) {
    if (count == 0) {
      return "";
    }
    String noun = state != State.ANSWERED ? "" : count == 1 ? " query" : " queries";
    return count + noun + " " + state.lowerCase();
  }

  private void head(State state, String name, String title) {
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
    line(ClaimLevel.REALS);
    line(effort(outcome));
    Words.shortfall(outcome).ifPresent(why -> line("note: " + why));
    outcome.notes().forEach(note -> line("note: " + note));
    if (outcome.result().map(Result::impossible).orElse(false)) {
      line(ImpossibleText.of(outcome.verdict(), outcome.upper()));
    }
    outcome.result().flatMap(Result::witness).ifPresent(this::print);
  }

  private static String bounds(Outcome outcome) {
    if (outcome.isBand() && outcome.points().isEmpty()) {
      return "no bounds";
    }
    if (outcome.isBand()) {
      return BoundsText.ofBand(outcome.points().size(), outcome.gap()) + "; surety cdf prints them";
    }
    return Words.bounds(outcome.obligation(), outcome.lower(), outcome.upper());
  }

  private static String effort(Outcome outcome) {
    StringBuilder line = new StringBuilder();
    long cells = outcome.result().map(Result::cells).orElse(0L);
    line.append(Words.seconds(outcome.seconds()))
        .append(", ")
        .append(Words.cells(cells))
        .append(", ");
    line.append(outcome.certificate().map(Object::toString).orElse("no certificate"));
    return line.toString();
  }

  /** The inputs exactly, for they are to be fed to the network; the outputs to be looked at. */
  private void print(Witness witness) {
    String inputs = list(witness.inputs(), Decimals::shown);
    String outputs = list(witness.outputs(), Decimals::rounded);
    line("witness: x = " + inputs + " gives y = " + outputs + ", rounded");
  }

  private static String list(List<Rational> values, Function<Rational, String> text) {
    return "(" + String.join(", ", values.stream().map(text).toList()) + ")";
  }

  private void line(String text) {
    out.println(INDENT + text);
  }

  private String word(State state) {
    return ansi.string("@|bold,fg(" + state.colour() + ") " + state + "|@");
  }
}
