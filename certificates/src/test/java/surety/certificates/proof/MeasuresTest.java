package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statements;
import surety.certificates.writing.ProofWriter;

/**
 * Whatever the tree and wherever tails are cut off, moments and risks are those of closed forms.
 */
class MeasuresTest {
  /** A distribution with its mean and variance. */
  private record Known(String text, Rational mean, Rational variance) {}

  private static final List<Known> KNOWN =
      List.of(
          known("uniform(0, 1)", "1/2", "1/12"),
          known("beta(2, 2)", "1/2", "1/20"),
          known("normal(0, 1)", "0", "1"),
          known("normal(1/10, 5)", "1/10", "25"),
          known("exponential(1/4)", "4", "16"),
          known("gamma(2, 3)", "6", "18"));

  private static Known known(String text, String mean, String variance) {
    return new Known(text, Rational.parse(mean), Rational.parse(variance));
  }

  private static Rational number(SplittableRandom random) {
    return Rational.of(random.nextInt(-8, 9), 4);
  }

  private static void require(Enclosure bounds, Rational truth, String what) {
    assertTrue(
        bounds.lower().compareTo(truth) <= 0 && bounds.upper().compareTo(truth) >= 0,
        () -> what + ": " + truth + " not in " + bounds);
  }

  /** Tails are often so near that their integrals are most of the bounds. */
  private static List<Truncation> truncations(List<Input> inputs, SplittableRandom random) {
    List<Truncation> truncations = new ArrayList<>();
    for (Input input : inputs) {
      Marginal marginal = Marginal.of(((RandomInput) input).distribution());
      double lower = marginal.suggestedLower();
      double upper = marginal.suggestedUpper();
      double share = random.nextBoolean() ? 1 : random.nextDouble(0.02, 0.1);
      truncations.add(
          new Truncation(
              marginal.domainLower().isBounded() ? lower : lower * share,
              marginal.domainUpper().isBounded() ? upper : upper * share * 0.7));
    }
    return truncations;
  }

  /**
   * The inputs themselves, sometimes as {@code relu(x - 1/2) - relu(1/2 - x) + 1/2}, of which
   * bounds are not exact.
   */
  private static Network identity(SplittableRandom random, int inputs) {
    if (random.nextBoolean()) {
      return Network.chain(inputs, List.of());
    }
    double[][] apart = new double[2 * inputs][inputs];
    double[] moved = new double[2 * inputs];
    double[][] together = new double[inputs][2 * inputs];
    double[] back = new double[inputs];
    for (int q = 0; q < inputs; q++) {
      apart[2 * q][q] = 1;
      apart[2 * q + 1][q] = -1;
      moved[2 * q] = -0.5;
      moved[2 * q + 1] = 0.5;
      together[q][2 * q] = 1;
      together[q][2 * q + 1] = -1;
      back[q] = 0.5;
    }
    return Network.chain(
        inputs,
        List.of(
            AffineLayer.of(apart, moved),
            ActivationLayer.uniform(2 * inputs, Activation.RELU),
            AffineLayer.of(together, back)));
  }

  private static Enclosure bounds(
      SplittableRandom random, List<Input> inputs, Quantity quantity, Rational... numbers) {
    Problem problem =
        Trees.problem(
            Statements.of(inputs, new QuantityClaim(quantity, Optional.empty())),
            identity(random, inputs.size()),
            truncations(inputs, random));
    byte[] tree =
        random.nextInt(4) == 0
            ? Trees.boxLeaf()
            : Trees.random(problem, random, random.nextInt(1, 60));
    return Trees.bounds(problem, List.of(numbers), tree, 1).get(0);
  }

