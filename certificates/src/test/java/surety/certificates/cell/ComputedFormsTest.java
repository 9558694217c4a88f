package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.network.Wires;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.Negation;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Semantics;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;

/** Claims about networks as they are evaluated in floating-point numbers. */
class ComputedFormsTest {
  private static final Semantics SINGLE = Semantics.of(FloatFormat.FLOAT32, 4);
  private static final Semantics DOUBLE = Semantics.of(FloatFormat.FLOAT64, 4);
  private static final Network IDENTITY = Network.chain(1, List.of());

  /** (x + w) - w. */
  private static Network absorbing(double w) {
    return Network.chain(
        1,
        List.of(
            AffineLayer.diagonal(new double[] {1}, new double[] {w}),
            AffineLayer.diagonal(new double[] {1}, new double[] {-w})));
  }

  private static Network relu(double... biases) {
    double[] ones = new double[biases.length];
    Arrays.fill(ones, 1);
    return Network.chain(
        biases.length,
        List.of(
            AffineLayer.diagonal(ones, biases),
            ActivationLayer.uniform(biases.length, Activation.RELU)));
  }

  private static Statement probability(String input, String relation, String threshold) {
    return statement(
        Statements.inputs(input),
        new Quantity.Probability(
            new Atom(
                Statements.form("1"),
                Comparison.ofSymbol(relation).orElseThrow(),
                Rational.parse(threshold))));
  }

  private static Statement statement(List<Input> inputs, Quantity quantity) {
    return Statements.of(inputs, new QuantityClaim(quantity, Optional.empty()));
  }

  private static Enclosure bounds(Statement statement, Network network, int depth) {
    return bounds(statement, network, depth, List.of());
  }

  private static Enclosure bounds(
      Statement statement, Network network, int depth, List<Rational> numbers) {
    Problem problem = Trees.problem(statement, network);
    return Trees.bounds(problem, numbers, Trees.boxes(problem, depth), 1).get(0);
  }

  @Test
  void absorptionIsSeen() {
    Statement real = probability("uniform(1/4, 3/4)", ">", "0");
    assertEquals(Enclosure.ONE, bounds(real, absorbing(0x1p24), 1));
    assertEquals(Enclosure.ONE, bounds(real, absorbing(0x1p53), 1));
    assertEquals(Enclosure.ONE, bounds(real.in(DOUBLE), absorbing(0x1p24), 1));
    for (int depth = 1; depth < 8; depth++) {
      Enclosure single = bounds(real.in(SINGLE), absorbing(0x1p24), depth);
      assertTrue(single.contains(Enclosure.ZERO) && single.contains(Enclosure.ONE), "float32");
      Enclosure wide = bounds(real.in(DOUBLE), absorbing(0x1p53), depth);
      assertTrue(wide.contains(Enclosure.ZERO) && wide.contains(Enclosure.ONE), "float64");
    }
  }

  @Test
  void aThresholdMovesOutwardByTheDeviation() {
    Statement at = probability("uniform(0, 1)", "<=", "0.5");
    Enclosure real = bounds(at, IDENTITY, 1);
    Enclosure single = bounds(at.in(SINGLE), IDENTITY, 1);
    assertEquals(Enclosure.of(Rational.of(1, 2)), real);
    double width = Trees.width(single);
    assertTrue(width > 2 * 0x1p-24 && width < 2.01 * 0x1p-24, "" + width);
    assertTrue(single.contains(Enclosure.of(Rational.parse("0.49999995"))));
    assertTrue(Trees.width(bounds(at.in(DOUBLE), IDENTITY, 1)) < 1e-14);
  }

  @Test
  void smallInputsHaveSmallErrors() {
    Statement at = probability("uniform(0, 65536)", "<=", "1").in(SINGLE);
    Problem problem = Trees.problem(at, IDENTITY);
    byte[] whole = Trees.boxLeaf();
    byte[] cut =
        Trees.tree(
            writer -> {
              writer.boxSplit(0, 0x1p-15); // at 2
              writer.boxLeaf();
              writer.boxLeaf();
            });
    assertTrue(Trees.width(Trees.bounds(problem, whole)) > 2e-8);
    Enclosure close = Trees.bounds(problem, cut);
    assertTrue(Trees.width(close) > 2 * 0x1p-40 && Trees.width(close) < 8.1 * 0x1p-40);
    assertTrue(close.contains(Enclosure.of(Rational.of(1, 65536))));
  }

  @Test
  void theComplementIsTheComplement() {
    Statement above = probability("uniform(0, 1)", ">", "0.5").in(SINGLE);
    Enclosure bounds = bounds(above, IDENTITY, 1);
    assertTrue(bounds.contains(Enclosure.of(Rational.parse("0.50000005"))));
    assertTrue(bounds.contains(Enclosure.of(Rational.parse("0.49999995"))));
    assertTrue(Trees.width(bounds) < 2.01 * 0x1p-24);
  }

  @Test
  void inputsOfTheClaimAreNotRounded() {
    Event event =
        new Atom(
            new AffineForm(List.of(Rational.ZERO), List.of(Rational.ONE)),
            Comparison.LESS_OR_EQUAL,
            Rational.of(1, 2));
    Statement statement =
        statement(Statements.inputs("uniform(0, 1)"), new Quantity.Probability(event));
    assertEquals(bounds(statement, IDENTITY, 1), bounds(statement.in(SINGLE), IDENTITY, 1));
  }

