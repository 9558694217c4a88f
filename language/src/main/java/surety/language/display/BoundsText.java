package surety.language.display;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Claim;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.MomentsClaim;

/**
 * An interval for people: rounded outward, in as few digits as tell the story.
 *
 * <p>Few enough to be read, but so many that rounding widens the interval by no more than a tenth
 * of itself, and that it still lies on the same side of the limit as the exact interval does.
 */
public final class BoundsText {
  private static final int FEWEST = 4;
  private static final BigDecimal WIDENING = new BigDecimal("1.1");

  private BoundsText() {}

  /**
   * For instance {@code [0.03401, 0.03402]}.
   *
   * @param limits that it is compared with
   */
  public static String of(Bound lower, Bound upper, List<Rational> limits) {
    if (!lower.isFinite() && !upper.isFinite()) {
      return "unknown";
    }
    int digits = FEWEST;
    while (digits < Decimals.DIGITS && !faithful(lower, upper, limits, digits)) {
      digits++;
    }
    return "[" + floor(lower, digits) + ", " + ceiling(upper, digits) + "]";
  }

  /**
   * A lower bound alone, rounded down.
   *
   * @param limits on whose side it stays
   * @param fewest digits, if that is enough
   */
  public static BigDecimal floor(Bound lower, List<Rational> limits, int fewest) {
    return rounded(lower, limits, fewest, digits -> end -> Decimals.floor(end, digits));
  }

  /** An upper bound alone, rounded up, likewise. */
  public static BigDecimal ceiling(Bound upper, List<Rational> limits, int fewest) {
    return rounded(upper, limits, fewest, digits -> end -> Decimals.ceiling(end, digits));
  }

  private static BigDecimal rounded(
      Bound end,
      List<Rational> limits,
      int fewest,
      IntFunction<Function<Dyadic, BigDecimal>> rounding) {
    int digits = fewest;
    while (digits < Decimals.DIGITS) {
      Function<Dyadic, BigDecimal> some = rounding.apply(digits);
      if (limits.stream().allMatch(limit -> isOnSameSide(end, limit, some))) {
        break;
      }
      digits++;
    }
    return rounding.apply(digits).apply(end.dyadic());
  }

  private static String floor(Bound end, int digits) {
    return end.isFinite() ? Decimals.text(Decimals.floor(end.dyadic(), digits)) : "-infinity";
  }

  private static String ceiling(Bound end, int digits) {
    return end.isFinite() ? Decimals.text(Decimals.ceiling(end.dyadic(), digits)) : "infinity";
  }

  /** The distance of two bounds, rounded up. */
  public static String gap(Bound gap, int digits) {
    return ceiling(gap, digits);
  }

  /**
   * The bounds of a claim about more than one number in a line, for instance {@code 5 moments of 2
   * outputs, largest gap 1e-3}.
   */
  public static String ofSeveral(Claim claim, Bound gap) {
    if (claim instanceof MomentsClaim moments) {
      int forms = moments.forms().size();
      return "%d moments of %d %s, largest gap %s"
          .formatted(claim.count(), forms, forms == 1 ? "output" : "outputs", gap(gap, 3));
    }
    return claim instanceof LoopClaim
        ? "%d moments, largest gap %s".formatted(claim.count(), gap(gap, 3))
        : ofBand(claim.count(), gap);
  }

  /** A band in a line, for instance {@code 100 points, largest gap 1e-3}. */
  private static String ofBand(int points, Bound gap) {
    String words = points == 1 ? "1 point, gap " : points + " points, largest gap ";
    return words + gap(gap, 3);
  }

  private static boolean faithful(Bound lower, Bound upper, List<Rational> limits, int digits) {
    boolean isNarrow = true;
    if (lower.isFinite() && upper.isFinite()) {
      BigDecimal low = Decimals.floor(lower.dyadic(), digits);
      BigDecimal high = Decimals.ceiling(upper.dyadic(), digits);
      BigDecimal width = Decimals.floor(upper.dyadic().minus(lower.dyadic()), Decimals.DIGITS);
      isNarrow = high.subtract(low).compareTo(width.multiply(WIDENING)) <= 0;
    }
    return isNarrow
        && limits.stream()
            .allMatch(
                limit ->
                    isOnSameSide(lower, limit, end -> Decimals.floor(end, digits))
                        && isOnSameSide(upper, limit, end -> Decimals.ceiling(end, digits)));
  }

  private static boolean isOnSameSide(
      Bound exact, Rational limit, Function<Dyadic, BigDecimal> rounding) {
    return !exact.isFinite()
        || Integer.signum(
                Rational.parse(rounding.apply(exact.dyadic()).toString()).compareTo(limit))
            == Integer.signum(exact.compareTo(limit));
  }
}
