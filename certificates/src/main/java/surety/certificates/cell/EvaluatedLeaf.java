package surety.certificates.cell;

import surety.certificates.arithmetic.Interval;

/**
 * What is known of a leaf of a proof tree. All masses are in units of {@code 2^scale}, and
 * enclosures of numbers that are not negative.
 */
interface EvaluatedLeaf extends KnownComparisons {
  /** The power of two that is taken out of all masses. */
  int scale();

  /** Encloses the leaf's probability; bounded. */
  Interval mass();

  /** An event that is the same as the given one on the leaf. */
  default CompiledEvent reduced(CompiledEvent event) {
    return event;
  }

  /**
   * Encloses the probability of the part of the leaf where a form is below a threshold.
   *
   * @param isTurned whether it is about minus the form
   */
  Interval below(int form, boolean isTurned, Threshold threshold);

  /** A lower bound of the mass of the part where two comparisons hold, both of other forms. */
  default double both(CompiledEvent.Comparison one, CompiledEvent.Comparison other) {
    return 0;
  }

  /** Contains all values of a form on the leaf. */
  Interval range(int form);

  /** Encloses the integral of a form less a number; the whole line if nothing is known. */
  Interval integral(int form, double centre);

  /** Encloses the integral of the product of two forms, each less a number, likewise. */
  Interval product(int form, double centre, int other, double otherCentre);

  /** Encloses the integral of max(form - t, 0), likewise. */
  Interval excess(int form, double t);
}
