package surety.certificates.density;

import java.math.BigInteger;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/** What the parameters of several distributions must satisfy, with the messages if not. */
final class Parameters {
  private static final Rational LARGEST = Rational.of(BigInteger.TEN.pow(300), BigInteger.ONE);
  private static final Rational SMALLEST = Rational.of(BigInteger.ONE, BigInteger.TEN.pow(300));
  private static final Rational LARGEST_EXPONENT = Rational.of(10_000);

  /** Below that, nearly all probability is so near to the pole that doubles cannot tell. */
  private static final Rational SMALLEST_SHAPE = Rational.of(1, 1000);

  private Parameters() {}

  /** A number whose double enclosure is bounded, with some room for computing with it. */
  static void requireInRange(String what, Rational value) {
    if (value.abs().compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(
          what + " is " + brief(value) + ", which is too large; use at most 1e300 in magnitude");
    }
  }

  static void requirePositive(String what, Rational value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          what + " is " + brief(value) + "; it must be greater than 0");
    }
    if (value.compareTo(SMALLEST) < 0) {
      throw new IllegalArgumentException(
          what + " is " + brief(value) + ", which is too small; use at least 1e-300");
    }
    requireInRange(what, value);
  }

  /** The exponent plus one of a power in a density; below 1 the density has a pole. */
  static void requireShape(String what, Rational value) {
    requireBetween(what, value, SMALLEST_SHAPE, LARGEST_EXPONENT);
  }

  /** A positive number between two. */
  static void requireBetween(String what, Rational value, Rational least, Rational most) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          what + " is " + brief(value) + "; it must be greater than 0");
    }
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          what + " is " + brief(value) + ", which is too small; use at least " + least);
    }
    if (value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          what + " is " + brief(value) + ", which is too large; use at most " + most);
    }
  }

  /** Points between which a density has pieces, at least two. */
  static void requireEdges(String family, List<Rational> edges) {
    for (int i = 0; i < edges.size(); i++) {
      requireInRange("edge " + (i + 1) + " of " + family, edges.get(i));
      if (i > 0 && edges.get(i - 1).compareTo(edges.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "the edges of "
                + family
                + " are not sorted: edge "
                + i
                + " is "
                + brief(edges.get(i - 1))
                + " and edge "
                + (i + 1)
                + " is "
                + brief(edges.get(i))
                + "; list them in strictly ascending order");
      }
      if (i > 0) {
        requireApart(
            "the edges " + i + " and " + (i + 1) + " of " + family, edges.get(i - 1), edges.get(i));
      }
    }
  }

  /** Two ends of an interval that is not empty. */
  static void requireAscending(String what, Rational lower, Rational upper) {
    if (lower.compareTo(upper) >= 0) {
      throw new IllegalArgumentException(
          what
              + " ["
              + brief(lower)
              + ", "
              + brief(upper)
              + "] is empty; the first end must be less than the second");
    }
    requireInRange("the lower end of " + what, lower);
    requireInRange("the upper end of " + what, upper);
  }

  /** Two points that doubles can tell apart; given as what the densities see of them. */
  static void requireApart(String what, Rational lower, Rational upper) {
    if (Interval.of(lower).upper() >= Interval.of(upper).lower()) {
      throw new IllegalArgumentException(
          what + " are closer than double precision can tell apart; move them apart");
    }
  }

  /** A number short enough for a message. */
  static String brief(Rational value) {
    String text = value.toString();
    if (text.length() <= 40) {
      return text;
    }
    double floor = value.doubleFloor();
    return Double.isInfinite(floor) || Math.abs(floor) == Double.MAX_VALUE || floor == 0
        ? text.substring(0, 40) + "..."
        : "about " + floor;
  }
}
