package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import surety.certificates.network.Network;
import surety.solver.layers.Layers;

/** The stand-ins have the layouts of what they stand for, and their networks have learnt. */
class StandInTest {
  @ParameterizedTest
  @EnumSource
  void theNetworkRecognisesWhatItHasNotSeen(StandIn data) {
    Network network = data.network();
    assertTrue(data.training().accuracy(network) > 0.95);
    assertTrue(data.test().accuracy(network) > 0.9);
  }

  @ParameterizedTest
  @EnumSource
  void theNetworkHasTheWidthsOfThePaper(StandIn data) {
    List<Integer> outputs =
        Layers.of(data.network()).stream().map(layer -> layer.outputs()).toList();
    assertEquals(data == StandIn.IRIS ? List.of(5, 5, 5, 5, 3) : List.of(10, 10, 8, 8, 3), outputs);
  }

  @ParameterizedTest
  @EnumSource
  void trainingAndTestAreAllOfTheData(StandIn data) {
    int count = data == StandIn.IRIS ? 150 : 178;
    assertEquals(count, data.training().count() + data.test().count());
    assertEquals(count * 60 / 100, data.training().count());
  }
}
