package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.Network;
import surety.certificates.network.WindowAxis;
import surety.certificates.stop.Stop;
import surety.solver.Networks;

class PlainNetworkTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithTheNetwork(long seed) {
    Network network = Networks.random(seed, 3, 70, 5, 9);
    PlainNetwork plain = Cases.plain(network);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 100; k++) {
      double[] z = Cases.point(random, 3, 2);
      assertEquals(network.evaluate(z)[0], plain.evaluate(z), 1e-12);
    }
  }

  @Test
  void mergesAffineLayersAndKeepsTheNumbersOfActivations() {
    Network network =
        Network.chain(
            2,
            List.of(
                ActivationLayer.uniform(2, Activation.IDENTITY),
                AffineLayer.of(new double[][] {{1, 2}, {3, 4}}, new double[] {1, -1}),
                AffineLayer.diagonal(new double[] {2, 0.5}, new double[] {0, 3}),
                new ActivationLayer(List.of(Activation.RELU, Activation.IDENTITY)),
                AffineLayer.of(new double[][] {{1, 1}}, new double[] {5})));
    PlainNetwork plain = Cases.plain(network);
    assertEquals(2, plain.stages().size());
    assertEquals(1, plain.hidden().size());
    assertEquals(1, plain.hidden().get(0).activationLayer());
    double[] z = {-3, 0.25};
    assertEquals(network.evaluate(z)[0], plain.evaluate(z), 1e-14);
  }

  /** Two convolutions over a line with a ReLU between them, and the sum of what they give. */
  private static Network convolutions(int length) {
    WindowAxis axis = WindowAxis.moving(length, length, 3, 1, 1, 1);
    double[] biases = new double[2 * length];
    Arrays.fill(biases, 0.125);
    double[] ones = new double[2 * length];
    Arrays.fill(ones, 1.0 / length);
    AffineLayer first =
        new AffineLayer(
            new Convolution(1, 1, 1, 2, List.of(axis), new double[] {1, -2, 0.5, 0.25, 1, -1}),
            biases);
    double[] kernel = {1, -1, 0.5, 0.5, 2, -0.5, -1, 0, 1, 0.25, -0.25, 1};
    AffineLayer second =
        new AffineLayer(new Convolution(1, 1, 2, 2, List.of(axis), kernel), biases);
    ActivationLayer relu = ActivationLayer.uniform(2 * length, Activation.RELU);
    AffineLayer sum = AffineLayer.dense(1, 2 * length, ones, new double[1]);
    return Network.chain(length, List.of(first, relu, second, relu, sum));
  }

  @Test
  void convolutionsStaySparse() {
    int length = 300;
    Network network = convolutions(length);
    double[][] form = {{1}};
    AffineLayer inputs = PlainMaps.identity(length);
    PlainNetwork plain =
        PlainNetwork.of(
            network, inputs, AffineLayer.of(form, new double[1]), CutPoints.ADAPTIVE, Stop.NEVER);
    assertEquals(
        List.of(true, true, false), plain.stages().stream().map(s -> s.isSparse()).toList());
    assertEquals(12 * length - 8, plain.stages().get(1).columns().length);
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 10; k++) {
      double[] z = Cases.point(random, length, 2);
      assertEquals(network.evaluate(z)[0], plain.evaluate(z), 1e-11);
    }
  }

  @Test
  void foldsScaleShiftAndForm() {
    Network network = Network.chain(2, List.of()); // the identity
    AffineLayer inputs =
        AffineLayer.selection(1, new int[] {0, 0}, new double[] {2, 0}, new double[] {1, 7});
    PlainNetwork plain = PlainNetwork.of(network, inputs, new double[] {10, 1});
    assertEquals(10 * (2 * 0.5 + 1) + 7, plain.evaluate(new double[] {0.5}));
  }

  @Test
  void signsBelowRoundingAreNeither() {
    PlainNetwork plain = Cases.plain(Networks.oneLayer(new double[][] {{1}}, new double[1], 1));
    Vertex zero = plain.vertex(new double[] {0});
    Vertex above = plain.vertex(new double[] {1});
    Vertex below = plain.vertex(new double[] {-1});
    assertEquals(0, zero.positive(0) | zero.negative(0));
    assertEquals(1, above.positive(0));
    assertEquals(1, below.negative(0));
    assertTrue(plain.rounding(above, 0) > 0);
  }

  /** Two maps through two values: their product of 40 x 40 would cost ten times as much. */
  @Test
  void narrowPlacesAreKept() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] in = new double[2][40];
    double[][] out = new double[40][2];
    double[][] first = new double[40][2];
    double[][] last = new double[1][40];
    for (double[][] weights : List.of(in, out, first, last)) {
      for (double[] row : weights) {
        Arrays.setAll(row, j -> random.nextDouble(-1, 1));
      }
    }
    Network network =
        Network.chain(
            2,
            List.of(
                AffineLayer.of(first, new double[40]),
                ActivationLayer.uniform(40, Activation.RELU),
                AffineLayer.of(in, new double[2]),
                AffineLayer.of(out, new double[40]),
                ActivationLayer.uniform(40, Activation.RELU),
                AffineLayer.of(last, new double[1])));
    PlainNetwork plain = Cases.plain(network);
    assertEquals(3, plain.hidden().size());
    assertEquals(2, plain.hidden().get(1).width());
    for (int k = 0; k < 20; k++) {
      double[] x = Cases.point(random, 2, 1);
      assertEquals(network.evaluate(x)[0], plain.evaluate(x), 1e-12);
    }
  }

  /** Each row is a function of its own; inputs come after the outputs. */
  @Test
  void rowsAreFormsOfOutputsAndInputs() {
    Network network = Cases.network(3, 2, 6, 3);
    AffineLayer inputs = AffineLayer.diagonal(new double[] {2, 0.5}, new double[] {1, -1});
    double[][] rows = {{1, 0, 0}, {0, 1, -1, 0.5, -3}, {0, 0, 0, 0, 1}};
    AffineLayer forms = Cases.layer(rows);
    PlainNetwork plain = PlainNetwork.of(network, inputs, forms, CutPoints.ADAPTIVE, Stop.NEVER);
    assertEquals(3, plain.rows());
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 50; k++) {
      double[] z = Cases.point(random, 2, 2);
      double[] x = {2 * z[0] + 1, 0.5 * z[1] - 1};
      double[] y = network.evaluate(x);
      Vertex vertex = plain.vertex(z);
      assertEquals(y[0], vertex.y(0), 1e-12);
      assertEquals(y[1] - y[2] + 0.5 * x[0] - 3 * x[1], vertex.y(1), 1e-12);
      assertEquals(x[1], vertex.y(2), 1e-12);
      assertTrue(plain.roundingOfRow(vertex, 1) > 0);
    }
  }

  /** What a neuron means for several rows is the weighted sum of what it means for each. */
  @Test
  void influencesAreWeighted() {
    Network network = Cases.network(4, 2, 5, 2);
    PlainNetwork both = Cases.rows(network, new double[] {1, 0}, new double[] {0, 1});
    PlainNetwork first = Cases.rows(network, new double[] {1, 0});
    PlainNetwork second = Cases.rows(network, new double[] {0, 1});
    double[] one = {1};
    for (int neuron = 0; neuron < both.neurons(); neuron++) {
      double sum = 2 * first.influence(neuron, one) + 3 * second.influence(neuron, one);
      assertEquals(sum, both.influence(neuron, new double[] {2, 3}), 1e-12);
      assertEquals(first.cutWorth(neuron, one), both.cutWorth(neuron, new double[] {1, 0}), 1e-12);
    }
  }

  /** A fixed input is a constant of the row that names it. */
  @Test
  void fixedInputsCountInRows() {
    AffineLayer inputs =
        AffineLayer.selection(1, new int[] {0, 0}, new double[] {1, 0}, new double[] {0, 7});
    AffineLayer forms = Cases.layer(new double[] {1, 0, 0, 2});
    PlainNetwork plain =
        PlainNetwork.of(Network.chain(2, List.of()), inputs, forms, CutPoints.ADAPTIVE, Stop.NEVER);
    assertEquals(0.5 + 2 * 7, plain.evaluate(new double[] {0.5}));
    BoxRange range = new BoxBounds(plain).compute(new double[] {0.5}, new double[] {0.25}).get(0);
    assertEquals(14.25, range.least());
    assertEquals(14.75, range.greatest());
  }
}
