package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Quantity.Absolute;
import surety.certificates.statement.Quantity.Arithmetic;
import surety.certificates.statement.Quantity.Association;
import surety.certificates.statement.Quantity.Constant;
import surety.certificates.statement.Quantity.Dependence;
import surety.certificates.statement.Quantity.Dispersion;
import surety.certificates.statement.Quantity.Mean;
import surety.certificates.statement.Quantity.Probability;
import surety.certificates.statement.Quantity.Risk;
import surety.certificates.statement.Quantity.Spread;
import surety.certificates.statement.Quantity.Tail;

/** What a quantity is about, without which a statement would not see that its forms fit. */
class QuantityTest {
  private static final AffineForm FIRST = Statements.form("1", "0");
  private static final AffineForm SECOND = Statements.form("0", "1");
  private static final Event BELOW = new Atom(FIRST, Comparison.LESS, Rational.ONE);
  private static final Event ABOVE = new Atom(SECOND, Comparison.GREATER, Rational.ONE);

  private static void assertAbout(Quantity quantity, List<Event> events, List<AffineForm> forms) {
    assertEquals(events, quantity.events(), quantity.canonical());
    assertEquals(forms, quantity.forms(), quantity.canonical());
  }

  @Test
  void eventsAreThoseOfProbabilitiesAndConditions() {
    assertAbout(new Probability(BELOW), List.of(BELOW), List.of());
    assertAbout(new Probability(BELOW, Optional.of(ABOVE)), List.of(BELOW, ABOVE), List.of());
    assertAbout(new Mean(SECOND, Optional.of(BELOW)), List.of(BELOW), List.of(SECOND));
  }

  @Test
  void formsAreThoseOutsideOfEvents() {
    assertAbout(new Mean(FIRST, Optional.empty()), List.of(), List.of(FIRST));
    assertAbout(new Dispersion(Spread.VARIANCE, FIRST), List.of(), List.of(FIRST));
    assertAbout(
        new Association(Dependence.COVARIANCE, FIRST, SECOND), List.of(), List.of(FIRST, SECOND));
    assertAbout(new Risk(Tail.QUANTILE, FIRST, Rational.of(1, 2)), List.of(), List.of(FIRST));
    assertAbout(new Constant(Rational.ONE), List.of(), List.of());
  }

  @Test
  void arithmeticIsAboutWhatItsPartsAreAbout() {
    Quantity mean = new Mean(FIRST, Optional.of(BELOW));
    Quantity other = new Mean(SECOND, Optional.of(ABOVE));
    Quantity sum = new Arithmetic(Operator.PLUS, mean, other);
    assertAbout(sum, List.of(BELOW, ABOVE), List.of(FIRST, SECOND));
    assertAbout(new Absolute(sum), List.of(BELOW, ABOVE), List.of(FIRST, SECOND));
    assertEquals(List.of(mean, other), sum.parts());
  }
}
