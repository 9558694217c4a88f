package surety.examples;

import java.util.Optional;

/** A quantity: as a specification has it, and what samples say of it. */
sealed interface QuantityTree {
  /** As it is written. */
  String text();

  Estimate estimate(Draws draws);

  private static String given(Optional<EventTree> condition) {
    return condition.map(event -> " | " + event.text()).orElse("");
  }

  private static String operand(QuantityTree quantity) {
    return quantity instanceof Arithmetic ? "(" + quantity.text() + ")" : quantity.text();
  }

  /** A number without a sign. */
  record Constant(String text, double value) implements QuantityTree {
    @Override
    public Estimate estimate(Draws draws) {
      return Estimate.of(value);
    }
  }

  /** The probability of an event. */
  record Probability(EventTree event, Optional<EventTree> condition) implements QuantityTree {
    @Override
    public String text() {
      return "P(" + event.text() + given(condition) + ")";
    }

    @Override
    public Estimate estimate(Draws draws) {
      return draws.given(condition).probability(event);
    }
  }

  /** The mean of a sum. */
  record Mean(ScalarTree form, Optional<EventTree> condition) implements QuantityTree {
    @Override
    public String text() {
      return "E(" + form.text() + given(condition) + ")";
    }

    @Override
    public Estimate estimate(Draws draws) {
      return draws.given(condition).mean(form);
    }
  }

  /** The variance of a sum, or its root. */
  record Spread(boolean isRoot, ScalarTree form) implements QuantityTree {
    @Override
    public String text() {
      return (isRoot ? "Std(" : "Var(") + form.text() + ")";
    }

    @Override
    public Estimate estimate(Draws draws) {
      Estimate variance = draws.covariance(form, form);
      return isRoot ? variance.root() : variance;
    }
  }

  /** The covariance of two sums, or their correlation. */
  record Association(boolean isCorrelation, ScalarTree first, ScalarTree second)
      implements QuantityTree {
    @Override
    public String text() {
      return (isCorrelation ? "Corr(" : "Cov(") + first.text() + ", " + second.text() + ")";
    }

    @Override
    public Estimate estimate(Draws draws) {
      Estimate covariance = draws.covariance(first, second);
      if (!isCorrelation) {
        return covariance;
      }
      Estimate squares = draws.covariance(first, first).times(draws.covariance(second, second));
      return covariance.dividedBy(squares.root());
    }
  }

  /** A quantile, or the mean beyond it. */
  record Risk(boolean isMean, ScalarTree form, String level) implements QuantityTree {
    @Override
    public String text() {
      return (isMean ? "cvar(" : "quantile(") + form.text() + ", " + level + ")";
    }

    @Override
    public Estimate estimate(Draws draws) {
      double p = Double.parseDouble(level);
      return isMean ? draws.meanBeyond(form, p) : draws.quantile(form, p);
    }
  }

  /** The absolute value of a quantity. */
  record Absolute(QuantityTree part) implements QuantityTree {
    @Override
    public String text() {
      return "abs(" + part.text() + ")";
    }

    @Override
    public Estimate estimate(Draws draws) {
      return part.estimate(draws).absolute();
    }
  }

  /** Two quantities with an operator between them. */
  record Arithmetic(char operator, QuantityTree left, QuantityTree right) implements QuantityTree {
    @Override
    public String text() {
      return operand(left) + " " + operator + " " + operand(right);
    }

    @Override
    public Estimate estimate(Draws draws) {
      Estimate first = left.estimate(draws);
      Estimate second = right.estimate(draws);
      return switch (operator) {
        case '+' -> first.plus(second);
        case '-' -> first.minus(second);
        case '*' -> first.times(second);
        default -> first.dividedBy(second);
      };
    }
  }
}
