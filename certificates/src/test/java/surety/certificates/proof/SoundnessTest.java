package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Input;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;

/** Whatever the tree, the truth lies within the bounds. */
class SoundnessTest {
  /** More than samples in doubles are off by. */
  private static final Rational ROUNDING = Rational.of(1, 1_000_000_000);

  private static final int SAMPLES = 1500;

  /** A distribution with its exact distribution function. */
  private record Known(String text, Rational from, Rational to, UnaryOperator<Rational> cdf) {}

  private static Rational rational(String text) {
    return Rational.parse(text);
  }

  private static Rational polynomial(Rational x, long... coefficients) {
    Rational sum = Rational.ZERO;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum.times(x).plus(Rational.of(coefficients[k]));
    }
    return sum;
  }

  private static Rational triangular(Rational x, Rational mode) {
    Rational rest = Rational.ONE.minus(x);
    return x.compareTo(mode) <= 0
        ? x.times(x).dividedBy(mode)
        : Rational.ONE.minus(rest.times(rest).dividedBy(Rational.ONE.minus(mode)));
  }

  private static Rational histogram(Rational x) {
    Rational edge = rational("-1/3");
    if (x.compareTo(edge) <= 0) {
      return x.plus(Rational.ONE).times(rational("3/8")); // 1/4 over 2/3
    }
    Rational gap = rational("1/5");
    return x.compareTo(gap) <= 0
        ? rational("1/4")
        : rational("1/4").plus(x.minus(gap).times(rational("15/16"))); // 3/4 over 4/5
  }

  private static final List<Known> KNOWN =
      List.of(
          new Known("uniform(0, 1)", Rational.ZERO, Rational.ONE, x -> x),
          new Known(
              "uniform(-1/3, 7/10)",
              rational("-1/3"),
              rational("7/10"),
              x -> x.plus(rational("1/3")).dividedBy(rational("31/30"))),
          new Known("uniform(-1, 2) on [0, 1]", Rational.ZERO, Rational.ONE, x -> x),
          new Known("beta(2, 2)", Rational.ZERO, Rational.ONE, x -> polynomial(x, 0, 0, 3, -2)),
          new Known("beta(1, 4)", Rational.ZERO, Rational.ONE, x -> polynomial(x, 0, 4, -6, 4, -1)),
          new Known(
              "triangular(0, 1/3, 1)",
              Rational.ZERO,
              Rational.ONE,
              x -> triangular(x, rational("1/3"))),
          new Known(
              "histogram([-1, -1/3, 1/5, 1], [1/4, 0, 3/4])",
              rational("-1"),
              Rational.ONE,
              SoundnessTest::histogram));

  /** A threshold that is sometimes met exactly, sometimes by a whole interval of inputs. */
  private static Rational threshold(
      SplittableRandom random, Network network, AffineForm form, Rational from, Rational to) {
    Rational[] x = new Rational[network.inputs()];
    for (int i = 0; i < x.length; i++) {
      Rational share = Rational.of(random.nextInt(0, 9), 8);
      x[i] = from.plus(to.minus(from).times(share));
    }
    Rational met = form.evaluate(outputs(network, x), List.of());
    return switch (random.nextInt(5)) {
      case 0 -> Rational.ZERO;
      case 1 -> met.plus(rational("1e-400"));
      case 2 -> met.minus(Rational.of(1, 10));
      default -> met;
    };
  }

  /** Exact, or some double in the enclosure of a smooth network's output. */
  private static List<Rational> outputs(Network network, Rational[] x) {
    if (network.isPiecewiseLinear()) {
      return List.of(network.evaluateExactly(x));
    }
    Interval[] enclosures =
        network.enclose(Arrays.stream(x).map(Interval::of).toArray(Interval[]::new));
    return Arrays.stream(enclosures).map(y -> Rational.ofDouble(y.middle())).toList();
  }

  private static AffineForm form(SplittableRandom random, int outputs) {
    List<Rational> coefficients = new ArrayList<>();
    for (int j = 0; j < outputs; j++) {
      coefficients.add(Rational.of(random.nextInt(-10, 11), random.nextBoolean() ? 10 : 4));
    }
    coefficients.set(0, random.nextBoolean() ? Rational.ONE : Rational.of(-1, 10));
    return new AffineForm(coefficients);
  }

  private static void requireWithin(Enclosure bounds, Rational truth, String what) {
    assertTrue(
        bounds.lower().compareTo(truth) <= 0 && bounds.upper().compareTo(truth) >= 0,
        () -> what + ": " + truth + " = " + Sampling.value(truth) + " not in " + show(bounds));
  }

  private static String show(Enclosure bounds) {
    return "[" + bounds.lower().doubleFloor() + ", " + bounds.upper().doubleCeiling() + "]";
  }

  private static final List<Activation> PIECEWISE_LINEAR =
      List.of(
          Activation.ABS,
          PiecewiseLinear.leakyRelu(0.1),
          PiecewiseLinear.leakyRelu(-0.3),
          PiecewiseLinear.leakyRelu(3),
          PiecewiseLinear.clip(-0.5, 0.25));

  private static final List<Activation> SMOOTH =
      List.of(
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTPLUS,
          Activation.SOFTSIGN,
          Activation.SQUARE,
          Activation.SIN,
          Activation.COS,
          Activation.ERF,
          Activation.ERF_GATE,
          Activation.SILU,
          Activation.APPROXIMATE_GELU,
          Activation.HARD_SWISH,
          new Floored(Activation.RECIPROCAL, 0.5),
          new Floored(Activation.SQRT, 0),
          new Elu(0.7),
          new Elu(-1),
          new Selu(1.67, 1.05));

  @Test
  void anyTreeEnclosesTheExactProbabilityOnALine() {
    requireEnclosureOnALine(81, 600, List.of());
  }

  @Test
  void soItDoesForAllPiecewiseLinearActivations() {
    requireEnclosureOnALine(85, 300, PIECEWISE_LINEAR);
  }

  private static void requireEnclosureOnALine(long seed, int count, List<Activation> kinds) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      Known known = KNOWN.get(random.nextInt(KNOWN.size()));
      Network network = RandomNetworks.of(random, 1, random.nextInt(1, 3), kinds);
      AffineForm form = form(random, network.outputs());
      Rational t = threshold(random, network, form, known.from(), known.to());
      Statement statement =
          Statements.query(Statements.inputs(known.text()), form, Statements.comparison(random), t);
      Atom event = ((QuantityClaim) statement.claim()).atom().orElseThrow();
      Rational truth = ExactLine.probability(network, event, known.from(), known.to(), known.cdf());
      Problem problem = Trees.problem(statement, network);
      byte[] tree = Trees.random(problem, random, random.nextInt(1, 60));
      Enclosure bounds = Trees.bounds(problem, tree);
      requireWithin(bounds, truth, i + " " + statement.canonical() + network.gates());
    }
  }

  @Test
  void aFineTreeIsTightOnALine() {
    SplittableRandom random = new SplittableRandom(82);
    for (int i = 0; i < 40; i++) {
      Known known = KNOWN.get(random.nextInt(KNOWN.size()));
      Network network = RandomNetworks.of(random, 1, 1);
      AffineForm form = Statements.form(random.nextBoolean() ? "-1" : "1/4"); // exact products
      Rational t = threshold(random, network, form, known.from(), known.to());
      Statement statement =
          Statements.query(Statements.inputs(known.text()), form, Statements.comparison(random), t);
      Atom event = ((QuantityClaim) statement.claim()).atom().orElseThrow();
      Rational truth = ExactLine.probability(network, event, known.from(), known.to(), known.cdf());
      Problem problem = Trees.problem(statement, network);
      Enclosure bounds = Trees.bounds(problem, Trees.simplices(problem, 0, 5, 8, 0));
      requireWithin(bounds, truth, i + " " + statement.canonical() + network.gates());
      Atom other = new Atom(form, withOtherEnd(event.comparison()), t);
      Rational same = ExactLine.probability(network, other, known.from(), known.to(), known.cdf());
      if (!truth.equals(same)) {
        continue; // an atom, which rounding may leave on either side
      }
      double gap = Trees.width(bounds);
      assertTrue(gap < 0.1, () -> statement.canonical() + network.gates() + show(bounds));
    }
  }

  @Test
  void anyTreeEnclosesTheShareOfSamples() {
    requireShareOfSamples(83, List.of());
  }

  @Test
  void soItDoesForSmoothActivations() {
    requireShareOfSamples(86, SMOOTH);
  }

  private static void requireShareOfSamples(long seed, List<Activation> kinds) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 80; i++) {
      List<Input> inputs = new ArrayList<>();
      for (int k = random.nextInt(1, 5); k > 0; k--) {
        String text = random.nextInt(6) == 0 ? "= 1/10" : Statements.distribution(random);
        inputs.addAll(Statements.inputs(text));
      }
      Network network = RandomNetworks.of(random, inputs.size(), random.nextInt(1, 3), kinds);
      AffineForm form = form(random, network.outputs());
      Rational t = threshold(random, network, form, Rational.ZERO, Rational.ONE);
      Comparison comparison = Statements.comparison(random);
      Problem problem = Trees.problem(Statements.query(inputs, form, comparison, t), network);
      byte[] tree = Trees.random(problem, random, random.nextInt(1, 200));
      double low = 1;
      double high = 0;
      // off the threshold by rounding, on either side: samples cannot tell on which
      for (Rational near : List.of(t.minus(ROUNDING), t, t.plus(ROUNDING))) {
        for (Comparison either : List.of(comparison, withOtherEnd(comparison))) {
          Problem shifted = Trees.problem(Statements.query(inputs, form, either, near), network);
          Enclosure bounds = Trees.bounds(shifted, tree);
          low = Math.min(low, bounds.lower().doubleFloor());
          high = Math.max(high, bounds.upper().doubleCeiling());
        }
      }
      double share = share(network, new Atom(form, comparison, t), inputs, random);
      double error = 5 * Math.sqrt(Math.max(share * (1 - share), 2.0 / SAMPLES) / SAMPLES);
      String what = i + " " + problem.statement().canonical() + network.gates();
      assertTrue(
          low - error <= share && share <= high + error,
          what + ": " + share + " not in [" + low + ", " + high + "]");
    }
  }

  private static Comparison withOtherEnd(Comparison comparison) {
    return switch (comparison) {
      case LESS -> Comparison.LESS_OR_EQUAL;
      case LESS_OR_EQUAL -> Comparison.LESS;
      case GREATER -> Comparison.GREATER_OR_EQUAL;
      case GREATER_OR_EQUAL -> Comparison.GREATER;
    };
  }

  private static double share(
      Network network, Atom event, List<Input> inputs, SplittableRandom random) {
    int count = 0;
    for (int s = 0; s < SAMPLES; s++) {
      double[] y = network.evaluate(Sampling.sample(inputs, random));
      double g = 0;
      for (int j = 0; j < y.length; j++) {
        g += Sampling.value(event.form().outputs().get(j)) * y[j];
      }
      count += event.comparison().holds(Dyadic.of(g).compareTo(event.threshold())) ? 1 : 0;
    }
    return (double) count / SAMPLES;
  }

  @Test
  void complementsAddUp() {
    SplittableRandom random = new SplittableRandom(84);
    for (int i = 0; i < 30; i++) {
      List<Input> inputs =
          Statements.inputs(Statements.distribution(random), Statements.distribution(random));
      Network network = RandomNetworks.of(random, 2, 1);
      AffineForm form = form(random, 1);
      Rational t = threshold(random, network, form, Rational.ZERO, Rational.ONE);
      Comparison comparison = Statements.comparison(random);
      Problem event = Trees.problem(Statements.query(inputs, form, comparison, t), network);
      Problem rest =
          Trees.problem(Statements.query(inputs, form, comparison.complement(), t), network);
      byte[] tree = Trees.random(event, random, 50);
      Enclosure a = Trees.bounds(event, tree);
      Enclosure b = Trees.bounds(rest, tree);
      assertTrue(a.plus(b).lower().compareTo(Rational.ONE) <= 0);
      assertTrue(a.plus(b).upper().compareTo(Rational.ONE) >= 0);
    }
  }

  @Test
  void noTwoTreesContradictEachOther() {
    SplittableRandom random = new SplittableRandom(85);
    for (int i = 0; i < 60; i++) {
      List<Input> inputs = new ArrayList<>();
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        inputs.addAll(Statements.inputs(Statements.distribution(random)));
      }
      Network network = RandomNetworks.of(random, inputs.size(), 1);
      AffineForm form = form(random, 1);
      Rational t = threshold(random, network, form, Rational.ZERO, Rational.ONE);
      Statement statement = Statements.query(inputs, form, Statements.comparison(random), t);
      Problem problem = Trees.problem(statement, network);
      Enclosure[] bounds = {
        Trees.bounds(problem, Trees.random(problem, random, 10)),
        Trees.bounds(problem, Trees.random(problem, random, 150)),
        Trees.bounds(problem, Trees.boxes(problem, 6)),
        Trees.bounds(problem, Trees.simplices(problem, 2, 6, 2, random.nextInt(4)))
      };
      for (Enclosure low : bounds) {
        for (Enclosure high : bounds) {
          assertTrue(
              low.lower().compareTo(high.upper()) <= 0,
              () -> statement.canonical() + ": " + show(low) + " and " + show(high));
        }
      }
    }
  }
}
