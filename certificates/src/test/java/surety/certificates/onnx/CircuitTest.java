package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;

class CircuitTest {

  private final Circuit circuit = new Circuit(3);
  private final Wires x = circuit.outputs(0);

  @Test
  void wiresAreNumberedThrough() {
    Wires h = circuit.apply(ActivationLayer.uniform(2, Activation.RELU), Wires.range(1, 2));
    Wires s = circuit.sum(h, Wires.range(0, 2), false);
    assertEquals(Wires.range(3, 2), h);
    assertEquals(Wires.range(5, 2), s);
    assertEquals(7, circuit.wires());
    assertEquals(3, circuit.size());
    assertTrue(circuit.areOutputs(h, 1));
    assertFalse(circuit.areOutputs(h, 2));
    assertFalse(circuit.areOutputs(Wires.range(3, 1), 1));
  }

  @Test
  void gatesAreFoundByTheirWires() {
    circuit.sum(x, x.select(new int[] {2, 1, 0}), true);
    for (int wire = 0; wire < 6; wire++) {
      assertEquals(wire / 3, circuit.gateOf(wire));
    }
    Wires both = Wires.concat(List.of(x, Wires.range(5, 1), x));
    assertArrayEquals(new int[] {0, 1}, circuit.gatesOf(both));
    assertArrayEquals(new int[0], circuit.gatesOf(Wires.range(0, 0)));
  }

  @Test
  void aValuePlusItselfIsItsDouble() {
    circuit.sum(x, x, false);
    circuit.sum(x, x, true);
    double[] zeros = new double[3];
    AffineLayer twice = AffineLayer.diagonal(new double[] {2, 2, 2}, zeros);
    assertEquals(twice, circuit.gate(1).applied().orElseThrow().layer());
    assertEquals(
        AffineLayer.diagonal(zeros, zeros), circuit.gate(2).applied().orElseThrow().layer());
  }
}
