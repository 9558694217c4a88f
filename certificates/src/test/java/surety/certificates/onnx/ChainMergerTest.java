package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.stop.Stop;

class ChainMergerTest {

  private static final AffineLayer SHIFT =
      AffineLayer.diagonal(new double[] {1, 1}, new double[] {1, 2});
  private static final ActivationLayer RELU = ActivationLayer.uniform(2, Activation.RELU);

  private final Circuit circuit = new Circuit(2);
  private final Wires x = circuit.outputs(0);

  private static AffineLayer matrix(double bias) {
    return AffineLayer.of(new double[][] {{1, 2}, {3, 4}}, new double[] {bias, 0});
  }

  private ChainMerger.Result merge(Wires output) throws NetworkFormatException {
    return ChainMerger.merge(circuit, output, new Budget(0, Stop.NEVER));
  }

  private static List<Gate.Term> terms(ChainMerger.Result result, Wires output) {
    int gate = result.circuit().gateOf(output.at(0));
    return ((Gate.Affine) result.circuit().gate(gate)).terms();
  }

  @Test
  void oneChainIsMerged() throws NetworkFormatException {
    Wires y = circuit.apply(SHIFT, circuit.apply(matrix(0), x));
    ChainMerger.Result result = merge(y);
    assertFalse(result.branched());
    assertEquals(2, result.circuit().size());
    AffineLayer both = AffineLayer.of(new double[][] {{1, 2}, {3, 4}}, new double[] {1, 2});
    assertEquals(List.of(new Gate.Term(false, both, x)), terms(result, result.output()));
  }

  @Test
  void reorderingsOnTheWayAreMerged() throws NetworkFormatException {
    int[] swap = {1, 0};
    Wires y = circuit.apply(matrix(0), x.select(swap)).select(swap);
    AffineLayer swapped = AffineLayer.of(new double[][] {{4, 3}, {2, 1}}, new double[2]);
    ChainMerger.Result result = merge(y);
    assertEquals(List.of(new Gate.Term(false, swapped, x)), terms(result, result.output()));
  }

  @Test
  void whatTwoUseStaysAGate() throws NetworkFormatException {
    Wires h = circuit.apply(matrix(0), x);
    Wires y = circuit.sum(circuit.apply(RELU, h), circuit.apply(SHIFT, h), false);
    ChainMerger.Result result = merge(y);
    assertTrue(result.branched());
    assertEquals(List.of(Selections.identity(2), SHIFT), layers(result));
  }

  private static List<AffineLayer> layers(ChainMerger.Result result) {
    return terms(result, result.output()).stream().map(Gate.Term::layer).toList();
  }

  @Test
  void aSumTakesInTheMatrixThatOnlyItUses() throws NetworkFormatException {
    Wires h = circuit.apply(RELU, x);
    Wires y = circuit.sum(x, circuit.apply(matrix(0.1), h), true);
    ChainMerger.Result result = merge(y);
    List<Gate.Term> terms = terms(result, result.output());
    assertEquals(List.of(Selections.identity(2), matrix(0.1)), layers(result));
    assertFalse(terms.get(0).negative());
    assertTrue(terms.get(1).negative());
  }

  @Test
  void sumsOfSumsAreOneSum() throws NetworkFormatException {
    Wires h = circuit.apply(RELU, x);
    Wires g = circuit.apply(RELU, h);
    Wires y = circuit.sum(h, circuit.sum(x, circuit.apply(matrix(1), g), true), true);
    List<Gate.Term> terms = terms(merge(y), merge(y).output());
    assertEquals(List.of(false, true, false), terms.stream().map(Gate.Term::negative).toList());
    assertEquals(3, terms.stream().map(Gate.Term::inputs).distinct().count());
  }

  @Test
  void biasesWithoutAnExactSumStayApart() throws NetworkFormatException {
    Wires h = circuit.apply(RELU, x);
    Wires y = circuit.sum(circuit.apply(matrix(0.1), x), circuit.apply(matrix(0.3), h), false);
    assertEquals(
        List.of(matrix(0.1), Selections.identity(2)), layers(merge(y)), "0.1 + 0.3 rounds");
  }

  @Test
  void weightsOfTheSameWireStayApart() throws NetworkFormatException {
    Wires y = circuit.sum(circuit.apply(matrix(0), x), circuit.apply(matrix(1), x), false);
    assertEquals(List.of(Selections.identity(2), Selections.identity(2)), layers(merge(y)));
  }

  @Test
  void aRepeatedWireIsCopiedBeforeAMatrix() throws NetworkFormatException {
    Wires h = circuit.apply(RELU, x);
    int[] twice = {0, 0};
    Wires y =
        circuit.sum(
            h,
            circuit.apply(
                matrix(0),
                Wires.concat(List.of(x.select(new int[] {0}), h.select(new int[] {0})))
                    .select(twice)),
            false);
    Circuit merged = merge(y).circuit();
    for (int gate = 1; gate < merged.size(); gate++) {
      if (merged.gate(gate) instanceof Gate.Affine affine && !affine.isSelection()) {
        for (Gate.Term term : affine.terms()) {
          assertTrue(term.layer().isSelection() || !term.inputs().hasRepetitions());
        }
      }
    }
  }

  @Test
  void whatCancelsOutLeavesNoGate() throws NetworkFormatException {
    AffineLayer back = AffineLayer.diagonal(new double[] {1, 1}, new double[] {-1, -2});
    Wires same = circuit.apply(back, circuit.apply(SHIFT, x));
    ChainMerger.Result result = merge(circuit.sum(same, circuit.apply(RELU, x), false));
    assertEquals(3, result.circuit().size(), "input, relu, sum");
    assertEquals(x, terms(result, result.output()).get(0).inputs());
  }
}
