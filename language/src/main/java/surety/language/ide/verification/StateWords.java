package surety.language.ide.verification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.ProbabilityLimit;
import surety.language.display.BoundsText;
import surety.language.display.Decimals;
import surety.language.problems.Names;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;
import surety.solver.HeavyCell;
import surety.solver.Progress;
import surety.solver.Witness;

/** What is known of a property or query, in words that are the same wherever they are shown. */
final class StateWords {
  private static final int DIGITS = 3;

  private StateWords() {}

  /** For instance {@code proved}. */
  static String state(Verification verification) {
    return verification.state().name().toLowerCase(Locale.ROOT);
  }

  /** The state with how far it has come, for instance {@code running, 3 s}. */
  static String label(Verification verification) {
    return verification
        .progress()
        .map(p -> state(verification) + ", " + (long) p.seconds() + " s")
        .orElseGet(() -> state(verification));
  }

  /** For instance {@code [0.03401, 0.03402]}; of a band its largest gap. */
  static String bounds(Evidence evidence) {
    if (evidence.isBand()) {
      return BoundsText.ofBand(evidence.points().size(), evidence.gap());
    }
    Optional<Rational> limit = evidence.limit().map(ProbabilityLimit::limit);
    return BoundsText.of(evidence.lower(), evidence.upper(), limit);
  }

  /** The distance between the bounds, rounded up. */
  static String gap(Evidence evidence) {
    return Decimals.text(Decimals.ceiling(evidence.gap(), DIGITS));
  }

  /** The distance between the bounds and the limit, rounded down. */
  static Optional<String> margin(Evidence evidence) {
    MathContext down = new MathContext(DIGITS, RoundingMode.DOWN);
    return evidence.gapToLimit().map(m -> Decimals.text(Decimals.nearest(m).round(down)));
  }

  /** Seconds with as many decimals as matter. */
  static String seconds(double seconds) {
    return Decimals.text(BigDecimal.valueOf(seconds).round(new MathContext(DIGITS))) + " s";
  }

  /** What a search guesses while it runs. */
  static String progress(Progress progress) {
    String cells = String.format(Locale.ROOT, "%,d", progress.cells());
    String words = seconds(progress.seconds()) + ", " + cells + " cells";
    return Double.isFinite(progress.gap())
        ? words + ", gap about " + Decimals.text(few(progress.gap())) + " (not yet proven)"
        : words;
  }

  private static BigDecimal few(double value) {
    return new BigDecimal(value).round(new MathContext(2, RoundingMode.UP));
  }

  /** Why it is stale or failed, how far it has come, or what else there is to say. */
  static Optional<String> message(Verification verification) {
    return verification.progress().map(StateWords::progress).or(verification::message);
  }

  /** How long ago something was. */
  static String age(Evidence evidence, Instant now) {
    Duration age = evidence.age(now);
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return Names.count((int) age.toMinutes(), "minute") + " ago";
    }
    return age.toDays() < 1
        ? Names.count((int) age.toHours(), "hour") + " ago"
        : Names.count((int) Math.min(Integer.MAX_VALUE, age.toDays()), "day") + " ago";
  }

  /** For instance {@code 2 proved, 1 violated}. */
  static String summary(VerificationSnapshot snapshot) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<VerificationState, Integer> count : snapshot.counts().entrySet()) {
      parts.add(count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT));
    }
    return String.join(", ", parts);
  }

  /** For instance {@code a in [0.1, 0.3], b in [2, 4], about 0.012 of the probability}. */
  static String heavy(Verification verification, HeavyCell cell) {
    List<String> sides = new ArrayList<>();
    for (HeavyCell.Side side : cell.sides()) {
      String name = verification.obligation().inputs().get(side.input());
      sides.add(name + " in [" + look(side.lower()) + ", " + look(side.upper()) + "]");
    }
    return Names.list(sides) + ", about " + look(cell.probability()) + " of the probability";
  }

  private static String look(double value) {
    return Double.isFinite(value)
        ? Decimals.text(new BigDecimal(value).round(new MathContext(DIGITS)))
        : Double.toString(value);
  }

  /** For instance {@code a = 1/4, b = 2 gives c = 1.5 (rounded)}. */
  static String witness(Verification verification, Witness witness) {
    List<String> inputs = new ArrayList<>();
    for (int k = 0; k < witness.inputs().size(); k++) {
      String name = verification.obligation().inputs().get(k);
      inputs.add(name + " = " + Decimals.exact(witness.inputs().get(k)));
    }
    List<String> outputs = new ArrayList<>();
    for (int k = 0; k < witness.outputs().size(); k++) {
      String name = verification.obligation().outputs().get(k);
      outputs.add(name + " = " + Decimals.rounded(witness.outputs().get(k)));
    }
    return Names.list(inputs) + " gives " + Names.list(outputs) + " (rounded)";
  }
}
