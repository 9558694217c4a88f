package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statements;
import surety.certificates.statement.Thresholds;
import surety.certificates.writing.ProofWriter;

/** The joint cdf has at each point what the event of that point has alone, and closed forms. */
class JointCdfTest {
  private static final Rational HALF = Rational.of(1, 2);

  /** What leaving out implied comparisons may be worth in these small trees. */
  private static final double IMPLIED = 0.3;

  private static BandClaim claim(
      List<AffineForm> forms, Optional<Event> given, List<List<Rational>> thresholds) {
    return new BandClaim(
        forms, given, thresholds.stream().<Thresholds>map(ListedThresholds::new).toList());
  }

  private static List<Rational> numbers(BandClaim claim) {
    return claim.thresholds().stream()
        .flatMap(listed -> ((ListedThresholds) listed).values().stream())
        .toList();
  }

  private static List<Enclosure> bounds(
      List<Input> inputs, Network network, BandClaim claim, byte[] tree) {
    Problem problem = Trees.problem(Statements.of(inputs, claim), network);
    return Trees.bounds(problem, numbers(claim), tree, 2);
  }

  private static Enclosure alone(
      List<Input> inputs, Network network, Quantity.Probability probability, byte[] tree) {
    QuantityClaim claim = new QuantityClaim(probability, Optional.empty());
    return Trees.bounds(Trees.problem(Statements.of(inputs, claim), network), tree);
  }

  private static List<Rational> ascending(SplittableRandom random) {
    List<Rational> thresholds = new ArrayList<>();
    Rational next = Rational.of(random.nextInt(-6, 3), 4);
    for (int k = random.nextInt(1, 5); k > 0; k--) {
      thresholds.add(next);
      next = next.plus(Rational.of(random.nextInt(1, 5), random.nextBoolean() ? 4 : 3));
    }
    return thresholds;
  }

  /** Forms of two inputs, often multiples of each other, also negative ones. */
  private static List<AffineForm> forms(SplittableRandom random, int outputs, int count) {
    List<AffineForm> forms = new ArrayList<>();
    while (forms.size() < count) {
      AffineForm form = Statements.form(random, outputs, 2);
      if (!forms.isEmpty() && random.nextInt(4) == 0) {
        AffineForm first = forms.get(0);
        Rational factor = Rational.of(random.nextBoolean() ? 2 : -1);
        form =
            new AffineForm(
                first.outputs().stream().map(c -> c.times(factor)).toList(),
                first.inputs().stream().map(c -> c.times(factor)).toList());
      }
      forms.add(form);
    }
    return forms;
  }

  private static boolean isKnown(Enclosure expected, Enclosure bounds) {
    return !expected.equals(Enclosure.WHOLE) && !bounds.equals(Enclosure.WHOLE);
  }

  private static void requireNear(Enclosure expected, Enclosure bounds, String what) {
    double lower = expected.lower().dyadic().minus(bounds.lower().dyadic()).doubleFloor();
    double upper = bounds.upper().dyadic().minus(expected.upper().dyadic()).doubleFloor();
    assertTrue(
        Math.abs(lower) <= IMPLIED && Math.abs(upper) <= IMPLIED,
        () -> what + ": " + expected + " or " + bounds);
  }

