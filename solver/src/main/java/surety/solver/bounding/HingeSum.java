package surety.solver.bounding;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * A continuous piecewise linear function as a constant and a sum of ReLUs.
 *
 * @param constant a float
 */
record HingeSum(double constant, List<Hinge> hinges) {

  HingeSum {
    Floats.require(constant);
    constant += 0.0;
    hinges = List.copyOf(hinges);
  }

  /** max(x, 0). */
  static HingeSum relu() {
    return new HingeSum(0, List.of(new Hinge(true, 0, 1)));
  }

  Rational evaluateExactly(Rational x) {
    Rational sum = Rational.ofDouble(constant);
    for (Hinge hinge : hinges) {
      sum = sum.plus(hinge.evaluateExactly(x));
    }
    return sum;
  }
}
