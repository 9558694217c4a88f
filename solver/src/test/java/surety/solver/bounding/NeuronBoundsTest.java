package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Power;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

/** Activations that rise and fall between their bounds, which take pairs of values. */
class NeuronBoundsTest {
  private static final int[] COUNTS = {1, 6};

  /** An activation and a range on which it is defined. */
  record Case(Activation activation, Interval range) {
    @Override
    public String toString() {
      return activation + " on " + range;
    }
  }

  static Stream<Case> cases() {
    SplittableRandom random = new SplittableRandom(1);
    List<Case> cases = new ArrayList<>();
    List<Activation> everywhere = new ArrayList<>(Samples.turning());
    everywhere.addAll(Samples.straight());
    everywhere.addAll(List.of(Activation.SIN, Activation.COS, Activation.EXP));
    for (Activation activation : everywhere) {
      for (double size : new double[] {1e-9, 0.1, 30}) {
        double a = size * (2 * random.nextDouble() - 1);
        double b = size * (2 * random.nextDouble() - 1);
        cases.add(new Case(activation, Interval.of(Math.min(a, b), Math.max(a, b))));
      }
      cases.add(new Case(activation, Interval.of(0, 1)));
      cases.add(new Case(activation, Interval.of(-2, 0)));
      cases.add(new Case(activation, Interval.ZERO));
      cases.add(new Case(activation, Interval.of(-3, 3)));
    }
    for (double least : new double[] {1e-3, 0.25, 2}) {
      Interval range = Interval.of(least, least + 3);
      cases.add(new Case(Activation.LOG, range));
      cases.add(new Case(Activation.SQRT, range));
      cases.add(new Case(Activation.RECIPROCAL, range));
      cases.add(new Case(Activation.RECIPROCAL, range.negate()));
    }
    // constants of parts whose sum is no float
    cases.add(new Case(Activation.COS, Interval.of(0.046473805115842926, 0.04647380511584295)));
    cases.add(new Case(Activation.COS, Interval.of(0.3, 0.30001)));
    // of a point of the grid less than what margins leave
    Interval narrow = Interval.of(2.9999266984321613, 3.0);
    cases.add(new Case(Activation.LOG, narrow));
    cases.add(new Case(Activation.RECIPROCAL, narrow));
    cases.add(new Case(Activation.RECIPROCAL, narrow.negate()));
    cases.add(new Case(Activation.SILU, Interval.of(-1.278464542761074))); // in a gap
    cases.add(new Case(Activation.SQRT, Interval.of(0, 4)));
    cases.add(new Case(Activation.SQRT, Interval.ZERO));
    cases.add(new Case(new Power(64), Interval.of(-1.5, 1.25)));
    cases.add(new Case(new Power(7), Interval.of(-20, 30)));
    cases.add(new Case(Activation.SIN, Interval.of(1000, 1002)));
    cases.add(new Case(Activation.COS, Interval.of(-60, -50)));
    return cases.stream();
  }

  private static NeuronBounds bounds(Case each, int segments) throws BoundingException {
    return NeuronBounds.of(each.activation, each.range, Segments.of(segments));
  }

