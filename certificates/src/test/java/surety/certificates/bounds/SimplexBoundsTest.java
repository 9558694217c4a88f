package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Scaling;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;

class SimplexBoundsTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  private static PointEnclosure[] enclose(
      CompiledNetwork network, double[][] vertices, double[][] radii) {
    PointEnclosure[] enclosures = new PointEnclosure[vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      enclosures[i] = PointEnclosure.of(network, vertices[i], radii[i]);
      assertTrue(enclosures[i].isKnown());
    }
    return enclosures;
  }

  private static Rational[] weights(SplittableRandom random, int count) {
    long[] parts = new long[count];
    Arrays.setAll(parts, i -> random.nextInt(4) == 0 ? 0 : random.nextInt(1, 100));
    parts[random.nextInt(count)] += 1;
    long total = Arrays.stream(parts).sum();
    return Arrays.stream(parts).mapToObj(p -> Rational.of(p, total)).toArray(Rational[]::new);
  }

  private static Rational combine(Rational[] weights, double[] values) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < values.length; i++) {
      sum = sum.plus(weights[i].times(exact(values[i])));
    }
    return sum;
  }

  private static AffineForm form(SplittableRandom random, int outputs) {
    List<Rational> coefficients = new ArrayList<>();
    for (int j = 0; j < outputs; j++) {
      coefficients.add(Rational.of(random.nextInt(-10, 11), random.nextBoolean() ? 10 : 3));
    }
    coefficients.set(random.nextInt(outputs), Rational.of(1, 10));
    return new AffineForm(coefficients);
  }

  private static final List<Activation> PIECEWISE_LINEAR =
      List.of(
          Activation.ABS,
          PiecewiseLinear.leakyRelu(0.1),
          PiecewiseLinear.leakyRelu(-0.3),
          PiecewiseLinear.leakyRelu(3),
          PiecewiseLinear.clip(-0.5, 0.25),
          PiecewiseLinear.clip(0, Double.POSITIVE_INFINITY));

  @Test
  void boundsHoldAtEveryPointForEveryFirstLayer() {
    requireBounds(51, 300, List.of());
  }

  @Test
  void boundsHoldForAllPiecewiseLinearActivations() {
    requireBounds(52, 150, PIECEWISE_LINEAR);
  }

  private static void requireBounds(long seed, int count, List<Activation> kinds) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int n = random.nextInt(1, 4);
      Network network = RandomNetworks.of(random, n, random.nextInt(1, 3), kinds);
      AffineForm form = form(random, network.outputs());
      boolean negated = random.nextBoolean();
      CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, form);
      double size = Math.scalb(1.0, -random.nextInt(12));
      double[] corner = new double[n];
      Arrays.setAll(corner, q -> random.nextDouble(-1, 1));
      double[][] vertices = new double[n + 1][n];
      double[][] radii = new double[n + 1][n];
      for (int v = 0; v <= n; v++) {
        double wide = random.nextInt(3) == 0 ? size * 1e-3 : 0;
        Arrays.setAll(vertices[v], q -> corner[q] + size * random.nextDouble(-1, 1));
        Arrays.fill(radii[v], wide);
      }
      PointEnclosure[] enclosures = enclose(compiled, vertices, radii);
      Rational[][] moved = moved(random, vertices, radii);
      for (int own = 0; own <= compiled.levels(); own++) {
        SimplexBounds bounds = SimplexBounds.of(compiled, enclosures, own);
        for (int k = 0; k < 6; k++) {
          Rational[] weights = weights(random, n + 1);
          Rational value = value(network, form, negated, moved, weights);
          String what = i + " from layer " + own + " " + network.gates();
          assertTrue(combine(weights, bounds.lower(negated ? 1 : 0)).compareTo(value) <= 0, what);
          assertTrue(combine(weights, bounds.upper(negated ? 1 : 0)).compareTo(value) >= 0, what);
        }
      }
    }
  }

  private static final List<Activation> SMOOTH =
      List.of(
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTPLUS,
          Activation.SOFTSIGN,
          Activation.SQUARE,
          Activation.SIN,
          Activation.COS,
          Activation.ERF,
          Activation.ERF_GATE,
          Activation.SILU,
          Activation.APPROXIMATE_GELU,
          Activation.HARD_SWISH,
          new Floored(Activation.RECIPROCAL, 0.5),
          new Floored(Activation.SQRT, 0),
          new Elu(0.7),
          new Elu(-1),
          new Selu(1.67, 1.05));

  /** A smooth network's value is known up to rounding: the bounds must not exclude all of it. */
  @Test
  void boundsHoldForSmoothActivations() {
    SplittableRandom random = new SplittableRandom(53);
    for (int i = 0; i < 300; i++) {
      int n = random.nextInt(1, 4);
      Network network = RandomNetworks.of(random, n, 1, SMOOTH);
      CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
      double size = Math.scalb(1.0, -random.nextInt(20));
      double[][] vertices = new double[n + 1][n];
      double[] corner = new double[n];
      Arrays.setAll(corner, q -> random.nextDouble(-2, 2));
      for (double[] vertex : vertices) {
        Arrays.setAll(vertex, q -> corner[q] + size * random.nextDouble(-1, 1));
      }
      PointEnclosure[] enclosures = enclose(compiled, vertices, new double[n + 1][n]);
      for (int own = 0; own <= compiled.levels(); own++) {
        SimplexBounds bounds = SimplexBounds.of(compiled, enclosures, own);
        for (int k = 0; k < 6; k++) {
          Rational[] weights = weights(random, n + 1);
          Interval[] x = new Interval[n];
          Arrays.setAll(x, q -> Interval.of(combine(weights, column(vertices, q))));
          Interval value = network.enclose(x)[0];
          String what = i + " from layer " + own + " " + network.gates();
          Rational lower = combine(weights, bounds.lower(0));
          Rational upper = combine(weights, bounds.upper(0));
          assertTrue(lower.compareTo(exact(value.upper())) <= 0, what);
          assertTrue(upper.compareTo(exact(value.lower())) >= 0, what);
        }
      }
    }
  }

  private static double[] column(double[][] rows, int q) {
    return Arrays.stream(rows).mapToDouble(row -> row[q]).toArray();
  }

  /** Halving a simplex of a smooth network makes the gap about four times smaller. */
  @Test
  void boundsOfSmoothNetworksMeetQuadratically() {
    SplittableRandom random = new SplittableRandom(54);
    Network network =
        Network.chain(
            2,
            List.of(
                AffineLayer.of(new double[][] {{1, -0.5}, {0.7, 1}, {-1, 0.3}}, new double[3]),
                ActivationLayer.uniform(3, Activation.TANH),
                AffineLayer.of(new double[][] {{1, -2, 0.5}}, new double[] {0.1}),
                ActivationLayer.uniform(1, Activation.SIGMOID)));
    CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
    for (int i = 0; i < 20; i++) {
      double[] corner = {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
      double wide = gap(compiled, corner, 0x1p-4);
      double narrow = gap(compiled, corner, 0x1p-8);
      assertTrue(narrow <= wide / 100, () -> wide + " and " + narrow);
    }
  }

  private static double gap(CompiledNetwork network, double[] corner, double size) {
    double[][] vertices = {
      corner, {corner[0] + size, corner[1]}, {corner[0] + size, corner[1] + size}
    };
    SimplexBounds bounds =
        SimplexBounds.of(network, enclose(network, vertices, new double[3][2]), 0);
    double gap = 0;
    for (int i = 0; i < 3; i++) {
      gap += bounds.upper(0)[i] - bounds.lower(0)[i];
    }
    return gap;
  }

  @Test
  void overflowSaysNothing() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{Double.MAX_VALUE}}, new double[1]),
                ActivationLayer.uniform(1, Activation.SOFTPLUS),
                AffineLayer.of(new double[][] {{4}}, new double[1])));
    CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
    PointEnclosure[] vertices = {
      PointEnclosure.of(compiled, new double[] {-1}, new double[1]),
      PointEnclosure.of(compiled, new double[] {1}, new double[1])
    };
    SimplexBounds bounds = SimplexBounds.of(compiled, vertices, 0);
    assertEquals(Double.POSITIVE_INFINITY, bounds.upper(0)[1]);
  }

  /** The exact vertices, anywhere in their enclosures. */
  private static Rational[][] moved(
      SplittableRandom random, double[][] vertices, double[][] radii) {
    Rational[][] moved = new Rational[vertices.length][vertices[0].length];
    for (int v = 0; v < moved.length; v++) {
      for (int q = 0; q < moved[v].length; q++) {
        Rational share = Rational.of(random.nextInt(3) - 1L);
        moved[v][q] = exact(vertices[v][q]).plus(share.times(exact(radii[v][q])));
      }
    }
    return moved;
  }

  private static Rational value(
      Network network,
      AffineForm form,
      boolean negated,
      Rational[][] vertices,
      Rational[] weights) {
    Rational[] x = new Rational[network.inputs()];
    Arrays.fill(x, Rational.ZERO);
    for (int v = 0; v < vertices.length; v++) {
      for (int q = 0; q < x.length; q++) {
        x[q] = x[q].plus(weights[v].times(vertices[v][q]));
      }
    }
    Rational value = form.evaluate(List.of(network.evaluateExactly(x)), List.of());
    return negated ? value.negate() : value;
  }

  private static SimplexBounds onUnitInterval(Network network, int own) {
    CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
    double[][] vertices = {{-1}, {1}};
    return SimplexBounds.of(compiled, enclose(compiled, vertices, new double[2][1]), own);
  }

  private static Network relu(double weight, double bias) {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[][] {{weight}}, new double[] {bias}),
            ActivationLayer.uniform(1, Activation.RELU),
            AffineLayer.of(new double[][] {{1}}, new double[] {0.5})));
  }

  @Test
  void boundsMeetWhereAllNeuronsAreStable() {
    for (int own = 0; own <= 1; own++) {
      SimplexBounds active = onUnitInterval(relu(1, 1), own);
      assertEquals(List.of(0.5, 2.5), list(active.lower(0)));
      assertEquals(list(active.lower(0)), list(active.upper(0)));
      SimplexBounds dead = onUnitInterval(relu(1, -1), own);
      assertEquals(List.of(0.5, 0.5), list(dead.lower(0)));
      assertEquals(list(dead.lower(0)), list(dead.upper(0)));
    }
  }

  @Test
  void anUnstableNeuronHasTheBoundsOfItsValues() {
    SimplexBounds bounds = onUnitInterval(relu(1, 0.25), 0);
    assertEquals(List.of(-0.25, 1.75), list(bounds.lower(0)));
    assertEquals(List.of(0.5, 1.75), list(bounds.upper(0)));
    SimplexBounds mostlyDead = onUnitInterval(relu(1, -0.25), 0);
    assertEquals(List.of(0.5, 0.5), list(mostlyDead.lower(0)));
    assertEquals(List.of(0.5, 1.25), list(mostlyDead.upper(0)));
    // by the values at the vertices alone, with a slack of the lesser overlap
    SimplexBounds slack = onUnitInterval(relu(1, 0.25), 1);
    assertEquals(List.of(-0.25, 1.0), list(slack.lower(0)));
    assertEquals(List.of(1.25, 2.5), list(slack.upper(0)));
  }

  @Test
  void tellWhatSurelyVaries() {
    for (int own = 0; own <= 1; own++) {
      assertFalse(onUnitInterval(relu(1, 1), own).mayBeConstant(0));
      assertTrue(onUnitInterval(relu(1, -1), own).mayBeConstant(0)); // it is
      assertTrue(onUnitInterval(relu(1, -0.25), own).mayBeConstant(0)); // by these bounds
    }
    assertFalse(onUnitInterval(relu(1, 0.25), 0).mayBeConstant(0));
  }

  @Test
  void farEndsAreKnownAlthoughTheirDistanceIsNoDouble() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1e308}}, new double[1]),
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.of(new double[][] {{1e-300}}, new double[1])));
    CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
    double[][] vertices = {{1.5}, {0}};
    double[][] radii = {{0}, {1.25}}; // the neuron is between -1.25e308 and 1.25e308 there
    SimplexBounds bounds = SimplexBounds.of(compiled, enclose(compiled, vertices, radii), 0);
    assertEquals(-1.25e8, bounds.lower(0)[1], 1);
    assertEquals(1.25e8, bounds.upper(0)[1], 1);
  }

  @Test
  void overflowMeansThatNothingIsKnown() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1e300}}, new double[1]),
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.of(new double[][] {{1e300}}, new double[1])));
    CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
    PointEnclosure one = PointEnclosure.of(compiled, new double[] {1}, new double[1]);
    PointEnclosure zero = PointEnclosure.of(compiled, new double[] {0}, new double[1]);
    for (int own = 0; own <= 1; own++) {
      SimplexBounds bounds = SimplexBounds.of(compiled, new PointEnclosure[] {zero, one}, own);
      assertEquals(Double.NEGATIVE_INFINITY, bounds.lower(0)[0]);
      assertEquals(Double.POSITIVE_INFINITY, bounds.upper(0)[1]);
    }
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /**
   * Where slopes multiply a slack, and terms that read the same wires add theirs up: networks that
   * find a factor or a summand that is left out.
   */
  @Test
  void slacksAreMultipliedAndAddedUp() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 1_000; i++) {
      Network network = steep(random);
      boolean negated = random.nextBoolean();
      CompiledNetwork compiled = CompiledNetworks.ofBothSigns(network, Statements.form("1"));
      double[] ends = {-1 - random.nextInt(3), 1 + random.nextInt(3)};
      PointEnclosure[] vertices = {
        PointEnclosure.of(compiled, new double[] {ends[0]}, new double[1]),
        PointEnclosure.of(compiled, new double[] {ends[1]}, new double[1])
      };
      for (int own = 0; own <= compiled.levels(); own++) {
        SimplexBounds bounds = SimplexBounds.of(compiled, vertices, own);
        for (int k = 0; k <= 8; k++) {
          double share = k / 8.0;
          Interval[] x = {Interval.of(ends[0] + (ends[1] - ends[0]) * share)};
          Interval y = network.enclose(x)[0];
          y = negated ? y.negate() : y;
          double lower =
              bounds.lower(negated ? 1 : 0)[0]
                  + (bounds.lower(negated ? 1 : 0)[1] - bounds.lower(negated ? 1 : 0)[0]) * share;
          double upper =
              bounds.upper(negated ? 1 : 0)[0]
                  + (bounds.upper(negated ? 1 : 0)[1] - bounds.upper(negated ? 1 : 0)[0]) * share;
          String what = i + " from level " + own + " " + network.gates();
          assertTrue(lower <= y.upper() + 1e-9 && y.lower() <= upper + 1e-9, what);
        }
      }
    }
  }

  /** Two ReLUs, a steep line behind one of them, and a sum of terms that read all three. */
  private static Network steep(SplittableRandom random) {
    int slope = 1 + random.nextInt(9);
    Activation steep =
        random.nextBoolean()
            ? new Scaling(RealNumber.of(Rational.of(-7L * slope, 3)), RealNumber.ONE)
            : PiecewiseLinear.leakyRelu(-slope);
    List<Gate.Term> terms = new ArrayList<>();
    for (int k = 1 + random.nextInt(5); k > 0; k--) {
      double[][] row = {{random.nextInt(3) - 0.5, random.nextInt(3) - 1}};
      Wires wires = random.nextBoolean() ? Wires.of(5, 3 + random.nextInt(2)) : Wires.of(3, 4);
      terms.add(new Gate.Term(AffineLayer.of(row, new double[] {0.25}), wires));
    }
    double[] biases = {random.nextInt(3) * 0.1, 0};
    List<Gate> gates =
        List.of(
            Gate.of(AffineLayer.of(new double[][] {{1}, {-1}}, biases), Wires.of(0)),
            new Gate.Activations(ActivationLayer.uniform(2, Activation.RELU), Wires.of(1, 2)),
            new Gate.Activations(
                ActivationLayer.uniform(1, steep), Wires.of(3 + random.nextInt(2))),
            new Gate.Affine(terms),
            new Gate.Activations(ActivationLayer.uniform(1, Activation.RELU), Wires.of(6)));
    return new Network(1, gates, Wires.of(6 + random.nextInt(2)));
  }

  /** 2 x0 - 3 x1 + 1 is 1, -2 and 3 at the vertices, from any level on. */
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
    double[][] triangle = {{0, 0}, {0, 1}, {1, 0}};
    for (int level = 0; level <= 1; level++) {
      SimplexBounds bounds = bounds(network, output, triangle, level);
      assertEquals(-2, bounds.entering(1, 1).lower(), 1e-12);
      assertEquals(3, bounds.entering(1, 1).upper(), 1e-12);
      assertArrayEquals(new double[] {1, -2, 3}, bounds.middle(1, 1), 1e-12);
    }
    SimplexBounds ofInputs = bounds(network, input, triangle, 0); // no neuron is needed
    assertEquals(Interval.WHOLE, ofInputs.entering(1, 1));
    assertArrayEquals(new double[3], ofInputs.middle(1, 1));
  }

  @Test
  void tellWhatEntersNeuronsOfInputs() {
    Network network = Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.RELU)));
    for (int level = 0; level <= 1; level++) {
      SimplexBounds bounds = onUnitInterval(network, level);
      assertEquals(Interval.of(-1, 1), bounds.entering(0, 0));
      assertArrayEquals(new double[] {-1, 1}, bounds.middle(0, 0));
    }
  }

  private static SimplexBounds bounds(
      Network network, AffineForm form, double[][] vertices, int level) {
    CompiledNetwork compiled =
        CompiledNetwork.of(network, List.of(WireForm.of(form, network)), Stop.NEVER);
    return SimplexBounds.of(compiled, enclose(compiled, vertices, new double[3][2]), level);
  }
}
