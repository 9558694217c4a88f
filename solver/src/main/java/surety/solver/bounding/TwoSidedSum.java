package surety.solver.bounding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;

/**
 * A bound of a neuron as a constant, ReLUs whose sum rises with x, and ReLUs of -x whose sum falls.
 *
 * @param constant a float
 * @param rest what is added to it, another float: the sum of two need not be one
 * @param rising of x
 * @param falling of -x
 */
record TwoSidedSum(double constant, double rest, List<Hinge> rising, List<Hinge> falling) {

  TwoSidedSum {
    Floats.require(constant);
    Floats.require(rest);
    rising = List.copyOf(rising);
    falling = List.copyOf(falling);
  }

  /** The sum of two functions, the second one of -x. */
  static TwoSidedSum of(HingeSum rising, HingeSum falling) {
    double a = rising.constant();
    double b = falling.constant();
    boolean isFloat = Floats.isFloat(a + b) && Rounding.sumError(a, b) == 0;
    return new TwoSidedSum(isFloat ? a + b : a, isFloat ? 0 : b, rising.hinges(), falling.hinges());
  }

  /** Whether it is max(x, 0). */
  boolean isRelu() {
    return rest == 0 && falling.isEmpty() && new HingeSum(constant, rising).equals(HingeSum.relu());
  }

  /** How many ReLUs there are. */
  int size() {
    return rising.size() + falling.size();
  }

  /** One of them, those of x first. */
  Hinge hinge(int k) {
    return isRising(k) ? rising.get(k) : falling.get(k - rising.size());
  }

  /** Whether it is one of x. */
  boolean isRising(int k) {
    return k < rising.size();
  }

  /**
   * How steep it is at most: the largest sum, over all x, of the slope of what rises and the size
   * of the slope of what falls, rounded up.
   */
  double steepest() {
    List<Change> changes =
        Stream.concat(
                rising.stream().map(hinge -> Change.of(hinge, 1)),
                falling.stream().map(hinge -> Change.of(hinge, -1)))
            .sorted(Comparator.comparingDouble(Change::at).thenComparingDouble(Change::change))
            .toList();
    double slope = 0;
    for (Change change : changes) {
      slope = Rounding.addUp(slope, change.before());
    }
    double steepest = slope;
    for (Change change : changes) {
      slope = Rounding.addUp(slope, change.change());
      steepest = Math.max(steepest, slope);
    }
    return steepest;
  }

  /** What a ReLU adds to that sum, far to the left, and from a number on. */
  private record Change(double before, double at, double change) {

    /** Of a ReLU of x (side 1) or of -x (side -1). */
    static Change of(Hinge hinge, int side) {
      boolean isStraightBefore = hinge.rightward() == side < 0;
      double before = isStraightBefore ? hinge.direction() * hinge.weight() : 0;
      return new Change(before, side * hinge.at() + 0.0, side * hinge.weight());
    }
  }

  /** With x for what rises and another value for what falls. */
  Rational evaluateExactly(Rational x, Rational other) {
    return new HingeSum(constant, rising)
        .evaluateExactly(x)
        .plus(new HingeSum(rest, falling).evaluateExactly(other.negate()));
  }
}
