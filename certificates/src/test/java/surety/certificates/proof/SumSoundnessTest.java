package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statements;

/** Whatever the tree, bounds of what is asked of a weighted sum enclose the exact numbers. */
class SumSoundnessTest {

  /** A sum of one to so many inputs, of which everything is known. */
  private static final class Case {
    final SplittableRandom random;
    final List<ExactSum.Density> densities = new ArrayList<>();
    final List<Rational> weights = new ArrayList<>();
    final ExactSum sum;
    final AffineForm form;

    Case(SplittableRandom random, int most) {
      this.random = random;
      int mode = random.nextInt(4);
      for (int n = random.nextInt(1, most + 1); n > 0; n--) {
        densities.add(ExactSum.density(random));
        weights.add(weight(mode));
      }
      if (weights.stream().allMatch(Rational::isZero)) {
        weights.set(0, Rational.ONE);
      }
      sum = new ExactSum(weights, densities);
      form = new AffineForm(weights);
    }

    /** Small and whole, of very different sizes, or any double or fraction. */
    private Rational weight(int mode) {
      return switch (mode) {
        case 0 -> Rational.of(random.nextInt(-2, 3));
        case 1 -> Rational.parse(List.of("1", "-1", "1e-3", "1e-9", "1e9").get(random.nextInt(5)));
        case 2 -> Rational.ofDouble(random.nextDouble(-2, 2));
        default -> ExactSum.number(random);
      };
    }

    /** The value at a corner, at a place on a grid, or next to one of these. */
    Rational threshold() {
      int parts = random.nextBoolean() ? 1 : random.nextInt(1, 1000);
      Rational value = Rational.ZERO;
      for (int q = 0; q < weights.size(); q++) {
        ExactSum.Density density = densities.get(q);
        Rational share = Rational.of(random.nextInt(parts + 1), parts);
        Rational x = density.lower().plus(density.upper().minus(density.lower()).times(share));
        value = value.plus(weights.get(q).times(x));
      }
      return switch (random.nextInt(40)) {
        case 0 -> value.plus(Rational.parse("1e-400"));
        case 1, 2, 3, 4 -> value.plus(Rational.parse("1e-30"));
        default -> value;
      };
    }

    Enclosure bounds(Quantity quantity, Rational... numbers) {
      Problem problem =
          Trees.problem(
              Statements.of(
                  Statements.inputs(
                      densities.stream().map(ExactSum.Density::text).toArray(String[]::new)),
                  new QuantityClaim(quantity, Optional.empty())),
              Network.chain(weights.size(), List.of()));
      int cells = new int[] {1, 2, 5, 20, 60}[random.nextInt(5)];
      byte[] tree =
          random.nextInt(3) == 0 && weights.size() < 4
              ? Trees.simplices(problem, random.nextInt(3), random.nextInt(4), 0, 0)
              : Trees.random(problem, random, cells);
      return Trees.bounds(problem, List.of(numbers), tree, 1).get(0);
    }

    /** The double next to a number. */
    Rational near(Rational number) {
      return Rational.ofDouble(number.doubleFloor());
    }

    @Override
    public String toString() {
      return weights + " of " + densities.stream().map(ExactSum.Density::text).toList();
    }
  }

  private static void requireWithin(Rational truth, Enclosure bounds, String what) {
    assertTrue(
        bounds.lower().compareTo(truth) <= 0 && bounds.upper().compareTo(truth) >= 0,
        () -> what + ": " + truth.doubleFloor() + " not in " + bounds);
  }

  /** The oracle itself: of a sum of two uniforms, and a triangular distribution is the same. */
  @Test
  void theOracleKnowsIrwinAndHall() {
    ExactSum.Density uniform =
        new ExactSum.Density(
            "", List.of(new ExactSum.Piece(Rational.ZERO, Rational.ONE, List.of(Rational.ONE))));
    Rational half = Rational.of(1, 2);
    List<Rational> ones = List.of(Rational.ONE, Rational.ONE, Rational.ONE);
    ExactSum three = new ExactSum(ones, List.of(uniform, uniform, uniform));
    assertEquals(Rational.of(1, 48), three.cdf(half));
    assertEquals(half, three.cdf(Rational.of(3, 2)));
    assertEquals(Rational.ONE, three.cdf(Rational.of(4)));
    assertEquals(Rational.of(5, 2), three.below(Rational.of(4)));
    List<Rational> signs = List.of(Rational.of(-2), Rational.ONE);
    ExactSum difference = new ExactSum(signs, List.of(uniform, uniform));
    assertEquals(Rational.of(3, 4), difference.cdf(Rational.ZERO));
    assertEquals(Rational.ONE, difference.cdf(Rational.ONE));
  }

  @Test
  void probabilitiesOfUpToFourInputs() {
    SplittableRandom random = new SplittableRandom(71);
    double width = 0;
    for (int i = 0; i < 2000; i++) {
      Case of = new Case(random, i % 25 == 0 ? 4 : 1 + i % 3);
      Rational t = of.threshold();
      Comparison comparison = Statements.comparison(random);
      Rational below = of.sum.cdf(t);
      Rational truth = comparison.isBelow() ? below : Rational.ONE.minus(below);
      Enclosure bounds = of.bounds(new Quantity.Probability(new Atom(of.form, comparison, t)));
      requireWithin(truth, bounds, i + " " + of + " " + comparison + " " + t);
      width += Trees.width(bounds) / 2000;
    }
    double mean = width;
    assertTrue(mean < 0.5, () -> "mean width " + mean);
  }

