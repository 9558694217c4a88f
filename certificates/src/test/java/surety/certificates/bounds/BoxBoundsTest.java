package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

class BoxBoundsTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  private static Rational evaluate(double[] form, Rational[] xi) {
    Rational sum = exact(form[0]);
    for (int q = 1; q < form.length; q++) {
      sum = sum.plus(exact(form[q]).times(xi[q - 1]));
    }
    return sum;
  }

  private static Rational[] local(SplittableRandom random, int n) {
    Rational[] xi = new Rational[n];
    Arrays.setAll(
        xi,
        q ->
            random.nextInt(3) == 0
                ? Rational.of(random.nextBoolean() ? 1 : -1)
                : Rational.of(random.nextInt(-100, 101), 100));
    return xi;
  }

  @Test
  void boundsHoldAtEveryPoint() {
    requireBounds(61, 600, List.of());
  }

  @Test
  void boundsHoldForAllPiecewiseLinearActivations() {
    requireBounds(
        62,
        200,
        List.of(
            Activation.ABS,
            PiecewiseLinear.leakyRelu(0.1),
            PiecewiseLinear.leakyRelu(-0.3),
            PiecewiseLinear.leakyRelu(3),
            PiecewiseLinear.clip(-0.5, 0.25)));
  }

  @Test
  void boundsHoldForSmoothActivations() {
    SplittableRandom random = new SplittableRandom(63);
    List<Activation> kinds =
        List.of(
            Activation.TANH,
            Activation.SIGMOID,
            Activation.SOFTPLUS,
            new Elu(-1),
            Activation.SQUARE,
            Activation.SIN,
            Activation.COS,
            Activation.ERF,
            Activation.ERF_GATE,
            Activation.SILU,
            Activation.APPROXIMATE_GELU,
            Activation.HARD_SWISH,
            new Floored(Activation.RECIPROCAL, 0.5),
            new Floored(Activation.SQRT, 0));
    for (int i = 0; i < 150; i++) {
      int n = random.nextInt(1, 4);
      Network network = RandomNetworks.of(random, n, 1, kinds);
      CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
      double[][] centre = new double[n + 1][n];
      Arrays.setAll(centre[0], k -> random.nextDouble(-2, 2));
      for (int q = 1; q <= n; q++) {
        centre[q][q - 1] = Math.scalb(1.0, -random.nextInt(16));
      }
      BoxBounds bounds = BoxBounds.of(compiled, centre, new double[n]);
      for (int point = 0; point < 6; point++) {
        Rational[] xi = local(random, n);
        Interval[] x = new Interval[n];
        for (int k = 0; k < n; k++) {
          x[k] = Interval.of(exact(centre[0][k]).plus(exact(centre[k + 1][k]).times(xi[k])));
        }
        Interval value = network.enclose(x)[0];
        String what = i + " " + network.gates();
        assertTrue(evaluate(bounds.lower(0), xi).compareTo(exact(value.upper())) <= 0, what);
        assertTrue(evaluate(bounds.upper(0), xi).compareTo(exact(value.lower())) >= 0, what);
      }
    }
  }

  private static void requireBounds(long seed, int count, List<Activation> kinds) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int inputs = random.nextInt(1, 4);
      int n = random.nextInt(0, 5);
      Network network = RandomNetworks.of(random, inputs, 2, kinds);
      AffineForm form = Statements.form(random.nextBoolean() ? "1/10" : "-1", "2/3");
      boolean negated = random.nextBoolean();
      CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, form);
      double size = Math.scalb(1.0, -random.nextInt(12));
      double[][] centre = new double[n + 1][inputs];
      double[] radius = new double[inputs];
      for (int k = 0; k < inputs; k++) {
        centre[0][k] = random.nextDouble(-1, 1);
        for (int q = 1; q <= n; q++) {
          centre[q][k] = random.nextBoolean() ? 0 : size * random.nextDouble(-1, 1);
        }
        radius[k] = random.nextInt(3) == 0 ? size * 1e-2 : 0;
      }
      BoxBounds bounds = BoxBounds.of(compiled, centre, radius);
      for (int point = 0; point < 8; point++) {
        Rational[] xi = local(random, n);
        Rational[] x = new Rational[inputs];
        for (int k = 0; k < inputs; k++) {
          x[k] = exact(centre[0][k]);
          for (int q = 1; q <= n; q++) {
            x[k] = x[k].plus(exact(centre[q][k]).times(xi[q - 1]));
          }
          x[k] = x[k].plus(exact(radius[k]).times(Rational.of(random.nextInt(3) - 1L)));
        }
        Rational value = form.evaluate(List.of(network.evaluateExactly(x)), List.of());
        value = negated ? value.negate() : value;
        String what = i + " " + network.gates();
        assertTrue(evaluate(bounds.lower(negated ? 1 : 0), xi).compareTo(value) <= 0, what);
        assertTrue(evaluate(bounds.upper(negated ? 1 : 0), xi).compareTo(value) >= 0, what);
        assertTrue(exact(bounds.least(negated ? 1 : 0)).compareTo(value) <= 0, what);
        assertTrue(exact(bounds.greatest(negated ? 1 : 0)).compareTo(value) >= 0, what);
      }
    }
  }

  private static BoxBounds ofRelu(double middle, double half) {
    Network network =
        Network.chain(
            1,
            List.of(
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.of(new double[][] {{2}}, new double[] {1})));
    CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
    return BoxBounds.of(compiled, new double[][] {{middle}, {half}}, new double[1]);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Test
  void boundsMeetWhereAllNeuronsAreStable() {
    BoxBounds active = ofRelu(3, 2);
    assertEquals(List.of(7.0, 4.0), list(active.lower(0)));
    assertEquals(List.of(7.0, 4.0), list(active.upper(0)));
    assertEquals(3, active.least(0));
    assertEquals(11, active.greatest(0));
    BoxBounds dead = ofRelu(-3, 3);
    assertEquals(List.of(1.0, 0.0), list(dead.lower(0)));
    assertEquals(List.of(1.0, 0.0), list(dead.upper(0)));
  }

  @Test
  void anUnstableNeuronHasAChordAboveIt() {
    BoxBounds bounds = ofRelu(0, 1);
    // the chord over [-1, 1] is (1 + xi) / 2; below it 0
    assertEquals(2, bounds.upper(0)[0], 1e-13);
    assertEquals(1, bounds.upper(0)[1], 1e-13);
    assertEquals(1, bounds.lower(0)[0], 1e-13);
    assertEquals(0, bounds.lower(0)[1], 1e-13);
    BoxBounds mostlyActive = ofRelu(0.5, 1);
    assertEquals(2, mostlyActive.lower(0)[1], 1e-13);
  }

  @Test
  void tellWhatSurelyVaries() {
    assertFalse(ofRelu(3, 2).mayBeConstant(0));
    assertFalse(ofRelu(0.5, 1).mayBeConstant(0));
    assertTrue(ofRelu(-3, 3).mayBeConstant(0));
    assertTrue(ofRelu(1, Double.MAX_VALUE).mayBeConstant(0)); // nothing is known
  }

  @Test
  void overflowMeansThatNothingIsKnown() {
    BoxBounds bounds = ofRelu(1, Double.MAX_VALUE);
    assertEquals(Double.NEGATIVE_INFINITY, bounds.least(0));
    assertEquals(Double.POSITIVE_INFINITY, bounds.greatest(0));
  }

  /** Each summand of a form is finite, and their sum is not. */
  @Test
  void sumsThatOverflowMeanThatNothingIsKnown() {
    Network network = Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.RELU)));
    AffineForm form = new AffineForm(List.of(Rational.ONE), List.of(Rational.ONE));
    BoxBounds bounds = bounds(network, form, new double[][] {{1.3e308}, {1e307}});
    assertEquals(Interval.WHOLE, bounds.range(0));
    BoxBounds smaller = bounds(network, form, new double[][] {{0.5e308}, {1e307}});
    assertEquals(1e308, smaller.range(0).middle(), 1e300);
  }

  @Test
  void tellWhatEntersNeuronsOfInputs() {
    Network network = Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.RELU)));
    AffineForm output = new AffineForm(List.of(Rational.ONE));
    BoxBounds bounds = bounds(network, output, new double[][] {{1}, {2}});
    assertEquals(Interval.of(-1, 3), bounds.entering(0, 0));
    assertArrayEquals(new double[] {2}, bounds.variation(0, 0));
  }

  /** 2 x0 - 3 x1 + 1 on the unit square is 1/2 + xi_0 - 3/2 xi_1. */
  @Test
  void tellWhatEntersNeurons() {
    Network network =
        Network.chain(
            2,
            List.of(
                AffineLayer.of(new double[][] {{0.25, 0}, {2, -3}}, new double[] {7, 1}),
                ActivationLayer.uniform(2, Activation.RELU)));
    AffineForm output = new AffineForm(List.of(Rational.ONE, Rational.ONE));
    AffineForm input =
        new AffineForm(List.of(Rational.ZERO, Rational.ZERO), List.of(Rational.ONE, Rational.ONE));
    double[][] square = {{0.5, 0.5}, {0.5, 0}, {0, 0.5}};
    BoxBounds bounds = bounds(network, output, square);
    assertEquals(-2, bounds.entering(1, 1).lower(), 1e-12);
    assertEquals(3, bounds.entering(1, 1).upper(), 1e-12);
    assertTrue(bounds.entering(1, 1).contains(Rational.of(-2)));
    assertTrue(bounds.entering(1, 1).contains(Rational.of(3)));
    assertArrayEquals(new double[] {1, 1.5}, bounds.variation(1, 1), 1e-12);
    assertArrayEquals(new double[] {0.125, 0}, bounds.variation(1, 0), 1e-12);
    BoxBounds ofInputs = bounds(network, input, square); // no neuron is needed
    assertEquals(Interval.WHOLE, ofInputs.entering(1, 1));
    assertArrayEquals(new double[2], ofInputs.variation(1, 1));
  }

  private static BoxBounds bounds(Network network, AffineForm form, double[][] centre) {
    List<WireForm> forms = List.of(WireForm.of(form, network));
    return BoxBounds.of(
        CompiledNetwork.of(network, forms, Stop.NEVER), centre, new double[centre[0].length]);
  }

  /** Each step asks. */
  @Test
  void mayBeStopped() {
    Network network = RandomNetworks.of(new SplittableRandom(64), 2, 2, List.of());
    List<WireForm> rows = List.of(WireForm.of(Statements.form("1", "1"), network));
    AtomicBoolean isWanted = new AtomicBoolean();
    CompiledNetwork compiled = CompiledNetwork.of(network, rows, isWanted::get);
    double[][] centre = {{0, 0}, {1, 0}, {0, 1}};
    BoxBounds.of(compiled, centre, new double[2]);
    isWanted.set(true);
    assertThrows(StoppedException.class, () -> BoxBounds.of(compiled, centre, new double[2]));
  }
}