  @Test
  void momentsOfSums() {
    SplittableRandom random = new SplittableRandom(61);
    for (int i = 0; i < 150; i++) {
      List<Input> inputs = new ArrayList<>();
      List<Rational> first = new ArrayList<>();
      List<Rational> second = new ArrayList<>();
      Rational mean = Rational.ZERO;
      Rational variance = Rational.ZERO;
      Rational covariance = Rational.ZERO;
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        Known known = KNOWN.get(random.nextInt(KNOWN.size()));
        inputs.addAll(Statements.inputs(known.text()));
        Rational a = number(random).plus(Rational.of(1, 8)); // not 0
        Rational b = number(random).plus(Rational.of(1, 8));
        first.add(a);
        second.add(b);
        mean = mean.plus(a.times(known.mean()));
        variance = variance.plus(a.times(a).times(known.variance()));
        covariance = covariance.plus(a.times(b).times(known.variance()));
      }
      AffineForm g = new AffineForm(first);
      AffineForm h = new AffineForm(second);
      Rational m = number(random);
      Rational k = random.nextBoolean() ? m : number(random);
      String what = i + " " + inputs + " " + g.canonical();
      require(bounds(random, inputs, new Quantity.Mean(g, Optional.empty()), m), mean, what);
      Quantity spread = new Quantity.Dispersion(Quantity.Spread.VARIANCE, g);
      require(bounds(random, inputs, spread, m), variance, what);
      Quantity joint = new Quantity.Association(Quantity.Dependence.COVARIANCE, g, h);
      require(bounds(random, inputs, joint, m, k), covariance, what);
      // with itself, around two centres
      Quantity own = new Quantity.Association(Quantity.Dependence.COVARIANCE, g, g);
      require(bounds(random, inputs, own, m, k), variance, what);
    }
  }

  /** On a leaf all rows are bounded together, so the bounds are not those of each by itself. */
  @Test
  void momentsTogetherAreThoseOfSums() {
    SplittableRandom random = new SplittableRandom(64);
    for (int i = 0; i < 60; i++) {
      List<Known> known =
          List.of(KNOWN.get(random.nextInt(KNOWN.size())), KNOWN.get(random.nextInt(KNOWN.size())));
      List<Input> inputs =
          Statements.inputs(known.stream().map(Known::text).toArray(String[]::new));
      List<AffineForm> forms = new ArrayList<>();
      List<Rational> centres = new ArrayList<>();
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        forms.add(new AffineForm(List.of(number(random), number(random).plus(Rational.of(1, 8)))));
        centres.add(number(random));
      }
      MomentsClaim claim = new MomentsClaim(forms);
      Problem problem =
          Trees.problem(
              Statements.of(inputs, claim), identity(random, 2), truncations(inputs, random));
      byte[] tree = Trees.random(problem, random, random.nextInt(1, 30));
      List<Enclosure> together = Trees.bounds(problem, centres, tree, 1);
      assertEquals(claim.count(), together.size());
      for (int k = 0; k < together.size(); k++) {
        Quantity quantity = claim.quantities().get(k);
        List<AffineForm> of = quantity.forms();
        Rational exact =
            quantity instanceof Quantity.Mean
                ? sum(of.get(0).outputs(), known.stream().map(Known::mean).toList())
                : sum(
                    products(of.get(0).outputs(), of.get(of.size() - 1).outputs()),
                    known.stream().map(Known::variance).toList());
        require(together.get(k), exact, i + " " + quantity.canonical());
      }
    }
  }

  private static List<Rational> products(List<Rational> a, List<Rational> b) {
    return IntStream.range(0, a.size()).mapToObj(q -> a.get(q).times(b.get(q))).toList();
  }

  private static Rational sum(List<Rational> a, List<Rational> b) {
    return products(a, b).stream().reduce(Rational.ZERO, Rational::plus);
  }

  @Test
  void ofALineGivenThatItIsBelow() {
    SplittableRandom random = new SplittableRandom(62);
    AffineForm x = Statements.form("1");
    List<Input> inputs = Statements.inputs("uniform(0, 1)");
    for (int i = 0; i < 300; i++) {
      Rational t = Rational.of(random.nextInt(1, 16), 16);
      Rational u = Rational.of(random.nextInt(1, 17), 16);
      Atom event = new Atom(x, Comparison.LESS_OR_EQUAL, t);
      Atom given = new Atom(x, Comparison.LESS, u);
      Rational least = t.compareTo(u) < 0 ? t : u;
      Quantity probability = new Quantity.Probability(event, Optional.of(given));
      require(bounds(random, inputs, probability), least.dividedBy(u), t + " | " + u);
      Quantity mean = new Quantity.Mean(x, Optional.of(given));
      require(bounds(random, inputs, mean, number(random)), u.times(Rational.of(1, 2)), " | " + u);
    }
  }

  @Test
  void quantilesAndTheMeansBeyond() {
    SplittableRandom random = new SplittableRandom(63);
    AffineForm x = Statements.form("-2"); // between -2 and 0
    List<Input> inputs = Statements.inputs("uniform(0, 1)");
    for (int i = 0; i < 300; i++) {
      Rational p = Rational.of(random.nextInt(1, 16), 16);
      Rational s = Rational.of(random.nextInt(-18, 2), 8);
      Rational t = s.plus(Rational.of(random.nextInt(0, 12), 8));
      Rational quantile = p.minus(Rational.ONE).times(Rational.of(2));
      String what = p + " " + s + " " + t;
      require(
          bounds(random, inputs, new Quantity.Risk(Quantity.Tail.QUANTILE, x, p), s, t),
          quantile,
          what);
      require(
          bounds(random, inputs, new Quantity.Risk(Quantity.Tail.MEAN, x, p), s, t),
          p.minus(Rational.ONE),
          what);
    }
  }

  /** All that is missing is in one tail, which a fine tree would not make up for. */
  @Test
  void eachTailCounts() {
    List<Input> inputs = Statements.inputs("normal(0, 5)");
    AffineForm small = Statements.form("1/1024");
    AffineForm large = Statements.form("1024");
    for (Truncation truncation : List.of(new Truncation(-0.5, 40), new Truncation(-40, 0.5))) {
      require(fine(inputs, truncation, new Quantity.Mean(large, Optional.empty()), 1), "0");
      Quantity spread = new Quantity.Dispersion(Quantity.Spread.VARIANCE, large);
      require(fine(inputs, truncation, spread, 1), "26214400");
      Quantity joint = new Quantity.Association(Quantity.Dependence.COVARIANCE, small, large);
      require(fine(inputs, truncation, joint, 2), "25");
      Quantity beyond = new Quantity.Risk(Quantity.Tail.MEAN, large, Rational.of(1, 1000));
      Enclosure mean = fine(inputs, truncation, beyond, 2);
      assertTrue(mean.upper().compareTo(Rational.ZERO) >= 0, () -> "above the mean: " + mean);
    }
  }

  /**
   * The density of x is z^0.06 up to a factor, with a slope of 4e299 where x is some two thousand
   * times the smallest double: halves of local coordinates are lost there. Two wide inputs keep the
   * masses in the range of doubles, and one whose density is a line makes it a quadratic form.
   */
  @Test
  void ofAShareWhereAnInputIsSubnormal() {
    String wide =
        "histogram([0, %s, %s], [1/2, 1/2])"
            .formatted(Rational.ofDouble(0x1p511), Rational.ofDouble(0x1p512));
    List<Input> inputs = Statements.inputs("triangular(0, 1, 1)", "beta(53/50, 1)", wide, wide);
    Rational scale = Rational.ofDouble(0x1p1000);
    AffineForm x = new AffineForm(List.of(Rational.ZERO, scale, Rational.ZERO, Rational.ZERO));
    Event from = new Atom(x, Comparison.GREATER_OR_EQUAL, Rational.ofDouble(2025 * 0x1p-74));
    Event to = new Atom(x, Comparison.LESS_OR_EQUAL, Rational.ofDouble(2027 * 0x1p-74));
    Event half = new Atom(x, Comparison.LESS_OR_EQUAL, Rational.ofDouble(2026 * 0x1p-74));
    Quantity share =
        new Quantity.Probability(half, Optional.of(new Conjunction(List.of(from, to))));
    Problem problem =
        Trees.problem(
            Statements.of(inputs, new QuantityClaim(share, Optional.empty())),
            Network.chain(4, List.of()));
    Enclosure bounds = Trees.bounds(problem, Trees.tree(MeasuresTest::cutWhereItIsSubnormal));
    double below = Math.pow(2026, 1.06) - Math.pow(2025, 1.06);
    double truth = below / (Math.pow(2027, 1.06) - Math.pow(2025, 1.06)); // about 0.4999926
    require(bounds, Rational.ofDouble(truth), "a share");
    assertTrue(Trees.width(bounds) < 0.1, () -> "not close: " + bounds);
  }

  /** For each pair of bins: fine around 2026, where leaves count, then ever coarser. */
  private static void cutWhereItIsSubnormal(ProofWriter writer) throws IOException {
    writer.knotSplit(2, 0);
    for (int bins = 0; bins < 4; bins++) {
      if (bins % 2 == 0) {
        writer.knotSplit(3, 0);
      }
      for (int end : new int[] {2024, 2025, 2027, 2028}) {
        writer.boxSplit(1, end * Double.MIN_VALUE);
        leaf(writer, end > 2024);
      }
      for (double end = 2100 * Double.MIN_VALUE; end < 0.1; end *= 1e10) {
        writer.boxSplit(1, end);
        leaf(writer, false);
      }
      leaf(writer, false);
    }
  }

  private static void leaf(ProofWriter writer, boolean isTriangulated) throws IOException {
    if (!isTriangulated) {
      writer.boxLeaf();
      return;
    }
    writer.triangulate(new int[] {1, 1, 0, 0});
    for (int k = 0; k < 24; k++) {
      writer.simplexLeaf(0);
    }
  }

  private static void require(Enclosure bounds, String truth) {
    require(bounds, Rational.parse(truth), "near tails");
  }

  private static Enclosure fine(
      List<Input> inputs, Truncation truncation, Quantity quantity, int numbers) {
    Problem problem =
        Trees.problem(
            Statements.of(inputs, new QuantityClaim(quantity, Optional.empty())),
            Network.chain(1, List.of()),
            List.of(truncation));
    List<Rational> zeros = Collections.nCopies(numbers, Rational.ZERO);
    return Trees.bounds(problem, zeros, Trees.simplices(problem, 7, 5, 0, 0), 1).get(0);
  }
}
