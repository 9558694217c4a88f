package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.solver.witness.Networks.event;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Law;

class WitnessFinderTest {
  /** Long enough that no machine is too slow for the cases that must be decided. */
  private static final WitnessLimits PATIENT =
      new WitnessLimits(
          Duration.ofMinutes(2), Duration.ofMinutes(1), 2_000_000_000, 1_000_000, 1_000_000);

  private static Finding find(Network network, Atom event, ExactCell cell) {
    InputSpace space = InputSpace.ofRanges(Collections.nCopies(network.inputs(), Range.LINE));
    return new WitnessFinder(network, space, event, PATIENT).find(cell);
  }

  private static Witness witness(Finding finding) {
    return assertInstanceOf(Finding.Found.class, finding).witness();
  }

  private static void assertConfirmed(
      Network network, Atom event, ExactCell cell, Witness witness) {
    assertTrue(cell.contains(witness.inputs()));
    List<Rational> outputs = List.of(network.evaluateExactly(Networks.array(witness.inputs())));
    assertEquals(outputs, witness.outputs());
    assertTrue(event.holds(outputs, witness.inputs()));
  }

  /** The largest output among seeded points; exact, because the points are. */
  private static Rational largest(Network network, ExactCell cell, SplittableRandom random) {
    Rational largest = null;
    for (int i = 0; i < 200; i++) {
      List<Rational> point = inside(cell, random);
      Rational y = network.evaluateExactly(Networks.array(point))[0];
      largest = largest == null || y.compareTo(largest) > 0 ? y : largest;
    }
    return largest;
  }