  @Test
  void meansAndVariances() {
    SplittableRandom random = new SplittableRandom(72);
    for (int i = 0; i < 600; i++) {
      Case of = new Case(random, 3);
      Rational mean = Rational.ZERO;
      Rational variance = Rational.ZERO;
      for (int q = 0; q < of.weights.size(); q++) {
        Rational first = of.densities.get(q).moment(1);
        Rational second = of.densities.get(q).moment(2).minus(first.times(first));
        Rational weight = of.weights.get(q);
        mean = mean.plus(weight.times(first));
        variance = variance.plus(weight.times(weight).times(second));
      }
      Rational centre = of.near(random.nextBoolean() ? mean : of.threshold());
      String what = i + " " + of;
      Quantity first = new Quantity.Mean(of.form, Optional.empty());
      requireWithin(mean, of.bounds(first, centre), what);
      Quantity spread = new Quantity.Dispersion(Quantity.Spread.VARIANCE, of.form);
      requireWithin(variance, of.bounds(spread, centre), what);
    }
  }

  /** {@code E(g | g <= t) = t - E(max(t - g, 0)) / P(g <= t)}. */
  @Test
  void meansGivenThatTheSumIsSmall() {
    SplittableRandom random = new SplittableRandom(73);
    int known = 0;
    for (int i = 0; i < 400; i++) {
      Case of = new Case(random, 1 + i % 3);
      Rational t = of.threshold();
      Rational probability = of.sum.cdf(t);
      Atom given = new Atom(of.form, Comparison.LESS_OR_EQUAL, t);
      Quantity mean = new Quantity.Mean(of.form, Optional.of(given));
      Enclosure bounds = of.bounds(mean, of.near(of.threshold()));
      if (probability.isZero()) {
        assertEquals(Enclosure.WHOLE, bounds);
      } else {
        requireWithin(t.minus(of.sum.below(t).dividedBy(probability)), bounds, i + " " + of);
        known += bounds.isBounded() ? 1 : 0;
      }
    }
    assertTrue(known > 150, "only " + known);
  }

  /**
   * A quantile is in [a, b] if and only if P(g {@code <=} u) is less than p for all u before a, and
   * P(g {@code <=} b) is not.
   */
  @Test
  void quantiles() {
    SplittableRandom random = new SplittableRandom(74);
    int known = 0;
    for (int i = 0; i < 600; i++) {
      Case of = new Case(random, 3);
      Rational p = Rational.of(random.nextInt(1, 40), 40);
      Rational[] numbers = ascending(of);
      Enclosure bounds = of.bounds(new Quantity.Risk(Quantity.Tail.QUANTILE, of.form, p), numbers);
      String what = i + " " + of + " " + p + " " + bounds;
      if (bounds.lower().isFinite()) {
        Rational lower = bounds.lower().dyadic().toRational();
        assertTrue(of.sum.cdf(lower).compareTo(p) <= 0, what);
      }
      if (bounds.upper().isFinite()) {
        Rational upper = bounds.upper().dyadic().toRational();
        assertTrue(of.sum.cdf(upper).compareTo(p) >= 0, what);
        known++;
      }
    }
    assertTrue(known > 150, "only " + known);
  }

  private static Rational[] ascending(Case of) {
    Rational s = of.near(of.threshold());
    Rational t = of.near(of.threshold());
    return s.compareTo(t) <= 0 ? new Rational[] {s, t} : new Rational[] {t, s};
  }

  /** The least value of a convex function: at most each of its values, at least each tangent. */
  @Test
  void meansBeyondQuantiles() {
    SplittableRandom random = new SplittableRandom(75);
    for (int i = 0; i < 200; i++) {
      Case of = new Case(random, 1 + i % 3);
      Rational p = Rational.of(random.nextInt(1, 40), 40);
      Rational[] numbers = ascending(of);
      Enclosure bounds = of.bounds(new Quantity.Risk(Quantity.Tail.MEAN, of.form, p), numbers);
      Rational mean = Rational.ZERO;
      Rational low = Rational.ZERO;
      Rational high = Rational.ZERO;
      for (int q = 0; q < of.weights.size(); q++) {
        Rational weight = of.weights.get(q);
        mean = mean.plus(weight.times(of.densities.get(q).moment(1)));
        Rational a = weight.times(of.densities.get(q).lower());
        Rational b = weight.times(of.densities.get(q).upper());
        low = low.plus(a.compareTo(b) < 0 ? a : b);
        high = high.plus(a.compareTo(b) < 0 ? b : a);
      }
      for (int k = 0; k < 25; k++) { // towards the quantile
        Rational middle = near(low.plus(high).times(Rational.of(1, 2)));
        boolean isBelow = of.sum.cdf(middle).compareTo(p) < 0;
        low = isBelow ? middle : low;
        high = isBelow ? high : middle;
      }
      Rational rest = Rational.ONE.minus(p);
      // E(max(g - t, 0)) = E(g) - t + E(max(t - g, 0))
      Rational value = high.plus(mean.minus(high).plus(of.sum.below(high)).dividedBy(rest));
      Rational slope = of.sum.cdf(high).minus(p).dividedBy(rest);
      Rational tangent = value.minus(slope.times(high.minus(low)));
      String what = i + " " + of + " " + p + ": " + value.doubleFloor() + " and " + bounds;
      assertTrue(bounds.lower().compareTo(value) <= 0, what);
      assertTrue(bounds.upper().compareTo(tangent) >= 0, what);
    }
  }

  private static Rational near(Rational number) {
    return Rational.ofDouble(number.doubleFloor());
  }
}
