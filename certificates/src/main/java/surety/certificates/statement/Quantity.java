package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;

/** A real number that is determined by the distribution of inputs and outputs. */
public sealed interface Quantity {

  /** Canonical text. */
  String canonical();

  /** The quantities that it is computed from. */
  default List<Quantity> parts() {
    return List.of();
  }

  /** The events in it, conditions included, in their order. */
  default List<Event> events() {
    return parts().stream().flatMap(part -> part.events().stream()).toList();
  }

  /** The forms in it that stand outside of events, in their order. */
  default List<AffineForm> forms() {
    return parts().stream().flatMap(part -> part.forms().stream()).toList();
  }

  /** A number. */
  record Constant(Rational value) implements Quantity {
    /** Refuses a missing part. */
    public Constant {
      Objects.requireNonNull(value);
    }

    @Override
    public String canonical() {
      return value.toString();
    }
  }

  /** The probability of an event, perhaps given another one: {@code P(a)}, {@code P(a | b)}. */
  record Probability(Event event, Optional<Event> given) implements Quantity {
    /** Refuses missing parts. */
    public Probability {
      Objects.requireNonNull(event);
      Objects.requireNonNull(given);
    }

    /** Without a condition. */
    public Probability(Event event) {
      this(event, Optional.empty());
    }

    @Override
    public String canonical() {
      return "P(" + event.canonical() + condition(given) + ")";
    }

    @Override
    public List<Event> events() {
      return given.map(condition -> List.of(event, condition)).orElse(List.of(event));
    }
  }

  /** The mean of a form, perhaps given an event: {@code E(f)}, {@code E(f | b)}. */
  record Mean(AffineForm form, Optional<Event> given) implements Quantity {
    /** Refuses missing parts. */
    public Mean {
      Objects.requireNonNull(form);
      Objects.requireNonNull(given);
    }

    @Override
    public String canonical() {
      return "E(" + form.canonical() + condition(given) + ")";
    }

    @Override
    public List<Event> events() {
      return given.stream().toList();
    }

    @Override
    public List<AffineForm> forms() {
      return List.of(form);
    }
  }

  private static String condition(Optional<Event> given) {
    return given.map(condition -> " | " + condition.canonical()).orElse("");
  }

  /** How a form spreads. */
  enum Spread {
    /** The variance. */
    VARIANCE("Var"),
    /** The standard deviation. */
    DEVIATION("Std");

    private final String word;

    Spread(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }

  /** The variance or the standard deviation of a form: {@code Var(f)}, {@code Std(f)}. */
  record Dispersion(Spread spread, AffineForm form) implements Quantity {
    /** Refuses missing parts. */
    public Dispersion {
      Objects.requireNonNull(spread);
      Objects.requireNonNull(form);
    }

    @Override
    public String canonical() {
      return spread.word() + "(" + form.canonical() + ")";
    }

    @Override
    public List<AffineForm> forms() {
      return List.of(form);
    }
  }

  /** How two forms depend on each other. */
  enum Dependence {
    /** The covariance. */
    COVARIANCE("Cov"),
    /** Pearson's correlation; of a form that is constant there is none. */
    CORRELATION("Corr");

    private final String word;

    Dependence(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }

  /** The covariance or the correlation of two forms: {@code Cov(f, g)}, {@code Corr(f, g)}. */
  record Association(Dependence dependence, AffineForm first, AffineForm second)
      implements Quantity {
    /** Refuses missing parts. */
    public Association {
      Objects.requireNonNull(dependence);
      Objects.requireNonNull(first);
      Objects.requireNonNull(second);
    }

    @Override
    public String canonical() {
      return dependence.word() + "(" + first.canonical() + ", " + second.canonical() + ")";
    }

    @Override
    public List<AffineForm> forms() {
      return List.of(first, second);
    }
  }

  /** What is asked of the upper end of a form's distribution. */
  enum Tail {
    /** The least t with P(f <= t) >= p. */
    QUANTILE("quantile"),
    /**
     * The mean of the worst part of probability 1 - p, the conditional value at risk: the least
     * over all t of t + E(max(f - t, 0)) / (1 - p).
     */
    MEAN("cvar");

    private final String word;

    Tail(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }

  /**
   * A quantile or the mean beyond it: {@code quantile(f, p)}, {@code cvar(f, p)}.
   *
   * @param level p, strictly between 0 and 1
   */
  record Risk(Tail tail, AffineForm form, Rational level) implements Quantity {
    /** Refuses missing parts and other levels. */
    public Risk {
      Objects.requireNonNull(tail);
      Objects.requireNonNull(form);
      if (level.signum() <= 0 || level.compareTo(Rational.of(1)) >= 0) {
        throw new IllegalArgumentException(
            "the level of a " + tail.word() + " is strictly between 0 and 1, not " + level);
      }
    }

    @Override
    public String canonical() {
      return tail.word() + "(" + form.canonical() + ", " + level + ")";
    }

    @Override
    public List<AffineForm> forms() {
      return List.of(form);
    }
  }

  /** Two quantities with an operator between them: {@code (q + r)}. */
  record Arithmetic(Operator operator, Quantity left, Quantity right) implements Quantity {
    /** Refuses missing parts. */
    public Arithmetic {
      Objects.requireNonNull(operator);
      Objects.requireNonNull(left);
      Objects.requireNonNull(right);
    }

    @Override
    public String canonical() {
      return "(" + left.canonical() + " " + operator.symbol() + " " + right.canonical() + ")";
    }

    @Override
    public List<Quantity> parts() {
      return List.of(left, right);
    }
  }

  /** The absolute value of a quantity: {@code abs(q)}. */
  record Absolute(Quantity of) implements Quantity {
    /** Refuses a missing part. */
    public Absolute {
      Objects.requireNonNull(of);
    }

    @Override
    public String canonical() {
      return "abs(" + of.canonical() + ")";
    }

    @Override
    public List<Quantity> parts() {
      return List.of(of);
    }
  }
}
