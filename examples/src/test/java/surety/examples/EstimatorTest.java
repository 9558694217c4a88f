package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;
import surety.certificates.statement.Quantity;

/** Two uniforms u and v, as output and input, of which everything is known. */
class EstimatorTest {
  private static final AffineForm U = new AffineForm(List.of(Rational.of(1)));
  private static final AffineForm V =
      new AffineForm(List.of(Rational.of(0)), List.of(Rational.of(1)));
  private static final AffineForm SUM =
      new AffineForm(List.of(Rational.of(1)), List.of(Rational.of(1)));
  private static final Rational HALF = Rational.parseFraction("1/2");
  private static final Event LOW = new Atom(U, Comparison.LESS, HALF);
  private static final Event BELOW = new Atom(V, Comparison.LESS_OR_EQUAL, HALF);

  private final Estimator estimator = new Estimator(uniforms(), 5);

  private static Samples uniforms() {
    SplittableRandom random = new SplittableRandom(1);
    return new Samples(
        Stream.generate(() -> new double[] {random.nextDouble(), random.nextDouble()})
            .limit(100_000)
            .toList());
  }

  /** The estimate has the value in it, and is narrow. */
  private void assertEstimated(double value, double width, Quantity quantity) {
    Estimate estimate = estimator.of(quantity);
    assertTrue(estimate.meets(value, value), estimate.toString());
    assertTrue(estimate.upper() - estimate.lower() < width, estimate.toString());
  }

  @Test
  void probabilitiesOfEventsOfAllKinds() {
    assertEstimated(0.5, 0.02, new Quantity.Probability(LOW));
    assertEstimated(0.25, 0.02, new Quantity.Probability(new Conjunction(List.of(LOW, BELOW))));
    assertEstimated(0.75, 0.02, new Quantity.Probability(new Disjunction(List.of(LOW, BELOW))));
    assertEstimated(0.5, 0.02, new Quantity.Probability(new Negation(BELOW)));
  }

  @Test
  void whatWasNeverSeenHasSmallProbability() {
    Event never = new Atom(U, Comparison.GREATER, Rational.of(1));
    Estimate estimate = estimator.of(new Quantity.Probability(never));
    assertEquals(0, estimate.lower());
    assertTrue(estimate.upper() > 0 && estimate.upper() < 1e-3);
    assertEquals(Estimate.UNKNOWN, estimator.of(new Quantity.Probability(LOW, Optional.of(never))));
    assertEquals(Estimate.UNKNOWN, estimator.of(new Quantity.Mean(U, Optional.of(never))));
  }

  @Test
  void givenAnEvent() {
    Event little = new Atom(SUM, Comparison.LESS, Rational.of(1));
    assertEstimated(0.75, 0.03, new Quantity.Probability(LOW, Optional.of(little)));
    assertEstimated(1 / 3.0, 0.02, new Quantity.Mean(U, Optional.of(little)));
  }

  @Test
  void meansAndSpreads() {
    assertEstimated(1, 0.02, new Quantity.Mean(SUM, Optional.empty()));
    assertEstimated(1 / 6.0, 0.01, new Quantity.Dispersion(Quantity.Spread.VARIANCE, SUM));
    assertEstimated(
        Math.sqrt(1 / 6.0), 0.01, new Quantity.Dispersion(Quantity.Spread.DEVIATION, SUM));
    assertEstimated(
        1 / 12.0, 0.01, new Quantity.Association(Quantity.Dependence.COVARIANCE, U, SUM));
    assertEstimated(
        Math.sqrt(0.5), 0.1, new Quantity.Association(Quantity.Dependence.CORRELATION, U, SUM));
  }

  @ParameterizedTest
  @CsvSource({"1/2, 0.5, 0.75", "9/10, 0.9, 0.95", "999/1000, 0.999, 0.9995"})
  void quantilesAndTailMeans(String level, double quantile, double tailMean) {
    Rational p = Rational.parseFraction(level);
    assertEstimated(quantile, 0.02, new Quantity.Risk(Quantity.Tail.QUANTILE, V, p));
    assertEstimated(tailMean, 0.02, new Quantity.Risk(Quantity.Tail.MEAN, V, p));
  }

  @Test
  void arithmetic() {
    Quantity half = new Quantity.Probability(LOW);
    Quantity three = new Quantity.Constant(Rational.of(3));
    assertEstimated(3.5, 0.02, of(Operator.PLUS, three, half));
    assertEstimated(2.5, 0.02, of(Operator.MINUS, three, half));
    assertEstimated(1.5, 0.06, of(Operator.TIMES, three, half));
    assertEstimated(6, 0.3, of(Operator.DIVIDED_BY, three, half));
    assertEstimated(2.5, 0.02, new Quantity.Absolute(of(Operator.MINUS, half, three)));
    assertEquals(
        Estimate.UNKNOWN,
        estimator.of(of(Operator.DIVIDED_BY, three, of(Operator.MINUS, half, half))));
  }

  @Test
  void isApartFromWhatIsWrong() {
    Estimate estimate = estimator.of(new Quantity.Probability(LOW));
    assertFalse(estimate.meets(0, 0.48));
    assertFalse(estimate.meets(0.52, 1));
    assertTrue(estimate.meets(0.4, 0.5));
  }

  private static Quantity of(Operator operator, Quantity left, Quantity right) {
    return new Quantity.Arithmetic(operator, left, right);
  }
}
