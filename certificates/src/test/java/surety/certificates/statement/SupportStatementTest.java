package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.text.StatementException;

class SupportStatementTest {
  private static final String GOOD =
      """
      surety support 1
      semantics real
      network sha256 %s
      inputs 2
      x[0] ~ normal(2, 1/2)
      x[1] = -1/3
      """
          .formatted("0123456789abcdef".repeat(4));

  @Test
  void theTextIsThatOfTheFormat() throws StatementException {
    SupportStatement statement = SupportStatement.parse(GOOD);
    assertEquals(GOOD, statement.canonical());
    assertTrue(SupportStatement.isOne(GOOD));
    assertFalse(RegionStatement.isOne(GOOD));
  }

  /** Some patterns are not all of them. */
  @Test
  void neitherIsTakenForOneOfRegions() throws StatementException {
    String regions = GOOD.replace("support", "regions");
    assertFalse(SupportStatement.isOne(regions));
    assertThrows(StatementException.class, () -> SupportStatement.parse(regions));
    assertThrows(StatementException.class, () -> RegionStatement.parse(GOOD));
    SupportStatement support = SupportStatement.of(RegionStatement.parse(regions));
    assertEquals(GOOD, support.canonical());
  }

  @ParameterizedTest
  @CsvSource({
    "support 1, support 2",
    "semantics real, semantics float32 accuracy 1",
    "inputs 2, inputs 1",
    "inputs 2, inputs 3",
    "'normal(2, 1/2)', 'normal(2,1/2)'",
    "-1/3, -2/6",
    "0123, 012g",
    "'-1/3\n', '-1/3'",
    "'-1/3\n', '-1/3\n\n'"
  })
  void anyOtherTextIsRefused(String from, String to) {
    assertTrue(GOOD.contains(from));
    assertThrows(StatementException.class, () -> SupportStatement.parse(GOOD.replace(from, to)));
  }

  @Test
  void aDigestIsNeeded() {
    Law law = Law.independent(Statements.inputs("= 1"));
    assertThrows(IllegalArgumentException.class, () -> new SupportStatement("0", law));
  }
}
