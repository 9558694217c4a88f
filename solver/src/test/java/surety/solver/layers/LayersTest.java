package surety.solver.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.WindowAxis;
import surety.certificates.network.Wires;

class LayersTest {

  private static final AffineLayer MATRIX =
      AffineLayer.of(new double[][] {{1, 2}, {3, 4}}, new double[2]);
  private static final AffineLayer SHIFT =
      AffineLayer.diagonal(new double[] {1, 1}, new double[] {1, 2});
  private static final ActivationLayer RELU = ActivationLayer.uniform(2, Activation.RELU);
  private static final Wires X = Wires.range(0, 2);

  private static Gate sum(Gate.Term... terms) {
    return new Gate.Affine(List.of(terms));
  }

  private static Gate.Term copy(double sign, Wires wires) {
    return new Gate.Term(Selections.multiple(wires.size(), sign), wires);
  }

  /** The layers of a network of two inputs whose last gate is its output, after a look at them. */
  private static List<Layer> layers(Gate... gates) {
    int size = Arrays.stream(gates).mapToInt(Gate::size).sum();
    int last = gates[gates.length - 1].size();
    return same(new Network(2, List.of(gates), Wires.range(2 + size - last, last)));
  }

  /** The layers, which are exactly the same function at some points. */
  private static List<Layer> same(Network network) {
    List<Layer> layers = Layers.of(network);
    Network chain = Network.chain(network.inputs(), layers);
    SplittableRandom random = new SplittableRandom(network.wires());
    for (int k = 0; k < 4; k++) {
      Rational[] x = new Rational[network.inputs()];
      Arrays.setAll(x, i -> Rational.of(random.nextInt(-20, 21), random.nextInt(1, 9)));
      assertArrayEquals(network.evaluateExactly(x), chain.evaluateExactly(x));
    }
    return layers;
  }

  @Test
  void aChainIsMergedWhereThatIsExact() {
    AffineLayer third = AffineLayer.diagonal(new double[] {1, 1 / 3.0}, new double[2]);
    Network network = Network.chain(2, List.of(MATRIX, SHIFT, RELU, third, RELU, MATRIX, third));
    assertEquals(
        List.of(MATRIX.withBiases(new double[] {1, 2}), RELU, third, RELU, MATRIX, third),
        same(network),
        "3 / 3 rounds");
  }

  /** Of 0.5 x + 0.3 behind a matrix with the bias 0.2, the factor goes into it. */
  @Test
  void aFactorIsMergedWhereItsBiasCannotBe() {
    AffineLayer biased = MATRIX.withBiases(new double[] {0.2, 0});
    AffineLayer line = AffineLayer.diagonal(new double[] {0.5, 0.5}, new double[] {0.3, 0});
    AffineLayer half = AffineLayer.of(new double[][] {{0.5, 1}, {1.5, 2}}, new double[] {0.1, 0});
    AffineLayer shift = AffineLayer.diagonal(new double[] {1, 1}, new double[] {0.3, 0});
    assertEquals(List.of(half, shift), same(Network.chain(2, List.of(biased, line))));
    assertEquals(List.of(line, RELU, line), same(Network.chain(2, List.of(line, RELU, line))));
  }

  @Test
  void aChainThatCannotBeMergedIsWhatItWas() {
    List<Layer> given = List.of(MATRIX, RELU, MATRIX, MATRIX);
    List<Layer> layers = same(Network.chain(2, given));
    for (int k = 0; k < given.size(); k++) {
      assertSame(given.get(k), layers.get(k), "and takes no memory");
    }
    assertEquals(List.of(), same(Network.chain(2, List.of())));
  }

  @Test
  void reorderingsGoIntoTheMatrices() {
    Wires swapped = Wires.of(1, 0);
    Network network = new Network(2, List.of(Gate.of(MATRIX, swapped)), Wires.of(3, 2));
    assertEquals(
        List.of(AffineLayer.of(new double[][] {{4, 3}, {2, 1}}, new double[2])), same(network));
    assertEquals(
        List.of(Selections.of(2, new int[] {1, 0, 1})),
        same(new Network(2, List.of(), Wires.of(1, 0, 1))));
  }

