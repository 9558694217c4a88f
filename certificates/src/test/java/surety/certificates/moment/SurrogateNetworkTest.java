package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.FormMoments;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Threshold;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.NormalFunction;
import surety.certificates.gaussian.RectifiedNormal;
import surety.certificates.gaussian.StandardNormal;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statements;

class SurrogateNetworkTest {
  static final List<Activation> BENT =
      List.of(
          Activation.ABS,
          PiecewiseLinear.leakyRelu(0.01),
          PiecewiseLinear.leakyRelu(-0.3),
          PiecewiseLinear.clip(-0.5, 0.25));

  static final List<Activation> SMOOTH =
      List.of(
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTPLUS,
          Activation.ERF_GATE,
          Activation.SILU,
          Activation.SIN,
          Activation.RELU);

  /** Of the mean, so that the form is the output itself. */
  static Problem problem(Network network, String... inputs) {
    Quantity mean = new Quantity.Mean(Statements.form("1"), Optional.empty());
    Claim claim = new QuantityClaim(mean, Optional.empty());
    return Trees.problem(Statements.of(Statements.inputs(inputs), claim), network);
  }

  static FormMoments moments(MomentMethod method, Problem problem) {
    try {
      return method.of(problem);
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * A chain of leaky ReLUs of which each sees its argument just below the kink on average. The
   * paper claims that the linearisation is off by at most 0.5, however long the chain is.
   */
  @Test
  void theBoundOfThePaperIsNoBoundAndOursIs() {
    for (int length : new int[] {2, 5}) {
      List<Layer> layers = new ArrayList<>();
      for (int n = 0; n < length; n++) {
        layers.add(AffineLayer.of(new double[][] {{1}}, new double[] {-1e-9}));
        layers.add(new ActivationLayer(List.of(PiecewiseLinear.leakyRelu(0.5))));
      }
      layers.add(AffineLayer.of(new double[][] {{1}}, new double[] {0}));
      Network network = Network.chain(1, layers);
      double linear = Math.pow(0.5, length); // the slope at the mean, and next to nothing there
      double error = network.evaluate(new double[] {1})[0] - linear;
      assertTrue(error > 0.5, () -> "the paper's bound holds: " + error);
      Problem problem = problem(network, "normal(0, 1)");
      NormalLaw law = NormalLaw.of(problem.statement().law()).orElseThrow();
      SurrogateNetwork surrogate =
          SurrogateNetwork.of(network, law.components().get(0), true, 64, problem.stop());
      Wire wire = surrogate.form(problem.forms().get(0));
      double claimed = surrogate.norm(surrogate.difference(wire)) + wire.rest();
      double mean = 0;
      SplittableRandom random = new SplittableRandom(length);
      for (int s = 0; s < 20_000; s++) {
        double z = random.nextGaussian();
        double off = network.evaluate(new double[] {z})[0] - linear * z;
        mean += off * off / 20_000;
      }
      double actual = Math.sqrt(mean);
      assertTrue(actual <= 1.03 * claimed, actual + " > " + claimed);
      assertTrue(claimed <= 2 * actual, claimed + " is far above " + actual);
    }
  }

  /** With so little noise that no neuron leaves its piece the tangents' normal law is exact. */
  @Test
  void tangentsAreExactWhereNothingFlips() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1}, {-1}}, new double[] {0.5, 0.5}),
                new ActivationLayer(List.of(Activation.RELU, Activation.RELU)),
                AffineLayer.of(new double[][] {{2, 1}}, new double[] {0})));
    Problem problem = problem(network, "normal(0, 1/64)");
    FormMoments tangent = moments(MomentMethod.TANGENT, problem);
    Interval p = tangent.probability(0, Threshold.of(Rational.of(3, 2), true));
    assertTrue(p.contains(0.5) && p.width() < 1e-14, () -> "wide: " + p);
    Interval mean = tangent.first(0, 0);
    assertTrue(mean.contains(1.5) && mean.width() < 1e-14, () -> "wide: " + mean);
  }

  @Test
  void constantOutputsAreConstant() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{0}}, new double[] {2}),
                new ActivationLayer(List.of(Activation.RELU)),
                AffineLayer.of(new double[][] {{1}}, new double[] {0})));
    FormMoments found = moments(MomentMethod.BEST_ON_AVERAGE, problem(network, "normal(0, 1)"));
    assertEquals(Interval.of(2), found.first(0, 0));
    assertTrue(found.second(0, 2, 0, 2).magnitude() < 1e-300);
    assertEquals(new Interval(0, 1), found.probability(0, Threshold.of(Rational.of(2), true)));
  }

  /** What is lost in rounding a value that bends is enlarged by the next activation, if steep. */
  @Test
  void allThatAConstantMayBeEntersTheNextActivation() {
    Activation steep = PiecewiseLinear.leakyRelu(0x1p70);
    for (double bias : new double[] {-0.1, -0.3, -0.7, -1.3}) {
      Network network =
          chain(affine(0, bias), activated(Activation.TANH), activated(steep), affine(1, 0));
      Interval value = Activation.TANH.enclose(bias).times(0x1p70);
      for (MomentMethod method : MomentMethod.values()) {
        Interval mean = moments(method, problem(network, "normal(0, 1)")).first(0, 0);
        assertTrue(mean.lower() <= value.lower() && value.upper() <= mean.upper());
      }
    }
  }

  /** {@code E f(X)} and {@code E f(X)^2} by Simpson's rule, far beyond the accuracy of bounds. */
  private static double[] integrals(Activation f, double mean, double deviation) {
    int steps = 20_000;
    double[] sums = new double[2];
    for (int k = 0; k <= steps; k++) {
      double z = -12 + 24.0 * k / steps;
      double weight = k == 0 || k == steps ? 1 : k % 2 == 1 ? 4 : 2;
      double mass = weight * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) * (24.0 / steps / 3);
      double y = f.apply(mean + deviation * z);
      sums[0] += mass * y;
      sums[1] += mass * y * y;
    }
    return sums;
  }

  @Test
  void momentsOfASmoothNeuronAreThoseOfIntegrals() {
    for (Activation f : SMOOTH) {
      for (int k = 1; k <= 4; k++) {
        Network network = chain(affine(1, 0), activated(f), affine(1, 0));
        Problem problem = problem(network, "normal(1/4, " + Rational.of(k, 4) + ")");
        double[] exact = integrals(f, 0.25, k / 4.0);
        for (MomentMethod method : MomentMethod.values()) {
          FormMoments found = moments(method, problem);
          Interval mean = found.first(0, 0);
          Interval square = found.second(0, 0, 0, 0);
          String what = f.name() + " " + k + " " + mean + " " + square;
          assertTrue(mean.plus(new Interval(-1e-6, 1e-6)).contains(exact[0]), what);
          assertTrue(square.plus(new Interval(-1e-6, 1e-6)).contains(exact[1]), what);
          boolean isClosed = f.equals(Activation.ERF) || f.equals(Activation.ERF_GATE);
          assertTrue(mean.width() < (isClosed ? 1e-13 : 2e-4 * k * k / 4), what);
          assertTrue(square.width() < (isClosed ? 1e-12 : 1e-3 * k * k), what);
        }
      }
    }
  }

  /** It has no tangent that it is, however little noise there is. */
  @Test
  void whatBendsIsNoTangent() {
    Network network = chain(affine(1, 0), activated(Activation.SIN), affine(1, 0));
    Problem problem = problem(network, "normal(3/2, 1/64)");
    Interval p =
        moments(MomentMethod.TANGENT, problem).probability(0, Threshold.of(Rational.of(1), false));
    assertTrue(p.upper() == 1, () -> "the sine is at most 1: " + p);
  }

  private static Network chain(Layer... layers) {
    return Network.chain(1, List.of(layers));
  }

  private static Layer affine(double weight, double bias) {
    return AffineLayer.of(new double[][] {{weight}}, new double[] {bias});
  }

  private static Layer activated(Activation activation) {
    return new ActivationLayer(List.of(activation));
  }

  /** The ReLU of a normal number, times 1e-400 before and 1e400 behind it. */
  @Test
  void aLoadingThatUnderflowsIsNoConstant() {
    Network network =
        chain(
            affine(1e-200, 0),
            affine(1e-200, 0),
            activated(Activation.RELU),
            affine(1e200, 0),
            affine(1e200, 0));
    for (MomentMethod method : MomentMethod.values()) {
      Interval mean = moments(method, problem(network, "normal(0, 1)")).first(0, 0);
      assertTrue(mean.contains(Math.sqrt(0.5 / Math.PI)), () -> "wrong: " + mean);
    }
  }

  /** Then the infinities of both pieces of a ReLU that is steep below cancel. */
  @Test
  void numbersThatOverflowAreNotKnown() {
    Network network =
        chain(
            affine(1, 1e308),
            activated(PiecewiseLinear.leakyRelu(10)),
            affine(1, 0),
            activated(Activation.ABS),
            affine(1e-308, 0));
    for (MomentMethod method : MomentMethod.values()) {
      FormMoments found = moments(method, problem(network, "normal(0, 1)"));
      assertTrue(found.first(0, 0).contains(1));
      assertTrue(found.second(0, 0, 0, 0).contains(1));
      assertTrue(found.excess(0, 0).contains(1));
      assertEquals(new Interval(0, 1), found.probability(0, Threshold.of(Rational.of(2), true)));
    }
  }

  private static SurrogateNetwork surrogate(Problem problem, Network network, boolean isTangent) {
    NormalLaw law = NormalLaw.of(problem.statement().law()).orElseThrow();
    return SurrogateNetwork.of(network, law.components().get(0), isTangent, 64, problem.stop());
  }

  private static double value(NormalForm form, double z) {
    NormalForm unit = NormalForm.of(Interval.ZERO, new Interval[] {Interval.ONE});
    return form.mean().middle() + form.covariance(unit).middle() * z;
  }

  /** Functions of a number, in the order in which they are numbered; constants have none. */
  private static List<DoubleUnaryOperator> functions(Network network, SurrogateNetwork surrogate) {
    Deque<Activation> bent = new ArrayDeque<>();
    for (Gate gate : network.gates()) {
      if (gate instanceof Gate.Activations some) {
        some.layer().activations().stream().filter(ActivatedNormal::isBent).forEach(bent::add);
      }
    }
    List<DoubleUnaryOperator> functions = new ArrayList<>();
    for (int r = 0; r < surrogate.neurons().size(); r++) {
      NormalFunction function = surrogate.neurons().get(r);
      if (function instanceof RectifiedNormal) {
        functions.add(x -> Math.max(0, x));
      } else {
        while (!isOf(function, bent.element())) {
          bent.remove();
        }
        functions.add(curved(bent.remove(), function.form()));
      }
    }
    return functions;
  }

  private static boolean isOf(NormalFunction function, Activation f) {
    NormalFunction same =
        ActivatedNormal.of(f, new SpreadNormal(function.form(), 0), 64).parts().get(0).function();
    return same.mean().equals(function.mean()) && same.slope().equals(function.slope());
  }

  private static DoubleUnaryOperator curved(Activation f, NormalForm w) {
    return f.equals(Activation.ERF) || f.equals(Activation.ERF_GATE)
        ? f::apply
        : ChordsTest.chords(f, Chords.knots(w, 64));
  }

  /** The root of the mean square of the output less all that is known of it, by z ~ N(0, 1). */
  private static double rest(Network network, SurrogateNetwork surrogate, Wire wire) {
    List<DoubleUnaryOperator> functions = functions(network, surrogate);
    List<DoubleUnaryOperator> parts = new ArrayList<>();
    wire.factors()
        .forEach(
            (r, factor) -> {
              NormalForm form = surrogate.neurons().get(r).form();
              double at = value(form, 0);
              double steep = value(form, 1) - at;
              DoubleUnaryOperator function = functions.get(r);
              parts.add(z -> factor.middle() * function.applyAsDouble(at + steep * z));
            });
    double start = value(wire.linear(), 0);
    double slope = value(wire.linear(), 1) - start;
    double sum = 0;
    int steps = 800;
    for (int k = 0; k < steps; k++) {
      double z = 12 * (k + 0.5) / steps - 6;
      double known = start + slope * z;
      for (DoubleUnaryOperator part : parts) {
        known += part.applyAsDouble(z);
      }
      double off = network.evaluate(new double[] {z})[0] - known;
      sum += off * off * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 12 / steps;
    }
    return Math.sqrt(sum);
  }

  private static double quotientOfRests(Network network, boolean isTangent) {
    Problem problem = problem(network, "normal(0, 1)");
    SurrogateNetwork surrogate = surrogate(problem, network, isTangent);
    Wire wire = surrogate.form(problem.forms().get(0));
    double rest = rest(network, surrogate, wire);
    String what = network.gates() + ": " + rest + " > " + wire.rest();
    assertTrue(rest <= 1.002 * wire.rest() + 1e-9, what);
    return wire.rest() / rest;
  }

  @Test
  void restsAreNoShorterThanTheyAre() {
    SplittableRandom random = new SplittableRandom(33);
    for (int i = 0; i < 80; i++) {
      List<Activation> kinds = i % 2 == 0 ? List.of() : i % 4 == 1 ? SMOOTH : BENT;
      Network network = RandomNetworks.of(random, 1, 1, kinds);
      quotientOfRests(network, true);
      quotientOfRests(network, false);
    }
  }

  /** Layers of equal neurons that average, and so neither stretch nor shorten anything. */
  private static Network equal(int width, double bias, Activation... activations) {
    List<Layer> layers = new ArrayList<>();
    double[] biases = new double[width];
    Arrays.fill(biases, bias);
    int columns = 1;
    for (Activation activation : activations) {
      double[][] weights = new double[width][columns];
      for (double[] row : weights) {
        Arrays.fill(row, 1.0 / columns);
      }
      layers.add(AffineLayer.of(weights, biases));
      layers.add(ActivationLayer.uniform(width, activation));
      columns = width;
    }
    double[][] sum = new double[1][width];
    Arrays.fill(sum[0], 1);
    layers.add(AffineLayer.of(sum, new double[1]));
    return Network.chain(1, layers);
  }

  /** A ReLU of slopes in [a, 1] is off by exactly (1 - a) / 2 of the distance, on its own side. */
  @Test
  void restsOfEqualNeuronsAreClose() {
    Activation relu = Activation.RELU;
    Activation nearly = PiecewiseLinear.leakyRelu(0.875);
    for (int width : new int[] {1, 4}) {
      for (Activation[] each :
          new Activation[][] {
            {relu, relu}, {nearly, relu}, {relu, nearly}, {relu, nearly, nearly}
          }) {
        Network network = equal(width, -0.25, each);
        assertTrue(quotientOfRests(network, false) < 1.15, () -> "far off: " + network.gates());
        assertTrue(quotientOfRests(network, true) < 2, () -> "far off: " + network.gates());
      }
      for (Activation[] each :
          new Activation[][] {
            {Activation.TANH}, {Activation.TANH, nearly}, {relu, Activation.SIGMOID}
          }) {
        Network network = equal(width, -0.25, each);
        assertTrue(quotientOfRests(network, false) < 3, () -> "far off: " + network.gates());
      }
    }
  }

  /** The probability that a normal number is on the other side of a kink than its mean. */
  @Test
  void flipsAreThoseOfTheSurrogates() {
    double below = StandardNormal.cdf(Interval.of(-0.5)).middle();
    double far = StandardNormal.cdf(Interval.of(-1.5)).middle();
    requireFlips(below, Activation.RELU, 0.5);
    requireFlips(below, Activation.RELU, -0.5);
    requireFlips(below + far, PiecewiseLinear.clip(-0.5, 1.5), 0);
    requireFlips(0, Activation.IDENTITY, 0.5);
    requireFlips(Double.POSITIVE_INFINITY, Activation.TANH, 0.5);
  }

  private static void requireFlips(double expected, Activation activation, double bias) {
    Network network = chain(affine(1, bias), activated(activation), affine(1, 0));
    Problem problem = problem(network, "normal(0, 1)");
    double flips = surrogate(problem, network, true).flips();
    assertTrue(flips >= expected * (1 - 1e-15), () -> flips + " < " + expected);
    assertEquals(expected, flips, 1e-13);
  }

  /** With an input, which has no rest, by the exact integral of the product. */
  @Test
  void theRestOfOneFormEntersItsProductWithAnother() {
    Network network = equal(1, -0.25, Activation.RELU, Activation.RELU);
    Quantity covariance =
        new Quantity.Association(
            Quantity.Dependence.COVARIANCE,
            Statements.form("1"),
            new AffineForm(List.of(Rational.ZERO), List.of(Rational.ONE)));
    Claim claim = new QuantityClaim(covariance, Optional.empty());
    Problem problem =
        Trees.problem(Statements.of(Statements.inputs("normal(0, 1)"), claim), network);
    double exact = 0;
    int steps = 4000;
    for (int k = 0; k < steps; k++) {
      double z = 16 * (k + 0.5) / steps - 8;
      double mass = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * 16 / steps;
      exact += mass * z * network.evaluate(new double[] {z})[0];
    }
    for (MomentMethod method : MomentMethod.values()) {
      FormMoments found = moments(method, problem);
      for (int k = 0; k < 2; k++) {
        Interval product = found.second(k, 0, 1 - k, 0);
        assertTrue(product.width() > 0.01 && product.contains(exact), product::toString);
      }
    }
  }
}
