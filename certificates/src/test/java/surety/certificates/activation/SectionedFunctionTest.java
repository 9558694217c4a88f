package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/** What sections promise, and what follows from them, for every activation. */
class SectionedFunctionTest {
  private static final int ULPS = 8;

  private record Point(BigDecimal x, BigDecimal value) {
    static Point of(Activation f, BigDecimal x) {
      return new Point(x, PreciseFunctions.value(f, x));
    }
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void sectionsCoverTheLineWithoutGaps(Activation f) {
    boolean startsAtZero = f.equals(Activation.LOG) || f.equals(Activation.SQRT);
    double end = startsAtZero ? 0 : Double.NEGATIVE_INFINITY;
    assertEquals(!startsAtZero, f.isDefinedOn(-2, -1));
    for (Section section : f.sections()) {
      assertEquals(end, section.from());
      end = section.to();
    }
    assertEquals(Double.POSITIVE_INFINITY, end);
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void theMiddleOfAChordIsOnTheSideThatTheCurvatureSays(Activation f) {
    for (Section section : f.sections()) {
      if (section.curvature() == Curvature.EITHER) {
        continue;
      }
      List<Point> points = pointsIn(f, section);
      int bends = 0;
      for (int i = 0; i < points.size(); i++) {
        for (int step = 1; i + step < points.size(); step *= 3) {
          bends += bend(f, section, points.get(i), points.get(i + step));
        }
      }
      assertEquals(section.curvature() == Curvature.LINEAR, bends == 0, section::toString);
    }
  }

  /** 1 if the function is truly below or above the chord, after a check that the side is right. */
  private static int bend(Activation f, Section section, Point a, Point b) {
    BigDecimal half = new BigDecimal("0.5");
    BigDecimal middle = PreciseFunctions.value(f, a.x().add(b.x()).multiply(half));
    int side =
        signum(
            a.value().add(b.value()).multiply(half).subtract(middle),
            a.value().abs().max(b.value().abs()));
    int expected =
        switch (section.curvature()) {
          case LINEAR, EITHER -> 0;
          case CONVEX -> 1;
          case CONCAVE -> -1;
        };
    assertTrue(
        side == 0 || side == expected,
        () -> f + " bends the wrong way between " + a.x() + " and " + b.x() + " in " + section);
    return Math.abs(side);
  }

  /** The sign of a difference, or 0 if it may come from the oracle's own rounding. */
  private static int signum(BigDecimal difference, BigDecimal magnitude) {
    boolean noise = difference.abs().compareTo(magnitude.movePointLeft(90)) <= 0;
    return noise ? 0 : difference.signum();
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void isMonotoneOnEachSection(Activation f) {
    for (Section section : f instanceof Wave ? List.<Section>of() : f.sections()) {
      List<Point> points = pointsIn(f, section);
      boolean rises = false;
      boolean falls = false;
      for (int i = 1; i < points.size(); i++) {
        BigDecimal left = points.get(i - 1).value();
        BigDecimal right = points.get(i).value();
        int sign = signum(right.subtract(left), left.abs().max(right.abs()));
        rises |= sign > 0;
        falls |= sign < 0;
      }
      boolean turns = f.valley().filter(v -> section.contains(v.from())).isPresent();
      assertEquals(turns, rises && falls, section::toString);
    }
  }

  /** Points in a section, its finite ends among them, ascending. */
  private static List<Point> pointsIn(Activation f, Section section) {
    SplittableRandom random = new SplittableRandom(3);
    double from = Double.isFinite(section.from()) ? section.from() : -Double.MAX_VALUE;
    double to = Double.isFinite(section.to()) ? section.to() : Double.MAX_VALUE;
    TreeSet<Double> points = new TreeSet<>();
    for (int i = 0; i < 30; i++) {
      double t = random.nextDouble();
      points.add(from * (1 - t) + to * t);
      points.add(from + random.nextDouble(50));
      points.add(to - random.nextDouble(50));
      points.add(random.nextDouble(-50, 50));
      points.add(Doubles.any(random));
    }
    points.add(from);
    points.add(to);
    points.removeIf(x -> !section.contains(x) || !f.isDefinedOn(x, x));
    return points.stream().map(BigDecimal::new).map(x -> Point.of(f, x)).toList();
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void rangesAreEnclosedTightly(Activation f) {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 100; i++) {
      Interval range = range(f, random);
      if (!f.isDefinedOn(range.lower(), range.upper())) {
        assertEquals(Interval.WHOLE, f.enclose(range));
        continue;
      }
      Interval values = f.enclose(range);
      Supplier<String> what = () -> f + " over " + range;
      BigDecimal least = PreciseFunctions.value(f, new BigDecimal(range.lower()));
      BigDecimal most = least;
      for (double x : extremes(f, range)) {
        BigDecimal value = PreciseFunctions.value(f, new BigDecimal(x));
        least = least.min(value);
        most = most.max(value);
      }
      Accuracy.assertContains(values, least, what);
      Accuracy.assertContains(values, most, what);
      if (!(f instanceof Wave)) {
        Accuracy.assertNear(least, values.lower(), ULPS, f, () -> what.get() + " from below");
        Accuracy.assertNear(most, values.upper(), ULPS, f, () -> what.get() + " from above");
      }
      for (int k = 0; k < 8; k++) {
        double x = Doubles.in(range, random);
        Accuracy.assertContains(
            values, PreciseFunctions.value(f, new BigDecimal(x)), () -> what.get() + " at " + x);
      }
    }
  }

  private static Interval range(Activation f, SplittableRandom random) {
    List<Double> kinks = Activations.kinks(f);
    double kink = kinks.isEmpty() ? 0 : kinks.get(random.nextInt(kinks.size()));
    double below = Math.abs(Doubles.any(random));
    return switch (random.nextInt(4)) {
      case 0 -> Interval.of(Math.max(kink - below, -Double.MAX_VALUE), kink);
      case 1 -> Interval.of(kink, Math.min(kink + below, Double.MAX_VALUE));
      case 2 -> Interval.of(kink - random.nextDouble(), kink + random.nextDouble());
      default -> Doubles.interval(random);
    };
  }

  private static List<Double> extremes(Activation f, Interval range) {
    List<Double> points = new ArrayList<>(Activations.kinks(f));
    f.valley().ifPresent(v -> points.addAll(List.of(v.from(), v.to())));
    points.removeIf(x -> !range.contains(x));
    points.add(range.lower());
    points.add(range.upper());
    return points;
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void unboundedRangesHaveAllValues(Activation f) {
    double infinity = Double.POSITIVE_INFINITY;
    for (double end : new double[] {-1e300, -7, -0.5, 0, 1e-300, 2, 1e9}) {
      Interval above = f.enclose(Interval.of(end, infinity));
      Interval below = f.enclose(Interval.of(-infinity, end));
      for (double far : new double[] {0, 1e-300, 0.1, 1, 30, 1e17, 1e308}) {
        requireInside(f, end + far, above);
        requireInside(f, end - far, below);
        requireInside(f, end - far, f.enclose(Interval.WHOLE));
      }
    }
  }

  private static void requireInside(Activation f, double x, Interval values) {
    if (Double.isFinite(x)) {
      Interval value = f.enclose(x);
      assertTrue(
          values.lower() <= value.upper() && value.lower() <= values.upper(),
          () -> f + " at " + x + " is in " + value + ", which is outside of " + values);
    }
  }

  /** An infinite lower end, too, may only mean that something overflowed. */
  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void anInfiniteEndSaysNothing(Activation f) {
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(f.range(), f.enclose(Interval.WHOLE));
    assertEquals(f.range(), f.enclose(Interval.of(infinity)));
    assertEquals(f.range(), f.enclose(Interval.of(-infinity)));
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void isExactIfAndOnlyIfItIsMadeOfPolynomials(Activation f) {
    boolean linear = f.sections().stream().allMatch(s -> s.curvature() == Curvature.LINEAR);
    assertEquals(linear, f.isPiecewiseLinear());
    assertEquals(linear, f.degree() == 1);
    if (f.degree() == 0) {
      Exception e =
          assertThrows(
              UnsupportedOperationException.class, () -> f.applyExactly(Rational.of(1, 2)));
      assertTrue(e.getMessage().startsWith(f.name()), e.getMessage());
      return;
    }
    for (double x : Activations.points(f)) {
      Rational value = f.applyExactly(Rational.ofDouble(x));
      assertTrue(f.enclose(x).contains(value), () -> f + " at " + x);
      BigDecimal exact = PreciseFunctions.value(f, new BigDecimal(x));
      Accuracy.assertContains(Interval.of(value), exact, () -> f + " at " + x);
    }
  }

  /**
   * The oracle again, at points that are no doubles: on a linear section, middles go to middles.
   */
  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void exactValuesAreLinearOnEachLinearSection(Activation f) {
    Rational third = Rational.of(1, 3);
    for (Section section : f.isPiecewiseLinear() ? f.sections() : List.<Section>of()) {
      List<Point> points = pointsIn(f, section);
      for (int i = 1; i < points.size(); i += 7) {
        Rational x = Rational.ofDouble(points.get(i - 1).x().doubleValue());
        Rational y = Rational.ofDouble(points.get(i).x().doubleValue());
        Rational between = x.plus(y.minus(x).times(third));
        Rational left = f.applyExactly(x);
        Rational right = f.applyExactly(y);
        assertEquals(
            left.plus(right.minus(left).times(third)), f.applyExactly(between), section::toString);
      }
    }
  }
}
