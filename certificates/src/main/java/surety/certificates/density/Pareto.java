package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** On [minimum, infinity), with a density proportional to {@code x^-(shape+1)}. */
public record Pareto(Rational shape, Rational minimum) implements Distribution {
  public Pareto {
    Parameters.requireBetween(
        "the shape of pareto", shape, Rational.of(1, 5), Rational.of(10_000 - 1));
    Parameters.requirePositive("the minimum of pareto", minimum);
  }
}
