package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.proof.Trees;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statements;

class InquiryTest {
  private static final AffineForm FORM = Statements.form("1");
  private static final Event NEVER = new Atom(FORM, Comparison.LESS, Rational.ZERO);
  private static final Event SOMETIMES = new Atom(FORM, Comparison.LESS, Rational.of(1, 2));
  private static final Quantity ZERO = new Quantity.Constant(Rational.ZERO);

  private static Enclosure bounds(Quantity quantity, List<Rational> numbers) {
    Problem problem =
        Trees.problem(
            Statements.of(
                Statements.inputs("uniform(0, 1)"), new QuantityClaim(quantity, Optional.empty())),
            Network.chain(1, List.of()));
    return Trees.bounds(problem, numbers, Trees.boxLeaf(), 1).get(0);
  }

  private static Quantity with(Quantity.Operator operator, Quantity left, Quantity right) {
    return new Quantity.Arithmetic(operator, left, right);
  }

  @Test
  void whatDoesNotExistHasNeitherSizeNorMultiples() {
    Quantity probability = new Quantity.Probability(SOMETIMES, Optional.of(NEVER));
    Quantity mean = new Quantity.Mean(FORM, Optional.of(NEVER));
    Quantity quotient =
        with(Quantity.Operator.DIVIDED_BY, new Quantity.Probability(SOMETIMES), ZERO);
    for (Quantity none : List.of(probability, mean, quotient)) {
      List<Rational> numbers = none == mean ? List.of(Rational.ZERO) : List.of();
      assertEquals(Enclosure.WHOLE, bounds(new Quantity.Absolute(none), numbers));
      assertEquals(Enclosure.WHOLE, bounds(with(Quantity.Operator.TIMES, ZERO, none), numbers));
      assertEquals(Enclosure.WHOLE, bounds(with(Quantity.Operator.TIMES, none, ZERO), numbers));
      assertEquals(
          Enclosure.WHOLE, bounds(with(Quantity.Operator.DIVIDED_BY, ZERO, none), numbers));
    }
  }

  @Test
  void whatExistsHas() {
    Event always = new Atom(FORM, Comparison.LESS, Rational.of(2));
    Quantity minus = with(Quantity.Operator.MINUS, ZERO, new Quantity.Probability(always));
    assertEquals(Enclosure.ONE, bounds(new Quantity.Absolute(minus), List.of()));
    assertEquals(Enclosure.ZERO, bounds(with(Quantity.Operator.TIMES, ZERO, minus), List.of()));
  }
}
