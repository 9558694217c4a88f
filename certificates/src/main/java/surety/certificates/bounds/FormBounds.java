package surety.certificates.bounds;

import surety.certificates.arithmetic.Interval;

/** What affine bounds say of a network's forms on a cell. */
public interface FormBounds extends Arguments {
  /** A lower bound of a form over the whole cell. */
  double least(int form);

  /** An upper bound of a form over the whole cell. */
  double greatest(int form);

  /** Contains all values of a form on the cell. */
  default Interval range(int form) {
    return new Interval(least(form), greatest(form));
  }

  /** Whether a form may have one value on the whole cell; not, only if it is shown to vary. */
  boolean mayBeConstant(int form);
}
