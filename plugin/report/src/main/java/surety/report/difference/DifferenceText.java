package surety.report.difference;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.language.display.Decimals;

/** What two runs have not in common, for people. The first line is all of it in short. */
public final class DifferenceText {
  private static final String INDENT = "           ";
  private static final int DIGEST_SHOWN = 12;
  private static final MathContext STEP = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final int DIGITS = 7;

  private final PrintWriter out;

  private DifferenceText(PrintWriter out) {
    this.out = out;
  }

  /** Prints it. */
  public static void print(Differences differences, PrintWriter out) {
    new DifferenceText(out).print(differences);
  }

  private void print(Differences all) {
    out.println(all.verdict() + ": " + summary(all));
    if (all.before().isReplayable() || all.after().isReplayable()) {
      out.println(
          "note: certificates were read for what they claim and not replayed; surety replay does");
    }
    if (all.results().stream().anyMatch(ResultDifference::isAboutUnknown)) {
      out.println(
          "note: a run did not record its statements, so that assumptions are compared in part only");
    }
    all.results().stream().filter(ResultDifference::isAny).forEach(this::print);
  }

  private static String summary(Differences all) {
    long compared = all.count(one -> !one.isNew() && !one.isGone());
    List<String> parts = new ArrayList<>();
    part(
        parts, all.count(ResultDifference::isContradiction), "with bounds that exclude each other");
    part(parts, all.count(ResultDifference::hasOtherVerdict), "with another verdict");
    part(
        parts,
        all.count(one -> one.movement().isPresent() && !one.isContradiction()),
        "with other bounds");
    part(parts, all.count(one -> !one.assumptions().isEmpty()), "with other assumptions");
    part(parts, all.count(ResultDifference::isNew), "new");
    part(parts, all.count(ResultDifference::isGone), "gone");
    return compared
        + " compared"
        + (parts.isEmpty() ? ", nothing moved" : ": " + String.join(", ", parts));
  }

  private static void part(List<String> parts, long count, String words) {
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }

  private void print(ResultDifference one) {
    out.println();
    if (one.isNew() || one.isGone()) {
      Recorded only = one.before().or(one::after).orElseThrow();
      head(one.isNew() ? "NEW" : "GONE", one.name());
      only.text().ifPresent(this::line);
      line((one.isNew() ? "it is " : "it was ") + only.verdict());
      return;
    }
    Recorded was = one.before().orElseThrow();
    Recorded is = one.after().orElseThrow();
    head(one.isContradiction() ? "WRONG" : is.verdict(), one.name());
    is.text().ifPresent(this::line);
    if (one.hasOtherVerdict()) {
      line("verdict: " + was.verdict() + " -> " + is.verdict());
    }
    one.assumptions().forEach(assumption -> line(words(assumption)));
    one.movement().ifPresent(movement -> print(movement, is.quantity()));
  }

  private void head(String word, String name) {
    out.println(word + " ".repeat(Math.max(1, INDENT.length() - word.length())) + name);
  }

  private void line(String text) {
    out.println(INDENT + text);
  }

  private static String words(Assumption assumption) {
    boolean isNetwork = assumption.kind() == Assumption.Kind.NETWORK;
    String of = assumption.what().isEmpty() ? "" : (isNetwork ? " " : " of ") + assumption.what();
    String before = isNetwork ? digest(assumption.before()) : assumption.before();
    String after = isNetwork ? digest(assumption.after()) : assumption.after();
    return assumption.kind().words() + of + ": " + before + " -> " + after;
  }

  private static String digest(String digest) {
    return digest.length() <= DIGEST_SHOWN
        ? digest
        : "SHA-256 " + digest.substring(0, DIGEST_SHOWN) + "...";
  }

  private void print(Movement movement, String quantity) {
    Ends before = movement.before();
    Ends after = movement.after();
    String at = before.at().isEmpty() ? "" : " at " + before.at();
    if (!before.at().equals(after.at())) {
      line(quantity + ": other thresholds, largest gap " + gap(before) + " -> " + gap(after));
      return;
    }
    line(quantity + at + ": " + interval(before) + " -> " + interval(after));
    if (movement.direction() == Movement.Direction.CONTRADICTION) {
      line("the statement is the same, and no value is within both: one of the runs is wrong");
      line("replay both certificates (surety replay), and please report this");
      return;
    }
    line(
        direction(movement)
            + ": "
            + step("lower", before.lower(), after.lower())
            + ", "
            + step("upper", before.upper(), after.upper())
            + ", gap "
            + gap(before)
            + " -> "
            + gap(after)
            + (movement.points() > 1
                ? " (most of %d points that moved)".formatted(movement.points())
                : ""));
  }

  private static String direction(Movement movement) {
    return switch (movement.direction()) {
      case UP, DOWN -> "shifted " + movement.direction().name().toLowerCase(Locale.ROOT);
      case MIXED -> "moved";
      default -> movement.direction().name().toLowerCase(Locale.ROOT);
    };
  }

  /** For instance {@code lower +1.2e-5}. */
  private static String step(String end, Optional<BigDecimal> before, Optional<BigDecimal> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return end + (before.equals(after) ? " unknown" : after.isEmpty() ? " lost" : " found");
    }
    BigDecimal step = after.get().subtract(before.get());
    return end
        + " "
        + (step.signum() == 0
            ? "unmoved"
            : (step.signum() > 0 ? "+" : "") + Decimals.text(step.round(STEP)));
  }

  private static String gap(Ends ends) {
    return ends.gap().map(gap -> Decimals.text(up(gap, STEP.getPrecision()))).orElse("infinite");
  }

  /** Outward, with as many digits as tell the two apart. */
  private static String interval(Ends ends) {
    int digits = DIGITS;
    if (ends.gap().isPresent() && ends.gap().get().signum() > 0) {
      int first = magnitude(ends.lower().get().abs().max(ends.upper().get().abs()));
      digits = Math.max(digits, first - magnitude(ends.gap().get()) + 3);
    }
    String lower = "-infinity";
    String upper = "infinity";
    if (ends.lower().isPresent()) {
      lower = Decimals.text(ends.lower().get().round(context(digits, RoundingMode.FLOOR)));
    }
    if (ends.upper().isPresent()) {
      upper = Decimals.text(up(ends.upper().get(), digits));
    }
    return "[" + lower + ", " + upper + "]";
  }

  private static int magnitude(BigDecimal x) {
    return x.precision() - x.scale();
  }

  private static BigDecimal up(BigDecimal x, int digits) {
    return x.round(context(digits, RoundingMode.CEILING));
  }

  private static MathContext context(int digits, RoundingMode mode) {
    return new MathContext(Math.min(digits, Decimals.DIGITS), mode);
  }
}
