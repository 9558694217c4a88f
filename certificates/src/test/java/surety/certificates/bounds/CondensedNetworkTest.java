package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Statements;

class CondensedNetworkTest {
  private static final AffineForm FIRST = Statements.form("1/10", "2/3");
  private static final AffineForm SECOND = Statements.form("-1", "1/7");

  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** A box, one condensed network after the other on smaller and smaller boxes around a point. */
  private static final class Descent {
    private final SplittableRandom random;
    private final Network network;
    private final int n;
    private double[] centre;
    private double[] radius;
    private CondensedNetwork condensed;

    Descent(SplittableRandom random, Network network, double shift) {
      this.random = random;
      this.network = network;
      this.n = network.inputs();
      this.centre = new double[n];
      this.radius = new double[n];
      Arrays.setAll(centre, q -> shift + random.nextDouble(-1, 1));
      Arrays.setAll(radius, q -> Math.scalb(1.0, -random.nextInt(8)));
      this.condensed = start();
    }

    CentredBox box() {
      return CentredBox.of(centre, radius, new double[n]);
    }

    private CondensedNetwork start() {
      CompiledNetwork compiled = CompiledNetworks.of(network, FIRST, SECOND);
      double[][] local = new double[n + 1][n];
      List<CondensedRow> inputs = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        local[0][k] = centre[k];
        local[k + 1][k] = radius[k];
        double[] x = new double[n + 1];
        x[k] = 1;
        inputs.add(new CondensedRow(x, 0));
      }
      BoxBounds forward = BoxBounds.of(compiled, local, new double[n]);
      return CondensedNetwork.of(compiled, box(), inputs, forward).orElseThrow();
    }

    /** A smaller box inside; the network may be condensed on it. */
    void narrow() {
      double[] middle = centre.clone();
      double[] half = radius.clone();
      for (int q = 0; q < n; q++) {
        if (random.nextBoolean()) {
          half[q] = 0.5 * radius[q];
          middle[q] = centre[q] + (random.nextBoolean() ? half[q] : -half[q]);
        }
      }
      centre = middle;
      radius = half;
      if (random.nextInt(3) > 0) {
        condensed = condensed.over(box()).condensed().orElseThrow();
      }
    }

    Rational[] xi() {
      Rational[] xi = new Rational[n];
      Arrays.setAll(xi, q -> Rational.of(random.nextInt(-4, 5), 4));
      return xi;
    }

