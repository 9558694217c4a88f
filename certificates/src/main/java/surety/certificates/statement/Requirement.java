package surety.certificates.statement;

import surety.certificates.arithmetic.Bound;

/** What a property requires of its quantity. */
public sealed interface Requirement permits Limit, Range {
  /** Canonical text, as it stands behind the quantity. */
  String canonical();

  /**
   * The verdict that follows from guaranteed bounds of the quantity.
   *
   * @param lower at most the quantity
   * @param upper at least the quantity
   */
  Verdict verdict(Bound lower, Bound upper);
}
