package surety.certificates.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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

  /** Any statement. */
  public static Statement any(SplittableRandom random) {
    List<Input> inputs = new ArrayList<>();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      inputs.add(
          random.nextInt(4) == 0
              ? new FixedInput(rational(random))
              : new RandomInput(Distribution.parse(distribution(random))));
    }
    List<Rational> coefficients = new ArrayList<>();
    int outputs = random.nextInt(1, 4);
    for (int j = 0; j < outputs; j++) {
      coefficients.add(random.nextBoolean() ? Rational.ZERO : rational(random));
    }
    coefficients.set(random.nextInt(outputs), Rational.of(random.nextInt(1, 9), 10));
    Claim claim = claim(random, new AffineForm(coefficients));
    String digest = "%016x".formatted(random.nextLong()).repeat(4);
    return new Statement(digest, inputs, outputs, claim);
  }

  private static Claim claim(SplittableRandom random, AffineForm form) {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return new BandClaim(form, new EvenThresholds(random.nextInt(1, 1000)));
    }
    if (kind == 1) {
      List<Rational> ascending = new ArrayList<>();
      Rational last = rational(random);
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        ascending.add(last);
        last = last.plus(Rational.of(random.nextInt(1, 9), random.nextInt(1, 9)));
      }
      return new BandClaim(form, new ListedThresholds(ascending));
    }
    Event event = new Atom(form, comparison(random), rational(random));
    return new QuantityClaim(
        event,
        kind == 2
            ? Optional.empty()
            : Optional.of(new Limit(comparison(random), rational(random).abs())));
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
