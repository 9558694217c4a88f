package surety.solver.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.Polytope;
import surety.certificates.region.RationalPoint;

/**
 * Finds a point strictly inside of a polytope, with short numbers: the mean of the vertices, all
 * rounded to so few digits that it stays inside.
 */
final class InnerPoint {
  private static final int FEWEST_BITS = 4;

  private InnerPoint() {}

  /**
   * The point. There is one: the mean itself is inside, and so is what is close enough to it.
   *
   * @param facets of the polytope
   */
  static RationalPoint of(Polytope polytope, List<HalfSpace> facets) {
    List<RationalPoint> vertices = polytope.vertices();
    int n = polytope.dimension();
    int[] exponents = new int[n];
    for (int q = 0; q < n; q++) {
      int coordinate = q;
      List<Rational> values = vertices.stream().map(v -> v.coordinate(coordinate)).toList();
      Rational least = values.stream().min(Rational::compareTo).orElseThrow();
      Rational greatest = values.stream().max(Rational::compareTo).orElseThrow();
      exponents[q] = exponent(greatest.minus(least));
    }
    for (int bits = FEWEST_BITS; ; bits *= 2) {
      List<Rational> rounded = new ArrayList<>();
      for (int q = 0; q < n; q++) {
        rounded.add(mean(vertices, q, bits - exponents[q]));
      }
      RationalPoint point = RationalPoint.of(rounded);
      if (facets.stream().allMatch(facet -> facet.containsInside(point))) {
        return point;
      }
    }
  }

  /** The exponent of about the next power of two to a positive number. */
  private static int exponent(Rational x) {
    return x.numerator().bitLength() - x.denominator().bitLength();
  }

  /** The mean of one coordinate, all rounded down to multiples of {@code 2^-places}. */
  private static Rational mean(List<RationalPoint> vertices, int q, int places) {
    BigInteger sum = BigInteger.ZERO;
    for (RationalPoint v : vertices) {
      BigInteger numerator = v.numerators().get(q).shiftLeft(Math.max(places, 0));
      sum = sum.add(floor(numerator, v.denominator().shiftLeft(Math.max(-places, 0))));
    }
    BigInteger mean = floor(sum, BigInteger.valueOf(vertices.size()));
    return Rational.of(
        mean.shiftLeft(Math.max(-places, 0)), BigInteger.ONE.shiftLeft(Math.max(places, 0)));
  }

  /** A quotient by a positive number, rounded down. */
  private static BigInteger floor(BigInteger numerator, BigInteger denominator) {
    return numerator.subtract(numerator.mod(denominator)).divide(denominator);
  }
}
