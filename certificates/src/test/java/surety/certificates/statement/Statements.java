package surety.certificates.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;

/** Statements for tests. */
public final class Statements {
  public static final String NO_DIGEST = "0".repeat(64);

  private Statements() {}

  /** Inputs as a statement's text has them: a distribution, or {@code = VALUE}. */
  public static List<Input> inputs(String... texts) {
    List<Input> inputs = new ArrayList<>();
    for (String text : texts) {
      inputs.add(
          text.startsWith("= ")
              ? new FixedInput(Rational.parse(text.substring(2)))
              : new RandomInput(Distribution.parse(text)));
    }
    return inputs;
  }

  public static AffineForm form(String... coefficients) {
    return new AffineForm(List.of(coefficients).stream().map(Rational::parse).toList());
  }

  public static Statement query(
      List<Input> inputs, AffineForm form, Comparison comparison, Rational threshold) {
    Event event = new Atom(form, comparison, threshold);
    return of(inputs, new QuantityClaim(event, Optional.empty()));
  }

  public static Statement band(List<Input> inputs, AffineForm form, List<Rational> thresholds) {
    return of(inputs, new BandClaim(form, new ListedThresholds(thresholds)));
  }

  public static Statement of(List<Input> inputs, Claim claim) {
    return new Statement(NO_DIGEST, inputs, claim.allForms().get(0).outputs().size(), claim);
  }

  /** The reals, or any format with any accuracy. */
  static Semantics semantics(SplittableRandom random) {
    return random.nextInt(3) > 0
        ? Semantics.REAL
        : Semantics.of(
            random.nextBoolean() ? FloatFormat.FLOAT32 : FloatFormat.FLOAT64,
            random.nextInt(1, random.nextBoolean() ? 10 : Semantics.WORST_ACCURACY + 1));
  }

