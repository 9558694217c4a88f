package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.arithmetic.Interval;

/** Against the same construction in plain doubles: the distance is the margin and some slack. */
class UpperPolylineTest {
  private static final double DOUBLES = 1e-12;

  /** Chords of halves where f is convex, tangents at ends where it is concave. */
  private static double naive(
      Activation f, Knots knots, Segments segments, Stretch stretch, double x) {
    DoubleUnaryOperator value = f::apply;
    boolean convex = stretch.curvature() == Curvature.CONVEX;
    long[] ends = stretch.ends(segments.level() + (convex ? 1 : 0));
    int i = 1;
    while (i + 1 < ends.length && knots.at(ends[i]) < x) {
      i++;
    }
    double a = knots.at(ends[i - 1]);
    double b = knots.at(ends[i]);
    double ya = value.applyAsDouble(a);
    double yb = value.applyAsDouble(b);
    return convex
        ? ya + (x - a) / (b - a) * (yb - ya)
        : Math.min(ya + f.slope(a) * (x - a), yb + f.slope(b) * (x - b));
  }

  private static double value(Polyline polyline, Curve curve, double x) {
    double sum = 0;
    HingeSum hinges = polyline.rightward(curve);
    for (Hinge hinge : hinges.hinges()) {
      sum += hinge.weight() * Math.max(0, x - hinge.at());
    }
    return sum + hinges.constant();
  }

  @Test
  void isAboveThePapersConstructionByMarginAndSlack() throws BoundingException {
    SplittableRandom random = new SplittableRandom(81);
    for (Activation activation :
        new Activation[] {Activation.TANH, Activation.SIGMOID, Activation.SOFTSIGN}) {
      MonotoneFunction function = ActivationPart.of(activation);
      for (int base : new int[] {1, 5}) {
        for (int level = 1; level <= 4; level++) {
          Segments segments = new Segments(base, level);
          Knots knots = Knots.of(function, Interval.of(-3.3, 4), segments);
          Curve curve = Curve.of(function, knots);
          double unit = Math.scalb(1.0, curve.valueExponent());
          double margin = curve.margin(segments) * unit;
          double most = curve.margin(new Segments(base, level - 1)) * unit;
          Polyline upper = UpperPolyline.of(curve, segments);
          for (int k = 0; k < 200; k++) {
            Stretch stretch = knots.stretches().get(k % 2);
            double from = knots.at(stretch.ends()[0]);
            double to = knots.at(stretch.ends()[stretch.ends().length - 1]);
            double x = from + random.nextDouble() * (to - from);
            double excess = value(upper, curve, x) - naive(activation, knots, segments, stretch, x);
            assertTrue(excess >= margin - DOUBLES, activation + " at " + x + ": " + excess);
            assertTrue(excess <= most + DOUBLES, activation + " at " + x + ": " + excess);
          }
        }
      }
    }
  }

  @Test
  void takesOneHingeForEachTangentAndTwoForEachChord() throws BoundingException {
    for (int count : new int[] {4, 10, 64}) {
      MonotoneFunction tanh = ActivationPart.of(Activation.TANH);
      FunctionBounds bounds = FunctionBounds.of(tanh, Interval.of(-2, 2), Segments.of(count));
      int most = 3 * count + 4;
      assertTrue(bounds.upper().hinges().size() <= most, () -> bounds.upper().toString());
      assertTrue(bounds.lower().hinges().size() <= most, () -> bounds.lower().toString());
    }
  }
}
