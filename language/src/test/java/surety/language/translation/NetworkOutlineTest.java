package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

class NetworkOutlineTest {
  @Test
  void countsWhatIsNotZero() {
    Network network =
        new Network(
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
  void aNetworkWithoutLayersHasNone() {
    assertEquals(new NetworkOutline(List.of(), 0), NetworkOutline.of(new Network(1, List.of())));
  }
}