  @Test
  void aValueIsCarriedPastALayer() {
    assertEquals(
        List.of(
            AffineLayer.selection(2, new int[] {0, 1, 0, 1}, ones(4), new double[4]),
            new ActivationLayer(
                List.of(
                    Activation.IDENTITY, Activation.IDENTITY, Activation.RELU, Activation.RELU)),
            AffineLayer.of(new double[][] {{1, 0, -1, 0}, {0, 1, 0, -1}}, new double[2])),
        layers(Gate.of(RELU, X), sum(copy(1, X), copy(-1, Wires.range(2, 2)))));
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void matricesOfASumAreOneLayerWhereThatIsExact() {
    Gate.Term product = new Gate.Term(MATRIX.withBiases(new double[] {5, 6}), Wires.range(2, 2));
    List<Layer> layers = layers(Gate.of(RELU, X), sum(product, new Gate.Term(MATRIX, X)));
    assertEquals(3, layers.size());
    assertEquals(
        AffineLayer.of(new double[][] {{1, 2, 1, 2}, {3, 4, 3, 4}}, new double[] {5, 6}),
        layers.get(2));
  }

  @Test
  void whatHasNoExactSumStaysApart() {
    AffineLayer tenth = MATRIX.withBiases(new double[] {0.1, 0});
    AffineLayer other = MATRIX.withBiases(new double[] {0.3, 0});
    assertEquals(
        4,
        layers(
                Gate.of(RELU, X),
                sum(new Gate.Term(tenth, X), new Gate.Term(other, Wires.range(2, 2))))
            .size(),
        "0.1 + 0.3 rounds");
    AffineLayer wide = AffineLayer.of(new double[][] {{0.1, 1}, {1, 0.1}}, new double[2]);
    AffineLayer fine = AffineLayer.of(new double[][] {{0.3, 0x1p-70}, {1, 1}}, new double[2]);
    assertEquals(2, layers(sum(new Gate.Term(wide, X), new Gate.Term(fine, X))).size());
    AffineLayer row = AffineLayer.of(new double[][] {{0.1, 0.3}}, new double[1]);
    assertEquals(2, layers(Gate.of(row, Wires.of(1, 1))).size(), "it reads one wire twice");
    assertEquals(1, layers(sum(new Gate.Term(MATRIX, X), new Gate.Term(MATRIX, X))).size());
  }

  /** What is renamed to the same wire only by merging has to be looked at again. */
  @Test
  void aMultipleThatCancelsOutIsStillTheSameWire() {
    AffineLayer back = AffineLayer.diagonal(new double[] {1, 1}, new double[] {-1, -2});
    AffineLayer tenth = AffineLayer.of(new double[][] {{0.1, 0}, {0, 0.1}}, new double[2]);
    AffineLayer other = AffineLayer.of(new double[][] {{0.3, 0}, {0, 0.3}}, new double[2]);
    layers(
        Gate.of(SHIFT, X),
        Gate.of(back, Wires.range(2, 2)),
        sum(new Gate.Term(tenth, X), new Gate.Term(other, Wires.range(4, 2))));
  }

  @Test
  void copiesOfTheSameWiresAreAMultiple() {
    assertEquals(List.of(Selections.multiple(2, 2)), layers(sum(copy(1, X), copy(1, X))));
    assertEquals(List.of(Selections.multiple(2, 0)), layers(sum(copy(1, X), copy(-1, X))));
    assertEquals(
        List.of(AffineLayer.diagonal(new double[] {3, 3}, new double[] {1, 2})),
        layers(sum(new Gate.Term(SHIFT, X), copy(1, X), copy(1, X))));
  }

  @Test
  void activationLayersAreLevels() {
    Wires first = Wires.range(0, 1);
    Wires second = Wires.range(1, 1);
    ActivationLayer relu = ActivationLayer.uniform(1, Activation.RELU);
    ActivationLayer tanh = ActivationLayer.uniform(1, Activation.TANH);
    List<Layer> layers =
        Layers.of(
            new Network(
                2,
                List.of(
                    Gate.of(relu, first),
                    Gate.of(tanh, Wires.range(2, 1)),
                    Gate.of(tanh, second),
                    sum(copy(1, Wires.range(3, 1)), copy(1, Wires.range(4, 1)))),
                Wires.range(5, 1)));
    List<List<Activation>> levels =
        layers.stream()
            .filter(ActivationLayer.class::isInstance)
            .map(layer -> ((ActivationLayer) layer).activations())
            .toList();
    assertEquals(
        List.of(
            List.of(Activation.RELU, Activation.TANH),
            List.of(Activation.TANH, Activation.IDENTITY)),
        levels);
  }

  @Test
  void crossedBranchesStayAsWideAsTheyAre() {
    List<Gate> gates = new ArrayList<>();
    Wires a = Wires.range(0, 1);
    Wires b = Wires.range(1, 1);
    for (int i = 0; i < 1_000; i++) {
      gates.add(sum(copy(1, a), copy(1, b)));
      gates.add(sum(copy(1, a), copy(-1, b)));
      a = Wires.range(2 + 2 * i, 1);
      b = Wires.range(3 + 2 * i, 1);
    }
    Network network = new Network(2, gates, Wires.concat(List.of(a, b)));
    assertTrue(Layers.of(network).stream().allMatch(layer -> layer.outputs() <= 2));
  }

  @Test
  void doublingAgainAndAgainIsExact() {
    List<Gate> gates = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Wires before = Wires.range(2 * i, 2);
      gates.add(sum(copy(1, before), copy(1, before)));
    }
    List<Layer> layers = layers(gates.toArray(Gate[]::new));
    assertTrue(layers.size() <= 3, "2^2000 is the product of a few doubles");
  }

