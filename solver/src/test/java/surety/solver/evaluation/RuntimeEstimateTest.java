package surety.solver.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.solver.evaluation.RuntimeEstimate.Computed;
import surety.solver.evaluation.RuntimeEstimate.Format;

class RuntimeEstimateTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1e-400, 0.0",
    "-1e400, -Infinity",
    "1e400, Infinity",
    "3.4028235e38, 3.4028235E38",
    "16777217, 1.6777216E7", // a tie, to even
    "16777217.0000000000000000000000000000000000000000000000000000000000001, 1.6777218E7",
    "1.4e-45, 1.4E-45",
    "0.7e-45, 0.0",
    "0.8e-45, 1.4E-45"
  })
  void roundsToTheNearestFloat(String number, String expected) {
    assertEquals(expected, Format.FLOAT32.text(Format.FLOAT32.nearest(Rational.parse(number))));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "9007199254740993, 9.007199254740992E15", "1e-400, 0.0"})
  void roundsToTheNearestDouble(String number, String expected) {
    assertEquals(expected, Format.FLOAT64.text(Format.FLOAT64.nearest(Rational.parse(number))));
  }

  @Test
  void aFractionIsRoundedOnce() {
    assertEquals((float) (1 / 3.0), Format.FLOAT32.nearest(Rational.of(1, 3)));
    assertEquals(1 / 3.0, Format.FLOAT64.nearest(Rational.of(1, 3)));
  }

  /** The float beside a tenth is larger than a tenth. */
  @Test
  void eventsAreComparedExactlyWithWhatCameOut() {
    Computed computed = new Computed(Format.FLOAT32, List.of(0.0), List.of((double) 0.1f));
    assertEquals(Optional.of(false), computed.happens(below("0.1", Rational.ONE)));
    assertEquals(Optional.of(true), computed.happens(below("0.1000001", Rational.ONE)));
  }

  @Test
  void whatIsNoNumberDecidesNothing() {
    Computed computed =
        new Computed(Format.FLOAT32, List.of(0.0), List.of(Double.NaN, 1.0, Double.MAX_VALUE * 2));
    Rational one = Rational.ONE;
    Rational zero = Rational.ZERO;
    assertEquals(Optional.empty(), computed.happens(below("2", one, zero, zero)));
    assertEquals(Optional.empty(), computed.happens(below("2", zero, one, one)));
    assertEquals(Optional.of(true), computed.happens(below("2", zero, one, zero)));
  }

  private static Atom below(String threshold, Rational... coefficients) {
    return new Atom(
        new AffineForm(List.of(coefficients)), Comparison.LESS_OR_EQUAL, Rational.parse(threshold));
  }
}