  private static List<Rational> inside(ExactCell cell, SplittableRandom random) {
    List<List<Rational>> corners = new ArrayList<>();
    if (cell instanceof ExactSimplex simplex) {
      corners.addAll(simplex.vertices());
    } else {
      for (int i = 0; i < 4; i++) {
        corners.add(
            ((ExactBox) cell)
                .ranges().stream()
                    .map(r -> (random.nextBoolean() ? r.lower() : r.upper()).orElseThrow())
                    .toList());
      }
    }
    int[] weights = random.ints(corners.size(), 0, 1000).toArray();
    Rational total = Rational.of(Math.max(1, Arrays.stream(weights).sum()));
    weights[0] += Arrays.stream(weights).sum() == 0 ? 1 : 0;
    List<Rational> point = new ArrayList<>();
    for (int k = 0; k < cell.dimension(); k++) {
      Rational sum = Rational.ZERO;
      for (int c = 0; c < weights.length; c++) {
        sum = sum.plus(Rational.of(weights[c]).times(corners.get(c).get(k)));
      }
      point.add(sum.dividedBy(total));
    }
    return point;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void neverSaysImpossibleOfWhatSamplingFindsAndConfirmsWhatItFinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(3);
    Network network = Networks.random(random, n, 5, 4, 2);
    ExactCell cell = random.nextBoolean() ? Networks.unitBox(n) : Networks.simplex(random, n);
    Rational largest = largest(network, cell, random);
    for (Rational offset :
        List.of(Rational.of(-1, 100), Rational.ZERO, Rational.of(1, 1000), Rational.of(5))) {
      Atom event = event(network, 0, Comparison.GREATER_OR_EQUAL, largest.plus(offset));
      Finding finding = find(network, event, cell);
      if (offset.signum() <= 0) {
        assertInstanceOf(Finding.Found.class, finding);
      }
      if (finding instanceof Finding.Found found) {
        assertConfirmed(network, event, cell, found.witness());
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
    Finding finding = find(network, event, Networks.unitBox(2));
    assertEquals(possible, finding instanceof Finding.Found, finding.toString());
    assertEquals(!possible, finding instanceof Finding.Impossible, finding.toString());
  }

  @Test
  void findsTheOnlyPointOfAnEvent() {
    Network network = Networks.twiceMinimum();
    ExactBox box =
        ExactBox.of(
            List.of(Rational.ZERO, Rational.ZERO),
            List.of(Rational.parse("0.1"), Rational.parse("1/3")));
    Atom event = event(network, 0, Comparison.GREATER_OR_EQUAL, Rational.parse("0.2"));
    Witness witness = witness(find(network, event, box));
    assertEquals(Rational.parse("0.1"), witness.inputs().get(0)); // not the double 0.1
    assertConfirmed(network, event, box, witness);
  }

  @Test
  void distinguishesStrictFromNotAtTheAtomOfRelu() {
    Network network = Networks.relu();
    ExactBox negative = ExactBox.of(List.of(Rational.of(-3)), List.of(Rational.of(-1)));
    Atom atMost = event(network, 0, Comparison.LESS_OR_EQUAL, Rational.ZERO);
    assertConfirmed(network, atMost, negative, witness(find(network, atMost, negative)));
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
    List<Rational> inputs = witness(find(network, event, Networks.unitBox(2))).inputs();
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
    ExactBox box = Networks.unitBox(1);
    assertConfirmed(network, event, box, witness(find(network, event, box)));
    assertInstanceOf(
        Finding.Impossible.class,
        find(network, event(network, 0, Comparison.GREATER, Rational.ONE), box));
  }

  @Test
  void fixedInputsKeepTheirExactValues() {
    Network network = Networks.twiceMinimum();
    Rational tenth = Rational.parse("0.1");
    InputSpace space =
        new InputSpace(
            List.of(Law.InputMap.constant(tenth), Law.InputMap.coordinate(0)),
            List.of(List.of(Range.of(Rational.ZERO, Rational.ONE))));
    Rational fifth = Rational.parse("0.2");
    Atom attained = event(network, 0, Comparison.GREATER_OR_EQUAL, fifth);
    Finding finding = new WitnessFinder(network, space, attained, PATIENT).find(space.hull());
    assertEquals(tenth, witness(finding).inputs().get(0));
    Atom beyond = event(network, 0, Comparison.GREATER, fifth);
    assertInstanceOf(
        Finding.Impossible.class,
        new WitnessFinder(network, space, beyond, PATIENT).find(space.hull()));
  }

  @Test
  void aNetworkWithoutRandomInputsHasOnePoint() {
    Network network = Networks.relu();
    InputSpace space =
        new InputSpace(List.of(Law.InputMap.constant(Rational.parse("-0.1"))), List.of());
    Atom zero = event(network, 0, Comparison.GREATER_OR_EQUAL, Rational.ZERO);
    assertInstanceOf(
        Finding.Found.class, new WitnessFinder(network, space, zero, PATIENT).find(space.hull()));
    Atom positive = event(network, 0, Comparison.GREATER, Rational.ZERO);
    assertInstanceOf(
        Finding.Impossible.class,
        new WitnessFinder(network, space, positive, PATIENT).find(space.hull()));
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
    for (Range range : List.of(Range.LINE, Range.atLeast(Rational.of(-2)))) {
      ExactBox line = new ExactBox(List.of(range));
      Finding finding = find(network, event, line);
      assertEquals(possible, finding instanceof Finding.Found, finding.toString());
      assertEquals(!possible, finding instanceof Finding.Impossible, finding.toString());
    }
    assertInstanceOf(
        Finding.Impossible.class,
        find(
            network,
            event(network, 0, Comparison.GREATER, Rational.ZERO),
            new ExactBox(List.of(Range.atMost(Rational.ZERO)))));
  }

  @Test
  void theGapOfASupportHasNoWitness() {
    Network network = Networks.twiceMinimum();
    InputSpace space =
        new InputSpace(
            List.of(Law.InputMap.coordinate(0), Law.InputMap.coordinate(1)),
            List.of(
                List.of(
                    Range.of(Rational.ZERO, Rational.of(1, 4)),
                    Range.of(Rational.of(3, 4), Rational.ONE)),
                List.of(Range.of(Rational.ZERO, Rational.of(1, 2)))));
    Atom inGap =
        new Atom(new AffineForm(List.of(Rational.ONE)), Comparison.GREATER, Rational.parse("0.9"));
    Witness witness = witness(new WitnessFinder(network, space, inGap, PATIENT).find(space.hull()));
    assertTrue(witness.inputs().get(0).compareTo(Rational.of(3, 4)) >= 0);
    ExactBox gap = space.hull().with(0, Range.of(Rational.of(3, 10), Rational.of(7, 10)));
    Atom any = event(network, 0, Comparison.GREATER_OR_EQUAL, Rational.of(-9));
    assertInstanceOf(
        Finding.Impossible.class, new WitnessFinder(network, space, any, PATIENT).find(gap));
  }

  @Test
  void limitsThatAreMetGiveUnknown() throws IOException {
    Network network = Networks.iris();
    ExactBox box = Networks.unitBox(2);
    Rational beyond = Rational.parse("14.62"); // beyond all samples, within the bounds
    Atom event = event(network, 0, Comparison.GREATER, beyond);
    for (WitnessLimits tight :
        List.of(
            new WitnessLimits(Duration.ZERO, Duration.ofSeconds(1), 100, 100, 1_000_000),
            new WitnessLimits(Duration.ofSeconds(9), Duration.ZERO, 100, 3, 1_000_000),
            new WitnessLimits(Duration.ofSeconds(9), Duration.ofSeconds(1), 1, 3, 1_000_000),
            new WitnessLimits(Duration.ofSeconds(9), Duration.ofSeconds(1), 100, 1, 1_000_000),
            new WitnessLimits(Duration.ofSeconds(9), Duration.ofSeconds(1), 100, 100, 10))) {
      Finding finding = new WitnessFinder(network, Networks.space(box), event, tight).find(box);
      assertFalse(
          assertInstanceOf(Finding.Unknown.class, finding).reason().isBlank(), tight.toString());
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    Network network = Networks.twiceMinimum();
    Atom event = event(network, 0, Comparison.GREATER, Rational.ZERO);
    assertThrows(
        IllegalArgumentException.class,
        () -> new WitnessFinder(network, Networks.space(Networks.unitBox(3)), event, PATIENT));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new WitnessFinder(
                network,
                Networks.space(Networks.unitBox(2)),
                new Atom(AffineForm.ofOutput(0, 2), Comparison.LESS, Rational.ONE),
                PATIENT));
    assertThrows(IllegalArgumentException.class, () -> find(network, event, Networks.unitBox(1)));
  }

  @Test
  void aFlatSimplexHasNoPointThatPasses() {
    Network network = Networks.twiceMinimum();
    List<Rational> a = List.of(Rational.ZERO, Rational.ZERO);
    List<Rational> b = List.of(Rational.ONE, Rational.ONE);
    ExactSimplex flat = new ExactSimplex(List.of(a, b, a));
    Atom event = event(network, 0, Comparison.GREATER_OR_EQUAL, Rational.of(2));
    WitnessLimits few =
        new WitnessLimits(Duration.ofSeconds(9), Duration.ofSeconds(9), 1_000_000, 5, 1_000_000);
    assertInstanceOf(
        Finding.Unknown.class,
        new WitnessFinder(network, Networks.space(Networks.unitBox(2)), event, few).find(flat));
  }
}
