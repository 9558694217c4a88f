package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
    Wires s = circuit.sum(h, Wires.range(0, 2), false);
    assertEquals(Wires.range(0, 3), x);
    assertEquals(Wires.range(3, 2), h);
    assertEquals(Wires.range(5, 2), s);
  }

  @Test
  void sumsAndDifferencesHaveTwoTerms() {
    Wires y =
        Wires.concat(
            List.of(
                circuit.sum(x, x.select(new int[] {2, 1, 0}), false),
                circuit.sum(x, x, true),
                circuit.sum(x.select(new int[] {0}), x.select(new int[] {1}), true)));
    assertArrayEquals(
        new double[] {6, 4, 6, 0, 0, 0, -1}, circuit.network(y).evaluate(new double[] {1, 2, 5}));
  }

  @Test
  void constantsBecomeTheBiasesOfTheGateBefore() {
    Wires y = circuit.plus(circuit.apply(MATRIX, x), SHIFT);
    assertEquals(List.of(Gate.of(MATRIX.withBiases(SHIFT), x)), circuit.network(y).gates());
  }

  @Test
  void theGateWithoutBiasesIsThereForOthers() {
    Wires h = circuit.apply(MATRIX, x);
    Wires y = circuit.sum(h, circuit.plus(h, SHIFT), true);
    Network network = circuit.network(y);
    assertEquals(3, network.gates().size());
    assertArrayEquals(new double[] {-7, -8}, network.evaluate(new double[] {1, 2, 5}));
  }

  @Test
  void constantsBehindASumAreBiasesOfATerm() {
    Wires s = circuit.sum(Wires.range(0, 2), Wires.range(1, 2), false);
    Network network = circuit.network(circuit.plus(s, SHIFT));
    assertEquals(1, network.gates().size());
    assertArrayEquals(new double[] {10, 15}, network.evaluate(new double[] {1, 2, 5}));
  }

  /** Biases are not added up, as their sum may be no double, and no order is lost. */
  @Test
  void otherConstantsAreGatesOfTheirOwn() {
    Wires h = circuit.plus(circuit.apply(MATRIX, x), SHIFT);
    assertEquals(2, circuit.network(circuit.plus(h, SHIFT)).gates().size(), "it has biases");
    Wires swapped = circuit.apply(MATRIX, x).select(new int[] {1, 0});
    assertEquals(2, circuit.network(circuit.plus(swapped, SHIFT)).gates().size(), "reordered");
    Wires twice = circuit.apply(MATRIX, x).select(new int[] {0, 1, 0});
    double[] three = {1, 2, 3};
    assertEquals(2, circuit.network(circuit.plus(twice, three)).gates().size(), "copied");
    Wires relu = circuit.apply(RELU, Wires.range(0, 2));
    assertEquals(2, circuit.network(circuit.plus(relu, SHIFT)).gates().size(), "an activation");
    assertEquals(1, circuit.network(circuit.plus(x, three)).gates().size(), "the input");
  }

  /** Otherwise many sums of one product would be many products. */
  @Test
  void aProductTakesConstantsOnce() {
    Wires h = circuit.apply(MATRIX, x);
    Wires a = circuit.plus(h, SHIFT);
    Wires b = circuit.plus(h, new double[] {1, 2});
    Network network = circuit.network(Wires.concat(List.of(a, b)));
    assertEquals(3, network.gates().size());
    assertArrayEquals(
        new double[] {5 + 7, 11 + 8, 5 + 1, 11 + 2}, network.evaluate(new double[] {0, 1, 1}));
    assertEquals(
        List.of(true, true, false),
        network.gates().stream()
            .map(gate -> gate.inputs().equals(List.of(Wires.range(0, 3))))
            .toList());
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
