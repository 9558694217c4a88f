package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
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

  private static Problem problem(Quantity quantity) {
    return Trees.problem(
        Statements.of(
            Statements.inputs("uniform(0, 1)"), new QuantityClaim(quantity, Optional.empty())),
        Network.chain(1, List.of()));
  }

  private static Enclosure bounds(Quantity quantity, List<Rational> numbers) {
    return Trees.bounds(problem(quantity), numbers, Trees.boxLeaf(), 1).get(0);
  }

  private static Quantity with(Operator operator, Quantity left, Quantity right) {
    return new Quantity.Arithmetic(operator, left, right);
  }

  @Test
  void whatDoesNotExistHasNeitherSizeNorMultiples() {
    Quantity probability = new Quantity.Probability(SOMETIMES, Optional.of(NEVER));
    Quantity mean = new Quantity.Mean(FORM, Optional.of(NEVER));
    Quantity quotient = with(Operator.DIVIDED_BY, new Quantity.Probability(SOMETIMES), ZERO);
    for (Quantity none : List.of(probability, mean, quotient)) {
      List<Rational> numbers = none == mean ? List.of(Rational.ZERO) : List.of();
      assertEquals(Enclosure.WHOLE, bounds(new Quantity.Absolute(none), numbers));
      assertEquals(Enclosure.WHOLE, bounds(with(Operator.TIMES, ZERO, none), numbers));
      assertEquals(Enclosure.WHOLE, bounds(with(Operator.TIMES, none, ZERO), numbers));
      assertEquals(Enclosure.WHOLE, bounds(with(Operator.DIVIDED_BY, ZERO, none), numbers));
    }
  }

  @Test
  void whereNothingIsKnownOfAVarianceItMayNotExist() {
    for (Quantity.Spread spread : Quantity.Spread.values()) {
      Quantity dispersion = new Quantity.Dispersion(spread, FORM);
      Quantity less =
          with(
              Operator.DIVIDED_BY,
              ZERO,
              with(Operator.PLUS, new Quantity.Constant(Rational.ONE), dispersion));
      for (String none : List.of("cauchy(0, 1)", "studentt(2, 0, 1)")) {
        assertEquals(Enclosure.WHOLE, of(none, dispersion));
        assertEquals(Enclosure.WHOLE, of(none, less));
      }
      Enclosure finite = of("studentt(3, 0, 1)", dispersion);
      assertTrue(finite.lower().signum() >= 0 && finite.upper().isFinite());
      assertEquals(Enclosure.ZERO, of("studentt(3, 0, 1)", less));
    }
  }

  /**
   * The mean of a pareto(1/2, 1) is infinite, and all that is known of it is that it is above 1.
   */
  @Test
  void whatMayBeInfiniteHasNoProductWithZeroAndNoQuotient() {
    String heavy = "pareto(1/2, 1)";
    Quantity mean = new Quantity.Mean(FORM, Optional.empty());
    assertEquals(new Enclosure(Bound.ONE, Bound.INFINITY), of(heavy, mean));
    Quantity half = new Quantity.Constant(Rational.of(1, 2));
    Quantity perhapsZero = // in [0, 1], whatever a single cell knows
        new Quantity.Probability(new Atom(FORM, Comparison.LESS, Rational.of(2)));
    for (Quantity factor : List.of(ZERO, perhapsZero)) {
      assertEquals(Enclosure.WHOLE, of(heavy, with(Operator.TIMES, factor, mean)));
      assertEquals(Enclosure.WHOLE, of(heavy, with(Operator.TIMES, mean, factor)));
    }
    Quantity more = with(Operator.PLUS, half, mean);
    Quantity share = with(Operator.DIVIDED_BY, mean, more);
    assertEquals(Enclosure.WHOLE, of(heavy, share, Rational.ZERO, Rational.ZERO));
    Enclosure twice = of(heavy, with(Operator.DIVIDED_BY, mean, half));
    assertEquals(0, twice.lower().compareTo(Rational.of(2)));
    assertEquals(Enclosure.ZERO, of("pareto(2, 1)", with(Operator.TIMES, ZERO, mean)));
    assertEquals(Enclosure.ZERO, of(heavy, with(Operator.DIVIDED_BY, ZERO, mean)));
  }

  private static Enclosure of(String distribution, Quantity quantity) {
    return of(distribution, quantity, Rational.ZERO);
  }

  private static Enclosure of(String distribution, Quantity quantity, Rational... numbers) {
    Problem problem =
        Trees.problem(
            Statements.of(
                Statements.inputs(distribution), new QuantityClaim(quantity, Optional.empty())),
            Network.chain(1, List.of()));
    return Trees.bounds(problem, List.of(numbers), Trees.boxLeaf(), 1).get(0);
  }

  @Test
  void aConstantHasNoCorrelation() {
    Quantity own =
        new Quantity.Association(Quantity.Dependence.CORRELATION, FORM, Statements.form("2"));
    Problem problem =
        Trees.problem(
            Statements.of(
                Statements.inputs("uniform(0, 1)"), new QuantityClaim(own, Optional.empty())),
            Network.chain(1, List.of(AffineLayer.of(new double[1][1], new double[] {1}))));
    List<Rational> centres = List.of(Rational.ONE, Rational.of(2));
    assertEquals(Enclosure.WHOLE, Trees.bounds(problem, centres, Trees.boxLeaf(), 1).get(0));
  }

  @Test
  void whatExistsHas() {
    Event always = new Atom(FORM, Comparison.LESS, Rational.of(2));
    Quantity minus = with(Operator.MINUS, ZERO, new Quantity.Probability(always));
    assertEquals(Enclosure.ONE, bounds(new Quantity.Absolute(minus), List.of()));
    assertEquals(Enclosure.ZERO, bounds(with(Operator.TIMES, ZERO, minus), List.of()));
  }

  private static final Quantity QUANTILE = risk(Quantity.Tail.QUANTILE);
  private static final Quantity TAIL_MEAN = risk(Quantity.Tail.MEAN);

  /** Of a uniform on [0, 1]: the quantile is 1/4, the mean beyond it 5/8. */
  private static Quantity risk(Quantity.Tail tail) {
    return new Quantity.Risk(tail, FORM, Rational.of(1, 4));
  }

  private static List<Rational> numbers(double... values) {
    return Arrays.stream(values).mapToObj(Rational::ofDouble).toList();
  }

  private static void requireRefused(Quantity quantity, String reason, double... values) {
    AssertionError refused =
        assertThrows(AssertionError.class, () -> bounds(quantity, numbers(values)));
    assertTrue(refused.getMessage().contains(reason), refused::getMessage);
  }

  @Test
  void theNumbersOfARiskAscend() {
    assertEquals(
        Enclosure.of(Dyadic.of(0.125), Dyadic.of(0.5)), bounds(QUANTILE, numbers(0.125, 0.5)));
    for (Quantity risk : List.of(QUANTILE, TAIL_MEAN)) {
      requireRefused(risk, "do not ascend", 0.5, 0.125);
      requireRefused(risk, "fewer numbers", 0.5);
      requireRefused(risk, "fewer numbers");
      requireRefused(risk, "more numbers", 0.125, 0.5, 0.5);
    }
  }

  @Test
  void besideItsQuantileATailMeanIsNearlyExact() {
    Problem problem = problem(TAIL_MEAN);
    byte[] tree = Trees.simplices(problem, 0, 0, 0, 0);
    Enclosure mean = Trees.bounds(problem, numbers(0.25 - 1e-6, 0.25 + 1e-6), tree, 1).get(0);
    assertEquals(0.625, mean.lower().doubleFloor(), 1e-11);
    assertEquals(0.625, mean.upper().doubleCeiling(), 1e-11);
  }

  /** From left to right: the thresholds of the quantile, then the centre, then the others'. */
  @Test
  void numbersAreTakenFromLeftToRight() {
    Quantity mean = new Quantity.Mean(FORM, Optional.of(SOMETIMES)); // 1/4
    Quantity sum =
        with(
            Operator.PLUS,
            with(Operator.MINUS, QUANTILE, mean),
            with(Operator.TIMES, ZERO, TAIL_MEAN));
    Enclosure known = bounds(sum, numbers(0.125, 0.5, 64, 0.25, 0.25));
    Enclosure alone = bounds(mean, numbers(64));
    assertEquals(bounds(QUANTILE, numbers(0.125, 0.5)).minus(alone).lower(), known.lower());
    requireRefused(sum, "do not ascend", 64, 0.125, 0.5, 0.25, 0.25);
    requireRefused(sum, "do not ascend", 0.125, 0.5, 64, 0.5, 0.25);
  }

  @Test
  void numbersAreDoubles() {
    AssertionError refused =
        assertThrows(
            AssertionError.class,
            () -> bounds(QUANTILE, List.of(Rational.ZERO, Rational.of(1, 3))));
    assertTrue(refused.getMessage().contains("is no double"), refused::getMessage);
  }

  @Test
  void leavesOfAllEvaluatorsAreCounted() throws RejectedException {
    Problem problem = problem(new Quantity.Probability(SOMETIMES));
    List<BoxCell> halves = problem.branches().get(0).root().cut(0, 0.5);
    Inquiry inquiry = Inquiry.of(problem, List.of());
    LeafEvaluator first = new LeafEvaluator(inquiry);
    first.add(halves.get(0));
    LeafEvaluator second = new LeafEvaluator(inquiry);
    second.add(halves.get(1));
    second.add(first);
    assertEquals(1, first.leaves());
    assertEquals(2, second.leaves());
    Enclosure half = second.bounds(List.of()).get(0);
    assertEquals(0.5, half.lower().doubleFloor(), 1e-12);
    assertEquals(0.5, half.upper().doubleCeiling(), 1e-12);
  }
}
