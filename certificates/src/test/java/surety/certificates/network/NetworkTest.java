package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PreciseFunctions;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class NetworkTest {

  /** |x| = relu(x) + relu(-x). */
  private static Network absolute() {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[][] {{1}, {-1}}, new double[2]),
            ActivationLayer.uniform(2, Activation.RELU),
            AffineLayer.of(new double[][] {{1, 1}}, new double[1])));
  }

  @Test
  void composesItsLayers() {
    Network network = absolute();
    assertEquals(1, network.outputs());
    assertArrayEquals(new double[] {2.5}, network.evaluate(new double[] {-2.5}));
    double[] wires = {-2.5, -2.5, 2.5, 0, 2.5, 2.5};
    assertArrayEquals(wires, network.evaluateWires(new double[] {-2.5}));
    Rational third = Rational.of(1, 3);
    assertArrayEquals(
        new Rational[] {third}, network.evaluateExactly(new Rational[] {third.negate()}));
  }

  @Test
  void withoutLayersItIsTheIdentityAndCopies() {
    Network network = Network.chain(2, List.of());
    double[] x = {1, 2};
    double[] y = network.evaluate(x);
    assertEquals(2, network.outputs());
    assertArrayEquals(x, y);
    y[0] = 9;
    assertEquals(1, x[0]);
    Rational[] exact = {Rational.ONE, Rational.ZERO};
    assertArrayEquals(exact, network.evaluateExactly(exact));
  }

  @Test
  void refusesLayersThatDoNotFit() {
    List<Layer> wrong = List.of(ActivationLayer.uniform(3, Activation.RELU));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Network.chain(2, wrong)).getMessage();
    assertEquals("Expected a vector of 3 elements, not 2", message);
    assertThrows(IllegalArgumentException.class, () -> Network.chain(0, List.of()));
    List<Layer> reversed =
        List.of(
            AffineLayer.of(new double[][] {{1, 1}}, new double[1]),
            ActivationLayer.uniform(2, Activation.RELU));
    assertThrows(IllegalArgumentException.class, () -> Network.chain(1, reversed));
  }

  @Test
  void refusesGatesThatReadWhatIsNotThereYet() {
    ActivationLayer relu = ActivationLayer.uniform(2, Activation.RELU);
    for (Wires wires : List.of(Wires.of(0, 2), Wires.of(-1, 0), Wires.of(4, 0))) {
      List<Gate> gates = List.of(new Gate.Activations(relu, wires));
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> new Network(2, gates, Wires.range(2, 2)))
              .getMessage();
      assertTrue(message.startsWith("Gate 0 reads wires"), message);
    }
    assertThrows(
        IllegalArgumentException.class, () -> new Network(2, List.of(), Wires.range(0, 3)));
    assertThrows(IllegalArgumentException.class, () -> new Network(2, List.of(), Wires.of()));
    assertThrows(IllegalArgumentException.class, () -> new Gate.Affine(List.of()));
  }

  /** y = (x0 + x1) + |x0|, and a copy of x1: a sum of terms, and an output from the input. */
  @Test
  void branchesJoinAgain() {
    ActivationLayer relu = ActivationLayer.uniform(2, Activation.RELU);
    AffineLayer signs =
        AffineLayer.selection(1, new int[] {0, 0}, new double[] {1, -1}, new double[2]);
    AffineLayer sum = AffineLayer.of(new double[][] {{1, 1}}, new double[1]);
    Network network =
        new Network(
            2,
            List.of(
                new Gate.Affine(List.of(new Gate.Term(signs, Wires.of(0)))),
                new Gate.Activations(relu, Wires.of(2, 3)),
                new Gate.Affine(
                    List.of(
                        new Gate.Term(sum, Wires.of(0, 1)), new Gate.Term(sum, Wires.of(4, 5))))),
            Wires.of(6, 1));
    assertArrayEquals(new double[] {3, 3}, network.evaluate(new double[] {-2, 3}));
    Rational[] exact =
        network.evaluateExactly(new Rational[] {Rational.of(1, 3), Rational.of(-1, 7)});
    assertArrayEquals(new Rational[] {Rational.of(11, 21), Rational.of(-1, 7)}, exact);
    Interval[] enclosed = network.enclose(new Interval[] {Interval.of(-2, -1), Interval.of(3, 4)});
    assertEquals(Interval.of(2, 5), enclosed[0]);
  }

  @Test
  void refusesInputsOfAnotherLength() {
    Network network = absolute();
    assertThrows(IllegalArgumentException.class, () -> network.evaluate(new double[2]));
    assertThrows(IllegalArgumentException.class, () -> network.evaluateExactly(new Rational[0]));
  }

  @Test
  void isPiecewiseLinearIfAllLayersAre() {
    assertTrue(absolute().isPiecewiseLinear());
    assertTrue(Network.chain(2, List.of()).isPiecewiseLinear());
    assertFalse(smooth(new SplittableRandom(1), Activation.TANH).isPiecewiseLinear());
  }

  @Test
  void aSmoothNetworkHasNoExactValues() {
    Network network = smooth(new SplittableRandom(1), Activation.SIGMOID);
    Rational[] x = {Rational.ZERO, Rational.ZERO};
    Exception e =
        assertThrows(UnsupportedOperationException.class, () -> network.evaluateExactly(x));
    assertTrue(e.getMessage().contains("sigmoid"), e.getMessage());
  }

  @Test
  void enclosesTheExactOutputsOfReluNetworks() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      Network network = RandomNetworks.of(random, 3, 2);
      Interval[] box = box(random, 3, random.nextInt(3) == 0 ? 0 : random.nextDouble(2));
      Interval[] outputs = network.enclose(box);
      for (int k = 0; k < 10; k++) {
        double[] x = pointIn(box, random);
        Rational[] exact = network.evaluateExactly(rationals(x));
        for (int j = 0; j < exact.length; j++) {
          assertTrue(outputs[j].contains(exact[j]), network::toString);
        }
      }
    }
  }

  @Test
  void atAPointOnlyRoundingIsLost() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100; i++) {
      Network network = RandomNetworks.of(random, 3, 2);
      for (Interval output : network.enclose(box(random, 3, 0))) {
        assertTrue(output.width() <= 1e-11, output::toString);
      }
    }
    Interval[] point = {Interval.of(-2.5)};
    assertArrayEquals(new Interval[] {Interval.of(2.5)}, absolute().enclose(point));
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#all")
  void enclosesTheOutputsOfNetworksOfEveryActivation(Activation activation) {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 5; i++) {
      Network network = smooth(random, activation);
      Interval[] box = box(random, 2, i == 0 ? 0 : random.nextDouble(2));
      Interval[] outputs = network.enclose(box);
      for (int k = 0; k < 4; k++) {
        BigDecimal[] exact = precise(network, pointIn(box, random));
        for (int j = 0; j < exact.length; j++) {
          Interval output = outputs[j];
          BigDecimal error = exact[j].abs().max(BigDecimal.ONE).movePointLeft(80);
          boolean above =
              output.lower() == Double.NEGATIVE_INFINITY
                  || new BigDecimal(output.lower()).compareTo(exact[j].add(error)) <= 0;
          boolean below =
              output.upper() == Double.POSITIVE_INFINITY
                  || new BigDecimal(output.upper()).compareTo(exact[j].subtract(error)) >= 0;
          assertTrue(above && below, () -> activation + ": " + output);
        }
      }
    }
  }

  @Test
  void anOverflowLeavesAnOutputUnbounded() {
    AffineLayer huge = AffineLayer.of(new double[][] {{1e308}, {-1e308}}, new double[2]);
    Network network = Network.chain(1, List.of(huge, ActivationLayer.uniform(2, Activation.RELU)));
    Interval[] outputs = network.enclose(new Interval[] {Interval.of(1, 100)});
    assertEquals(Double.POSITIVE_INFINITY, outputs[0].upper());
    assertEquals(Interval.ZERO, outputs[1]); // a dead neuron, whatever is beyond the doubles
  }

  @Test
  void enclosuresRefuseInputsOfAnotherLength() {
    assertThrows(IllegalArgumentException.class, () -> absolute().enclose(new Interval[2]));
    Interval[] identity = {Interval.of(1, 2)};
    Interval[] copy = Network.chain(1, List.of()).enclose(identity);
    copy[0] = Interval.ZERO;
    assertEquals(Interval.of(1, 2), identity[0]);
  }

  /** 2-4-2-2, with the activation behind the first two layers. */
  private static Network smooth(SplittableRandom random, Activation activation) {
    return Network.chain(
        2,
        List.of(
            dense(random, 4, 2),
            ActivationLayer.uniform(4, activation),
            dense(random, 2, 4),
            ActivationLayer.uniform(2, activation),
            dense(random, 2, 2)));
  }

  private static AffineLayer dense(SplittableRandom random, int rows, int columns) {
    double[] weights = random.doubles((long) rows * columns, -2, 2).toArray();
    return AffineLayer.dense(rows, columns, weights, random.doubles(rows, -1, 1).toArray());
  }

  private static Interval[] box(SplittableRandom random, int size, double width) {
    Interval[] box = new Interval[size];
    for (int i = 0; i < size; i++) {
      double from = random.nextDouble(-2, 2);
      box[i] = Interval.of(from, from + width);
    }
    return box;
  }

  private static double[] pointIn(Interval[] box, SplittableRandom random) {
    return Arrays.stream(box).mapToDouble(range -> Doubles.in(range, random)).toArray();
  }

  private static Rational[] rationals(double[] x) {
    return Arrays.stream(x).mapToObj(Rational::ofDouble).toArray(Rational[]::new);
  }

  private static BigDecimal[] precise(Network network, double[] x) {
    BigDecimal[] values = Arrays.stream(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    List<BigDecimal> known = new ArrayList<>(List.of(values));
    for (Gate gate : network.gates()) {
      List<BigDecimal> next = new ArrayList<>();
      for (int i = 0; i < gate.size(); i++) {
        BigDecimal sum = BigDecimal.ZERO;
        if (gate instanceof Gate.Activations a) {
          sum = PreciseFunctions.valueOrAny(a.layer().activation(i), known.get(a.wires().at(i)));
        } else {
          for (Gate.Term term : ((Gate.Affine) gate).terms()) {
            sum = sum.add(row(term.layer(), i, term.wires().of(known, new BigDecimal[0])));
          }
        }
        next.add(sum);
      }
      known.addAll(next);
    }
    return network.output().of(known, new BigDecimal[0]);
  }

  private static BigDecimal row(AffineLayer layer, int row, BigDecimal[] x) {
    BigDecimal sum = new BigDecimal(layer.bias(row));
    for (int j = 0; j < x.length; j++) {
      sum = sum.add(x[j].multiply(new BigDecimal(layer.weight(row, j))));
    }
    return sum;
  }
}
