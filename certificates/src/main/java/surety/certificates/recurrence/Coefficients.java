package surety.certificates.recurrence;

import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.DrawLaw;
import surety.certificates.loop.Expression;
import surety.certificates.precise.Exponent;

/** What the coefficients of terms are: numbers with an error, or exact ones. */
interface Coefficients<C> {
  C of(Rational number);

  C plus(C a, C b);

  C times(C a, C b);

  C timesI(C a);

  C conjugate(C a);

  /** Whether it is 0 for sure. */
  boolean isZero(C a);

  /** The value of an expression without variables. */
  C constant(Expression expression);

  /** One over the value of an expression without variables. */
  C inverse(Expression expression);

  /** e to a power. */
  C exponential(Exponent power);

  /** The mean of {@code d^power exp(exponent d)} of a draw d. */
  C moment(DrawLaw distribution, int power, Exponent exponent);
}
