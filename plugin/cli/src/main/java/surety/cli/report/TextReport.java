package surety.cli.report;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.ProbabilityLimit;
import surety.certificates.statement.Verdict;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.solver.Result;
import surety.solver.Witness;

/** The report of a check for people. Its first line is the verdict on everything. */
public final class TextReport {
  private static final String INDENT = "           ";

  private final PrintWriter out;
  private final Ansi ansi;

  /** A report that goes to the writer, in colours if they are on. */
  public TextReport(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  /** Prints the summary, then each outcome. */
  public void print(String specification, List<Outcome> outcomes) {
    out.println(summary(specification, outcomes));
    for (Outcome outcome : outcomes) {
      out.println();
      print(outcome);
    }
  }

  private String summary(String specification, List<Outcome> outcomes) {
    Optional<Verdict> overall = Words.overall(outcomes);
    StringBuilder line = new StringBuilder();
    line.append(word(overall)).append(": ").append(specification).append(": ");
    String separator = "";
    for (Verdict verdict : Verdict.values()) {
      long count = outcomes.stream().filter(o -> o.verdict().equals(Optional.of(verdict))).count();
      if (count > 0) {
        line.append(separator).append(count).append(' ').append(lowerCase(verdict));
        separator = ", ";
      }
    }
    long queries = outcomes.stream().filter(o -> o.verdict().isEmpty()).count();
    if (queries > 0) {
      line.append(separator).append(queries).append(queries == 1 ? " query" : " queries");
      line.append(" answered");
    }
    return line.toString();
  }

  private void print(Outcome outcome) {
    String title = outcome.obligation().title().map(text -> "  \"" + text + "\"").orElse("");
    String padding = " ".repeat(INDENT.length() - plain(outcome.verdict()).length());
    out.println(word(outcome.verdict()) + padding + outcome.obligation().name() + title);
    line(outcome.obligation().text());
    line(bounds(outcome));
    line(ClaimLevel.REALS);
    line(effort(outcome));
    if (outcome.missesWantedGap()) {
      String gap = Decimals.text(BigDecimal.valueOf(outcome.wantedGap()));
      line("note: the wanted gap " + gap + " was not reached");
    }
    Words.whyStopped(outcome).ifPresent(reason -> line("note: " + reason));
    if (outcome.result().map(Result::impossible).orElse(false)) {
      line("the event is impossible: no input makes it happen");
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
    Optional<Rational> limit = Words.limit(outcome.obligation()).map(ProbabilityLimit::limit);
    return "probability in " + BoundsText.of(outcome.lower(), outcome.upper(), limit);
  }

  private static String effort(Outcome outcome) {
    StringBuilder line = new StringBuilder();
    double seconds = outcome.result().map(Result::seconds).orElse(0.0);
    long cells = outcome.result().map(Result::cells).orElse(0L);
    line.append(Words.seconds(seconds)).append(", ").append(Words.cells(cells)).append(", ");
    line.append(outcome.certificate().map(Object::toString).orElse("no certificate"));
    return line.toString();
  }

  /** The inputs exactly, for they are to be fed to the network; the outputs to be looked at. */
  private void print(Witness witness) {
    String inputs = list(witness.inputs(), Decimals::exact);
    String outputs = list(witness.outputs(), Decimals::rounded);
    line("witness: x = " + inputs + " gives y = " + outputs + ", rounded");
  }

  private static String list(List<Rational> values, Function<Rational, String> text) {
    return "(" + String.join(", ", values.stream().map(text).toList()) + ")";
  }

  private void line(String text) {
    out.println(INDENT + text);
  }

  private String word(Optional<Verdict> verdict) {
    String colour =
        verdict
            .map(
                v ->
                    switch (v) {
                      case PROVED -> "fg(green)";
                      case VIOLATED -> "fg(red)";
                      case UNDECIDED -> "fg(yellow)";
                    })
            .orElse("fg(cyan)");
    return ansi.string("@|bold," + colour + " " + plain(verdict) + "|@");
  }

  private static String plain(Optional<Verdict> verdict) {
    return verdict.map(Verdict::name).orElse("ANSWERED");
  }

  private static String lowerCase(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> "proved";
      case VIOLATED -> "violated";
      case UNDECIDED -> "undecided";
    };
  }
}