  @Test
  void anOutputAndTheInputThatItCopiesAreTwoForms() {
    Event event =
        new Atom(
            new AffineForm(List.of(Rational.ONE), List.of(Rational.of(-1))),
            Comparison.LESS_OR_EQUAL,
            Rational.ZERO);
    Statement statement =
        statement(Statements.inputs("uniform(0, 1)"), new Quantity.Probability(event));
    assertEquals(Enclosure.ONE, bounds(statement, IDENTITY, 1));
    Enclosure single = bounds(statement.in(SINGLE), IDENTITY, 4);
    assertTrue(single.contains(Enclosure.of(Rational.of(1, 2))), "about half is rounded up");
  }

  @Test
  void aReluAtTheEndIsExact() {
    Statement dead = probability("uniform(0, 1)", ">", "0");
    assertEquals(Enclosure.ZERO, bounds(dead.in(SINGLE), relu(-2), 1));
    Enclosure half = bounds(dead.in(SINGLE), relu(-0.5), 2);
    assertTrue(half.contains(Enclosure.of(Rational.of(1, 2))));
    assertTrue(Trees.width(half) < 1e-6, "" + half);
    Statement never = probability("uniform(0, 1)", "<", "0");
    assertEquals(Enclosure.ZERO, bounds(never.in(SINGLE), relu(-0.5), 1));
  }

  @Test
  void whatAClampDecidesMayBeLostWhereSomethingOverflows() {
    Statement always = probability("normal(0, 1)", ">=", "0");
    Enclosure real = bounds(always, relu(-0.5), 1);
    assertEquals(Enclosure.ONE, real);
    Enclosure single = bounds(always.in(SINGLE), relu(-0.5), 1);
    assertTrue(single.contains(Enclosure.ONE) && !single.equals(Enclosure.ONE));
    assertTrue(Trees.width(single) < 1e-9, "but in the tails: " + single);
    Network huge =
        Network.chain(
            1,
            List.of(
                AffineLayer.diagonal(new double[] {Float.MAX_VALUE}, new double[1]),
                ActivationLayer.uniform(1, Activation.RELU)));
    Statement bounded = probability("uniform(0, 9)", ">=", "0");
    assertEquals(Enclosure.ONE, bounds(bounded, huge, 1));
    assertEquals(Enclosure.of(Dyadic.ZERO, Dyadic.ONE), bounds(bounded.in(SINGLE), huge, 3));
    assertEquals(Enclosure.ONE, bounds(bounded.in(DOUBLE), huge, 1));
  }

  @Test
  void aGateBehindTheReluIsRounded() {
    Network scaled =
        Network.chain(
            1,
            List.of(
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.diagonal(new double[] {1}, new double[] {1})));
    // relu(x) + 1 is 1 for all x up to 2^-24
    Statement above = probability("uniform(0, 1/100000000)", ">", "1");
    assertTrue(Trees.width(bounds(above, scaled, 3)) < 1e-6);
    assertTrue(bounds(above.in(SINGLE), scaled, 3).contains(Enclosure.ZERO));
  }

  @Test
  void meansAndQuantilesAreAsFarApartAsTheDeviation() {
    Quantity mean = new Quantity.Mean(Statements.form("1"), Optional.empty());
    Statement statement = statement(Statements.inputs("uniform(0, 1)"), mean);
    List<Rational> centre = List.of(Rational.of(1, 2));
    Enclosure single = bounds(statement.in(SINGLE), IDENTITY, 0, centre);
    assertTrue(single.contains(Enclosure.of(Rational.of(1, 2))));
    assertTrue(Trees.width(single) >= 2 * 0x1p-24 && Trees.width(single) < 2.01 * 0x1p-24);
    Statement unbounded = statement(Statements.inputs("normal(0, 1)"), mean);
    assertFalse(bounds(unbounded.in(SINGLE), IDENTITY, 3, centre).isBounded(), "it may overflow");
    Quantity median =
        new Quantity.Risk(Quantity.Tail.QUANTILE, Statements.form("1"), Rational.of(1, 2));
    List<Rational> around = List.of(Rational.ofDouble(0.499), Rational.ofDouble(0.501));
    Statement quantile = statement(Statements.inputs("uniform(0, 1)"), median).in(SINGLE);
    assertTrue(Trees.width(bounds(quantile, IDENTITY, 0, around)) < 0.0021);
    List<Rational> close = List.of(Rational.of(1, 2), Rational.of(1, 2));
    assertTrue(Trees.width(bounds(quantile, IDENTITY, 0, close)) >= 0.5);
  }

  @Test
  void boundsContainThoseOverTheReals() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 60; round++) {
      Network network = RandomNetworks.of(random, 2, 2);
      Event event =
          new Atom(
              Statements.form("1", "-1"), Comparison.LESS, Rational.of(random.nextInt(-4, 5), 4));
      Statement real =
          statement(
              Statements.inputs("uniform(-1, 1)", "beta(2, 2)"),
              new Quantity.Probability(round % 2 == 0 ? event : new Negation(event)));
      Enclosure narrow = bounds(real, network, 3);
      assertTrue(bounds(real.in(DOUBLE), network, 3).contains(narrow), "round " + round);
    }
  }

  @Test
  void networksWithoutBoundsAreRefused() {
    Statement statement = probability("uniform(0, 1)", ">", "0").in(SINGLE);
    List<Network> refused = new ArrayList<>();
    refused.add(absorbing(0.1));
    refused.add(new Network(1, List.of(), Wires.range(0, 1), Optional.of("a mean")));
    for (Network network : refused) {
      RejectedException e =
          assertThrows(
              RejectedException.class,
              () -> Problem.of(statement, network, Trees.truncations(statement.law())));
      assertTrue(e.getMessage().contains("rounding errors"), e.getMessage());
    }
  }
}