  @Test
  void widerNetworksThanLayersAreRefused() {
    List<Gate> gates = new ArrayList<>();
    Wires all = X;
    for (int i = 0; i < 4_000; i++) {
      gates.add(Gate.of(RELU, Wires.range(2 * i, 2)));
      all = Wires.concat(List.of(all, Wires.range(2 * i + 2, 2)));
    }
    Network network = new Network(2, gates, all);
    String message = assertThrows(LayersException.class, () -> Layers.of(network)).getMessage();
    assertTrue(message.contains("too large") && message.contains("carry past"), message);
  }

  /** A network that is as wide as it is deep in weights has layers, branches included. */
  @Test
  void wideResidualBlocksHaveLayers() {
    int wide = 400;
    double[] weights = new SplittableRandom(5).doubles((long) wide * wide, -1, 1).toArray();
    AffineLayer matrix = AffineLayer.dense(wide, wide, weights, Arrays.copyOf(weights, wide));
    ActivationLayer relu = ActivationLayer.uniform(wide, Activation.RELU);
    List<Gate> gates = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < 3; i++) {
      int next = wide * (1 + 4 * i);
      Wires value = Wires.range(at, wide);
      gates.add(Gate.of(matrix, value));
      gates.add(Gate.of(relu, Wires.range(next, wide)));
      gates.add(Gate.of(matrix, Wires.range(next + wide, wide)));
      gates.add(sum(copy(1, value), copy(1, Wires.range(next + 2 * wide, wide))));
      at = next + 3 * wide;
    }
    List<Layer> layers = Layers.of(new Network(wide, gates, Wires.range(at, wide)));
    assertEquals(
        List.of(2, 2, 1, 2, 2, 1, 2, 2, 1),
        layers.stream().map(layer -> layer.outputs() / wide).toList(),
        "three for each block");
  }

  @Test
  void randomGraphsAreTheSameFunction() {
    int merged = 0;
    for (int seed = 0; seed < 500; seed++) {
      Network network = new RandomGates(seed).network();
      merged += network.gates().size() - same(network).size();
    }
    assertTrue(merged > 150, "fewer layers than gates: " + merged);
  }

  /** Graphs of gates that read any wires before them, also the same one several times. */
  private static final class RandomGates {
    private final SplittableRandom random;
    private final List<Gate> gates = new ArrayList<>();
    private int wires;

    RandomGates(long seed) {
      random = new SplittableRandom(seed);
      wires = random.nextInt(1, 4);
    }

    Network network() {
      int inputs = wires;
      for (int left = random.nextInt(8); left > 0; left--) {
        Gate gate = gate(random.nextInt(1, 4));
        gates.add(gate);
        wires += gate.size();
      }
      return new Network(inputs, gates, some(random.nextInt(1, 4)));
    }

    private Gate gate(int size) {
      if (random.nextInt(3) == 0) {
        return Gate.of(ActivationLayer.uniform(size, Activation.RELU), some(size));
      }
      int terms = random.nextBoolean() ? 1 : random.nextInt(2, 5);
      return new Gate.Affine(Stream.generate(() -> term(size)).limit(terms).toList());
    }

    private Gate.Term term(int size) {
      int columns = random.nextInt(1, 4);
      return switch (random.nextInt(4)) {
        case 0 -> copy(1, some(size));
        case 1 ->
            new Gate.Term(Selections.multiple(size, -1).withBiases(numbers(size)), some(size));
        case 2 ->
            new Gate.Term(
                AffineLayer.selection(
                    columns, random.ints(size, 0, columns).toArray(), numbers(size), numbers(size)),
                some(columns));
        default ->
            new Gate.Term(
                AffineLayer.dense(size, columns, numbers(size * columns), numbers(size)),
                some(columns));
      };
    }

    /** Often the last ones, in order, as in a chain. */
    private Wires some(int size) {
      return random.nextBoolean() && size <= wires
          ? Wires.range(wires - size, size)
          : Wires.of(random.ints(size, 0, wires).toArray());
    }

    private double[] numbers(int count) {
      double[] numbers = new double[count];
      Arrays.setAll(
          numbers, i -> random.nextInt(3) == 0 ? random.nextDouble(-1, 1) : random.nextInt(-2, 3));
      return numbers;
    }
  }

  @Test
  void aChainIsGivenAsItIs() {
    List<Layer> given = List.of(MATRIX, SHIFT, RELU);
    assertEquals(Optional.of(given), Layers.ofChain(Network.chain(2, given)));
    assertEquals(Optional.of(List.of()), Layers.ofChain(Network.chain(2, List.of())));
    Gate gate = Gate.of(MATRIX, X);
    assertTrue(Layers.ofChain(new Network(2, List.of(gate), Wires.of(3, 2))).isEmpty());
    assertTrue(Layers.ofChain(new Network(2, List.of(gate, gate), Wires.range(4, 2))).isEmpty());
    Gate reordered = Gate.of(MATRIX, Wires.of(1, 0));
    assertTrue(Layers.ofChain(new Network(2, List.of(reordered), Wires.range(2, 2))).isEmpty());
    Gate doubled = sum(copy(1, X), copy(1, X));
    assertTrue(Layers.ofChain(new Network(2, List.of(doubled), Wires.range(2, 2))).isEmpty());
  }

  /** A maximum of neighbours behind a convolution: branches beside weights that are mostly 0. */
  @Test
  void convolutionsAndMaximaStaySparse() {
    int length = 400;
    WindowAxis axis = WindowAxis.moving(length, length, 3, 1, 1, 1);
    Convolution operator = new Convolution(1, 1, 1, 1, List.of(axis), new double[] {1, -2, 0.5});
    double[] biases = new double[length];
    Arrays.fill(biases, 0.25);
    Gate convolution = Gate.of(new AffineLayer(operator, biases), Wires.range(0, length));
    int[] even = IntStream.range(0, length / 2).map(i -> length + 2 * i).toArray();
    Wires left = Wires.of(even);
    Wires right = Wires.of(Arrays.stream(even).map(i -> i + 1).toArray());
    Gate difference = sum(copy(1, left), copy(-1, right));
    Wires positive = Wires.range(2 * length, length / 2);
    Gate relu = Gate.of(ActivationLayer.uniform(length / 2, Activation.RELU), positive);
    Gate greatest = sum(copy(1, right), copy(1, Wires.range(2 * length + length / 2, length / 2)));
    Network network =
        new Network(
            length,
            List.of(convolution, difference, relu, greatest),
            Wires.range(3 * length, length / 2));
    for (Layer layer : same(network)) {
      if (layer instanceof AffineLayer affine) {
        assertTrue(affine.operator().products() < 6L * length, affine.toString());
      }
    }
  }
}
