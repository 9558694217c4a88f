package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.Negation;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;

/** Whatever the event, the networks and the tree, the truth lies within the bounds. */
class EventSoundnessTest {
  private static final List<Activation> KINDS =
      List.of(
          Activation.ABS,
          PiecewiseLinear.leakyRelu(0.1),
          PiecewiseLinear.leakyRelu(-0.3),
          PiecewiseLinear.clip(-0.5, 0.25));

  private static final int SAMPLES = 1200;

  /** Networks, inputs, and a few forms that events compare with numbers that are often met. */
  private static final class Scene {
    private final SplittableRandom random;
    private final List<Network> networks = new ArrayList<>();
    private final List<Input> inputs;
    private final List<AffineForm> forms = new ArrayList<>();
    private final Network all;
    private final boolean meets;

    Scene(SplittableRandom random, boolean meets, String... texts) {
      this.random = random;
      this.meets = meets;
      inputs = Statements.inputs(texts);
      for (int k = random.nextInt(3) == 0 ? 2 : 1; k > 0; k--) {
        List<Activation> kinds = random.nextBoolean() ? KINDS : List.of();
        networks.add(RandomNetworks.of(random, inputs.size(), random.nextInt(1, 4), kinds));
      }
      all = Network.sideBySide(networks);
      for (int k = random.nextInt(1, 5); k > 0; k--) {
        forms.add(form());
      }
    }

    private AffineForm form() {
      if (all.outputs() > 1 && random.nextInt(3) == 0) { // a difference, as of scores
        List<Rational> difference = new ArrayList<>();
        for (int j = 0; j < all.outputs(); j++) {
          difference.add(Rational.of(j == 0 ? 1 : j == all.outputs() - 1 ? -1 : 0));
        }
        return new AffineForm(difference);
      }
      List<Rational> outputs = coefficients(all.outputs());
      outputs.set(random.nextInt(outputs.size()), Rational.of(-1, 10));
      boolean withInputs = random.nextInt(3) == 0;
      return new AffineForm(outputs, withInputs ? coefficients(inputs.size()) : List.of());
    }

    private List<Rational> coefficients(int count) {
      List<Rational> coefficients = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        coefficients.add(Rational.of(random.nextInt(-5, 6), random.nextBoolean() ? 4 : 3));
      }
      return coefficients;
    }

    Atom atom() {
      AffineForm form = forms.get(random.nextInt(forms.size()));
      Rational[] x = new Rational[inputs.size()];
      Arrays.setAll(x, k -> Rational.of(random.nextInt(0, 9), 8));
      Rational met = form.evaluate(List.of(all.evaluateExactly(x)), List.of(x));
      Rational threshold =
          meets && random.nextInt(4) == 0
              ? Rational.ZERO
              : met.plus(Rational.of(meets ? 0 : random.nextInt(1, 99), 1009));
      return new Atom(form, Statements.comparison(random), threshold);
    }

    /** Any event of at most so many comparisons. */
    Event event(int atoms) {
      int kind = random.nextInt(6);
      if (atoms == 1 || kind == 0) {
        return random.nextInt(4) == 0 ? new Negation(atom()) : atom();
      }
      if (kind == 1) {
        return new Negation(event(atoms));
      }
      int left = random.nextInt(1, atoms);
      List<Event> parts = new ArrayList<>(List.of(event(left), event(atoms - left)));
      return kind < 4 ? new Conjunction(parts) : new Disjunction(parts);
    }

    Statement statement(Quantity quantity) {
      List<NetworkReference> references =
          networks.stream()
              .map(network -> new NetworkReference(Statements.NO_DIGEST, network.outputs()))
              .toList();
      return new Statement(references, inputs, new QuantityClaim(quantity, Optional.empty()));
    }

    Problem problem(Quantity quantity) {
      return Trees.problem(statement(quantity), networks);
    }

    Problem problem(Event event) {
      return problem(new Quantity.Probability(event));
    }

