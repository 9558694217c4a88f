package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.solver.Networks;
import surety.solver.Statements;
import surety.solver.domain.Domain;

class ThresholdChoiceTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 5", "0, 0, 4", "1e300, 1e300, 3", "1, 1.0000000000000002, 9", "-3, 2, 1"})
  void ascendStrictly(double least, double greatest, int count) {
    List<Rational> thresholds = ThresholdChoice.spread(least, greatest, count);
    assertEquals(count, thresholds.size());
    for (int k = 1; k < count; k++) {
      assertTrue(thresholds.get(k - 1).compareTo(thresholds.get(k)) < 0);
    }
  }

  @Test
  void endsAreTheEndsOfTheRange() {
    assertEquals(
        List.of(Rational.of(1), Rational.of(2), Rational.of(3)), ThresholdChoice.spread(1, 3, 3));
    assertEquals(List.of(Rational.of(2)), ThresholdChoice.spread(1, 3, 1));
  }

  @Test
  void unboundedInputsAreSeenWhereTheyAre() {
    Domain domain =
        Domain.of(Law.independent(Statements.inputs("normal(10, 2)")).branches().get(0));
    PlainNetwork plain = PlainNetwork.of(Networks.linear(0, 1), domain.inputs(), new double[] {1});
    ThresholdChoice choice = new ThresholdChoice(Stop.NEVER);
    choice.visit(plain, domain);
    List<Rational> thresholds = choice.evenly(10);
    double first = thresholds.get(0).doubleFloor();
    double last = thresholds.get(9).doubleFloor();
    assertTrue(first > -10 && first < 6);
    assertTrue(last < 30 && last > 14);
  }
}
