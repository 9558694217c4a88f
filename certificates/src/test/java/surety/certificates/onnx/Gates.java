package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;

/** What tests look for in a network that was read. */
final class Gates {

  private Gates() {}

  /** The layers of a network whose gates are one layer each, applied to all of the one before. */
  static List<Layer> chain(Network network) {
    List<Layer> layers = new ArrayList<>();
    Wires before = Wires.range(0, network.inputs());
    int next = network.inputs();
    for (Gate gate : network.gates()) {
      assertEquals(List.of(before), gate.inputs());
      layers.add(
          gate instanceof Gate.Activations a
              ? a.layer()
              : ((Gate.Affine) gate).terms().get(0).layer());
      before = Wires.range(next, gate.size());
      next += gate.size();
    }
    assertEquals(before, network.output());
    return layers;
  }

  /** The layer that is the same function as a network that is affine, with doubles as weights. */
  static AffineLayer affine(Network network) {
    Rational[] point = new Rational[network.inputs()];
    Arrays.fill(point, Rational.ZERO);
    Rational[] biases = network.evaluateExactly(point);
    double[][] weights = new double[biases.length][point.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = Rational.ONE;
      Rational[] ends = network.evaluateExactly(point);
      point[i] = Rational.ZERO;
      for (int row = 0; row < biases.length; row++) {
        weights[row][i] = exact(ends[row].minus(biases[row]));
      }
    }
    return AffineLayer.of(weights, Arrays.stream(biases).mapToDouble(Gates::exact).toArray());
  }

  private static double exact(Rational r) {
    double x = r.doubleFloor();
    assertEquals(Rational.ofDouble(x), r);
    return x;
  }
}
