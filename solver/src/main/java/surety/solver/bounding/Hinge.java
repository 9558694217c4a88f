package surety.solver.bounding;

import surety.certificates.arithmetic.Rational;

/**
 * {@code weight relu(x - at)}, or {@code weight relu(at - x)} if it opens to the left: zero on one
 * side of a breakpoint and straight on the other.
 *
 * @param rightward whether the straight side is above the breakpoint
 * @param at the breakpoint, a float
 * @param weight a float
 */
record Hinge(boolean rightward, double at, double weight) {

  Hinge {
    Floats.require(at);
    Floats.require(weight);
  }

  /** The factor of x inside the ReLU: 1 or -1. */
  double direction() {
    return rightward ? 1 : -1;
  }

  Rational evaluateExactly(Rational x) {
    Rational distance = x.minus(Rational.ofDouble(at));
    Rational opened = rightward ? distance : distance.negate();
    return opened.signum() <= 0 ? Rational.ZERO : opened.times(Rational.ofDouble(weight));
  }
}
