package surety.solver.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Tanh;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Selection;
import surety.certificates.network.Wires;

class FlattenerTest {

  private static final Activation CARRIED = Activation.IDENTITY;
  private static final Activation RELU = Activation.RELU;

  private static AffineLayer affine(double[]... rows) {
    return AffineLayer.of(rows, new double[rows.length]);
  }

  private static double[] row(double... weights) {
    return weights;
  }

  private static ActivationLayer activations(Activation... each) {
    return new ActivationLayer(List.of(each));
  }

  private static AffineLayer copies(int columns, int... sources) {
    return Selections.of(columns, sources);
  }

  private static List<Layer> flatten(Circuit circuit, Wires output) {
    return Flattener.flatten(circuit, output, Budget.of(0));
  }

  @Test
  void oneChainStaysAsItIs() {
    Circuit circuit = new Circuit(2);
    AffineLayer matrix = affine(row(1, 2), row(3, 4), row(5, 6));
    ActivationLayer relu = ActivationLayer.uniform(3, RELU);
    Wires h = circuit.apply(relu, circuit.apply(matrix, circuit.outputs(0)));
    List<Layer> layers = flatten(circuit, h);
    assertEquals(List.of(matrix, relu), layers);
    assertTrue(layers.get(0) == matrix, "and is not paid for again");
  }

  @Test
  void theInputItselfTakesNoLayer() {
    Circuit circuit = new Circuit(2);
    assertEquals(List.of(), flatten(circuit, circuit.outputs(0)));
    Wires swapped = circuit.outputs(0).select(new int[] {1, 0});
    assertEquals(List.of(copies(2, 1, 0)), flatten(circuit, swapped));
  }

  @Test
  void aSkippedValueIsCarried() {
    Circuit circuit = new Circuit(1);
    Wires x = circuit.outputs(0);
    Wires h = circuit.apply(affine(row(3)), x);
    Wires y = Sums.of(circuit, x, circuit.apply(activations(RELU), h), false);
    assertEquals(
        List.of(affine(row(1), row(3)), activations(CARRIED, RELU), affine(row(1, 1))),
        flatten(circuit, y));
  }

  @Test
  void aValueThatIsActivatedAndCarriedIsCopied() {
    Circuit circuit = new Circuit(2);
    Wires x = circuit.outputs(0);
    Wires y = Sums.of(circuit, x, circuit.apply(activations(RELU, RELU), x), true);
    assertEquals(
        List.of(
            copies(2, 0, 1, 0, 1),
            activations(CARRIED, CARRIED, RELU, RELU),
            affine(row(1, 0, -1, 0), row(0, 1, 0, -1))),
        flatten(circuit, y));
  }

  @Test
  void activationsOfEquallyDeepBranchesShareALayer() {
    Circuit circuit = new Circuit(2);
    Wires x = circuit.outputs(0);
    Wires a = circuit.apply(activations(RELU), x.select(new int[] {0}));
    Wires b = circuit.apply(affine(row(2)), x.select(new int[] {1}));
    Wires c = circuit.apply(activations(new Tanh()), circuit.apply(affine(row(5)), b));
    assertEquals(
        List.of(
            affine(row(1, 0), row(0, 2)),
            affine(row(1, 0), row(0, 5)),
            activations(RELU, new Tanh()),
            affine(row(1, 1))),
        flatten(circuit, Sums.of(circuit, a, c, false)));
  }

  @Test
  void whatNobodyNeedsIsNotComputed() {
    Circuit circuit = new Circuit(2);
    Wires h = circuit.apply(affine(row(1, 2), row(3, 4), row(5, 6)), circuit.outputs(0));
    circuit.apply(ActivationLayer.uniform(3, RELU), h);
    Wires r = circuit.apply(ActivationLayer.uniform(3, RELU), h).select(new int[] {2, 0});
    assertEquals(
        List.of(affine(row(1, 2), row(5, 6)), activations(RELU, RELU), copies(2, 1, 0)),
        flatten(circuit, r));
  }

  @Test
  void selectionsSideBySideStaySelections() {
    int wide = 1_000;
    double[] shifts = new double[wide];
    Arrays.fill(shifts, 1);
    Circuit circuit = new Circuit(wide);
    Wires x = circuit.outputs(0);
    Wires a = circuit.apply(AffineLayer.diagonal(shifts, shifts), x);
    Wires b = circuit.apply(AffineLayer.diagonal(shifts, new double[wide]), a);
    List<Layer> layers = flatten(circuit, Wires.concat(List.of(a, x, b)));
    assertTrue(
        layers.stream().allMatch(layer -> ((AffineLayer) layer).operator() instanceof Selection));
    assertEquals(3 * wide, layers.get(layers.size() - 1).outputs());
  }

  @Test
  void whatIsCarriedIsPaidFor() {
    int wide = 300_000;
    Circuit circuit = new Circuit(wide);
    Wires x = circuit.outputs(0);
    Wires h = circuit.apply(ActivationLayer.uniform(wide, RELU), x);
    Wires y = Sums.of(circuit, x, h, false);
    String message =
        assertThrows(
                LayersException.class,
                () -> {
                  Wires z = y;
                  for (int i = 0; i < 2; i++) {
                    z =
                        Sums.of(
                            circuit,
                            z,
                            circuit.apply(ActivationLayer.uniform(wide, RELU), z),
                            true);
                  }
                  flatten(circuit, z);
                })
            .getMessage();
    assertTrue(message.contains("a layer with the values that branches carry past it"), message);
  }
}
