package surety.certificates.attack;

import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;
import surety.certificates.statement.Quantity;

/** Quantiles and conditional values at risk, by bisection of the exact distribution function. */
final class RiskOracle {
  private static final Rational FAR = Rational.of(64);

  private final Measure measure;
  private final Span mass;
  private final Quantity.Risk risk;

  RiskOracle(Measure measure, Span mass, Quantity.Risk risk) {
    this.measure = measure;
    this.mass = mass;
    this.risk = risk;
  }

  Span value(int bisections) {
    Span quantile = quantile(bisections);
    return risk.tail() == Quantity.Tail.QUANTILE ? quantile : mean(quantile);
  }

  private Span share(Rational t, boolean includesEqual) {
    Event below = Oracle.below(risk.form(), t, includesEqual);
    return measure.mass(below).dividedBy(mass).orElseThrow();
  }

  private Span quantile(int bisections) {
    for (Rational jump : measure.levels(risk.form())) {
      boolean reaches = share(jump, true).lower().compareTo(risk.level()) >= 0;
      if (reaches && share(jump, false).upper().compareTo(risk.level()) < 0) {
        return Span.of(jump);
      }
    }
    Rational low = FAR.negate();
    Rational high = FAR;
    for (int k = 0; k < bisections; k++) {
      Rational middle = low.plus(high).times(Rational.of(1, 2));
      if (share(middle, true).lower().compareTo(risk.level()) >= 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new Span(low, high);
  }

  /**
   * The least value of phi(u) = u + E(max(g - u, 0)) / (1 - p), which lies at the quantile q: phi
   * is convex with slopes from -p / (1 - p) to 1, so that phi(u) is at most |u - q| max(1, p / (1 -
   * p)) above it.
   */
  private Span mean(Span quantile) {
    Rational u = quantile.upper();
    Rational p = risk.level();
    Rational scale = Rational.ONE.dividedBy(Rational.ONE.minus(p));
    AffineForm form = risk.form();
    Event above = new Negation(Oracle.below(form, u, true));
    Span excess =
        measure
            .integral(form, above)
            .minus(measure.mass(above).times(u))
            .dividedBy(mass)
            .orElseThrow();
    Span phi = Span.of(u).plus(excess.times(scale));
    Rational off = quantile.upper().minus(quantile.lower()).times(scale);
    return new Span(phi.lower().minus(off), phi.upper());
  }

  /** The numbers between which the certificate looks for it. */
  static List<Rational> around(Span value, Rational room) {
    return List.of(
        Rational.ofDouble(value.lower().minus(room).doubleFloor()),
        Rational.ofDouble(value.upper().plus(room).doubleCeiling()));
  }
}
