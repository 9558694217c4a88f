package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;

class CircuitTest {

  private static final AffineLayer MATRIX =
      AffineLayer.of(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[2]);
  private static final double[] SHIFT = {7, 8};
  private static final ActivationLayer RELU = ActivationLayer.uniform(2, Activation.RELU);

  private final Circuit circuit = new Circuit(3);
  private final Wires x = circuit.input();

  @Test
  void wiresAreNumberedThrough() {
    Wires h = circuit.apply(RELU, Wires.range(1, 2));
    Wires s = circuit.sum(1, h, 1, Wires.range(0, 2));
    assertEquals(Wires.range(0, 3), x);
    assertEquals(Wires.range(3, 2), h);
    assertEquals(Wires.range(5, 2), s);
  }

  @Test
  void sumsAndDifferencesHaveTwoTerms() {
    Wires y =
        Wires.concat(
            List.of(
                circuit.sum(1, x, 1, x.select(new int[] {2, 1, 0})),
                circuit.sum(1, x, -1, x),
                circuit.sum(1, x.select(new int[] {0}), -1, x.select(new int[] {1}))));
    assertArrayEquals(
        new double[] {6, 4, 6, 0, 0, 0, -1}, circuit.network(y).evaluate(new double[] {1, 2, 5}));
  }

  private Wires plus(Wires some, double... constants) {
    double[] ones = new double[constants.length];
    Arrays.fill(ones, 1);
    return circuit.apply(AffineLayer.diagonal(ones, constants), some);
  }

  @Test
  void constantsBecomeTheBiasesOfTheGateBefore() {
    Wires y = plus(circuit.apply(MATRIX, x), SHIFT);
    assertEquals(List.of(Gate.of(MATRIX.withBiases(SHIFT), x)), circuit.network(y).gates());
  }

  @Test
  void constantsBehindASumAreBiasesOfATerm() {
    Wires s = circuit.sum(1, Wires.range(0, 2), 1, Wires.range(1, 2));
    Network network = circuit.network(circuit.apply(RELU, plus(s, SHIFT)));
    assertEquals(2, network.gates().size());
    assertArrayEquals(new double[] {10, 15}, network.evaluate(new double[] {1, 2, 5}));
  }

  @Test
  void zerosVanish() {
    Wires zeros = plus(circuit.apply(MATRIX, x), 0, 0);
    Network network = circuit.network(circuit.apply(RELU, plus(zeros, SHIFT)));
    assertEquals(
        List.of(Gate.of(MATRIX.withBiases(SHIFT), x), Gate.of(RELU, Wires.range(3, 2))),
        network.gates());
  }

  /** Biases are not added up, as their sum may be no double, and no order is lost. */
  @Test
  void otherConstantsAreGatesOfTheirOwn() {
    Wires h = plus(circuit.apply(MATRIX, x), SHIFT);
    assertEquals(2, circuit.network(plus(h, SHIFT)).gates().size(), "it has biases");
    Wires swapped = circuit.apply(MATRIX, x).select(new int[] {1, 0});
    assertEquals(2, circuit.network(plus(swapped, SHIFT)).gates().size(), "reordered");
    Wires twice = circuit.apply(MATRIX, x).select(new int[] {0, 1, 0});
    assertEquals(2, circuit.network(plus(twice, 1, 2, 3)).gates().size(), "copied");
    Wires part = circuit.apply(MATRIX, x).select(new int[] {1});
    assertEquals(2, circuit.network(plus(part, 1)).gates().size(), "a part");
    Wires relu = circuit.apply(RELU, Wires.range(0, 2));
    assertEquals(2, circuit.network(plus(relu, SHIFT)).gates().size(), "an activation");
    assertEquals(1, circuit.network(plus(x, 1, 2, 3)).gates().size(), "the input");
    Wires factor = circuit.apply(MATRIX, x);
    AffineLayer line = AffineLayer.diagonal(new double[] {1, 2}, SHIFT);
    assertEquals(2, circuit.network(circuit.apply(line, factor)).gates().size(), "a factor");
  }

  /** Otherwise one product would become two or more. */
  @Test
  void whatOthersReadStaysWithoutBiases() {
    Wires h = circuit.apply(MATRIX, x);
    Wires a = plus(h, SHIFT);
    Network network = circuit.network(circuit.sum(1, h, -1, a));
    assertEquals(3, network.gates().size());
    assertArrayEquals(new double[] {-7, -8}, network.evaluate(new double[] {1, 2, 5}));
    Network output = circuit.network(Wires.concat(List.of(a, h.select(new int[] {0}))));
    assertEquals(2, output.gates().size());
    Wires b = plus(h, 1, 2);
    assertArrayEquals(
        new double[] {5 + 7, 11 + 8, 5 + 1, 11 + 2},
        circuit.network(Wires.concat(List.of(a, b))).evaluate(new double[] {0, 1, 1}));
    assertEquals(1, circuit.network(b).gates().size(), "as the others are not needed");
  }

  @Test
  void whatNobodyNeedsIsLeftOut() {
    Wires h = circuit.apply(MATRIX, x);
    circuit.apply(RELU, h);
    Wires g = circuit.apply(RELU, h);
    Wires y = Wires.concat(List.of(Wires.range(2, 1), g.select(new int[] {1})));
    Network network = circuit.network(y);
    assertEquals(List.of(Gate.of(MATRIX, x), Gate.of(RELU, Wires.range(3, 2))), network.gates());
    assertEquals(Wires.of(2, 6), network.output());
    assertEquals(List.of(), circuit.network(x).gates());
  }
}
