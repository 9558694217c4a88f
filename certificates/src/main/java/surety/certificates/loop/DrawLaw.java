package surety.certificates.loop;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import surety.certificates.arithmetic.Rational;

/**
 * How a draw is distributed. Parameters that are expressions have no variables in them; what they
 * must be, positive or in order, is seen where their values are computed.
 */
public sealed interface DrawLaw {
  /** Bounds the time that a draw takes. */
  int MOST_VALUES = 4096;

  /** Canonical text. */
  String canonical();

  /** The expressions in it. */
  List<Expression> parameters();

  /** Finitely many values, each with its probability. */
  record Finite(List<Rational> values, List<Rational> weights) implements DrawLaw {
    /** Refuses weights that are no probabilities, and values that occur twice. */
    public Finite {
      values = List.copyOf(values);
      weights = List.copyOf(weights);
      if (values.isEmpty() || values.size() > MOST_VALUES || values.size() != weights.size()) {
        throw new IllegalArgumentException("a draw has 1 to 4096 values, each with its weight");
      }
      Set<Rational> distinct = new HashSet<>(values);
      if (distinct.size() < values.size()) {
        throw new IllegalArgumentException("a value of a draw occurs twice");
      }
      requireWeights(weights);
    }

    @Override
    public String canonical() {
      StringBuilder text = new StringBuilder("finite(");
      for (int k = 0; k < values.size(); k++) {
        text.append(k == 0 ? "" : ", ").append(values.get(k)).append(": ").append(weights.get(k));
      }
      return text.append(")").toString();
    }

    @Override
    public List<Expression> parameters() {
      return List.of();
    }
  }

  /** Refuses weights that are not positive, or whose sum is not 1. */
  static void requireWeights(List<Rational> weights) {
    Rational sum = Rational.ZERO;
    for (Rational weight : weights) {
      if (weight.signum() <= 0) {
        throw new IllegalArgumentException("a weight is positive, not " + weight);
      }
      sum = sum.plus(weight);
    }
    if (!sum.equals(Rational.ONE)) {
      throw new IllegalArgumentException("the sum of weights is 1, not " + sum);
    }
  }

  /** The families of distributions with a density, and what their parameters are. */
  enum Family {
    /** Lower and upper end. */
    UNIFORM("uniform", 2),
    /** Mean and variance. */
    NORMAL("normal", 2),
    /** Mean and variance of the normal law, and the ends of what is left of it. */
    TRUNCATED_NORMAL("truncated-normal", 4),
    /** On 0 to 1: both parameters are fractions. */
    BETA("beta", 2),
    /** Shape, a fraction, and scale. */
    GAMMA("gamma", 2),
    /** Mean and scale. */
    LAPLACE("laplace", 2),
    /** Lower end, mode, upper end. */
    TRIANGULAR("triangular", 3);

    private final String word;
    private final int parameters;

    Family(String word, int parameters) {
      this.word = word;
      this.parameters = parameters;
    }

    /** As it is written. */
    public String word() {
      return word;
    }

    /** How many parameters it has. */
    public int parameters() {
      return parameters;
    }
  }

  /** One of the families with a density. */
  record Continuous(Family family, List<Expression> parameters) implements DrawLaw {
    /** Refuses parameters with variables, and another number of them. */
    public Continuous {
      Objects.requireNonNull(family);
      parameters = List.copyOf(parameters);
      if (parameters.size() != family.parameters) {
        throw new IllegalArgumentException(
            "%s has %d parameters, not %d"
                .formatted(family.word, family.parameters, parameters.size()));
      }
      for (Expression parameter : parameters) {
        if (!parameter.variables().isEmpty()) {
          throw new IllegalArgumentException(
              "a parameter of %s has variables in it: %s"
                  .formatted(family.word, parameter.canonical()));
        }
      }
    }

    @Override
    public String canonical() {
      return parameters.stream()
          .map(Expression::canonical)
          .collect(joining(", ", family.word + "(", ")"));
    }
  }
}