  /**
   * The naive twin: each point by an event of its own, on the same tree. There comparisons are left
   * out that others imply, which is not looked for at each point of a grid.
   */
  @Test
  void eachPointHasTheBoundsOfItsEvent() {
    SplittableRandom random = new SplittableRandom(71);
    List<Activation> kinds = List.of(Activation.ABS, PiecewiseLinear.clip(-0.5, 0.25));
    int inner = 0;
    int unknown = 0;
    for (int i = 0; i < 120; i++) {
      List<Input> inputs =
          Statements.inputs(
              random.nextBoolean() ? "beta(2, 2)" : "normal(0, 1)",
              random.nextBoolean() ? "uniform(0, 1)" : "exponential(1)");
      Network network =
          RandomNetworks.of(
              random, 2, random.nextInt(1, 4), random.nextBoolean() ? kinds : List.of());
      List<AffineForm> forms = forms(random, network.outputs(), random.nextInt(1, 4));
      Optional<Event> given =
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(
                  new Atom(
                      random.nextBoolean()
                          ? forms.get(0)
                          : Statements.form(random, network.outputs(), 2),
                      Statements.comparison(random),
                      Rational.of(random.nextInt(-3, 4), 2)));
      BandClaim claim = claim(forms, given, forms.stream().map(f -> ascending(random)).toList());
      Problem problem = Trees.problem(Statements.of(inputs, claim), network);
      byte[] tree = Trees.random(problem, random, random.nextInt(1, 80));
      List<Enclosure> bounds = Trees.bounds(problem, numbers(claim), tree, 1);
      List<List<Rational>> points = claim.points(numbers(claim));
      assertEquals(points.size(), bounds.size());
      for (int k = 0; k < points.size(); k++) {
        Quantity.Probability event = new Quantity.Probability(claim.at(points.get(k)), given);
        Enclosure expected = alone(inputs, network, event, tree);
        inner += expected.lower().signum() > 0 ? 1 : 0;
        if (isKnown(expected, bounds.get(k))) {
          requireNear(
              expected, bounds.get(k), i + " " + claim.canonical() + " at " + points.get(k));
        } else if (!expected.equals(bounds.get(k))) {
          unknown++; // whether the condition happens at all is found in two ways, too
        }
      }
    }
    assertTrue(inner > 60 && unknown < inner / 4, inner + " known, " + unknown + " unknown");
  }

  private static final List<Rational> EIGHTHS =
      List.of(Rational.ZERO, Rational.of(1, 8), HALF, Rational.of(7, 8), Rational.ONE);

  private static void requireTight(Rational truth, Enclosure bounds, double gap) {
    assertTrue(
        bounds.lower().compareTo(truth) <= 0 && bounds.upper().compareTo(truth) >= 0,
        () -> truth + " not in " + bounds);
    assertTrue(Trees.width(bounds) <= gap, () -> "the gap of " + bounds);
  }

  /** A tree whose leaves are cut along all thresholds, which makes them exact. */
  private static byte[] cutAtEighths(int coordinates) {
    return Trees.tree(writer -> cut(writer, 0, coordinates, 0, 8));
  }

  private static void cut(ProofWriter writer, int coordinate, int coordinates, int from, int to)
      throws IOException {
    if (coordinate == coordinates) {
      writer.boxLeaf();
    } else if (to - from == 1) {
      cut(writer, coordinate + 1, coordinates, 0, 8);
    } else {
      int middle = (from + to) / 2;
      writer.boxSplit(coordinate, middle / 8.0);
      cut(writer, coordinate, coordinates, from, middle);
      cut(writer, coordinate, coordinates, middle, to);
    }
  }

  @Test
  void ofIndependentFormsItIsTheProduct() {
    List<Input> inputs = Statements.inputs("uniform(0, 1)", "uniform(0, 1)");
    Network identity = Network.chain(2, List.of());
    BandClaim claim =
        claim(List.of(form(1, 0), form(0, 1)), Optional.empty(), List.of(EIGHTHS, EIGHTHS));
    List<Enclosure> bounds = bounds(inputs, identity, claim, cutAtEighths(2));
    for (int k = 0; k < bounds.size(); k++) {
      requireTight(EIGHTHS.get(k / 5).times(EIGHTHS.get(k % 5)), bounds.get(k), 1e-12);
    }
  }

  private static AffineForm form(int... coefficients) {
    return new AffineForm(Arrays.stream(coefficients).mapToObj(Rational::of).toList());
  }

  /** Without any cut: they are joined as one form. */
  @Test
  void ofTheSameFormItIsTheLesser() {
    List<Input> inputs = Statements.inputs("uniform(0, 1)", "uniform(0, 1)");
    Network identity = Network.chain(2, List.of());
    BandClaim claim =
        claim(List.of(form(1, 0), form(3, 0)), Optional.empty(), List.of(EIGHTHS, EIGHTHS));
    List<Enclosure> bounds = bounds(inputs, identity, claim, Trees.boxLeaf());
    for (int k = 0; k < bounds.size(); k++) {
      Rational s = EIGHTHS.get(k / 5);
      Rational t = EIGHTHS.get(k % 5).dividedBy(Rational.of(3));
      requireTight(s.compareTo(t) < 0 ? s : t, bounds.get(k), 1e-12);
    }
  }

