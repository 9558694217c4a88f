package surety.solver.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Selection;
import surety.certificates.network.Wires;

class ChainMergerTest {

  private static final AffineLayer SHIFT =
      AffineLayer.diagonal(new double[] {1, 1}, new double[] {1, 2});
  private static final ActivationLayer RELU = ActivationLayer.uniform(2, Activation.RELU);

  private final Circuit circuit = new Circuit(2);
  private final Wires x = circuit.outputs(0);

  private static AffineLayer matrix(double bias) {
    return AffineLayer.of(new double[][] {{1, 2}, {3, 4}}, new double[] {bias, 0});
  }

  private ChainMerger.Result merge(Wires output) {
    return ChainMerger.merge(circuit, output, Budget.of(0));
  }

  private static List<Gate.Term> terms(ChainMerger.Result result, Wires output) {
    int gate = result.circuit().gateOf(output.at(0));
    return ((Gate.Affine) result.circuit().gate(gate)).terms();
  }

  @Test
  void oneChainIsMerged() {
    Wires y = circuit.apply(SHIFT, circuit.apply(matrix(0), x));
    ChainMerger.Result result = merge(y);
    assertFalse(result.branched());
    assertEquals(2, result.circuit().size());
    AffineLayer both = AffineLayer.of(new double[][] {{1, 2}, {3, 4}}, new double[] {1, 2});
    assertEquals(List.of(new Gate.Term(both, x)), terms(result, result.output()));
  }

  @Test
  void reorderingsOnTheWayAreMerged() {
    int[] swap = {1, 0};
    Wires y = circuit.apply(matrix(0), x.select(swap)).select(swap);
    AffineLayer swapped = AffineLayer.of(new double[][] {{4, 3}, {2, 1}}, new double[2]);
    ChainMerger.Result result = merge(y);
    assertEquals(List.of(new Gate.Term(swapped, x)), terms(result, result.output()));
  }

  @Test
  void whatTwoUseStaysAGate() {
    Wires h = circuit.apply(matrix(0), x);
    Wires y = Sums.of(circuit, circuit.apply(RELU, h), circuit.apply(SHIFT, h), false);
    ChainMerger.Result result = merge(y);
    assertTrue(result.branched());
    assertEquals(List.of(Selections.identity(2), SHIFT), layers(result));
  }

  private static List<AffineLayer> layers(ChainMerger.Result result) {
    return terms(result, result.output()).stream().map(Gate.Term::layer).toList();
  }

  @Test
  void aSumTakesInTheMatrixThatOnlyItUses() {
    Wires h = circuit.apply(RELU, x);
    Wires y = Sums.of(circuit, x, circuit.apply(matrix(0.1), h), true);
    ChainMerger.Result result = merge(y);
    assertEquals(List.of(Selections.identity(2), Selections.negative(matrix(0.1))), layers(result));
  }

  @Test
  void sumsOfSumsAreOneSum() {
    Wires h = circuit.apply(RELU, x);
    Wires g = circuit.apply(RELU, h);
    Wires y = Sums.of(circuit, h, Sums.of(circuit, x, circuit.apply(matrix(1), g), true), true);
    List<Gate.Term> terms = terms(merge(y), merge(y).output());
    assertEquals(
        List.of(Selections.identity(2), Selections.multiple(2, -1), matrix(1)),
        terms.stream().map(Gate.Term::layer).toList());
    assertEquals(3, terms.stream().map(Gate.Term::wires).distinct().count());
  }

  @Test
  void biasesWithoutAnExactSumStayApart() {
    Wires h = circuit.apply(RELU, x);
    Wires y = Sums.of(circuit, circuit.apply(matrix(0.1), x), circuit.apply(matrix(0.3), h), false);
    assertEquals(
        List.of(matrix(0.1), Selections.identity(2)), layers(merge(y)), "0.1 + 0.3 rounds");
  }

  @Test
  void weightsOfTheSameWireStayApart() {
    Wires y = Sums.of(circuit, circuit.apply(matrix(0), x), circuit.apply(matrix(1), x), false);
    assertEquals(List.of(Selections.identity(2), Selections.identity(2)), layers(merge(y)));
  }

  @Test
  void aRepeatedWireIsCopiedBeforeAMatrix() {
    Wires h = circuit.apply(RELU, x);
    int[] twice = {0, 0};
    Wires y =
        Sums.of(
            circuit,
            h,
            circuit.apply(
                matrix(0),
                Wires.concat(List.of(x.select(new int[] {0}), h.select(new int[] {0})))
                    .select(twice)),
            false);
    Circuit merged = merge(y).circuit();
    for (int gate = 1; gate < merged.size(); gate++) {
      if (merged.gate(gate) instanceof Gate.Affine affine) {
        for (Gate.Term term : affine.terms()) {
          assertTrue(
              term.layer().operator() instanceof Selection
                  || term.wires().set().size() == term.wires().size());
        }
      }
    }
  }

  @Test
  void whatCancelsOutLeavesNoGate() {
    AffineLayer back = AffineLayer.diagonal(new double[] {1, 1}, new double[] {-1, -2});
    Wires same = circuit.apply(back, circuit.apply(SHIFT, x));
    ChainMerger.Result result = merge(Sums.of(circuit, same, circuit.apply(RELU, x), false));
    assertEquals(3, result.circuit().size(), "input, relu, sum");
    assertEquals(x, terms(result, result.output()).get(0).wires());
  }
}
