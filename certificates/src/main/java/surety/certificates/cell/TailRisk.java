package surety.certificates.cell;

import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;

/**
 * A quantile of a form g, and the mean of what is beyond it, from what is known at two thresholds s
 * <= t.
 *
 * @param s the lesser one, exactly
 * @param t the greater one, exactly
 * @param level encloses p
 * @param exactLevel p itself, strictly between 0 and 1
 */
record TailRisk(Enclosure s, Enclosure t, Enclosure level, Rational exactLevel) {

  /**
   * The least u with P(g <= u) >= p: above s if P(g <= s) < p, for P(g <= u) does not decrease; at
   * most t if P(g <= t) >= p.
   *
   * @param atS encloses P(g <= s)
   * @param atT encloses P(g <= t)
   */
  Enclosure quantile(Enclosure atS, Enclosure atT) {
    Bound lower = atS.upper().compareTo(exactLevel) < 0 ? s.lower() : Bound.MINUS_INFINITY;
    Bound upper = atT.lower().compareTo(exactLevel) >= 0 ? t.upper() : Bound.INFINITY;
    return new Enclosure(lower, upper);
  }

  /**
   * The least value of phi(u) = u + E(max(g - u, 0)) / (1 - p) over all u (Rockafellar and Uryasev
   * 2000), which is at most phi(s) and phi(t).
   *
   * <p>phi is convex, and {@code 1 - P(g > u) / (1 - p) = (P(g <= u) - p) / (1 - p)} is its slope
   * to the right, so {@code phi(v) >= phi(u) + slope (v - u)} for all v. If the slope at s is at
   * most 0, phi is at least phi(s) before s; if the slope at t is at least 0, it is at least phi(t)
   * behind t; and between them at least phi(s) less what the slope there loses over t - s, or
   * phi(t) less what the slope there gains.
   *
   * @param atS encloses P(g <= s)
   * @param atT encloses P(g <= t)
   * @param beyondS encloses E(max(g - s, 0))
   * @param beyondT encloses E(max(g - t, 0))
   */
  Enclosure mean(Enclosure atS, Enclosure atT, Enclosure beyondS, Enclosure beyondT) {
    Enclosure rest = Enclosure.ONE.minus(level);
    Enclosure phiS = s.plus(beyondS.dividedBy(rest));
    Enclosure phiT = t.plus(beyondT.dividedBy(rest));
    Bound upper = Enclosure.min(phiS.upper(), phiT.upper());
    Enclosure slopeS = atS.minus(level).dividedBy(rest);
    Enclosure slopeT = atT.minus(level).dividedBy(rest);
    boolean isBracketed = slopeS.upper().signum() <= 0 && slopeT.lower().signum() >= 0;
    if (!isBracketed || !phiS.isBounded() || !phiT.isBounded()) {
      return new Enclosure(Bound.MINUS_INFINITY, upper);
    }
    Enclosure width = t.minus(s);
    Enclosure fall = new Enclosure(slopeS.lower(), slopeS.lower()).times(width);
    Enclosure rise = new Enclosure(slopeT.upper(), slopeT.upper()).times(width);
    Bound fromS = phiS.plus(fall).lower();
    Bound fromT = phiT.minus(rise).lower();
    Bound between = Enclosure.max(fromS, fromT);
    Bound outside = Enclosure.min(phiS.lower(), phiT.lower());
    return new Enclosure(Enclosure.min(between, outside), upper);
  }
}
