package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

class ComposedFunctionTest {
  private static final List<Interval> BOX = List.of(Interval.of(-1.3, 2), Interval.of(-0.5, 0.7));

  private interface Exact {
    Rational apply(Rational... x);
  }

  private static void assertBetween(
      ComposedFunction function, Exact exact, List<Interval> box, int segments)
      throws BoundingException {
    BoundingPair pair = function.bounds(box, segments);
    SplittableRandom random = new SplittableRandom(31);
    for (int k = 0; k < 40; k++) {
      Rational[] x = Samples.exact(Samples.point(random, box));
      Rational value = exact.apply(x);
      assertTrue(pair.lower().evaluateExactly(x)[0].compareTo(value) <= 0);
      assertTrue(pair.upper().evaluateExactly(x)[0].compareTo(value) >= 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 40})
  void squaresAreBounded(int segments) throws BoundingException {
    for (Interval side :
        List.of(
            Interval.of(-1, 2), Interval.of(0, 3), Interval.of(-2, -0.5), Interval.of(0.1, 0.2))) {
      assertBetween(ComposedFunction.square(), x -> x[0].times(x[0]), List.of(side), segments);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 40})
  void productsAreBounded(int segments) throws BoundingException {
    assertBetween(ComposedFunction.product(), x -> x[0].times(x[1]), BOX, segments);
  }

  @Test
  void squaresOfOneVariableConverge() throws BoundingException {
    double before = 1e9;
    for (int segments : new int[] {4, 8, 16, 32}) {
      double gap =
          ComposedFunction.square()
              .bounds(Samples.box(1, -1, 1), segments)
              .distances(1)
              .get(0)
              .bound();
      assertTrue(gap < 0.27 * before, gap + " after " + before);
      before = gap;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void maximaAreExact(int values) throws BoundingException {
    List<Interval> box = Samples.box(values, -1, 1);
    BoundingPair pair = ComposedFunction.maximum(values).bounds(box, 1);
    assertSame(pair.lower(), pair.upper());
    SplittableRandom random = new SplittableRandom(32);
    for (int k = 0; k < 20; k++) {
      Rational[] x = Samples.exact(Samples.point(random, box));
      Rational largest = x[0];
      for (Rational value : x) {
        largest = value.compareTo(largest) > 0 ? value : largest;
      }
      assertEquals(largest, pair.upper().evaluateExactly(x)[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void softmaxIsBounded(int values) throws BoundingException {
    List<Interval> box = Samples.box(values, -2, 3);
    BoundingPair pair = ComposedFunction.softmax(values).bounds(box, 10);
    assertEquals(values, pair.upper().outputs());
    SplittableRandom random = new SplittableRandom(33);
    for (int k = 0; k < 10; k++) {
      double[] x = Samples.point(random, box);
      Rational[] lower = pair.lower().evaluateExactly(Samples.exact(x));
      Rational[] upper = pair.upper().evaluateExactly(Samples.exact(x));
      for (int i = 0; i < values; i++) {
        Apfloat share = softmax(x, i);
        assertTrue(apfloat(lower[i]).compareTo(share) <= 0);
        assertTrue(apfloat(upper[i]).compareTo(share) >= 0);
      }
    }
  }

  private static Apfloat softmax(double[] x, int i) {
    Apfloat sum = Apfloat.ZERO;
    for (double value : x) {
      sum = sum.add(exponential(value));
    }
    return exponential(x[i]).divide(sum);
  }

  private static Apfloat exponential(double x) {
    return ApfloatMath.exp(new Apfloat(new java.math.BigDecimal(x), 50));
  }

  private static Apfloat apfloat(Rational value) {
    return new Apfloat(value.numerator(), 50).divide(new Apfloat(value.denominator(), 50));
  }

  @Test
  void softmaxBoundsGetTight() throws BoundingException {
    List<Interval> box = Samples.box(3, -2, 3);
    for (Distance distance : ComposedFunction.softmax(3).bounds(box, 160).distances(500)) {
      assertTrue(distance.largest() < 2e-3, distance::toString);
    }
  }

  @Test
  void compositionsAreBounded() throws BoundingException {
    // (x^2 y - x)^2
    ComposedFunction function =
        ComposedFunction.of(AffineLayer.of(new double[][] {{1, 0}, {0, 1}, {1, 0}}, new double[3]))
            .then(
                ComposedFunction.beside(
                    List.of(ComposedFunction.square(), ComposedFunction.identity(2))))
            .then(
                ComposedFunction.beside(
                    List.of(ComposedFunction.product(), ComposedFunction.identity(1))))
            .then(ComposedFunction.of(AffineLayer.of(new double[][] {{1, -1}}, new double[1])))
            .then(ComposedFunction.square());
    Exact exact =
        x -> {
          Rational inner = x[0].times(x[0]).times(x[1]).minus(x[0]);
          return inner.times(inner);
        };
    for (int segments : new int[] {1, 4, 20}) {
      assertBetween(function, exact, BOX, segments);
    }
  }

  @Test
  void aNetworkBehindAProductIsBounded() throws BoundingException {
    Network network = Samples.network(9, Activation.TANH, 1, 3);
    ComposedFunction function = ComposedFunction.product().then(ComposedFunction.of(network));
    BoundingPair pair = function.bounds(BOX, 8);
    SplittableRandom random = new SplittableRandom(34);
    for (int k = 0; k < 20; k++) {
      double[] x = Samples.point(random, BOX);
      Rational product = Rational.ofDouble(x[0]).times(Rational.ofDouble(x[1]));
      Interval value =
          FunctionNetwork.of(network)
              .ranges(List.of(Interval.of(product)), Stop.NEVER)
              .get(3)
              .get(0);
      Rational[] exact = Samples.exact(x);
      Rational below = Rational.ofDouble(value.upper());
      assertTrue(pair.lower().evaluateExactly(exact)[0].compareTo(below) <= 0);
      Rational above = Rational.ofDouble(value.lower());
      assertTrue(pair.upper().evaluateExactly(exact)[0].compareTo(above) >= 0);
    }
  }

  @Test
  void functionsThatDoNotFitAreRefused() {
    ComposedFunction square = ComposedFunction.square();
    assertThrows(IllegalArgumentException.class, () -> square.then(ComposedFunction.product()));
    assertThrows(IllegalArgumentException.class, () -> ComposedFunction.beside(List.of()));
    assertThrows(IllegalArgumentException.class, () -> ComposedFunction.maximum(0));
    assertThrows(IllegalArgumentException.class, () -> ComposedFunction.softmax(1));
    assertThrows(IllegalArgumentException.class, () -> square.bounds(BOX, 10));
    assertThrows(IllegalArgumentException.class, () -> square.bounds(Samples.box(1, 0, 1), 0));
    ComposedFunction log = ComposedFunction.of(Activation.LOG, 1);
    assertThrows(BoundingException.class, () -> log.bounds(Samples.box(1, 0, 1), 10));
    assertThrows(BoundingException.class, () -> square.bounds(Samples.box(1, 0, 1e25), 10));
  }
}
