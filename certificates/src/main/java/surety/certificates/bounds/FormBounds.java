package surety.certificates.bounds;

import surety.certificates.arithmetic.Interval;

/** What affine bounds say of a network's forms on a cell. */
public interface FormBounds extends Arguments {
  /** Contains all values of a form on the cell. */
  Interval range(int form);

  /** Whether a form may have one value on the whole cell; not, only if it is shown to vary. */
  boolean mayBeConstant(int form);
}
