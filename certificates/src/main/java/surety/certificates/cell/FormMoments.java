package surety.certificates.cell;

import surety.certificates.arithmetic.Interval;

/**
 * What is proved of the joint distribution of a problem's forms without a proof tree: enclosures of
 * moments, of forms by their numbers. Each is the whole line, or all that the number can be, where
 * nothing is known.
 */
public interface FormMoments {
  /** Encloses E(form - centre). */
  Interval first(int form, double centre);

  /** Encloses E((first - a) (second - b)). */
  Interval second(int first, double a, int second, double b);

  /** Encloses the probability that a form is at most, or below, a threshold. */
  default Interval probability(int form, Threshold threshold) {
    return new Interval(0, 1);
  }

  /** Encloses E(max(form - t, 0)). */
  default Interval excess(int form, double t) {
    return new Interval(0, Double.POSITIVE_INFINITY);
  }
}
