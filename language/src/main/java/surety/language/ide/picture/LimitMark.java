package surety.language.ide.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Limit;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.language.display.Decimals;
import surety.language.verification.Verification;

/**
 * What a property requires of a cdf: that at one threshold it stays out of a range that reaches to
 * 0 or to 1.
 *
 * @param name of the property
 * @param t the threshold
 * @param isBefore whether the probability of t itself does not count: then the requirement is about
 *     {@code P(y < t)}, where the cdf comes from as it reaches t
 * @param required of the cdf
 * @param standing of the property
 */
record LimitMark(String name, double t, boolean isBefore, Limit required, Standing standing) {

  /**
   * Of a property about the same function of the same inputs; nothing of another, and of one that
   * no probability could violate.
   */
  static Optional<LimitMark> of(Verification other, Statement cdf) {
    return of(other.name(), other.obligation().statement(), cdf, Standing.of(other));
  }

  static Optional<LimitMark> of(String name, Statement property, Statement cdf, Standing standing) {
    if (!(property.claim() instanceof QuantityClaim claim)
        || !(claim.requirement().orElse(null) instanceof Limit limit)
        || claim.atom().isEmpty()
        || !(cdf.claim() instanceof BandClaim band)
        || band.given().isPresent()
        || !property.networks().equals(cdf.networks())
        || !property.inputs().equals(cdf.inputs())
        || !List.of(claim.atom().get().form()).equals(band.forms())) {
      return Optional.empty();
    }
    return Optional.of(of(name, claim.atom().get(), limit, standing))
        .filter(mark -> canBeViolated(mark.required()));
  }

  /** Of {@code P(y > t)} the complement is the cdf, and {@code 1 - p < b} is {@code p > 1 - b}. */
  private static LimitMark of(String name, Atom event, Limit limit, Standing standing) {
    boolean isCdf = event.comparison().isBelow();
    Limit required =
        isCdf ? limit : new Limit(limit.comparison().mirrored(), Rational.ONE.minus(limit.limit()));
    boolean isBefore =
        event.comparison() == Comparison.LESS || event.comparison() == Comparison.GREATER_OR_EQUAL;
    return new LimitMark(
        name, Interval.of(event.threshold()).middle(), isBefore, required, standing);
  }

  /** Whether there is a probability that is not allowed: of a range, one of its ends is not. */
  static boolean canBeViolated(Limit limit) {
    return !(allows(limit, Rational.ZERO) && allows(limit, Rational.ONE));
  }

  private static boolean allows(Limit limit, Rational probability) {
    return limit.comparison().holds(probability.compareTo(limit.limit()));
  }

  /** Whether the range that is not allowed reaches to 1, and else to 0. */
  boolean isCeiling() {
    return required.comparison().isBelow();
  }

  /** Where the range that is not allowed begins. */
  double from() {
    return isCeiling() ? edge() : 0;
  }

  /** Where it ends. */
  double to() {
    return isCeiling() ? 1 : edge();
  }

  /** The end of it that the cdf may come near to. */
  double edge() {
    return Math.max(0, Math.min(1, Interval.of(required.limit()).middle()));
  }

  /** What stands at the edge of a picture that it is not in. */
  String labelWithPlace() {
    BigDecimal place = new BigDecimal(t).round(new MathContext(4));
    return label() + ": t = " + Decimals.text(place);
  }

  /** What stands beside it. */
  String label() {
    return isBefore ? name + ", below t" : name;
  }
}
