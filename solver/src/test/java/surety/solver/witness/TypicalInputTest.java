package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.RandomInput;

class TypicalInputTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(1, 2); 3/2",
        "beta(2, 3); 1/2",
        "normal(1000, 2); 1000",
        "normal(1000, 2) on [999, 1003]; 1001",
        "exponential(4); 1/4",
        "gamma(2, 3); 3",
        "triangular(0, 1/8, 1); 1/2",
        "histogram([0, 1, 9, 12], [1/2, 0, 1/2]); 21/2",
      })
  void liesWhereTheDensityIsPositive(String distribution, String expected) {
    RandomInput input = new RandomInput(Distribution.parse(distribution));
    List<Rational> typical = TypicalInput.of(List.of(input));
    assertEquals(expected, typical.get(0).toString());
    assertTrue(InputSpace.of(List.of(input)).supports(typical));
  }

  @Test
  void fixedInputsKeepTheirValues() {
    RandomInput random = new RandomInput(Distribution.parse("uniform(0, 1)"));
    FixedInput fixed = new FixedInput(Rational.of(7, 3));
    assertEquals(
        List.of(Rational.of(7, 3), Rational.of(1, 2)), TypicalInput.of(List.of(fixed, random)));
  }
}