    String show(Event event) {
      return statement(new Quantity.Probability(event)).canonical() + all.gates();
    }
  }

  private static void requireWithin(Rational truth, Enclosure bounds, String what) {
    assertTrue(
        bounds.lower().compareTo(truth) <= 0 && bounds.upper().compareTo(truth) >= 0,
        () ->
            what
                + ": "
                + Sampling.value(truth)
                + " not in ["
                + bounds.lower().doubleFloor()
                + ", "
                + bounds.upper().doubleCeiling()
                + "]");
  }

  /** A distribution on [0, 1] with its exact distribution function. */
  private record Known(String text, UnaryOperator<Rational> cdf) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known("uniform(0, 1)", x -> x),
          new Known("beta(2, 2)", x -> x.times(x).times(Rational.of(3).minus(x.plus(x)))),
          new Known("triangular(0, 1, 1)", x -> x.times(x)));

  @Test
  void anyTreeEnclosesTheExactProbabilityOnALine() {
    SplittableRandom random = new SplittableRandom(101);
    int inner = 0;
    for (int i = 0; i < 500; i++) {
      Known known = KNOWN.get(random.nextInt(KNOWN.size()));
      Scene scene = new Scene(random, random.nextInt(4) > 0, known.text());
      Event event = scene.event(random.nextInt(1, 7));
      Rational truth =
          ExactLine.probability(scene.all, event, Rational.ZERO, Rational.ONE, known.cdf());
      inner += truth.isZero() || truth.equals(Rational.ONE) ? 0 : 1;
      Problem problem = scene.problem(event);
      Enclosure bounds =
          Trees.bounds(problem, Trees.random(problem, random, random.nextInt(1, 60)));
      requireWithin(truth, bounds, i + " " + scene.show(event));
    }
    assertTrue(inner > 150, "only " + inner);
  }

  @Test
  void fineTreesAreTightOnALine() {
    SplittableRandom random = new SplittableRandom(102);
    double gaps = 0;
    for (int i = 0; i < 30; i++) {
      Scene scene = new Scene(random, false, "uniform(0, 1)");
      Event event = scene.event(6);
      Rational truth = ExactLine.probability(scene.all, event, Rational.ZERO, Rational.ONE, x -> x);
      Problem problem = scene.problem(event);
      Enclosure bounds = Trees.bounds(problem, Trees.simplices(problem, 0, 0, 9, 0));
      requireWithin(truth, bounds, i + " " + scene.show(event));
      gaps += Trees.width(bounds);
    }
    assertTrue(gaps / 30 < 0.02, "the gap is " + gaps / 30 + " in the mean");
  }

  @Test
  void anyTreeEnclosesTheExactProbabilityOnASquare() {
    SplittableRandom random = new SplittableRandom(103);
    int checked = 0;
    int inner = 0;
    Rational[] from = {Rational.ZERO, Rational.of(-1, 3)};
    Rational[] to = {Rational.ONE, Rational.of(7, 10)};
    for (int i = 0; checked < 120; i++) {
      Scene scene =
          new Scene(random, random.nextInt(4) > 0, "uniform(0, 1)", "uniform(-1/3, 7/10)");
      Event event = scene.event(random.nextInt(1, 7));
      Optional<Rational> truth = ExactPlane.probability(scene.all, event, from, to, 60);
      if (truth.isPresent()) {
        checked++;
        inner += truth.get().isZero() || truth.get().equals(Rational.ONE) ? 0 : 1;
        Problem problem = scene.problem(event);
        byte[] tree =
            checked % 3 == 0
                ? Trees.simplices(problem, 4, 0, 2, random.nextInt(3))
                : Trees.random(problem, random, random.nextInt(1, 100));
        requireWithin(truth.get(), Trees.bounds(problem, tree), i + " " + scene.show(event));
      }
    }
    assertTrue(inner > 40, "only " + inner);
  }

  @Test
  void anyTreeEnclosesTheShareOfSamples() {
    SplittableRandom random = new SplittableRandom(104);
    for (int i = 0; i < 60; i++) {
      String[] texts = new String[random.nextInt(1, 4)];
      Arrays.setAll(
          texts, k -> random.nextInt(6) == 0 ? "= 1/10" : Statements.distribution(random));
      Scene scene = new Scene(random, false, texts);
      Event event = scene.event(random.nextInt(2, 7));
      Problem problem = scene.problem(event);
      byte[] tree = Trees.random(problem, random, random.nextInt(1, 200));
      Enclosure bounds = Trees.bounds(problem, tree);
      double share = share(scene, event, random);
      double error = 5 * Math.sqrt(Math.max(share * (1 - share), 2.0 / SAMPLES) / SAMPLES);
      String what = i + " " + scene.show(event) + ": " + share + " not in " + bounds;
      assertTrue(bounds.lower().doubleFloor() - error <= share, what);
      assertTrue(bounds.upper().doubleCeiling() + error >= share, what);
    }
  }

  private static double share(Scene scene, Event event, SplittableRandom random) {
    int count = 0;
    for (int s = 0; s < SAMPLES; s++) {
      double[] x = Sampling.sample(scene.inputs, random);
      List<Rational> outputs =
          Arrays.stream(scene.all.evaluate(x)).mapToObj(Rational::ofDouble).toList();
      List<Rational> inputs = Arrays.stream(x).mapToObj(Rational::ofDouble).toList();
      count += event.holds(outputs, inputs) ? 1 : 0;
    }
    return (double) count / SAMPLES;
  }

  private static Quantity p(Event event) {
    return new Quantity.Probability(event);
  }

  private static Quantity of(Quantity left, Operator operator, Quantity right) {
    return new Quantity.Arithmetic(operator, left, right);
  }

  /** What is 0 for all distributions has bounds on either side of it, on any tree. */
  @Test
  void lawsOfProbabilityAreKept() {
    SplittableRandom random = new SplittableRandom(105);
    int certain = 0;
    for (int i = 0; i < 60; i++) {
      Scene scene =
          new Scene(random, true, Statements.distribution(random), Statements.distribution(random));
      Event a = scene.event(2);
      Event b = scene.event(2);
      Event both = new Conjunction(List.of(a, b));
      Event either = new Disjunction(List.of(a, b));
      Event onlyA = new Conjunction(List.of(a, new Negation(b)));
      Quantity given = new Quantity.Probability(a, Optional.of(b));
      List<Quantity> zeros =
          List.of(
              of(of(p(both), Operator.PLUS, p(onlyA)), Operator.MINUS, p(a)),
              of(
                  of(p(a), Operator.PLUS, p(b)),
                  Operator.MINUS,
                  of(p(both), Operator.PLUS, p(either))),
              of(of(given, Operator.TIMES, p(b)), Operator.MINUS, p(both)),
              of(
                  of(p(a), Operator.PLUS, p(new Negation(a))),
                  Operator.MINUS,
                  new Quantity.Constant(Rational.ONE)));
      for (Quantity zero : zeros) {
        Problem problem = scene.problem(zero);
        Enclosure bounds = Trees.bounds(problem, Trees.random(problem, random, 80));
        requireWithin(Rational.ZERO, bounds, i + " " + scene.statement(zero).canonical());
        certain += bounds.isBounded() ? 1 : 0;
      }
      Quantity distance = new Quantity.Absolute(zeros.get(1));
      Problem problem = scene.problem(distance);
      Enclosure bounds = Trees.bounds(problem, Trees.random(problem, random, 80));
      assertEquals(0, bounds.lower().signum());
    }
    assertTrue(certain > 150);
  }

  /** P(a | b) is between the bounds, and nothing is said of it where b may not happen. */
  @Test
  void conditionalProbabilitiesAreEnclosed() {
    SplittableRandom random = new SplittableRandom(106);
    int known = 0;
    for (int i = 0; i < 200; i++) {
      Scene scene = new Scene(random, true, "beta(2, 2)");
      UnaryOperator<Rational> cdf = KNOWN.get(1).cdf();
      Event a = scene.event(3);
      Event b = scene.event(2);
      Rational both =
          ExactLine.probability(
              scene.all, new Conjunction(List.of(a, b)), Rational.ZERO, Rational.ONE, cdf);
      Rational ofB = ExactLine.probability(scene.all, b, Rational.ZERO, Rational.ONE, cdf);
      Problem problem = scene.problem(new Quantity.Probability(a, Optional.of(b)));
      Enclosure bounds = Trees.bounds(problem, Trees.random(problem, random, 40));
      if (ofB.isZero()) {
        assertEquals(Enclosure.WHOLE, bounds);
      } else {
        requireWithin(both.dividedBy(ofB), bounds, i + " " + scene.show(a) + scene.show(b));
        known += bounds.isBounded() ? 1 : 0;
      }
    }
    assertTrue(known > 60, "only " + known);
  }

  @Test
  void orderAndDoubleNegationMakeNoDifference() {
    SplittableRandom random = new SplittableRandom(107);
    for (int i = 0; i < 60; i++) {
      Scene scene = new Scene(random, true, "beta(2, 2)", Statements.distribution(random));
      Event a = scene.event(2);
      Event b = scene.event(2);
      Event c = scene.event(1);
      Event event = new Conjunction(List.of(a, new Disjunction(List.of(b, c))));
      Event permuted = new Conjunction(List.of(new Disjunction(List.of(c, b)), a));
      Event negated = new Negation(new Negation(event));
      Event deMorgan =
          new Negation(
              new Disjunction(
                  List.of(
                      new Negation(a),
                      new Conjunction(List.of(new Negation(b), new Negation(c))))));
      Problem problem = scene.problem(event);
      byte[] tree = Trees.random(problem, random, 80);
      Enclosure bounds = Trees.bounds(problem, tree);
      for (Event other : List.of(permuted, negated, deMorgan)) {
        Enclosure same = Trees.bounds(scene.problem(other), tree);
        String what = i + " " + scene.show(event);
        assertEquals(bounds.lower().doubleFloor(), same.lower().doubleFloor(), 1e-10, what);
        assertEquals(bounds.upper().doubleFloor(), same.upper().doubleFloor(), 1e-10, what);
      }
    }
  }

  /** The greatest of three scores is one of them, and ties are broken by the order. */
  @Test
  void theFirstOfTheGreatestIsExactlyOne() {
    SplittableRandom random = new SplittableRandom(108);
    for (int i = 0; i < 25; i++) {
      Network network = RandomNetworks.of(random, 2, 3);
      if (network.outputs() != 3) {
        continue;
      }
      List<Input> inputs = Statements.inputs("uniform(0, 1)", "beta(2, 2)");
      Quantity sum = p(isGreatest(0));
      for (int k = 1; k < 3; k++) {
        sum = of(sum, Operator.PLUS, p(isGreatest(k)));
      }
      Statement statement =
          new Statement(Statements.NO_DIGEST, inputs, 3, new QuantityClaim(sum, Optional.empty()));
      Problem problem = Trees.problem(statement, network);
      Enclosure bounds = Trees.bounds(problem, Trees.random(problem, random, 100));
      requireWithin(Rational.ONE, bounds, i + " " + network.gates());
    }
  }

  private static Event isGreatest(int k) {
    List<Event> parts = new ArrayList<>();
    for (int j = 0; j < 3; j++) {
      if (j != k) {
        List<Rational> difference =
            new ArrayList<>(List.of(Rational.ZERO, Rational.ZERO, Rational.ZERO));
        difference.set(k, Rational.ONE);
        difference.set(j, Rational.of(-1));
        Comparison comparison = j < k ? Comparison.GREATER : Comparison.GREATER_OR_EQUAL;
        parts.add(new Atom(new AffineForm(difference), comparison, Rational.ZERO));
      }
    }
    return new Conjunction(parts);
  }

  @Test
  void threadsMakeNoDifference() {
    SplittableRandom random = new SplittableRandom(109);
    for (int i = 0; i < 6; i++) {
      Scene scene = new Scene(random, true, "beta(2, 2)", "normal(0, 1)");
      Quantity quantity =
          of(
              new Quantity.Probability(scene.event(3), Optional.of(scene.event(2))),
              Operator.PLUS,
              p(scene.event(4)));
      Problem problem = scene.problem(quantity);
      byte[] tree = Trees.random(problem, random, 1500);
      List<Enclosure> one = Trees.bounds(problem, List.of(), tree, 1);
      assertEquals(one, Trees.bounds(problem, List.of(), tree, 3));
      assertTrue(!one.get(0).isBounded() || one.get(0).upper().compareTo(Rational.of(2)) <= 0);
    }
    assertEquals(Dyadic.ONE, Enclosure.ONE.lower().dyadic());
  }
}
