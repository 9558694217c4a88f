package surety.certificates.density;

import java.util.PriorityQueue;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * Encloses the integral of one piece of a density between two exact reals that are known by
 * enclosures.
 *
 * <p>The interval between the doubles next to the ends, inside, is cut into panels; always the
 * panel whose enclosure is the widest is halved, until the widths do not matter in double
 * precision. Panels become finer towards singular ends and around peaks by themselves. What lies
 * between these doubles and the exact ends has a mass from 0 to the largest density times the
 * width.
 *
 * <p>A piece that decays exponentially is cut off where nothing is left of it, and the rest has a
 * mass from 0 to {@link #tailAbove} or {@link #tailBelow}.
 *
 * <p><em>Why it is sound.</em> Integrals over adjacent panels add up, and each is enclosed ({@link
 * PanelRule}). Where the refinement stops affects only the width. The choice of panels uses nothing
 * but exact comparisons and exponents, so that it is the same on every machine.
 */
final class MassIntegral {
  static final int HIGHEST_DEGREE = 40;

  private static final int PRECISION = 58;
  private static final int MOST_PANELS = 3000;

  /** How far the density must have decayed, as an exponent of two, before it is cut off. */
  private static final int CUT_OFF = 90;

  private static final double FIRST_STEP = 0x1p-6;

  private final Piece piece;
  private final PanelRule rule;
  private final boolean decays;
  private final double mode;

  MassIntegral(Piece piece) {
    this.piece = piece;
    this.rule = new PanelRule(piece);
    this.decays = decays(piece);
    this.mode = mode(piece);
  }

  private static boolean decays(Piece piece) {
    for (Factor factor : piece.factors()) {
      if (!(factor instanceof PowerFactor)) {
        return true;
      }
    }
    return false;
  }

  /** About where an exponentially decaying density is the largest. */
  private static double mode(Piece piece) {
    for (Factor factor : piece.factors()) {
      if (factor instanceof PowerFactor power) {
        return power.exponent().doubleFloor();
      }
    }
    return 0;
  }

  /** Enclosures of two exact reals, the first at most the second. */
  ScaledInterval between(Interval lower, Interval upper) {
    if (piece.isConstant()) {
      Interval length = upper.minus(lower);
      return piece
          .constant()
          .times(Interval.of(Math.max(0, length.lower()), Math.max(0, length.upper())));
    }
    ScaledInterval cutOff = ScaledInterval.ZERO;
    Interval from = lower;
    Interval to = upper;
    if (decays) {
      double above = cutAbove(lower.upper(), upper.lower());
      if (above < upper.lower()) {
        to = Interval.of(above);
        cutOff = cutOff.plus(tailAbove(above));
      }
      double below = cutBelow(lower.upper(), to.lower());
      if (below > lower.upper()) {
        from = Interval.of(below);
        cutOff = cutOff.plus(tailBelow(below));
      }
    }
    return bounded(from, to).plus(cutOff);
  }

  private ScaledInterval bounded(Interval lower, Interval upper) {
    if (lower.upper() >= upper.lower()) {
      return strip(Interval.of(lower.lower(), Math.max(lower.upper(), upper.upper())));
    }
    return core(lower.upper(), upper.lower()).plus(strip(lower)).plus(strip(upper));
  }

  /** The mass of an unknown part of an interval. */
  private ScaledInterval strip(Interval z) {
    return z.isPoint() ? ScaledInterval.ZERO : piece.value(z).times(Interval.of(0, z.width()));
  }

  private ScaledInterval core(double a, double b) {
    PriorityQueue<PanelRule.Panel> panels = new PriorityQueue<>();
    PanelRule.Panel first = rule.apply(a, b);
    panels.add(first);
    long certain = first.certain();
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int cuts = 0;
        cuts < MOST_PANELS && !panels.isEmpty() && panels.peek().error() > certain - PRECISION;
        cuts++) {
      PanelRule.Panel worst = panels.remove();
      double middle = Interval.of(worst.lower(), worst.upper()).middle();
      if (middle <= worst.lower() || middle >= worst.upper()) {
        sum = sum.plus(worst.mass());
        continue;
      }
      PanelRule.Panel left = rule.apply(worst.lower(), middle);
      PanelRule.Panel right = rule.apply(middle, worst.upper());
      certain = Math.max(certain, Math.max(left.certain(), right.certain()));
      panels.add(left);
      panels.add(right);
    }
    while (!panels.isEmpty()) {
      sum = sum.plus(panels.remove().mass());
    }
    return sum;
  }

  /** A point in (from, to) above which nearly nothing is left; {@code to} if there is none. */
  private double cutAbove(double from, double to) {
    double start = Math.max(from, mode);
    long enough = exponentAt(start) - CUT_OFF;
    for (double step = FIRST_STEP; start + step < to; step *= 2) {
      if (exponentAt(start + step) < enough) {
        return start + step;
      }
    }
    return to;
  }

  /** A point in (from, to) below which nearly nothing is left; {@code from} if there is none. */
  private double cutBelow(double from, double to) {
    double start = Math.min(to, mode);
    long enough = exponentAt(start) - CUT_OFF;
    for (double step = FIRST_STEP; start - step > from; step *= 2) {
      if (exponentAt(start - step) < enough) {
        return start - step;
      }
    }
    return from;
  }

  private long exponentAt(double z) {
    ScaledInterval value = piece.value(Interval.of(z));
    return (long) Math.getExponent(value.value().upper()) + value.scale();
  }

  /**
   * From 0 to a bound of the mass above z: {@code f(z) / -(log f)'(z)}.
   *
   * <p>For a log-concave f, log f lies below its tangent at z, so that {@code f(z + s) <= f(z)
   * exp((log f)'(z) s)}; integrate over s > 0. For the normal distribution this is Mills'
   * inequality. Where f does not fall the bound is infinite.
   */
  ScaledInterval tailAbove(double z) {
    return tailAbove(z, 0);
  }

  /**
   * From 0 to a bound of the integral of {@code (x - z)^power f(x)} over x above z: with {@code r =
   * -(log f)'(z)}, that of {@code s^power f(z) exp(-r s)} over s > 0, which is {@code power! f(z) /
   * r^(power + 1)}.
   */
  ScaledInterval tailAbove(double z, int power) {
    return tail(z, -piece.logarithmicDerivative(z).upper(), power);
  }

  /** From 0 to a bound of the mass below z, likewise: {@code f(z) / (log f)'(z)}. */
  ScaledInterval tailBelow(double z) {
    return tailBelow(z, 0);
  }

  /** From 0 to a bound of the integral of {@code (z - x)^power f(x)} over x below z, likewise. */
  ScaledInterval tailBelow(double z, int power) {
    return tail(z, piece.logarithmicDerivative(z).lower(), power);
  }

  private ScaledInterval tail(double z, double leastRate, int power) {
    if (!(leastRate > 0)) {
      return ScaledInterval.of(Interval.of(0, Double.POSITIVE_INFINITY));
    }
    ScaledInterval rate = ScaledInterval.of(Interval.of(leastRate));
    ScaledInterval bound = piece.value(Interval.of(z)).dividedBy(rate);
    for (int k = 1; k <= power; k++) {
      bound = bound.times(Interval.of(k)).dividedBy(rate);
    }
    return new ScaledInterval(Interval.of(0, bound.value().upper()), bound.scale());
  }
}
