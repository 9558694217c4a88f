package surety.solver.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.solver.Networks;

class EvaluationTest {
  private static List<Rational> numbers(String... texts) {
    return Arrays.stream(texts).map(EvaluationTest::number).toList();
  }

  private static Rational number(String text) {
    String[] parts = text.split("/", 2);
    Rational numerator = Rational.parse(parts[0]);
    return parts.length == 1 ? numerator : numerator.dividedBy(Rational.parse(parts[1]));
  }

  private static Atom event(String comparison, String threshold, String... coefficients) {
    return new Atom(
        new AffineForm(numbers(coefficients)),
        Comparison.ofSymbol(comparison).orElseThrow(),
        number(threshold));
  }

  @Test
  void piecewiseLinearNetworksAreExact() {
    Network maximum = Networks.maximum();
    Evaluation evaluation = Evaluation.of(maximum, numbers("1/3", "1/7"));
    assertEquals(Optional.of(numbers("1/3")), evaluation.exact());
    assertEquals(numbers("1/3", "1/7"), evaluation.inputs());
    assertTrue(evaluation.enclosures().get(0).contains(number("1/3")));
  }

  /** The float beside a tenth is above it: exactly there the strict comparison does not hold. */
  @ParameterizedTest
  @CsvSource({
    "1/10, <=, HAPPENS",
    "1/10, <, DOES_NOT_HAPPEN",
    "1/10, >=, HAPPENS",
    "1/10, >, DOES_NOT_HAPPEN",
    "0.100000000000000000000000001, >, HAPPENS",
    "0.099999999999999999999999999, >, DOES_NOT_HAPPEN"
  })
  void thresholdsAreComparedExactly(String x, String comparison, Occurrence expected) {
    Evaluation evaluation = Evaluation.of(Networks.linear(0, 1), numbers(x));
    assertEquals(expected, evaluation.occurrence(event(comparison, "1/10", "1")));
  }

  @Test
  void smoothNetworksAreEnclosed() {
    Evaluation evaluation = Evaluation.of(Networks.scalar(Activation.TANH), List.of(number("1/2")));
    assertFalse(evaluation.isExact());
    Interval y = evaluation.enclosures().get(0);
    // tanh(1/2) to 40 digits
    Rational tanh = number("0.4621171572600097585023184836436725487302");
    assertTrue(y.contains(tanh) && y.width() < 1e-14, y.toString());
    assertEquals(Occurrence.HAPPENS, evaluation.occurrence(event(">", "0.46", "1")));
    assertEquals(Occurrence.DOES_NOT_HAPPEN, evaluation.occurrence(event("<", "0.46", "1")));
    assertEquals(Occurrence.HAPPENS, evaluation.occurrence(event("<", "-0.46", "-1")));
  }

  @ParameterizedTest
  @CsvSource({"<, 1", "<=, 1", ">, 1", ">=, 1", "<, -1", ">, -1"})
  void aThresholdInsideOfAnEnclosureIsUnknown(String comparison, String sign) {
    Evaluation evaluation = Evaluation.of(Networks.scalar(Activation.TANH), List.of(number("1/2")));
    String inside = evaluation.rounded().orElseThrow().get(0).times(number(sign)).toString();
    assertEquals(Occurrence.UNKNOWN, evaluation.occurrence(event(comparison, inside, sign)));
  }

  @Test
  void anOutputOfWhichNothingIsKnownOnlySpoilsEventsAboutIt() {
    Evaluation evaluation =
        new Evaluation(numbers("0"), Optional.empty(), List.of(Interval.WHOLE, new Interval(1, 2)));
    assertEquals(Optional.empty(), evaluation.rounded());
    assertEquals(Occurrence.UNKNOWN, evaluation.occurrence(event(">", "0", "1", "0")));
    assertEquals(Occurrence.UNKNOWN, evaluation.occurrence(event(">", "0", "1", "1")));
    assertEquals(Occurrence.HAPPENS, evaluation.occurrence(event(">", "0", "0", "1")));
  }

  @Test
  void anotherNumberOfInputsIsRefused() {
    Network maximum = Networks.maximum();
    assertThrows(IllegalArgumentException.class, () -> Evaluation.of(maximum, numbers("1")));
  }
}
