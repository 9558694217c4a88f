package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Activations;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.PreciseFunctions;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

class EnvelopeTest {
  private static final int RANGES = 40;
  private static final int MANY_RANGES = 1500;

  private static final double LARGEST = 1e308;

  /** What the reference values may be off, relatively. */
  private static final BigDecimal REFERENCE = new BigDecimal("1e-90");

  private static Stream<Activation> activations() {
    return Activations.all().stream();
  }

  /** A range: at kinks, of width 0 or an ulp, ordinary, or huge. */
  static double[] range(SplittableRandom random, Activation f) {
    double[] range = anyRange(random, f);
    while (!f.isDefinedOn(range[0], range[1])) {
      range = anyRange(random, f);
    }
    return range;
  }

  private static double[] anyRange(SplittableRandom random, Activation f) {
    List<Double> kinks = f.sections().stream().map(s -> s.from()).filter(Double::isFinite).toList();
    double scale = Math.scalb(1.0, random.nextInt(random.nextInt(8) == 0 ? 400 : 6));
    double from =
        random.nextInt(3) == 0 && !kinks.isEmpty()
            ? kinks.get(random.nextInt(kinks.size()))
            : scale * random.nextDouble(-3, 3);
    double to =
        switch (random.nextInt(8)) {
          case 0 -> from;
          case 1 -> Math.nextUp(from);
          case 2 -> from + Math.scalb(1.0, -random.nextInt(60));
          default -> from + scale * random.nextDouble(6);
        };
    from = Math.max(-LARGEST, Math.min(LARGEST, from));
    to = Math.max(from, Math.min(LARGEST, to));
    boolean mirrored = random.nextBoolean();
    return mirrored ? new double[] {-to + 0.0, -from + 0.0} : new double[] {from, to};
  }

  /** Points of a range: its ends, kinks in it, and others. */
  static List<Double> points(SplittableRandom random, Activation f, double from, double to) {
    List<Double> points = new ArrayList<>(List.of(from, to));
    f.sections().stream().map(s -> s.from()).filter(k -> k > from && k < to).forEach(points::add);
    for (int i = 0; i < 8; i++) {
      double share = random.nextDouble();
      points.add(Math.max(from, Math.min(to, (1 - share) * from + share * to)));
    }
    return points;
  }

  private static BigDecimal value(Activation f, boolean negated, double x) {
    BigDecimal value = PreciseFunctions.value(f, new BigDecimal(x));
    return negated ? value.negate() : value;
  }