  @Test
  void ofAFormAndItsNegativeItIsAnInterval() {
    List<Input> inputs = Statements.inputs("uniform(0, 1)", "uniform(0, 1)");
    Network identity = Network.chain(2, List.of());
    List<Rational> negative = List.of(Rational.of(-1), Rational.of(-3, 4), Rational.of(-1, 8));
    BandClaim claim =
        claim(List.of(form(1, 0), form(-1, 0)), Optional.empty(), List.of(EIGHTHS, negative));
    List<Enclosure> bounds = bounds(inputs, identity, claim, Trees.boxLeaf());
    for (int k = 0; k < bounds.size(); k++) {
      Rational width = EIGHTHS.get(k / 3).plus(negative.get(k % 3));
      requireTight(width.signum() < 0 ? Rational.ZERO : width, bounds.get(k), 1e-12);
    }
  }

  /** A last threshold that nothing exceeds leaves the cdf of the others, to the last bit. */
  @Test
  void theMarginalIsTheCdfAlone() {
    SplittableRandom random = new SplittableRandom(72);
    for (int i = 0; i < 20; i++) {
      List<Input> inputs = Statements.inputs("beta(2, 2)", "uniform(0, 1)");
      Network network = Network.chain(2, List.of());
      List<AffineForm> forms = List.of(form(1, -1), form(0, 2), form(-1, 3));
      List<Rational> own = ascending(random);
      List<Rational> far = List.of(Rational.of(1_000_000));
      BandClaim joint = claim(forms, Optional.empty(), List.of(own, far, far));
      Problem problem = Trees.problem(Statements.of(inputs, joint), network);
      byte[] tree = Trees.random(problem, random, 60);
      BandClaim marginal = claim(forms.subList(0, 1), Optional.empty(), List.of(own));
      assertEquals(bounds(inputs, network, marginal, tree), bounds(inputs, network, joint, tree));
    }
  }

  /** P(f > s, g > t) = 1 - P(f <= s) - P(g <= t) + P(f <= s, g <= t), as far as bounds go. */
  @Test
  void inclusionAndExclusion() {
    SplittableRandom random = new SplittableRandom(73);
    for (int i = 0; i < 20; i++) {
      List<Input> inputs = Statements.inputs("beta(2, 2)", "uniform(0, 1)");
      Network network = RandomNetworks.of(random, 2, 2);
      List<AffineForm> forms = List.of(form(1, 0), form(0, 1));
      List<Rational> s = List.of(Rational.of(random.nextInt(-4, 5), 4), Rational.of(1_000_000));
      BandClaim claim = claim(forms, Optional.empty(), List.of(s, s));
      Problem problem = Trees.problem(Statements.of(inputs, claim), network);
      byte[] tree = Trees.random(problem, random, 200);
      List<Enclosure> all = bounds(inputs, network, claim, tree);
      Event above =
          new Conjunction(
              List.of(
                  new Atom(forms.get(0), Comparison.GREATER, s.get(0)),
                  new Atom(forms.get(1), Comparison.GREATER, s.get(0))));
      Enclosure direct =
          alone(inputs, network, new Quantity.Probability(above, Optional.empty()), tree);
      Enclosure other = Enclosure.ONE.minus(all.get(1)).minus(all.get(2)).plus(all.get(0));
      assertTrue(
          direct.lower().compareTo(other.upper()) <= 0
              && other.lower().compareTo(direct.upper()) <= 0);
    }
  }

  @Test
  void itNeverDecreases() {
    SplittableRandom random = new SplittableRandom(74);
    for (int i = 0; i < 30; i++) {
      List<Input> inputs = Statements.inputs("beta(2, 2)", "normal(0, 1)");
      Network network = RandomNetworks.of(random, 2, 2);
      List<Rational> thresholds =
          List.of(Rational.of(-1), Rational.of(-1, 3), HALF, Rational.of(2));
      BandClaim claim =
          claim(
              forms(random, 2, 3),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(new Atom(form(1, 1), Comparison.GREATER, Rational.ZERO)),
              List.of(thresholds, thresholds, thresholds));
      Problem problem = Trees.problem(Statements.of(inputs, claim), network);
      List<Enclosure> bounds =
          Trees.bounds(problem, numbers(claim), Trees.random(problem, random, 100), 1);
      for (int stride : new int[] {1, 4, 16}) {
        for (int k = 0; k < bounds.size(); k++) {
          boolean hasNext = k / stride % 4 < 3;
          assertTrue(
              !hasNext || bounds.get(k).lower().compareTo(bounds.get(k + stride).upper()) <= 0);
        }
      }
    }
  }
}
