package surety.solver.witness;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

/**
 * Turns points where an event holds into a witness of small denominators. Coordinates are rounded
 * to multiples of 1, 1/2, 1/4, ... until the point so found passes the exact check: such numbers
 * are short decimals and, down to 2^-24 of the largest input, exact in 32-bit floating point, so
 * that the network can be fed with the witness itself and not with something near it. Where that is
 * too coarse, decimals are tried, which are at least short to read.
 */
final class ShortPoints {
  /** What coordinates are rounded to multiples of, one after the other. */
  private static final List<Rational> STEPS =
      Stream.of(
              IntStream.rangeClosed(0, 24).mapToObj(bits -> step(2, bits)),
              IntStream.rangeClosed(8, 16).mapToObj(digits -> step(10, digits)),
              IntStream.iterate(28, b -> b <= 128, b -> b + 4).mapToObj(bits -> step(2, bits)))
          .flatMap(steps -> steps)
          .toList();

  private final WitnessCheck check;

  ShortPoints(WitnessCheck check) {
    this.check = check;
  }

  /** A witness at or near one of the points; inside a box around them rather than on a side. */
  Optional<Witness> near(List<Range> around, List<List<Rational>> points, Stop stop) {
    Set<List<Rational>> onSides = new LinkedHashSet<>();
    Set<List<Rational>> tried = new LinkedHashSet<>();
    for (Rational step : STEPS) {
      for (List<Rational> point : points) {
        List<Rational> rounded = point.stream().map(x -> rounded(x, step)).toList();
        if (!tried.add(rounded)) {
          continue;
        }
        if (!are(around, rounded, Range::containsInside)) {
          onSides.add(rounded);
          continue;
        }
        Optional<Witness> witness = check.confirm(rounded, stop);
        if (witness.isPresent()) {
          return witness;
        }
      }
    }
    onSides.removeIf(point -> !are(around, point, Range::contains));
    List<List<Rational>> last = new ArrayList<>(onSides);
    last.addAll(points);
    return last.stream().flatMap(point -> check.confirm(point, stop).stream()).findFirst();
  }

  private static boolean are(
      List<Range> ranges, List<Rational> point, BiPredicate<Range, Rational> in) {
    return IntStream.range(0, point.size()).allMatch(i -> in.test(ranges.get(i), point.get(i)));
  }

  private static Rational step(int base, int places) {
    return Rational.of(BigInteger.ONE, BigInteger.valueOf(base).pow(places));
  }

  /** The nearest multiple of a step; the upper one of two. */
  static Rational rounded(Rational x, Rational step) {
    Rational steps = x.dividedBy(step);
    BigInteger doubled = steps.numerator().shiftLeft(1).add(steps.denominator());
    BigInteger divisor = steps.denominator().shiftLeft(1);
    BigInteger[] quotient = doubled.divideAndRemainder(divisor);
    BigInteger floor =
        quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    return step.times(Rational.of(floor, BigInteger.ONE));
  }
}