    Rational[] point(Rational[] xi) {
      Rational[] x = new Rational[n];
      Arrays.setAll(x, q -> exact(centre[q]).plus(exact(radius[q]).times(xi[q])));
      return x;
    }
  }

  private static Rational at(double[] form, Rational[] xi) {
    Rational sum = exact(form[0]);
    for (int q = 1; q < form.length; q++) {
      sum = sum.plus(exact(form[q]).times(xi[q - 1]));
    }
    return sum;
  }

  private static Rational value(AffineForm form, Rational[] outputs) {
    return form.evaluate(List.of(outputs), List.of());
  }

  private static void requireExact(long seed, int count, double shift, List<Activation> kinds) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      Network network = RandomNetworks.of(random, random.nextInt(1, 4), 2, kinds);
      Descent descent = new Descent(random, network, shift);
      for (int step = 0; step < 6; step++) {
        BackwardBounds bounds = descent.condensed.over(descent.box());
        for (int point = 0; point < 6; point++) {
          Rational[] xi = descent.xi();
          Rational[] outputs = network.evaluateExactly(descent.point(xi));
          Rational first = value(FIRST, outputs);
          Rational second = value(SECOND, outputs);
          String what = i + ", " + step + ": " + network.gates();
          assertTrue(at(bounds.lower(0), xi).compareTo(first) <= 0, what);
          assertTrue(at(bounds.upper(0), xi).compareTo(first) >= 0, what);
          assertTrue(at(bounds.lower(1), xi).compareTo(second) <= 0, what);
          assertTrue(at(bounds.upper(1), xi).compareTo(second) >= 0, what);
          assertTrue(exact(bounds.greatest(0, 1, 1, -1)).compareTo(first.minus(second)) >= 0);
          assertTrue(
              exact(bounds.greatest(0, -1, 1, -1)).compareTo(first.plus(second).negate()) >= 0);
          requireArguments(bounds, network, descent.point(xi));
        }
        descent.narrow();
      }
    }
  }

  /** What enters each neuron lies where the bounds say. */
  private static void requireArguments(Arguments bounds, Network network, Rational[] x) {
    for (int g = 0; g < network.gates().size(); g++) {
      if (network.gates().get(g) instanceof Gate.Activations gate) {
        Network before = new Network(network.inputs(), network.gates(), gate.wires());
        Rational[] arguments = before.evaluateExactly(x);
        for (int j = 0; j < arguments.length; j++) {
          Interval range = bounds.entering(g, j);
          assertTrue(
              Bounds.isIn(arguments[j], range), "neuron " + j + " of gate " + g + ": " + range);
        }
      }
    }
  }

  private static final class Bounds {
    static boolean isIn(Rational x, Interval range) {
      return !(range.lower() > Double.NEGATIVE_INFINITY && x.compareTo(exact(range.lower())) < 0)
          && !(range.upper() < Double.POSITIVE_INFINITY && x.compareTo(exact(range.upper())) > 0);
    }
  }

  @Test
  void boundsOfReluNetworksHoldOnSmallerAndSmallerBoxes() {
    requireExact(131, 120, 0, List.of(Activation.RELU));
  }

  @Test
  void boundsHoldFarFromTheOrigin() {
    requireExact(132, 60, 1e6, List.of(Activation.RELU));
  }

  @Test
  void boundsHoldForPiecewiseLinearActivations() {
    requireExact(
        133,
        60,
        0,
        List.of(
            Activation.RELU,
            Activation.ABS,
            PiecewiseLinear.leakyRelu(0.1),
            PiecewiseLinear.leakyRelu(-0.3),
            PiecewiseLinear.clip(-0.5, 0.25)));
  }

  @Test
  void boundsHoldForSmoothActivations() {
    SplittableRandom random = new SplittableRandom(134);
    List<Activation> kinds =
        List.of(Activation.RELU, Activation.TANH, Activation.SOFTPLUS, new Elu(-1));
    for (int i = 0; i < 80; i++) {
      Network network = RandomNetworks.of(random, random.nextInt(1, 4), 2, kinds);
      Descent descent = new Descent(random, network, 0);
      for (int step = 0; step < 5; step++) {
        BackwardBounds bounds = descent.condensed.over(descent.box());
        Rational[] xi = descent.xi();
        Interval[] x = Arrays.stream(descent.point(xi)).map(Interval::of).toArray(Interval[]::new);
        Interval[] outputs = network.enclose(x);
        Interval value =
            outputs[0]
                .times(Interval.of(Rational.of(1, 10)))
                .plus(outputs[1].times(Interval.of(Rational.of(2, 3))));
        assertTrue(at(bounds.lower(0), xi).compareTo(exact(value.upper())) <= 0);
        assertTrue(at(bounds.upper(0), xi).compareTo(exact(value.lower())) >= 0);
        descent.narrow();
      }
    }
  }

  /** On a box where no neuron bends all is affine, and the bounds meet up to rounding. */
  @Test
  void boundsMeetWhereNothingBends() {
    SplittableRandom random = new SplittableRandom(135);
    int met = 0;
    for (int i = 0; i < 60; i++) {
      Network network = RandomNetworks.of(random, 2, 2, List.of(Activation.RELU));
      Descent descent = new Descent(random, network, 0);
      for (int step = 0; step < 40; step++) {
        descent.narrow();
      }
      descent.condensed = descent.condensed.over(descent.box()).condensed().orElseThrow();
      if (descent.condensed.neurons() == 0) {
        BackwardBounds bounds = descent.condensed.over(descent.box());
        double width = bounds.upper(0)[0] - bounds.lower(0)[0];
        assertTrue(width <= 1e-13 * Math.max(1, Math.abs(bounds.lower(0)[0])), "" + width);
        met++;
      }
    }
    assertTrue(met > 40, "only " + met);
  }

  /** A weight of a form may be a number that doubles round to 0, and what it multiplies huge. */
  @Test
  void weightsThatAreNoDoublesCountByTheirErrors() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1e307}, {1e-60}}, new double[2]),
                ActivationLayer.uniform(2, Activation.RELU)));
    AffineForm form = Statements.form("1e-324", "1"); // of which the first is 1e-17 x
    CompiledNetwork compiled = CompiledNetworks.of(network, form);
    CentredBox box = CentredBox.of(new double[] {0.75}, new double[] {0.25}, new double[1]);
    List<CondensedRow> inputs = List.of(new CondensedRow(new double[] {1, 0}, 0));
    BoxBounds forward = BoxBounds.of(compiled, new double[][] {{0.75}, {0.25}}, new double[1]);
    BackwardBounds bounds =
        CondensedNetwork.of(compiled, box, inputs, forward).orElseThrow().over(box);
    Rational one = value(form, network.evaluateExactly(new Rational[] {Rational.ONE}));
    assertTrue(exact(bounds.greatest(0)).compareTo(one) >= 0, () -> "" + bounds.greatest(0));
  }

  @Test
  void numbersThatOverflowAreNotCondensed() {
    Network network =
        RandomNetworks.alone(
            AffineLayer.of(new double[][] {{1e308, 1e308}, {1, 1}}, new double[2]));
    CompiledNetwork compiled = CompiledNetworks.of(network, FIRST);
    double[] zero = new double[2];
    CentredBox box = CentredBox.of(new double[] {1e10, 1}, new double[] {1, 1}, zero);
    List<CondensedRow> inputs =
        List.of(
            new CondensedRow(new double[] {1, 0, 0}, 0),
            new CondensedRow(new double[] {0, 1, 0}, 0));
    BoxBounds forward = BoxBounds.of(compiled, new double[][] {{1e10, 1}, {1, 0}, {0, 1}}, zero);
    assertEquals(Optional.empty(), CondensedNetwork.of(compiled, box, inputs, forward));
  }

  /** 2 x on [-1, 1] enters a neuron that is kept, as it bends there. */
  @Test
  void whatEntersANeuronIsItsRange() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{2}}, new double[1]),
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.of(new double[][] {{1}, {1}}, new double[2])));
    CompiledNetwork compiled = CompiledNetworks.of(network, FIRST, SECOND);
    CentredBox box = CentredBox.of(new double[1], new double[] {1}, new double[1]);
    BoxBounds forward = BoxBounds.of(compiled, new double[][] {{0}, {1}}, new double[1]);
    List<CondensedRow> inputs = List.of(new CondensedRow(new double[] {0, 1}, 0));
    CondensedNetwork condensed = CondensedNetwork.of(compiled, box, inputs, forward).orElseThrow();
    Interval entering = condensed.entering(1, 0);
    assertTrue(entering.lower() <= -2 && entering.upper() >= 2, entering.toString());
    assertTrue(entering.width() < 4.1, entering.toString());
  }

  /** A form goes back through so many neurons, with two roundings at each and four at its ends. */
  @Test
  void roundingsOfAllStepsBackAreAllowedFor() {
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < 20; i++) {
      CondensedNetwork condensed =
          new Descent(random, RandomNetworks.of(random, 3, 2, List.of(Activation.RELU)), 0)
              .condensed;
      assertTrue(condensed.gamma() >= (2 * condensed.neurons() + 4) * 0x1p-53);
    }
  }
}
