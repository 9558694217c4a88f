package surety.certificates.moment;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.gaussian.EnclosedVector;
import surety.certificates.gaussian.NormalForm;

/**
 * What is known of one number of a network of normal inputs: it is a normal number and a sum of
 * multiples of rectified normal numbers, up to a rest.
 *
 * @param surrogate the normal number that stands for it
 * @param linear the normal summand
 * @param factors of neurons, by their numbers
 * @param rest at least the root of the mean square of the rest; 0 if there is none
 */
record Wire(NormalForm surrogate, NormalForm linear, Factors factors, double rest) {
  /**
   * A normal number is its own surrogate, the very same: an enclosure of that number has many
   * numbers in it, so that another one does not do.
   */
  Wire {
    surrogate = factors.isEmpty() && rest == 0 ? linear : surrogate;
  }

  /** A normal number. */
  static Wire of(NormalForm form) {
    return new Wire(form, form, Factors.NONE, 0);
  }

  /** Whether it is a normal number exactly. */
  boolean isNormal() {
    return factors.isEmpty() && rest == 0;
  }

  /** The same, if what is known of the rest otherwise is no more than that. */
  Wire withRest(double other) {
    return other < rest ? new Wire(surrogate, linear, factors, other) : this;
  }

  /** The factors of so many neurons. */
  EnclosedVector factors(int neurons) {
    return factors.among(neurons);
  }

  /** A sum of multiples of wires. */
  static final class Sum {
    private final NormalForm.Sum surrogate;
    private final NormalForm.Sum linear;
    private final Factors.Sum factors = new Factors.Sum();
    private double rest;

    Sum(int dimension) {
      this.surrogate = new NormalForm.Sum(dimension);
      this.linear = new NormalForm.Sum(dimension);
    }

    Sum add(Interval number) {
      surrogate.add(number);
      linear.add(number);
      return this;
    }

    Sum add(Interval factor, Wire wire) {
      surrogate.add(factor, wire.surrogate);
      linear.add(factor, wire.linear);
      factors.add(wire.factors, factor);
      addRest(Rounding.multiplyUp(factor.magnitude(), wire.rest));
      return this;
    }

    /** Adds something to what is not normal, and not to the surrogate. */
    Sum add(int neuron, Interval factor) {
      factors.add(neuron, factor);
      return this;
    }

    /** Norms add up, by the triangle inequality. */
    Sum addRest(double more) {
      rest = Rounding.addUp(rest, more);
      return this;
    }

    Wire wire() {
      return wire(surrogate.form());
    }

    /** With another surrogate. */
    Wire wire(NormalForm other) {
      return new Wire(other, linear.form(), factors.factors(), rest);
    }
  }
}
