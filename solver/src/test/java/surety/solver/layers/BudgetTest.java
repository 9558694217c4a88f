package surety.solver.layers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

class BudgetTest {

  private static final int FREE = 1 << 20;

  @Test
  void isAMultipleOfTheNetwork() {
    AffineLayer matrix = AffineLayer.of(new double[5][7], new double[5]);
    AffineLayer copies = AffineLayer.selection(5, new int[3], new double[3], new double[3]);
    Network network =
        Network.chain(7, List.of(matrix, copies, ActivationLayer.uniform(3, Activation.RELU)));
    Budget budget = Budget.of(network, Stop.NEVER);
    assertTrue(budget.trySpend(FREE + 8 * (5 * 7 + 5 + 9 + 3)));
    assertTrue(budget.trySpend(0));
    assertFalse(budget.trySpend(1));
  }

  @Test
  void saysWhatWasTooMuch() {
    Budget budget = Budget.of(0);
    budget.spend(FREE - 5, "some");
    String message =
        assertThrows(LayersException.class, () -> budget.spend(6, "a layer")).getMessage();
    assertTrue(message.contains("a layer needs 6 more numbers, 5 are allowed"), message);
    budget.spend(5, "what is left");
    assertThrows(LayersException.class, () -> budget.spend(1, "more"));
  }

  @Test
  void noArrayIsTooLong() {
    assertFalse(Budget.of(1L << 40).trySpend(Integer.MAX_VALUE));
  }
}
