package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.text.StatementException;

class RegionStatementTest {
  private static final String GOOD =
      """
      surety regions 1
      semantics real
      network sha256 %s
      inputs 2
      x[0] ~ beta(2, 2)
      x[1] = -1/3
      """
          .formatted("0123456789abcdef".repeat(4));

  @Test
  void theTextIsThatOfTheFormat() throws StatementException {
    RegionStatement statement = RegionStatement.parse(GOOD);
    assertEquals(GOOD, statement.canonical());
    assertEquals(1, statement.law().coordinates());
    assertTrue(RegionStatement.isOne(GOOD));
  }

  @Test
  void isAboutTheInputsOfAnotherStatement() throws StatementException {
    RegionStatement regions = RegionStatement.parse(GOOD);
    Event event = new Atom(Statements.form("1"), Comparison.LESS, Rational.ONE);
    Statement other =
        new Statement(
            List.of(new NetworkReference(regions.networkDigest(), 1)),
            regions.law(),
            new QuantityClaim(event, Optional.empty()));
    assertEquals(regions, RegionStatement.of(other));
    assertFalse(RegionStatement.isOne(other.canonical()));
  }

  @ParameterizedTest
  @CsvSource({
    "regions 1, regions 2",
    "regions 1, statement 1",
    "inputs 2, inputs 1",
    "inputs 2, inputs 3",
    "'beta(2, 2)', 'beta(2,2)'",
    "-1/3, -2/6",
    "-1/3, -1/0",
    "0123, 012g",
    "'-1/3\n', '-1/3'",
    "'-1/3\n', '-1/3\n\n'"
  })
  void anyOtherTextIsRefused(String from, String to) {
    assertTrue(GOOD.contains(from));
    assertThrows(StatementException.class, () -> RegionStatement.parse(GOOD.replace(from, to)));
  }

  @Test
  void inputsMayDependOnEachOther() throws StatementException {
    String text =
        GOOD.substring(0, GOOD.indexOf("x[0]"))
            + """
            branches 2 rest 1/1000
            branch coordinates 2 summands 1
            x[0] = 1*u[0]
            x[1] = 3/5*u[0] + 1*u[1]
            1/2: normal(0, 1); normal(0, 4/5)
            branch coordinates 0 summands 1
            x[0] = 1
            x[1] = 2
            499/1000:\s
            """;
    RegionStatement statement = RegionStatement.parse(text);
    assertEquals(text, statement.canonical());
    assertEquals(2, statement.law().branches().size());
    assertThrows(
        StatementException.class, () -> RegionStatement.parse(text.replace("1*u[1]", "0*u[1]")));
  }

  @Test
  void inputsAndADigestAreNeeded() {
    List<Input> none = List.of();
    assertThrows(IllegalArgumentException.class, () -> new RegionStatement("0".repeat(64), none));
    List<Input> one = Statements.inputs("= 1");
    assertThrows(IllegalArgumentException.class, () -> new RegionStatement("0", one));
  }
}
