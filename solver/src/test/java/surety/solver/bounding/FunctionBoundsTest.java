package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class FunctionBoundsTest {
  private static final int[] COUNTS = {1, 2, 3, 10, 37};

  static Stream<MonotoneFunction> functions() {
    return Samples.functions();
  }

  private static FunctionBounds bounds(MonotoneFunction function, Interval range, int segments)
      throws BoundingException {
    return FunctionBounds.of(function, range, Segments.of(segments));
  }

  /** Exactly: sums and products of binary fractions are such. */
  private static BigDecimal value(HingeSum sum, double x) {
    BigDecimal value = new BigDecimal(sum.constant());
    for (Hinge hinge : sum.hinges()) {
      if (hinge.rightward() ? x > hinge.at() : x < hinge.at()) {
        BigDecimal distance = new BigDecimal(x).subtract(new BigDecimal(hinge.at())).abs();
        value = value.add(distance.multiply(new BigDecimal(hinge.weight())));
      }
    }
    return value;
  }

  /** Where either may bend, and the ends of the range. */
  private static List<Double> vertices(FunctionBounds bounds) {
    TreeSet<Double> vertices = new TreeSet<>();
    bounds.lower().hinges().forEach(hinge -> vertices.add(hinge.at()));
    bounds.upper().hinges().forEach(hinge -> vertices.add(hinge.at()));
    return new ArrayList<>(vertices);
  }

  private static List<Double> points(FunctionBounds bounds, Interval range, SplittableRandom r) {
    List<Double> points = new ArrayList<>(vertices(bounds));
    points.removeIf(x -> !range.contains(x));
    while (points.size() > 24) { // enough of them: an evaluation of 2000 hinges takes its time
      points.remove(r.nextInt(points.size()));
    }
    points.add(range.lower());
    points.add(range.upper());
    for (int i = 0; i < 10; i++) {
      points.add(Math.min(range.upper(), range.lower() + r.nextDouble() * range.width()));
    }
    return points;
  }

  /** Softplus is positive there, though less than any double, in units of the grid as well. */
  @Test
  void areOnTheirSidesOfWhatIsNothingOnTheGrid() throws BoundingException {
    MonotoneFunction softplus = ActivationPart.of(Activation.SOFTPLUS);
    FunctionBounds bounds = bounds(softplus, Interval.of(-0x1p99, 0x1p99), 1024);
    assertTrue(value(bounds.upper(), -0x1p99).signum() > 0);
    assertTrue(value(bounds.lower(), -0x1p99).signum() <= 0);
  }

  /** The enclosure contains the true value, and the bounds must be on its two sides. */
  @ParameterizedTest
  @MethodSource("functions")
  void areOnTheirSides(MonotoneFunction function) throws BoundingException {
    SplittableRandom random = new SplittableRandom(11);
    for (Interval range : Samples.ranges(random)) {
      for (int segments : COUNTS) {
        FunctionBounds bounds = bounds(function, range, segments);
        for (double x : points(bounds, range, random)) {
          Interval value = function.enclose(x);
          assertTrue(
              value(bounds.lower(), x).compareTo(new BigDecimal(value.upper())) <= 0
                  && value(bounds.upper(), x).compareTo(new BigDecimal(value.lower())) >= 0,
              () -> function.name() + " at " + x + " of " + range + ", " + segments);
        }
      }
    }
  }

  @Test
  void tanhIsBoundedInHighPrecision() throws BoundingException {
    SplittableRandom random = new SplittableRandom(12);
    MonotoneFunction tanh = ActivationPart.of(Activation.TANH);
    for (int segments : new int[] {1, 10, 1024}) {
      Interval range = Interval.of(-3, 2.5);
      FunctionBounds bounds = bounds(tanh, range, segments);
      for (double x : points(bounds, range, random)) {
        Apfloat exact = ApfloatMath.tanh(new Apfloat(new BigDecimal(x), 60));
        assertTrue(new Apfloat(value(bounds.lower(), x)).compareTo(exact) <= 0);
        assertTrue(new Apfloat(value(bounds.upper(), x)).compareTo(exact) >= 0);
      }
    }
  }

  /** Both are piecewise linear and constant far away: what holds at vertices holds everywhere. */
  @ParameterizedTest
  @MethodSource("functions")
  void areNestedUnderDoublingExactlyAndEverywhere(MonotoneFunction function)
      throws BoundingException {
    SplittableRandom random = new SplittableRandom(13);
    for (Interval range : Samples.ranges(random)) {
      for (int base : new int[] {1, 5}) {
        FunctionBounds before = bounds(function, range, base);
        for (int segments = 2 * base; segments <= 8 * base; segments *= 2) {
          FunctionBounds fine = bounds(function, range, segments);
          FunctionBounds coarse = before;
          TreeSet<Double> all = new TreeSet<>(vertices(before));
          all.addAll(vertices(fine));
          for (double x : all) {
            assertTrue(
                value(coarse.lower(), x).compareTo(value(fine.lower(), x)) <= 0
                    && value(fine.upper(), x).compareTo(value(coarse.upper(), x)) <= 0,
                () -> function.name() + " at " + x + " of " + range);
          }
          before = fine;
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void neverDecrease(MonotoneFunction function) throws BoundingException {
    for (Interval range : Samples.ranges(new SplittableRandom(14))) {
      FunctionBounds bounds = bounds(function, range, 10);
      List<Double> points = vertices(bounds);
      if (points.isEmpty()) {
        continue;
      }
      points.add(0, points.get(0) - 100);
      points.add(points.get(points.size() - 1) + 100);
      BigDecimal lower = value(bounds.lower(), points.get(0));
      BigDecimal upper = value(bounds.upper(), points.get(0));
      for (double x : points) {
        BigDecimal low = value(bounds.lower(), x);
        BigDecimal up = value(bounds.upper(), x);
        assertTrue(low.compareTo(lower) >= 0 && up.compareTo(upper) >= 0);
        lower = low;
        upper = up;
      }
    }
  }

  /** The gap is the largest one: at vertices it is attained. */
  @ParameterizedTest
  @MethodSource("functions")
  void knowTheirGap(MonotoneFunction function) throws BoundingException {
    for (Interval range : Samples.ranges(new SplittableRandom(15))) {
      FunctionBounds bounds = bounds(function, range, 6);
      BigDecimal largest = value(bounds.upper(), 0).subtract(value(bounds.lower(), 0));
      for (double x : vertices(bounds)) {
        largest = largest.max(value(bounds.upper(), x).subtract(value(bounds.lower(), x)));
      }
      assertEquals(0, largest.compareTo(new BigDecimal(bounds.gap())));
    }
  }

  /** Theorems 11 and 12 of the thesis: half the width, a quarter of the gap. */
  @ParameterizedTest
  @MethodSource("functions")
  void convergeWithTheSquareOfTheWidth(MonotoneFunction function) throws BoundingException {
    if (function.sections().stream().allMatch(s -> s.curvature() == Curvature.LINEAR)) {
      return;
    }
    boolean isSteep = function.encloseSlopes(-4, 3).upper() > 1e3; // the root at 0
    int first = function.name().startsWith("floored") ? 64 : 16; // there it begins to be true
    double before = bounds(function, Interval.of(-4, 3), first / 2).gap();
    for (int segments = first; segments <= 128 && !isSteep; segments *= 2) {
      double gap = bounds(function, Interval.of(-4, 3), segments).gap();
      assertTrue(gap < 0.32 * before && gap > 0.2 * before, gap + " after " + before);
      before = gap;
    }
  }

  @Test
  void gapIsAtMostWhatTheSecondDerivativeAllows() throws BoundingException {
    double most = 4 / (3 * Math.sqrt(3)); // the largest second derivative of tanh
    for (int segments : new int[] {2, 10, 50, 500}) {
      double h = 3.0 / segments;
      double gap = bounds(ActivationPart.of(Activation.TANH), Interval.of(-3, 3), segments).gap();
      assertTrue(gap <= most * h * h * (1.0 / 8 + 1.0 / 32) + 1e-4, segments + ": " + gap);
    }
  }

  @Test
  void straightActivationsAreThemselves() throws BoundingException {
    SplittableRandom random = new SplittableRandom(16);
    for (Activation activation :
        Samples.straight().stream().filter(Activation::isNonDecreasing).toList()) {
      for (Interval range : Samples.ranges(random)) {
        FunctionBounds bounds = bounds(ActivationPart.of(activation), range, 10);
        assertTrue(bounds.isExact());
        assertTrue(bounds.upper().hinges().size() <= 2, activation::toString);
        for (double x : points(bounds, range, random)) {
          Rational at = Rational.ofDouble(x);
          Rational value = activation.applyExactly(at);
          assertEquals(value, bounds.lower().evaluateExactly(at), activation + " at " + x);
          assertEquals(value, bounds.upper().evaluateExactly(at), activation + " at " + x);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e31, Double.MAX_VALUE, Double.POSITIVE_INFINITY})
  void rangesBeyondFloatsAreRefused(double end) {
    MonotoneFunction tanh = ActivationPart.of(Activation.TANH);
    BoundingException e =
        assertThrows(BoundingException.class, () -> bounds(tanh, Interval.of(-1, end), 3));
    assertTrue(e.getMessage().contains("too wide for float32"), e.getMessage());
  }

  @Test
  void numbersThatAreNoFloatsCostALittle() throws BoundingException {
    MonotoneFunction clip = ActivationPart.of(PiecewiseLinear.clip(0.1, 0.7));
    double gap = bounds(clip, Interval.of(0, 1), 3).gap();
    assertTrue(gap > 0 && gap < 4 * Math.ulp(1f), "gap " + gap);
    MonotoneFunction leaky = ActivationPart.of(PiecewiseLinear.leakyRelu(0.1));
    double other = bounds(leaky, Interval.of(-1, 1), 3).gap();
    assertTrue(other > 0 && other < 4 * Math.ulp(1f), "gap " + other);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1025, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void countsOutOfBoundsAreRefused(int segments) {
    assertThrows(IllegalArgumentException.class, () -> Segments.of(segments));
  }
}
