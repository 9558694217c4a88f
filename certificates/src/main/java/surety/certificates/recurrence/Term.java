package surety.certificates.recurrence;

import java.util.Arrays;
import java.util.Optional;
import surety.certificates.precise.Exponent;

/**
 * A product over all variables: of those with infinitely many values {@code v^a exp(z v)}, of the
 * others 1 or whether the variable has one of its values.
 */
final class Term {
  /** The largest power of a variable. */
  private static final int MOST_POWER = 4096;

  private final State state;

  /** Of a variable with finitely many values: 0, or one more than the place of its value. */
  private final int[] powers;

  private final Exponent[] exponents;
  private final int hash;

  private Term(State state, int[] powers, Exponent[] exponents) {
    this.state = state;
    this.powers = powers;
    this.exponents = exponents;
    int sum = Arrays.hashCode(powers);
    for (Exponent exponent : exponents) {
      sum = 31 * sum + (exponent.isZero() ? 0 : exponent.hashCode());
    }
    this.hash = sum;
  }

  /** The number 1. */
  static Term one(State state) {
    Exponent[] exponents = new Exponent[state.size()];
    Arrays.fill(exponents, Exponent.ZERO);
    return new Term(state, new int[state.size()], exponents);
  }

  /** A power of a variable; of one with finitely many values, that it has the one before this. */
  Term withPower(int variable, int power) {
    int[] changed = powers.clone();
    changed[variable] = moderate(variable, power);
    return new Term(state, changed, exponents);
  }

  Term withExponent(int variable, Exponent exponent) {
    Exponent[] changed = exponents.clone();
    changed[variable] = exponent;
    return new Term(state, powers, changed);
  }

  int power(int variable) {
    return powers[variable];
  }

  Exponent exponent(int variable) {
    return exponents[variable];
  }

  boolean mentions(int variable) {
    return powers[variable] != 0 || !exponents[variable].isZero();
  }

  /** Without a variable. */
  Term without(int variable) {
    return mentions(variable) ? withPower(variable, 0).withExponent(variable, Exponent.ZERO) : this;
  }

  /** Whether it is the number 1. */
  boolean isOne() {
    for (int v = 0; v < powers.length; v++) {
      if (mentions(v)) {
        return false;
      }
    }
    return true;
  }

  /** The product; empty if it is 0, as no variable has two values. */
  Optional<Term> times(Term other) {
    int[] sum = powers.clone();
    Exponent[] sums = exponents;
    for (int v = 0; v < sum.length; v++) {
      int more = other.powers[v];
      if (more != 0 && state.isFinite(v)) {
        if (sum[v] != 0 && sum[v] != more) {
          return Optional.empty();
        }
        sum[v] = more;
      } else if (more != 0) {
        sum[v] = moderate(v, sum[v] + more);
      }
      if (!other.exponents[v].isZero()) {
        sums = sums == exponents ? exponents.clone() : sums;
        sums[v] = sums[v].plus(other.exponents[v]);
      }
    }
    return Optional.of(new Term(state, sum, sums));
  }

  private int moderate(int variable, int power) {
    if (power > MOST_POWER) {
      throw new ArithmeticException(
          "a power of %s is above %d".formatted(state.name(variable), MOST_POWER));
    }
    return power;
  }

  /** This term, or its conjugate if it is turned. */
  Term upright() {
    return isTurned() ? conjugate() : this;
  }

  private Term conjugate() {
    return new Term(
        state, powers, Arrays.stream(exponents).map(Exponent::conjugate).toArray(Exponent[]::new));
  }

  /**
   * Of a term and its conjugate, one is turned, and the same one of both: the first exponent that
   * is not real decides.
   */
  boolean isTurned() {
    for (Exponent exponent : exponents) {
      if (!exponent.im().isZero()) {
        int sign = exponent.im().rational().signum();
        return (sign != 0 ? sign : exponent.im().pies().signum()) < 0;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Term other
        && hash == other.hash
        && Arrays.equals(powers, other.powers)
        && Arrays.equals(exponents, other.exponents);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
