package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.solver.witness.Networks.event;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.density.Distribution;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.stop.Stop;

class WitnessFinderTest {
  /** Long enough that no machine is too slow for the cases that must be decided. */
  private static final WitnessLimits PATIENT =
      new WitnessLimits(
          Duration.ofMinutes(2), Duration.ofMinutes(1), 2_000_000_000, 1_000_000, 1_000_000);

  private static Finding find(ExactProblem problem, Atom event, Cell... cells) {
    return find(problem, event, PATIENT, cells);
  }

  private static Finding find(
      ExactProblem problem, Atom event, WitnessLimits limits, Cell... cells) {
    return new WitnessFinder(problem, event, limits)
        .find(List.of(cells), Deadline.in(limits.total(), Stop.NEVER));
  }

  /** Wherever inputs of these distributions may be. */
  private static Finding find(Network network, Atom event, String... distributions) {
    ExactProblem problem = Networks.problem(network, event, distributions);
    return find(problem, event, problem.everywhere().toArray(new Cell[0]));
  }

  private static Witness witness(Finding finding) {
    return assertInstanceOf(Finding.Found.class, finding).witness();
  }

  private static void assertConfirmed(Network network, Atom event, Witness witness) {
    List<Rational> outputs = List.of(network.evaluateExactly(Networks.array(witness.inputs())));
    assertEquals(outputs, witness.outputs());
    assertTrue(event.holds(outputs, witness.inputs()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void neverSaysImpossibleOfWhatSamplingFindsAndConfirmsWhatItFinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(3);
    Network network = Networks.random(random, n, 5, 4, 2);
    Atom any = event(network, 0, Comparison.LESS, Rational.ZERO);
    Cell cell = Networks.cell(Networks.problem(network, any, Networks.unit(n)), random);
    ExactProblem around = Networks.problem(network, any, Networks.unit(n));
    Rational largest =
        IntStream.range(0, 200)
            .mapToObj(k -> Networks.array(Networks.inside(around, cell, random)))
            .map(point -> network.evaluateExactly(point)[0])
            .max(Comparator.naturalOrder())
            .orElseThrow();
    for (Rational offset :
        List.of(Rational.of(-1, 100), Rational.ZERO, Rational.of(1, 1000), Rational.of(5))) {
      Atom event = event(network, 0, Comparison.GREATER_OR_EQUAL, largest.plus(offset));
      ExactProblem problem = Networks.problem(network, event, Networks.unit(n));
      Finding finding = find(problem, event, cell);
      if (offset.signum() <= 0) {
        assertInstanceOf(Finding.Found.class, finding);
      }
      if (finding instanceof Finding.Found found) {
        assertConfirmed(network, event, found.witness());
      } else {
        assertInstanceOf(Finding.Impossible.class, finding);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER, 2, false", "GREATER_OR_EQUAL, 2, true", "GREATER, 1999/1000, true",
    "GREATER_OR_EQUAL, 2001/1000, false", "LESS, 0, false", "LESS_OR_EQUAL, 0, true",
    "LESS, 1/1000, true", "LESS_OR_EQUAL, -1/1000000000000000000000, false"
  })
  void decidesExactlyAtTheExtremesOfMinimum(
      Comparison comparison, String threshold, boolean possible) {
    Network network = Networks.twiceMinimum(); // the maximum, 2, is attained at (1, 1) only
    Atom event = event(network, 0, comparison, Rational.parse(threshold));
    Finding finding = find(network, event, Networks.unit(2));
    assertEquals(possible, finding instanceof Finding.Found, finding.toString());
    assertEquals(!possible, finding instanceof Finding.Impossible, finding.toString());
  }

  @Test
  void findsTheOnlyPointOfAnEvent() {
    Network network = Networks.twiceMinimum();
    Atom event = event(network, 0, Comparison.GREATER_OR_EQUAL, Rational.parse("0.2"));
    Witness witness = witness(find(network, event, "uniform(0, 1/10)", "uniform(0, 1/3)"));
    assertEquals(Rational.parse("0.1"), witness.inputs().get(0)); // not the double 0.1
    assertConfirmed(network, event, witness);
  }

  @Test
  void distinguishesStrictFromNotAtTheAtomOfRelu() {
    Network network = Networks.relu();
    String negative = "uniform(-3, -1)";
    Atom atMost = event(network, 0, Comparison.LESS_OR_EQUAL, Rational.ZERO);
    assertConfirmed(network, atMost, witness(find(network, atMost, negative)));
    assertInstanceOf(
        Finding.Impossible.class,
        find(network, event(network, 0, Comparison.GREATER, Rational.ZERO), negative));
    assertInstanceOf(
        Finding.Impossible.class,
        find(network, event(network, 0, Comparison.LESS, Rational.ZERO), negative));
  }

  @Test
  void prefersInputsThatAreShortAndInside() {
    Network network = Networks.twiceMinimum();
    Atom event = event(network, 0, Comparison.GREATER, Rational.ofDouble(1.999));
    List<Rational> inputs = witness(find(network, event, Networks.unit(2))).inputs();
    for (Rational x : inputs) {
      assertTrue(x.compareTo(Rational.ONE) < 0, x.toString());
      assertTrue(x.denominator().bitLength() <= 25, x.toString());
      assertEquals(Rational.ofDouble(x.doubleFloor()), x);
    }
  }

  @Test
  void absorptionCountsAsItDoesOverTheReals() {
    double large = 0x1p53;
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1}}, new double[] {large}),
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.of(new double[][] {{1}}, new double[] {-large})));
    Atom event = event(network, 0, Comparison.GREATER, Rational.parse("0.75"));
    String[] unit = Networks.unit(1);
    assertConfirmed(network, event, witness(find(network, event, unit)));
    assertInstanceOf(
        Finding.Impossible.class,
        find(network, event(network, 0, Comparison.GREATER, Rational.ONE), unit));
  }

  @Test
  void fixedInputsKeepTheirExactValues() {
    Network network = Networks.twiceMinimum();
    Rational tenth = Rational.parse("0.1");
    Rational fifth = Rational.parse("0.2");
    Atom attained = event(network, 0, Comparison.GREATER_OR_EQUAL, fifth);
    assertEquals(tenth, witness(find(network, attained, fixed(tenth))).inputs().get(0));
    Atom beyond = event(network, 0, Comparison.GREATER, fifth);
    assertInstanceOf(Finding.Impossible.class, find(network, beyond, fixed(tenth)));
  }

  /** The first input fixed; a second one, if there is one, uniform. */
  private static Finding find(Network network, Atom event, FixedInput first) {
    List<Input> inputs = new ArrayList<>(List.of(first));
    if (network.inputs() == 2) {
      inputs.add(new RandomInput(Distribution.parse("uniform(0, 1)")));
    }
    ExactProblem problem =
        Networks.problem(network, new QuantityClaim(event, Optional.empty()), inputs);
    return find(problem, event, problem.root());
  }

  private static FixedInput fixed(Rational value) {
    return new FixedInput(value);
  }

  @Test
  void aNetworkWithoutRandomInputsHasOnePoint() {
    Network network = Networks.relu();
    FixedInput negative = fixed(Rational.parse("-0.1"));
    Atom zero = event(network, 0, Comparison.GREATER_OR_EQUAL, Rational.ZERO);
    assertInstanceOf(Finding.Found.class, find(network, zero, negative));
    Atom positive = event(network, 0, Comparison.GREATER, Rational.ZERO);
    assertInstanceOf(Finding.Impossible.class, find(network, positive, negative));
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER, 1e6, true",
    "GREATER, -1, true",
    "LESS, 0, false",
    "LESS_OR_EQUAL, 0, true"
  })
  void unboundedInputsReachAnyMagnitude(Comparison comparison, String threshold, boolean possible) {
    Network network = Networks.relu();
    Atom event = event(network, 0, comparison, Rational.parse(threshold));
    for (String distribution : List.of("normal(0, 1)", "normal(-2, 1/10)")) {
      Finding finding = find(network, event, distribution);
      assertEquals(possible, finding instanceof Finding.Found, finding.toString());
      assertEquals(!possible, finding instanceof Finding.Impossible, finding.toString());
    }
    Atom positive = event(network, 0, Comparison.GREATER, Rational.ZERO);
    ExactProblem problem = Networks.problem(network, positive, "normal(0, 1)");
    BoxCell negative = Networks.box(problem, Double.NEGATIVE_INFINITY, 0);
    assertInstanceOf(Finding.Impossible.class, find(problem, positive, negative));
  }

  /** Cut more than once before the signs are proven: 2 min(x0, x1) of an unbounded x0. */
  @ParameterizedTest
  @CsvSource({
    "GREATER, 1e6, true",
    "LESS, -1e6, true",
    "GREATER, 2, false",
    "GREATER_OR_EQUAL, 2, true"
  })
  void oneUnboundedInputAndOneThatIsNot(Comparison comparison, String threshold, boolean possible) {
    Network network = Networks.twiceMinimum();
    Atom event = event(network, 0, comparison, Rational.parse(threshold));
    boolean isOpen = possible && comparison == Comparison.GREATER; // if both are unbounded
    Finding finding = find(network, event, "normal(0, 1)", isOpen ? "normal(1, 2)" : "beta(2, 2)");
    assertEquals(possible, finding instanceof Finding.Found, finding.toString());
    assertEquals(!possible, finding instanceof Finding.Impossible, finding.toString());
  }

  @Test
  void theGapOfASupportHasNoWitness() {
    Network network = Networks.twiceMinimum();
    String[] inputs = {"histogram([0, 1/4, 3/4, 1], [1/2, 0, 1/2])", "uniform(0, 1/2)"};
    Atom inGap = event(network, 0, Comparison.GREATER, Rational.parse("0.9"));
    Witness witness = witness(find(network, inGap, inputs));
    assertTrue(witness.inputs().get(0).compareTo(Rational.of(3, 4)) >= 0);
    Atom any = event(network, 0, Comparison.GREATER_OR_EQUAL, Rational.parse("0.1"));
    ExactProblem problem = Networks.problem(network, any, inputs);
    assertInstanceOf(
        Finding.Impossible.class, find(problem, any, Networks.box(problem, 0.3, 0.7, 0, 0.5)));
  }

  @Test
  void limitsThatAreMetGiveUnknown() throws IOException {
    Network network = Networks.iris();
    Rational beyond = Rational.parse("14.62"); // beyond all samples, within the bounds
    Atom event = event(network, 0, Comparison.GREATER, beyond);
    ExactProblem problem = Networks.problem(network, event, Networks.unit(2));
    for (WitnessLimits tight :
        List.of(
            new WitnessLimits(Duration.ZERO, Duration.ofSeconds(1), 100, 100, 1_000_000),
            new WitnessLimits(Duration.ofSeconds(9), Duration.ZERO, 100, 3, 1_000_000),
            new WitnessLimits(Duration.ofSeconds(9), Duration.ofSeconds(1), 1, 3, 1_000_000),
            new WitnessLimits(Duration.ofSeconds(9), Duration.ofSeconds(1), 100, 1, 1_000_000),
            new WitnessLimits(Duration.ofSeconds(9), Duration.ofSeconds(1), 100, 100, 10))) {
      Finding finding = find(problem, event, tight, problem.root());
      assertFalse(
          assertInstanceOf(Finding.Unknown.class, finding).reason().isBlank(), tight.toString());
    }
  }
}