  /** Any statement. */
  public static Statement any(SplittableRandom random) {
    List<Input> inputs = new ArrayList<>();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      inputs.add(
          random.nextInt(4) == 0
              ? new FixedInput(rational(random))
              : new RandomInput(Distribution.parse(distribution(random))));
    }
    List<NetworkReference> networks = new ArrayList<>();
    for (int k = random.nextInt(4) == 0 ? 3 : 1; k > 0; k--) {
      String digest = "%016x".formatted(random.nextLong()).repeat(4);
      networks.add(new NetworkReference(digest, random.nextInt(1, 4)));
    }
    int outputs = networks.stream().mapToInt(NetworkReference::outputs).sum();
    Claim claim = claim(random, outputs, inputs.size());
    return new Statement(networks, inputs, claim).in(semantics(random));
  }

  /** Any form, of outputs and sometimes of inputs. */
  public static AffineForm form(SplittableRandom random, int outputs, int inputs) {
    List<Rational> ofOutputs = coefficients(random, outputs);
    List<Rational> ofInputs = random.nextInt(3) == 0 ? coefficients(random, inputs) : List.of();
    ofOutputs.set(random.nextInt(outputs), Rational.of(random.nextInt(1, 9), 10));
    return new AffineForm(ofOutputs, ofInputs);
  }

  private static List<Rational> coefficients(SplittableRandom random, int count) {
    List<Rational> coefficients = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      coefficients.add(random.nextBoolean() ? Rational.ZERO : rational(random));
    }
    return coefficients;
  }

  private static Claim claim(SplittableRandom random, int outputs, int inputs) {
    int kind = random.nextInt(7);
    AffineForm form = form(random, outputs, inputs);
    Optional<Event> given =
        random.nextBoolean() ? Optional.empty() : Optional.of(event(random, outputs, inputs, 1));
    if (kind == 0) {
      List<AffineForm> forms = new ArrayList<>();
      List<Thresholds> thresholds = new ArrayList<>();
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        forms.add(form(random, outputs, inputs));
        thresholds.add(thresholds(random));
      }
      return new BandClaim(forms, given, thresholds);
    }
    if (kind == 1) {
      return new BandClaim(form, given, new EvenThresholds(random.nextInt(1, 1000)));
    }
    if (kind == 2) {
      return new MomentsClaim(
          random.nextBoolean() ? List.of(form) : List.of(form, form(random, outputs, inputs)));
    }
    Quantity quantity = new Quantity.Probability(event(random, outputs, inputs, 3));
    Quantity other = quantity(random, outputs, inputs, 3);
    boolean isOfVariables = !other.forms().isEmpty() || !other.events().isEmpty();
    return new QuantityClaim(isOfVariables ? other : quantity, requirement(random));
  }

  private static Thresholds thresholds(SplittableRandom random) {
    if (random.nextBoolean()) {
      return new EvenThresholds(random.nextInt(1, 25));
    }
    List<Rational> ascending = new ArrayList<>();
    Rational last = rational(random);
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      ascending.add(last);
      last = last.plus(Rational.of(random.nextInt(1, 9), random.nextInt(1, 9)));
    }
    return new ListedThresholds(ascending);
  }

  private static Optional<Requirement> requirement(SplittableRandom random) {
    Rational a = rational(random);
    return switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Limit(comparison(random), a));
      default -> Optional.of(new Range(a, a.plus(rational(random).abs())));
    };
  }

  /** Any event of at most so many levels. */
  public static Event event(SplittableRandom random, int outputs, int inputs, int depth) {
    int kind = random.nextInt(5);
    if (depth == 0 || kind < 2) {
      return new Atom(form(random, outputs, inputs), comparison(random), rational(random));
    }
    if (kind == 2) {
      return new Negation(event(random, outputs, inputs, depth - 1));
    }
    List<Event> parts = new ArrayList<>();
    for (int k = random.nextInt(2, 4); k > 0; k--) {
      parts.add(event(random, outputs, inputs, depth - 1));
    }
    return kind == 3 ? new Conjunction(parts) : new Disjunction(parts);
  }

  /** Any quantity of at most so many levels. */
  public static Quantity quantity(SplittableRandom random, int outputs, int inputs, int depth) {
    AffineForm form = form(random, outputs, inputs);
    Optional<Event> given =
        random.nextBoolean() ? Optional.empty() : Optional.of(event(random, outputs, inputs, 2));
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0 -> new Quantity.Probability(event(random, outputs, inputs, 2), given);
      case 1 -> new Quantity.Mean(form, given);
      case 2 -> new Quantity.Dispersion(any(random, Quantity.Spread.values()), form);
      case 3 ->
          new Quantity.Association(
              any(random, Quantity.Dependence.values()), form, form(random, outputs, inputs));
      case 4 ->
          new Quantity.Risk(
              any(random, Quantity.Tail.values()), form, Rational.of(random.nextInt(1, 9), 9));
      case 5 -> new Quantity.Constant(rational(random));
      case 6 -> new Quantity.Absolute(quantity(random, outputs, inputs, depth - 1));
      default ->
          new Quantity.Arithmetic(
              any(random, Operator.values()),
              quantity(random, outputs, inputs, depth - 1),
              quantity(random, outputs, inputs, depth - 1));
    };
  }

  @SafeVarargs
  private static <T> T any(SplittableRandom random, T... values) {
    return values[random.nextInt(values.length)];
  }

  public static Comparison comparison(SplittableRandom random) {
    return List.of(Comparison.values()).get(random.nextInt(4));
  }

  public static Rational rational(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Rational.of(random.nextInt(-5, 6));
      case 1 -> Rational.of(random.nextInt(-50, 51), 10);
      case 2 -> Rational.ofDouble(random.nextDouble(-1, 1));
      default -> Rational.parse(random.nextInt(-9, 10) + "e" + random.nextInt(-400, 300));
    };
  }

  /** The canonical text of a distribution with moderate parameters, of every kind. */
  public static String distribution(SplittableRandom random) {
    return switch (random.nextInt(13)) {
      case 0 -> "uniform(0, 1)";
      case 1 -> "uniform(-1/3, 7/10)";
      case 2 -> "beta(2, 2)";
      case 3 -> "beta(3, 1)";
      case 4 -> "beta(5/2, 3/2)";
      case 5 -> "normal(0, 1)";
      case 6 -> "normal(1/10, 1/2) on [-1, 1]";
      case 7 -> "exponential(2)";
      case 8 -> "gamma(2, 1/3)";
      case 9 -> "triangular(-1, 0, 1)";
      case 10 -> "triangular(0, 1/3, 1)";
      case 11 -> "histogram([-1, -1/3, 1/5, 1], [1/4, 0, 3/4])";
      default -> "uniform(-1, 2) on [0, 1]";
    };
  }
}
