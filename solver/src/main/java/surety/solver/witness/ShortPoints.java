package surety.solver.witness;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

/**
 * Turns points where an event holds into a witness of small denominators. Coordinates are rounded
 * to multiples of 1, 1/2, 1/4, ... until the point so found passes the exact check: such numbers
 * are short decimals and, down to 2^-24 of the largest input, exact in 32-bit floating point, so
 * that the network can be fed with the witness itself and not with something near it.
 */
final class ShortPoints {
  private static final int[] BITS =
      IntStream.concat(
              IntStream.rangeClosed(0, 24), IntStream.iterate(28, b -> b <= 128, b -> b + 4))
          .toArray();

  private final WitnessCheck check;

  ShortPoints(WitnessCheck check) {
    this.check = check;
  }

  /** A witness in the cell at or near one of the points; inside the cell rather than on a side. */
  Optional<Witness> near(ExactCell cell, List<List<Rational>> points, Stop stop) {
    Set<List<Rational>> onSides = new LinkedHashSet<>();
    Set<List<Rational>> tried = new LinkedHashSet<>();
    for (int bits : BITS) {
      for (List<Rational> point : points) {
        List<Rational> rounded = point.stream().map(x -> rounded(x, bits)).toList();
        if (!tried.add(rounded)) {
          continue;
        }
        if (!cell.containsInside(rounded)) {
          onSides.add(rounded);
          continue;
        }
        Optional<Witness> witness = check.confirm(cell, rounded, stop);
        if (witness.isPresent()) {
          return witness;
        }
      }
    }
    List<List<Rational>> last = new ArrayList<>(onSides);
    last.addAll(points);
    return last.stream().flatMap(point -> check.confirm(cell, point, stop).stream()).findFirst();
  }

  /** The nearest multiple of 2^-bits; the upper one of two. */
  static Rational rounded(Rational x, int bits) {
    BigInteger doubled = x.numerator().shiftLeft(bits + 1).add(x.denominator());
    BigInteger divisor = x.denominator().shiftLeft(1);
    BigInteger[] quotient = doubled.divideAndRemainder(divisor);
    BigInteger floor =
        quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    return Rational.of(floor, BigInteger.ONE.shiftLeft(bits));
  }
}
