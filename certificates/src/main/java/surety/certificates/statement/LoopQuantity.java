package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import surety.certificates.loop.Expression;

/** A real number, or several, that the distribution of a loop's variables determines. */
public sealed interface LoopQuantity {
  /** The highest order of moments that are asked for together. */
  int MOST_ORDER = 64;

  /** Canonical text. */
  String canonical();

  /** The expressions in it. */
  List<Expression> expressions();

  /** What its numbers are, each by its canonical text. */
  default List<String> names() {
    return List.of(canonical());
  }

  /** How many numbers it is. */
  default int count() {
    return 1;
  }

  /** The mean of an expression: {@code E(x)}. */
  record Mean(Expression of) implements LoopQuantity {
    /** Refuses a missing part. */
    public Mean {
      Objects.requireNonNull(of);
    }

    @Override
    public String canonical() {
      return "E(" + of.canonical() + ")";
    }

    @Override
    public List<Expression> expressions() {
      return List.of(of);
    }
  }

  /** The variance or the standard deviation: {@code Var(x)}, {@code Std(x)}. */
  record Dispersion(Quantity.Spread spread, Expression of) implements LoopQuantity {
    /** Refuses missing parts. */
    public Dispersion {
      Objects.requireNonNull(spread);
      Objects.requireNonNull(of);
    }

    @Override
    public String canonical() {
      return spread.word() + "(" + of.canonical() + ")";
    }

    @Override
    public List<Expression> expressions() {
      return List.of(of);
    }
  }

  /**
   * The covariance or the correlation of two expressions: {@code Cov(x, y)}, {@code Corr(x, y)}.
   */
  record Association(Quantity.Dependence dependence, Expression first, Expression second)
      implements LoopQuantity {
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
    public List<Expression> expressions() {
      return List.of(first, second);
    }
  }

  /** The means of the powers of an expression, from the first on: {@code moments(x, 4)}. */
  record Moments(Expression of, int order) implements LoopQuantity {
    /** Refuses no orders, and too many. */
    public Moments {
      Objects.requireNonNull(of);
      if (order < 1 || order > MOST_ORDER) {
        throw new IllegalArgumentException(
            "moments are those of the orders 1 to at most " + MOST_ORDER + ", not to " + order);
      }
    }

    @Override
    public String canonical() {
      return "moments(" + of.canonical() + ", " + order + ")";
    }

    @Override
    public List<Expression> expressions() {
      return List.of(of);
    }

    @Override
    public List<String> names() {
      return IntStream.rangeClosed(1, order)
          .mapToObj(k -> new Mean(k == 1 ? of : new Expression.Power(of, k)).canonical())
          .toList();
    }

    @Override
    public int count() {
      return order;
    }
  }
}