  /** How far the line is above g; rounding of the reference is given to the line. */
  private static BigDecimal height(Line line, Activation f, boolean negated, double x) {
    BigDecimal value = value(f, negated, x);
    BigDecimal there =
        new BigDecimal(line.slope())
            .multiply(new BigDecimal(x))
            .add(new BigDecimal(line.intercept()));
    return there.subtract(value).add(value.abs().multiply(REFERENCE));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void linesAreNowhereBelow(Activation f) {
    SplittableRandom random = new SplittableRandom(f.toString().hashCode());
    for (int i = 0; i < RANGES; i++) {
      boolean negated = random.nextBoolean();
      Envelope envelope = new Envelope(f, negated);
      double[] range = range(random, f);
      double at = random.nextInt(9) == 0 ? range[1] + 1 : random.nextDouble(range[0], above(range));
      Line line = envelope.above(range[0], range[1], at);
      if (line.intercept() == Double.POSITIVE_INFINITY) {
        continue; // something overflowed: nothing is claimed
      }
      for (double x : points(random, f, range[0], range[1])) {
        assertTrue(
            height(line, f, negated, x).signum() >= 0,
            () -> f + " at " + x + " of " + List.of(range[0], range[1]) + ": " + line);
      }
    }
  }

  /** Many more ranges, against enclosures: quicker, and blind to a few units in the last place. */
  @ParameterizedTest
  @MethodSource("activations")
  void linesAreNowhereBelowEnclosures(Activation f) {
    SplittableRandom random = new SplittableRandom(f.toString().hashCode() + 2L);
    for (boolean negated : new boolean[] {false, true}) {
      Envelope envelope = new Envelope(f, negated);
      for (int i = 0; i < MANY_RANGES; i++) {
        double[] range = range(random, f);
        double at = random.nextDouble(range[0], above(range));
        Line line = envelope.above(range[0], range[1], at);
        for (double x : points(random, f, range[0], range[1])) {
          double there = Rounding.addUp(Rounding.multiplyUp(line.slope(), x), line.intercept());
          Interval value = f.enclose(x);
          assertTrue(
              there >= (negated ? -value.upper() : value.lower()),
              () -> f + " at " + x + " of " + List.of(range[0], range[1]) + ": " + line);
        }
      }
    }
  }

  private static double above(double[] range) {
    return Math.nextUp(range[1]);
  }

  /** Also where a range bends both ways, a line is not far above what no line can be below. */
  @ParameterizedTest
  @MethodSource("activations")
  void linesAreNear(Activation f) {
    if (isExtreme(f)) {
      return; // rounding is all there is to see
    }
    SplittableRandom random = new SplittableRandom(f.toString().hashCode());
    for (int i = 0; i < RANGES / 5; i++) {
      boolean negated = random.nextBoolean();
      double from = random.nextDouble(-4, 4);
      double to = from + random.nextDouble(0.01, 4);
      if (!f.isDefinedOn(from, to)) {
        continue;
      }
      double at = random.nextDouble(from, to);
      Line line = new Envelope(f, negated).above(from, to, at);
      double lowest = lowestAt(f, negated, from, to, at);
      double there = line.slope() * at + line.intercept();
      double size = 1e-12 + 0.05 * oscillation(f, from, to);
      boolean convex = new Envelope(f, negated).isConvex(from, to);
      assertTrue(
          there - lowest <= size || convex,
          () -> f + " " + negated + " on " + from + " " + to + " at " + at + ": " + line);
    }
  }

  private static boolean isExtreme(Activation f) {
    double value = Math.abs(f.apply(-4)) + Math.abs(f.apply(4));
    return value > 100;
  }

  private static double oscillation(Activation f, double from, double to) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= 100; k++) {
      double y = f.apply(from + (to - from) * k / 100);
      least = Math.min(least, y);
      most = Math.max(most, y);
    }
    return most - least;
  }

  /** The least concave function above g at a point, by brute force over chords. */
  private static double lowestAt(Activation f, boolean negated, double from, double to, double at) {
    int steps = 60;
    double sign = negated ? -1 : 1;
    double lowest = sign * f.apply(at);
    for (int a = 0; a <= steps; a++) {
      double x = from + (to - from) * a / steps;
      for (int b = a + 1; x <= at && b <= steps; b++) {
        double y = from + (to - from) * b / steps;
        if (y > at) {
          double share = (at - x) / (y - x);
          lowest = Math.max(lowest, sign * ((1 - share) * f.apply(x) + share * f.apply(y)));
        }
      }
    }
    return lowest;
  }

  @ParameterizedTest
  @MethodSource("activations")
  void convexMeansThatChordsAreAbove(Activation f) {
    SplittableRandom random = new SplittableRandom(f.toString().hashCode() + 1L);
    for (int i = 0; i < RANGES; i++) {
      boolean negated = random.nextBoolean();
      double[] range = range(random, f);
      if (!new Envelope(f, negated).isConvex(range[0], range[1])) {
        continue;
      }
      List<Double> points = points(random, f, range[0], range[1]);
      double x = points.get(random.nextInt(points.size()));
      double y = points.get(random.nextInt(points.size()));
      BigDecimal share = new BigDecimal(random.nextDouble());
      BigDecimal rest = BigDecimal.ONE.subtract(share);
      BigDecimal middle = rest.multiply(new BigDecimal(x)).add(share.multiply(new BigDecimal(y)));
      BigDecimal between = PreciseFunctions.value(f, middle);
      BigDecimal fx = value(f, negated, x);
      BigDecimal fy = value(f, negated, y);
      BigDecimal chord = rest.multiply(fx).add(share.multiply(fy));
      BigDecimal spare = fx.abs().add(fy.abs()).multiply(REFERENCE);
      assertTrue(
          chord.add(spare).compareTo(negated ? between.negate() : between) >= 0,
          () -> f + " between " + x + " and " + y);
    }
  }

  @Test
  void curvatureOfKnownOnes() {
    Envelope tanh = new Envelope(Activation.TANH, false);
    assertTrue(tanh.isConvex(-3, 0));
    assertFalse(tanh.isConvex(-3, Double.MIN_VALUE));
    assertFalse(tanh.isConvex(0, 1));
    assertTrue(tanh.isConvex(0, 0)); // a point
    Envelope mirrored = new Envelope(Activation.TANH, true);
    assertTrue(mirrored.isConvex(0, 3));
    assertFalse(mirrored.isConvex(-Double.MIN_VALUE, 3));
    assertTrue(new Envelope(Activation.ABS, false).isConvex(-1, 1));
    assertFalse(new Envelope(Activation.ABS, true).isConvex(-1, 1));
    assertTrue(new Envelope(Activation.SOFTPLUS, false).isConvex(-1e300, 1e300));
    assertTrue(new Envelope(PiecewiseLinear.leakyRelu(0.5), false).isConvex(-1, 1));
    assertTrue(new Envelope(PiecewiseLinear.leakyRelu(2), true).isConvex(-1, 1));
    assertFalse(new Envelope(PiecewiseLinear.leakyRelu(2), false).isConvex(-1, 1));
    Envelope clip = new Envelope(PiecewiseLinear.clip(0, 1), false);
    assertTrue(clip.isConvex(-1, 1));
    assertFalse(clip.isConvex(-1, 2));
    assertFalse(clip.isConvex(0.5, 2));
  }

  @Test
  void hasValuesWhereTheActivationHas() {
    for (boolean negated : new boolean[] {false, true}) {
      Envelope logarithm = new Envelope(Activation.LOG, negated);
      assertTrue(logarithm.isDefinedOn(0.5, 2));
      assertFalse(logarithm.isDefinedOn(-1, 2));
    }
  }

  @Test
  void linearWithinOneSectionOnly() {
    Envelope clip = new Envelope(PiecewiseLinear.clip(0, 1), false);
    assertTrue(clip.isLinear(0, 1));
    assertTrue(clip.isLinear(1, 7));
    assertFalse(clip.isLinear(-Double.MIN_VALUE, 0.5));
    assertFalse(clip.isLinear(0.5, Math.nextUp(1.0)));
    assertFalse(new Envelope(Activation.TANH, false).isLinear(1, 1.5));
    assertEquals(1, clip.slopeOfLinear(0, 1).lower());
    assertEquals(0, clip.slopeOfLinear(1, 7).magnitude());
  }

  @Test
  void exactLinesOfPiecewiseLinearOnes() {
    Envelope abs = new Envelope(Activation.ABS, false);
    assertEquals(new Line(0.5, 1.5), abs.above(-1, 3, 0)); // the chord
    assertEquals(new Line(1, 0), abs.above(1, 3, 2));
    Envelope below = new Envelope(Activation.ABS, true);
    assertEquals(new Line(1, 0), below.above(-1, 3, -0.5));
    assertEquals(new Line(-1, 0), below.above(-1, 3, 2));
    Envelope clip = new Envelope(PiecewiseLinear.clip(-1, 1), false);
    assertEquals(new Line(0, 1), clip.above(-3, 3, 2));
    assertEquals(new Line(0.5, 0.5), clip.above(-3, 3, -1));
  }
}