  /** Some of the ends of the range, of points where an activation may turn, and of others. */
  private static List<Double> points(Interval range, SplittableRandom random, int count) {
    List<Double> points = new ArrayList<>(List.of(range.lower(), range.upper()));
    for (double special : new double[] {0, -1.278464542761074, -0.53159688515, -1.5, 1e-12}) {
      points.add(special);
    }
    for (int k = -3; k <= 3; k++) {
      points.add(k * Math.PI / 2);
    }
    for (int i = 0; i < count; i++) {
      points.add(range.lower() + random.nextDouble() * range.width());
    }
    points.removeIf(x -> !range.contains(x));
    while (points.size() > 6) {
      points.remove(random.nextInt(points.size()));
    }
    return points;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pairsAroundANumberBoundItsValue(Case each) throws BoundingException {
    SplittableRandom random = new SplittableRandom(2);
    for (int segments : COUNTS) {
      NeuronBounds bounds = bounds(each, segments);
      for (double x : points(each.range, random, 3)) {
        Interval value = each.activation.enclose(x);
        for (double off : new double[] {0, 20}) { // also beyond the range
          Rational l = Rational.ofDouble(x - off * random.nextDouble());
          Rational u = Rational.ofDouble(x + off * random.nextDouble());
          Rational low = bounds.lower().evaluateExactly(l, u);
          Rational up = bounds.upper().evaluateExactly(u, l);
          assertTrue(low.compareTo(Rational.ofDouble(value.upper())) <= 0, () -> "at " + x);
          assertTrue(up.compareTo(Rational.ofDouble(value.lower())) >= 0, () -> "at " + x);
          Rational most =
              Rational.ofDouble(bounds.gap())
                  .plus(Rational.ofDouble(bounds.steepest()).times(u.minus(l)));
          assertTrue(up.minus(low).compareTo(most) <= 0, () -> "distance at " + x);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void boundsOfWiderPairsAreWider(Case each) throws BoundingException {
    SplittableRandom random = new SplittableRandom(3);
    NeuronBounds bounds = bounds(each, 3);
    for (double x : points(each.range, random, 8)) {
      Rational at = Rational.ofDouble(x);
      Rational l = at.minus(Rational.ofDouble(random.nextDouble()));
      Rational u = at.plus(Rational.ofDouble(random.nextDouble()));
      assertTrue(
          bounds.lower().evaluateExactly(l, u).compareTo(bounds.lower().evaluateExactly(at, at))
              <= 0);
      assertTrue(
          bounds.upper().evaluateExactly(u, l).compareTo(bounds.upper().evaluateExactly(at, at))
              >= 0);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areNestedWhenSegmentsDouble(Case each) throws BoundingException {
    SplittableRandom random = new SplittableRandom(4);
    NeuronBounds coarse = bounds(each, 1);
    for (int segments = 2; segments <= 4; segments *= 2) {
      NeuronBounds fine = bounds(each, segments);
      for (double x : points(each.range, random, 4)) {
        double off = random.nextBoolean() ? 0 : 1;
        Rational l = Rational.ofDouble(x - off * random.nextDouble());
        Rational u = Rational.ofDouble(x + off * random.nextDouble());
        Rational[] all = {
          coarse.lower().evaluateExactly(l, u),
          fine.lower().evaluateExactly(l, u),
          fine.upper().evaluateExactly(u, l),
          coarse.upper().evaluateExactly(u, l)
        };
        for (int i = 0; i < 3; i++) {
          assertTrue(all[i].compareTo(all[i + 1]) <= 0, () -> "at " + x);
        }
      }
      coarse = fine;
    }
  }

  @Test
  void piecewiseLinearOnesAreThemselves() throws BoundingException {
    SplittableRandom random = new SplittableRandom(5);
    for (Activation activation : Samples.straight()) {
      for (Interval range : Samples.ranges(random)) {
        NeuronBounds bounds = NeuronBounds.of(activation, range, Segments.of(10));
        assertTrue(bounds.isExact());
        assertEquals(bounds.lower(), bounds.upper());
        assertTrue(bounds.upper().size() <= 2, activation::toString);
        for (double x : points(range, random, 5)) {
          Rational at = Rational.ofDouble(x);
          assertEquals(activation.applyExactly(at), bounds.lower().evaluateExactly(at, at));
        }
      }
    }
  }

  @Test
  void partsThatAreConstantOnARangeTakeNoRelus() throws BoundingException {
    assertTrue(
        bounds(new Case(Activation.SQUARE, Interval.of(1, 2)), 5).upper().falling().isEmpty());
    assertTrue(
        bounds(new Case(Activation.SQUARE, Interval.of(-2, 0)), 5).upper().rising().isEmpty());
    assertTrue(bounds(new Case(Activation.SIN, Interval.of(-1, 1)), 5).upper().falling().isEmpty());
    assertTrue(bounds(new Case(Activation.COS, Interval.of(7, 9)), 5).lower().rising().isEmpty());
    assertTrue(bounds(new Case(new Floored(Activation.LOG, 1), Interval.of(-5, 0)), 5).isExact());
  }

  @Test
  void oneSlopeCountsWhereTwoPartsMeet() throws BoundingException {
    assertEquals(1, bounds(new Case(Activation.ABS, Interval.of(-1, 1)), 5).steepest());
    assertEquals(4, bounds(new Case(Activation.SQUARE, Interval.of(-2, 2)), 5).steepest(), 0.3);
    assertEquals(1, bounds(new Case(Activation.SIN, Interval.of(-9, 9)), 40).steepest(), 2e-2);
  }

  /** Numbers that are no floats cost a few units in the last place of the range, in float32. */
  @Test
  void roundingOfWhatIsPiecewiseLinearIsSmall() throws BoundingException {
    RealNumber third = RealNumber.of(Rational.of(-1, 3));
    for (Activation activation :
        List.of(
            PiecewiseLinear.clip(0.1, 0.7),
            PiecewiseLinear.leakyRelu(-0.1),
            new Scaling(third, third),
            new Scaling(RealNumber.of(2).sqrt(), third))) {
      double gap = bounds(new Case(activation, Interval.of(-1, 1)), 10).gap();
      assertTrue(gap > 0 && gap < 8 * Math.ulp(1f), activation + ": " + gap);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void moreSegmentsAreCloser(Case each) throws BoundingException {
    if (each.range.lower() == 1e-3 || each.range.upper() == -1e-3) {
      return; // a segment is longer than all that happens near the pole
    }
    double coarse = bounds(each, 4).gap();
    double fine = bounds(each, 64).gap();
    double size = each.activation.enclose(each.range).magnitude();
    assertTrue(fine <= 0.25 * coarse + 1e-4 * size + 1e-9, fine + " after " + coarse);
  }

  @ParameterizedTest
  @CsvSource({
    "log, 0, 1, not defined everywhere",
    "log, -1, 1, not defined everywhere",
    "root, -1e-300, 1, not defined everywhere",
    "reciprocal, 0, 1, not defined everywhere",
    "reciprocal, -1, 0, not defined everywhere",
    "reciprocal, -1, 1, not defined everywhere",
    "reciprocal, -Infinity, -1, take a smaller box",
    "sin, -Infinity, Infinity, take a smaller box",
    "sin, 0, 1025, farther from 0 than 1024",
    "cos, -1e9, 0, farther from 0 than 1024",
    "square, -1e16, 1, beyond float32",
    "square, 0, 1e300, too wide for float32",
    "exp, 0, 70, beyond float32",
    "exp, 0, 1e6, beyond float32",
    "reciprocal, 1e-300, 1, beyond float32",
    "unknown, 0, 1, not known where it rises"
  })
  void whatCannotBeBoundedIsRefused(String name, double lower, double upper, String message) {
    Activation activation =
        switch (name) {
          case "log" -> Activation.LOG;
          case "root" -> Activation.SQRT;
          case "reciprocal" -> Activation.RECIPROCAL;
          case "sin" -> Activation.SIN;
          case "cos" -> Activation.COS;
          case "square" -> Activation.SQUARE;
          case "exp" -> Activation.EXP;
          default -> new Scaling(RealNumber.of(Interval.of(-1e-30, 1e-30)), RealNumber.ZERO);
        };
    Case each = new Case(activation, Interval.of(lower, upper));
    String told = assertThrows(BoundingException.class, () -> bounds(each, 10)).getMessage();
    assertTrue(told.contains(message), told);
  }
}
