package surety.certificates.loop;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import surety.certificates.arithmetic.Rational;

/**
 * What decides which statements of a loop are executed; about variables with finitely many values.
 */
public sealed interface Condition {
  /** Canonical text. */
  String canonical();

  /** The names of the variables in it, in alphabetical order. */
  Set<String> variables();

  /**
   * Whether it holds where the variables have these values.
   *
   * @throws ArithmeticException if an expression in it is no fraction then
   */
  boolean holds(Map<String, Rational> values);

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> names = new TreeSet<>(left);
    names.addAll(right);
    return names;
  }

  /** A comparison of two expressions. */
  record Compared(Expression left, Relation relation, Expression right) implements Condition {
    /** Refuses missing parts. */
    public Compared {
      Objects.requireNonNull(left);
      Objects.requireNonNull(relation);
      Objects.requireNonNull(right);
    }

    @Override
    public String canonical() {
      return left.canonical() + " " + relation.symbol() + " " + right.canonical();
    }

    @Override
    public Set<String> variables() {
      return union(left.variables(), right.variables());
    }

    @Override
    public boolean holds(Map<String, Rational> values) {
      return relation.holds(
          FiniteValues.value(left, values).compareTo(FiniteValues.value(right, values)));
    }
  }

  /** Both, or one of them at least. */
  record Joined(boolean isAnd, Condition left, Condition right) implements Condition {
    /** Refuses missing parts. */
    public Joined {
      Objects.requireNonNull(left);
      Objects.requireNonNull(right);
    }

    @Override
    public String canonical() {
      return "[" + left.canonical() + (isAnd ? " and " : " or ") + right.canonical() + "]";
    }

    @Override
    public Set<String> variables() {
      return union(left.variables(), right.variables());
    }

    @Override
    public boolean holds(Map<String, Rational> values) {
      return isAnd
          ? left.holds(values) && right.holds(values)
          : left.holds(values) || right.holds(values);
    }
  }

  /** Where another one does not hold. */
  record Negated(Condition of) implements Condition {
    /** Refuses a missing part. */
    public Negated {
      Objects.requireNonNull(of);
    }

    @Override
    public String canonical() {
      return "not [" + of.canonical() + "]";
    }

    @Override
    public Set<String> variables() {
      return of.variables();
    }

    @Override
    public boolean holds(Map<String, Rational> values) {
      return !of.holds(values);
    }
  }
}
