package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.WindowAxis;
import surety.certificates.network.Wires;

class NetworkOutlineTest {
  @Test
  void countsWhatIsNotZero() {
    Network network =
        Network.chain(
            2,
            List.of(
                AffineLayer.of(new double[][] {{1, 0}, {2, 3}, {0, 0}}, new double[] {0, 0, 5}),
                new ActivationLayer(
                    List.of(Activation.RELU, Activation.IDENTITY, Activation.TANH))));
    NetworkOutline outline = NetworkOutline.of(network);
    assertEquals(List.of("affine, 2 to 3", "relu, tanh, 3"), outline.layers());
    assertEquals(4, outline.parameters());
  }

  @Test
  void aSumIsNamed() {
    Wires x = Wires.range(0, 2);
    AffineLayer copy = AffineLayer.diagonal(new double[] {1, 1}, new double[2]);
    AffineLayer matrix = AffineLayer.of(new double[][] {{1, 2}, {3, 0}}, new double[] {0, 6});
    Gate sum = new Gate.Affine(List.of(new Gate.Term(copy, x), new Gate.Term(matrix, x)));
    Network network = new Network(2, List.of(sum, Gate.of(copy, x)), Wires.range(2, 2));
    assertEquals(
        new NetworkOutline(List.of("sum, 4 to 2", "selection, 2 to 2"), 4),
        NetworkOutline.of(network));
  }

  @Test
  void aConvolutionHasTheWeightsOfItsWindow() {
    WindowAxis axis = WindowAxis.moving(5, 4, 2, 1, 1, 0);
    double[] window = {1, 2, 3, 4};
    Convolution operator = new Convolution(1, 1, 1, 2, List.of(axis), window);
    double[] biases = {1, 1, 1, 1, 0, 0, 0, 0};
    Network network = Network.chain(5, List.of(new AffineLayer(operator, biases)));
    assertEquals(
        new NetworkOutline(List.of("convolution, 5 to 8"), 4 + 2), NetworkOutline.of(network));
  }

  @Test
  void aNetworkWithoutLayersHasNone() {
    assertEquals(new NetworkOutline(List.of(), 0), NetworkOutline.of(Network.chain(1, List.of())));
  }
}
