package surety.language.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.DrawLaw;
import surety.certificates.loop.DrawLaw.Family;
import surety.certificates.loop.Expression;
import surety.language.problems.IssueCodes;
import surety.language.sure.LoopArgument;
import surety.language.sure.LoopLaw;
import surety.language.sure.SurePackage;

/** How draws of a loop are distributed. */
final class LoopLawReader {
  private static final String FAMILIES =
      "Uniform, Normal, Exponential, Gamma, Beta, Laplace, Triangular, Bernoulli, Categorical and"
          + " DiscreteUniform";
  private static final int MOST_WHOLE = 4096;

  private final LoopExpressionReader numbers;

  LoopLawReader(LoopScope scope) {
    this.numbers = new LoopExpressionReader(scope, false);
  }

  DrawLaw of(LoopLaw law) {
    requireNames(law);
    if (law.getLower() != null && !"Normal".equals(law.getFamily())) {
      throw wrong(law, "only Normal is cut off with 'on' in loops");
    }
    try {
      return family(law);
    } catch (IllegalArgumentException e) {
      throw wrong(law, e.getMessage());
    }
  }

  private DrawLaw family(LoopLaw law) {
    return switch (law.getFamily()) {
      case "Uniform" -> continuous(Family.UNIFORM, law, "Uniform(a, b)");
      case "Normal" -> normal(law);
      case "Exponential" -> exponential(law);
      case "Gamma" -> continuous(Family.GAMMA, law, "Gamma(shape, scale)");
      case "Beta" -> continuous(Family.BETA, law, "Beta(a, b)");
      case "Laplace" -> continuous(Family.LAPLACE, law, "Laplace(mean, scale)");
      case "Triangular" -> continuous(Family.TRIANGULAR, law, "Triangular(a, mode, b)");
      case "Bernoulli" -> bernoulli(law);
      case "Categorical" -> categorical(law);
      case "DiscreteUniform" -> discreteUniform(law);
      default ->
          throw new LoopProblemException(
              IssueCodes.UNKNOWN_FAMILY,
              "draws of a loop are not from '%s'; there are %s"
                  .formatted(law.getFamily(), FAMILIES),
              law,
              SurePackage.Literals.LOOP_LAW__FAMILY);
    };
  }

  private static void requireNames(LoopLaw law) {
    for (LoopArgument argument : law.getArguments()) {
      boolean isVariance =
          "Normal".equals(law.getFamily()) && "variance".equals(argument.getName());
      if (argument.getName() != null && !isVariance) {
        throw wrong(law, "only the variance of Normal has a name: Normal(0, variance = 0.3)");
      }
      if (argument.getWeight() != null && !"Categorical".equals(law.getFamily())) {
        throw wrong(law, "only the values of Categorical have weights behind them");
      }
    }
  }

  private static LoopProblemException wrong(LoopLaw law, String message) {
    return new LoopProblemException(
        IssueCodes.LOOP_DRAW, message, law, SurePackage.Literals.LOOP_LAW__FAMILY);
  }

  private List<Expression> parameters(LoopLaw law, int count, String usage) {
    if (law.getArguments().size() != count) {
      throw new LoopProblemException(
          IssueCodes.PARAMETER_COUNT,
          "%s takes %d parameters, not %d; write %s"
              .formatted(law.getFamily(), count, law.getArguments().size(), usage),
          law,
          SurePackage.Literals.LOOP_LAW__FAMILY);
    }
    return law.getArguments().stream().map(a -> numbers.of(a.getValue())).toList();
  }

  private DrawLaw continuous(Family family, LoopLaw law, String usage) {
    return new DrawLaw.Continuous(family, parameters(law, family.parameters(), usage));
  }

  private DrawLaw normal(LoopLaw law) {
    List<Expression> given =
        parameters(law, 2, "Normal(mean, deviation), or Normal(mean, variance = v)");
    boolean isVariance = law.getArguments().get(1).getName() != null;
    Expression variance = isVariance ? given.get(1) : square(given.get(1));
    if (law.getLower() == null) {
      return new DrawLaw.Continuous(Family.NORMAL, List.of(given.get(0), variance));
    }
    return new DrawLaw.Continuous(
        Family.TRUNCATED_NORMAL,
        List.of(given.get(0), variance, numbers.of(law.getLower()), numbers.of(law.getUpper())));
  }

  private static Expression square(Expression deviation) {
    return deviation instanceof Expression.Constant constant
        ? new Expression.Constant(constant.value().times(constant.value()))
        : new Expression.Power(deviation, 2);
  }

  /** Of a rate r, a gamma draw with shape 1 and scale 1/r. */
  private DrawLaw exponential(LoopLaw law) {
    Expression rate = parameters(law, 1, "Exponential(rate)").get(0);
    Expression one = new Expression.Constant(Rational.ONE);
    if (rate instanceof Expression.Constant constant && constant.value().signum() <= 0) {
      throw wrong(law, "a rate is positive");
    }
    Expression scale =
        rate instanceof Expression.Constant constant
            ? new Expression.Constant(Rational.ONE.dividedBy(constant.value()))
            : new Expression.Binary(Operator.DIVIDED_BY, one, rate);
    return new DrawLaw.Continuous(Family.GAMMA, List.of(one, scale));
  }

  private Rational fraction(LoopLaw law, int index) {
    return numbers.fraction(law.getArguments().get(index).getValue());
  }

  private DrawLaw bernoulli(LoopLaw law) {
    parameters(law, 1, "Bernoulli(p)");
    Rational p = fraction(law, 0);
    Map<Rational, Rational> weights = new TreeMap<>();
    weights.put(Rational.ZERO, Rational.ONE.minus(p));
    weights.put(Rational.ONE, p);
    return finite(weights);
  }

  private DrawLaw categorical(LoopLaw law) {
    Map<Rational, Rational> weights = new TreeMap<>();
    for (LoopArgument argument : law.getArguments()) {
      if (argument.getWeight() == null) {
        throw wrong(law, "each value of Categorical has a weight: Categorical(0: 1/4, 1: 3/4)");
      }
      Rational value = numbers.fraction(argument.getValue());
      if (weights.put(value, numbers.fraction(argument.getWeight())) != null) {
        throw wrong(law, "the value " + value + " stands twice");
      }
    }
    return finite(weights);
  }

  private DrawLaw discreteUniform(LoopLaw law) {
    parameters(law, 2, "DiscreteUniform(first, last)");
    Rational first = fraction(law, 0);
    Rational last = fraction(law, 1);
    boolean isRange = first.isInteger() && last.isInteger() && first.compareTo(last) <= 0;
    if (!isRange || last.minus(first).compareTo(Rational.of(MOST_WHOLE)) >= 0) {
      throw wrong(law, "DiscreteUniform has 1 to 4096 whole numbers, from the first to the last");
    }
    int count = last.minus(first).numerator().intValueExact() + 1;
    Map<Rational, Rational> weights = new TreeMap<>();
    for (int k = 0; k < count; k++) {
      weights.put(first.plus(Rational.of(k)), Rational.of(1, count));
    }
    return finite(weights);
  }

  /** Without values that never are drawn. */
  private static DrawLaw finite(Map<Rational, Rational> weights) {
    weights.values().removeIf(Rational::isZero);
    return new DrawLaw.Finite(new ArrayList<>(weights.keySet()), new ArrayList<>(weights.values()));
  }
}
