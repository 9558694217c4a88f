package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.stop.Stop;

class BudgetTest {

  @Test
  void growsWithTheFileAndIsUsedUp() {
    Budget budget = new Budget(1_000_000, Stop.NEVER);
    assertDoesNotThrow(() -> budget.spend(8_000_000, "it"));
    assertDoesNotThrow(() -> budget.spend(1 << 22, "it"));
    String message =
        assertThrows(NetworkFormatException.class, () -> budget.spend(1, "tensor 'w'"))
            .getMessage();
    assertTrue(message.contains("tensor 'w' needs 1 more numbers, 0 are allowed"), message);
  }

  @Test
  void whatIsRefusedCostsNothing() {
    Budget budget = new Budget(0, Stop.NEVER);
    assertFalse(budget.trySpend(Long.MAX_VALUE));
    assertTrue(budget.trySpend(1 << 22));
    assertFalse(budget.trySpend(1));
  }

  @Test
  void neverAllowsMoreThanAnArrayHolds() {
    assertFalse(new Budget(1L << 40, Stop.NEVER).trySpend(1L << 31));
  }

  @Test
  void productsAreCountedByThemselves() {
    Budget budget = new Budget(1_000, Stop.NEVER);
    assertDoesNotThrow(() -> budget.spendProducts((1 << 30) + 1_000, "it"));
    assertDoesNotThrow(() -> budget.spend(1 << 22, "it"));
    String message =
        assertThrows(
                NetworkFormatException.class, () -> budget.spendProducts(1_023_001, "Conv (node)"))
            .getMessage();
    assertTrue(
        message.contains("Conv (node) takes 1023001 more products for each point, 1023000 are"),
        message);
  }
}
