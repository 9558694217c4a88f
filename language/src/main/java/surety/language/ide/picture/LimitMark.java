package surety.language.ide.picture;

import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Event;
import surety.certificates.statement.ProbabilityClaim;
import surety.certificates.statement.ProbabilityLimit;
import surety.certificates.statement.Statement;

/**
 * What a property requires of a cdf: that at one threshold it stays out of a range.
 *
 * @param name of the property
 * @param t the threshold
 * @param from where the range that is not allowed begins
 * @param to where it ends
 */
record LimitMark(String name, double t, double from, double to) {

  /** Of a property about the same function of the same inputs; nothing of another. */
  static Optional<LimitMark> of(String name, Statement property, Statement cdf) {
    if (!(property.claim() instanceof ProbabilityClaim claim)
        || claim.limit().isEmpty()
        || !(cdf.claim() instanceof BandClaim band)
        || !property.networkDigest().equals(cdf.networkDigest())
        || !property.inputs().equals(cdf.inputs())
        || !claim.event().form().equals(band.form())) {
      return Optional.empty();
    }
    return Optional.of(of(name, claim.event(), claim.limit().get()));
  }

  /** Of {@code P(y > t)} the complement is the cdf. */
  private static LimitMark of(String name, Event event, ProbabilityLimit limit) {
    boolean isCdf = event.comparison().isBelow();
    Rational level = isCdf ? limit.limit() : Rational.of(1).plus(limit.limit().negate());
    double edge = Math.max(0, Math.min(1, Interval.of(level).middle()));
    boolean isUpper = limit.comparison().isBelow() == isCdf;
    double t = Interval.of(event.threshold()).middle();
    return new LimitMark(name, t, isUpper ? edge : 0, isUpper ? 1 : edge);
  }
}
