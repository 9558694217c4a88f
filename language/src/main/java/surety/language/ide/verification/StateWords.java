package surety.language.ide.verification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import surety.language.display.BoundsText;
import surety.language.display.BoxText;
import surety.language.display.Decimals;
import surety.language.display.ProgressText;
import surety.language.display.ShareText;
import surety.language.problems.Names;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;
import surety.solver.HeavyCell;
import surety.solver.witness.Witness;

/** What is known of a property or query, in words that are the same wherever they are shown. */
final class StateWords {
  private static final int DIGITS = 3;
  private static final int MOST_SHOWN = 8;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private StateWords() {}

  /** One of the words that clients know, for instance {@code proved} or {@code unverified}. */
  static String state(Verification verification) {
    return verification.state().name().toLowerCase(Locale.ROOT);
  }

  /** For people, for instance {@code proved} or {@code not verified}. */
  private static String words(VerificationState state) {
    return state == VerificationState.UNVERIFIED
        ? "not verified"
        : state.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state with how far it has come, for instance {@code running, 3 s} or {@code replaying 42%}.
   */
  static String label(Verification verification) {
    if (verification.isReplaying()) {
      return "replaying" + verification.percent().map(percent -> " " + percent + "%").orElse("");
    }
    return verification
        .progress()
        .map(p -> words(verification.state()) + ", " + (long) p.seconds() + " s")
        .orElseGet(() -> words(verification.state()) + shortOfGap(verification));
  }

  private static String shortOfGap(Verification verification) {
    boolean isShort = verification.established().filter(Evidence::missesWantedGap).isPresent();
    return isShort ? ", wanted gap not reached" : "";
  }

  /** For instance {@code [0.03401, 0.03402]}; of several their largest gap. */
  static String bounds(Evidence evidence) {
    if (!evidence.isSingle()) {
      return BoundsText.ofSeveral(evidence.statement().claim(), evidence.gap());
    }
    return BoundsText.of(evidence.lower(), evidence.upper(), evidence.limits());
  }

  /** The distance between the bounds, rounded up. */
  static String gap(Evidence evidence) {
    return BoundsText.gap(evidence.gap(), DIGITS);
  }

  /** The distance between the bounds and the limit, rounded down. */
  static Optional<String> margin(Evidence evidence) {
    return evidence.gapToLimit().map(m -> Decimals.text(Decimals.floor(m, DIGITS)));
  }

  /** Seconds with as many decimals as matter. */
  static String seconds(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "an unknown time";
    }
    BigDecimal exact = BigDecimal.valueOf(Math.max(0, seconds));
    boolean isLong = exact.precision() - exact.scale() >= DIGITS;
    return Decimals.text(
            isLong
                ? exact.setScale(0, RoundingMode.HALF_EVEN)
                : exact.round(new MathContext(DIGITS)))
        + " s";
  }

  /** Why it is stale or failed, how far it has come, or what else there is to say. */
  static Optional<String> message(Verification verification) {
    return verification
        .progress()
        .map(p -> ProgressText.of(p, verification.timeout()))
        .or(verification::message)
        .or(() -> verification.established().flatMap(Evidence::shortfall));
  }

  /** When it was established, as local time. It stays true however long it is shown. */
  static String found(Evidence evidence) {
    return MINUTE.format(evidence.established().atZone(ZoneId.systemDefault()));
  }

  /** For instance {@code 2 proved, 1 violated}. */
  static String summary(VerificationSnapshot snapshot) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<VerificationState, Integer> count : snapshot.counts().entrySet()) {
      parts.add(count.getValue() + " " + words(count.getKey()));
    }
    return String.join(", ", parts);
  }

  /**
   * For instance {@code a in [0.1, 0.3], b in [2, 4] (estimated probability 0.012)}. The sides are
   * rounded outward.
   */
  static String heavy(Verification verification, HeavyCell cell) {
    return box(verification, cell)
        + " (estimated probability "
        + ShareText.few(cell.probability())
        + ")";
  }

  /** For instance {@code a in [0.1, 0.3], b in [2, 4]}, rounded outward. */
  static String box(Verification verification, HeavyCell cell) {
    return BoxText.of(cell.sides(), verification.obligation().inputs());
  }

  /** For instance {@code a = 1/4, b = 2 gives c = 1.5 (rounded)}. */
  static String witness(Verification verification, Witness witness) {
    List<String> inputs = verification.obligation().inputs();
    List<String> outputs = verification.obligation().outputs();
    return list(
            witness.inputs().size(),
            k -> inputs.get(k) + " = " + Decimals.shown(witness.inputs().get(k)))
        + " gives "
        + list(
            witness.outputs().size(),
            k -> outputs.get(k) + " = " + Decimals.rounded(witness.outputs().get(k)))
        + " (rounded)";
  }

  /**
   * A network may have thousands of inputs and outputs; those that are left out are not written.
   */
  private static String list(int size, IntFunction<String> words) {
    List<String> shown = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      shown.add(k < MOST_SHOWN ? words.apply(k) : "");
    }
    return Names.list(shown);
  }
}
