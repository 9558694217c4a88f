package surety.certificates.statement;

import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;

/** What a property requires of its quantity. */
public sealed interface Requirement permits Limit, Range {
  /** The numbers that the quantity is compared with, ascending. */
  List<Rational> limits();

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
