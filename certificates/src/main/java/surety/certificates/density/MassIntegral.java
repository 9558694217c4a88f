package surety.certificates.density;

import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * Encloses the integral of one piece of a density between two exact reals that are known by
 * enclosures.
 *
 * <p>The interval between the doubles next to the ends, inside, is cut into panels; always the
 * panel whose enclosure is the widest is halved, until the widths do not matter in double
 * precision. Panels become finer towards singular ends and around peaks by themselves. What lies
 * between these doubles and the exact ends has a mass from 0 to the largest density times the
 * width, or if there is a pole, to what a panel between these ends would have.
 *
 * <p>A piece that decays is cut off where nothing is left of it, and the rest has a mass from 0 to
 * {@link #tailAbove} or {@link #tailBelow}.
 *
 * <p>Far out, masses of the normal distribution are differences of {@link NormalTail}s.
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

  /** The same for a density that decays slowly, where each further octave has a cost. */
  private static final int HEAVY_CUT_OFF = 66;

  private static final double FIRST_STEP = 0x1p-6;

  private static final int UNIT_CELLS = 16;

  /** Cell number n ends at 2^(n - 12) if n is greater than 16. */
  private static final int OCTAVE = 12;

  /** So far out that probabilities like P(N > 45) keep their relative accuracy. */
  private static final double NORMAL_END = 64;

  private static final double EXPONENTIAL_END = 2048;

  /** The exponent of two of a tail that does not matter... */
  private static final int SMALL_TAIL = -60;

  /** ... and of one that does not, however rare what is asked; only as far as it is cheap. */
  private static final int TINY_TAIL = -1100;

  private static final double CHEAP_END = 0x1p64;
  private static final double FARTHEST_END = 0x1p900;

  /** Of which nothing is known. */
  private static final ScaledInterval UNKNOWN =
      ScaledInterval.of(Interval.of(0, Double.POSITIVE_INFINITY));

  private final Piece piece;
  private final PanelRule rule;
  private final boolean isStandardNormal;
  private final boolean decays;
  private final boolean isLogConcave;
  private final double mode;
  private final Map<Integer, ScaledInterval> cells = new ConcurrentHashMap<>();

  private static final MassIntegral STANDARD_NORMAL =
      new MassIntegral(StandardForm.STANDARD_NORMAL);

  /** That of a piece; all normal distributions share one, with what it knows. */
  static MassIntegral of(Piece piece) {
    return piece.isStandardNormal() ? STANDARD_NORMAL : new MassIntegral(piece);
  }

  private MassIntegral(Piece piece) {
    this.piece = piece;
    this.rule = new PanelRule(piece);
    this.isStandardNormal = piece.isStandardNormal();
    this.decays = piece.factors().stream().anyMatch(MassIntegral::decays);
    this.isLogConcave = piece.factors().stream().allMatch(Factor::isLogConcave);
    this.mode = mode(piece);
  }

  private static boolean decays(Factor factor) {
    return factor instanceof PowerFactor power
        ? power.exponent().compareTo(Rational.of(-1)) < 0
        : !(factor instanceof PolynomialFactor);
  }

  /** About where a decaying density is the largest, or if it has a pole, a scale length from it. */
  private static double mode(Piece piece) {
    double mode = 0;
    for (Factor factor : piece.factors()) {
      if (factor instanceof StretchedFactor || factor instanceof LogGaussianFactor) {
        return 1;
      }
      if (factor instanceof PowerFactor power) {
        mode = power.exponent().signum() < 0 ? 1 : power.exponent().doubleFloor();
      }
    }
    return mode;
  }

  /** Where to cut off an unbounded piece. */
  double suggestedEnd(boolean isAbove) {
    for (Factor factor : piece.factors()) {
      if (factor instanceof GaussianFactor) {
        return isAbove ? NORMAL_END : -NORMAL_END;
      }
      if (factor instanceof ExponentialFactor || factor instanceof LogisticFactor) {
        // the mode, 64 standard deviations, and as much as for an exponential
        double end =
            mode == 0 ? EXPONENTIAL_END : mode + NORMAL_END * Math.sqrt(mode + 1) + EXPONENTIAL_END;
        return isAbove ? end : -end;
      }
    }
    double end = 1;
    while (end < FARTHEST_END && exponentOfTail(end, isAbove) > enough(end)) {
      end *= 2;
    }
    return isAbove ? end : -end;
  }

  private static long enough(double end) {
    return end < CHEAP_END ? TINY_TAIL : SMALL_TAIL;
  }

  private long exponentOfTail(double end, boolean isAbove) {
    return exponent(isAbove ? tailAbove(end) : tailBelow(-end));
  }

  /** Enclosures of two exact reals, the first at most the second. */
  ScaledInterval between(Interval lower, Interval upper) {
    if (piece.isConstant()) {
      Interval length = upper.minus(lower);
      return piece.constant().times(length.positivePart());
    }
    if (isStandardNormal) {
      if (NormalTail.isDifference(lower, upper)) {
        return NormalTail.between(lower, upper);
      }
      if (NormalTail.isDifference(upper.negate(), lower.negate())) {
        return NormalTail.between(upper.negate(), lower.negate());
      }
    }
    ScaledInterval cutOff = ScaledInterval.ZERO;
    Interval from = lower;
    Interval to = upper;
    if (decays) {
      double above = cutAbove(lower.upper(), upper.lower());
      ScaledInterval rest = above < upper.lower() ? tailAbove(above) : UNKNOWN;
      if (rest.value().isBounded()) {
        to = Interval.of(above);
        cutOff = cutOff.plus(rest);
      }
      double below = cutBelow(lower.upper(), to.lower());
      rest = below > lower.upper() ? tailBelow(below) : UNKNOWN;
      if (rest.value().isBounded()) {
        from = Interval.of(below);
        cutOff = cutOff.plus(rest);
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
    if (z.isPoint()) {
      return ScaledInterval.ZERO;
    }
    ScaledInterval value = piece.value(z);
    return value.value().isBounded()
        ? value.times(Interval.of(0, z.width()))
        : fromZero(core(z.lower(), z.upper()));
  }

  private static ScaledInterval fromZero(ScaledInterval bound) {
    return new ScaledInterval(Interval.of(0, bound.value().upper()), bound.scale());
  }

  /**
   * Between two doubles. Whole cells of a fixed grid, whose ends are the integers from -16 to 16
   * and from there on powers of two, are integrated once.
   */
  private ScaledInterval core(double a, double b) {
    PriorityQueue<PanelRule.Panel> panels = new PriorityQueue<>();
    ScaledInterval sum = ScaledInterval.ZERO;
    double from = a;
    while (from < b) {
      int cell = cellFrom(from);
      double to = Math.min(b, end(cell));
      if (from == end(cell - 1) && to == end(cell)) {
        sum = sum.plus(whole(cell));
      } else {
        panels.add(rule.apply(from, to));
      }
      from = to;
    }
    return refined(panels, sum);
  }

  private ScaledInterval whole(int cell) {
    ScaledInterval known = cells.get(cell); // no lambda: it would be made each time
    if (known == null) {
      PriorityQueue<PanelRule.Panel> panels = new PriorityQueue<>();
      panels.add(rule.apply(end(cell - 1), end(cell)));
      known = refined(panels, ScaledInterval.ZERO);
      cells.put(cell, known);
    }
    return known;
  }

  /** The upper end of a grid cell: its number from -16 to 16, then 32 and so on. */
  private static double end(int cell) {
    return Math.abs(cell) <= UNIT_CELLS
        ? cell
        : Math.copySign(Math.scalb(1.0, Math.abs(cell) - OCTAVE), cell);
  }

  /** The cell in which the numbers right above {@code a} are. */
  private static int cellFrom(double a) {
    int exponent = Math.getExponent(a);
    if (a >= UNIT_CELLS) {
      return exponent + 1 + OCTAVE;
    }
    if (a >= -UNIT_CELLS) {
      return (int) Math.floor(a) + 1;
    }
    return Math.scalb(-1.0, exponent) == a ? 1 - exponent - OCTAVE : -exponent - OCTAVE;
  }

  /** The sum of all, with the panels halved until their widths do not matter. */
  private ScaledInterval refined(PriorityQueue<PanelRule.Panel> panels, ScaledInterval others) {
    ScaledInterval sum = others;
    long certain = PanelRule.Panel.exponent(others.value().lower(), others.scale());
    for (PanelRule.Panel panel : panels) {
      certain = Math.max(certain, panel.certain());
    }
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
    long enough = exponentAt(start, 1) - cutOff();
    for (double step = FIRST_STEP; start + step < to; step *= 2) {
      if (exponentAt(start + step, step) < enough) {
        // where a cell of the grid ends, if possible
        double cut = end(cellFrom(start + step));
        return cut < to ? cut : start + step;
      }
    }
    return to;
  }

  /** A point in (from, to) below which nearly nothing is left; {@code from} if there is none. */
  private double cutBelow(double from, double to) {
    double start = Math.min(to, mode);
    long enough = exponentAt(start, 1) - cutOff();
    for (double step = FIRST_STEP; start - step > from; step *= 2) {
      if (exponentAt(start - step, step) < enough) {
        double cut = end(cellFrom(start - step) - 1);
        return cut > from ? cut : start - step;
      }
    }
    return from;
  }

  private int cutOff() {
    return isLogConcave ? CUT_OFF : HEAVY_CUT_OFF;
  }

  /** Of what is about there: the density, times the distance if that is a long one. */
  private long exponentAt(double z, double distance) {
    return exponent(piece.value(Interval.of(z))) + Math.max(0, Math.getExponent(distance));
  }

  private static long exponent(ScaledInterval bound) {
    return (long) Math.getExponent(bound.value().upper()) + bound.scale();
  }

  /**
   * From 0 to a bound of the mass above z: {@code f(z) / -(log f)'(z)}.
   *
   * <p>For a log-concave f, log f lies below its tangent at z, so that {@code f(z + s) <= f(z)
   * exp((log f)'(z) s)}; integrate over s > 0. For the normal distribution this is Mills'
   * inequality. Where f does not fall the bound is infinite.
   *
   * <p>Else log f is a concave function of log z, for z > 0, and lies below its tangent there: with
   * {@code q = -z (log f)'(z)}, {@code f(z + s) <= f(z) (1 + s/z)^-q}. The integral of {@code
   * s^power} times that is {@code f(z) z^(power + 1) power! / ((q-1) (q-2) ... (q - power - 1))} if
   * q is greater than power + 1, a beta integral, which decreases in q. Else the bound is infinite.
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
    Interval derivative = piece.logarithmicDerivative(z);
    return isLogConcave
        ? tail(z, -derivative.upper(), power)
        : powerTail(z, z > 0 ? -derivative.times(z).upper() : 0, power);
  }

  /** From 0 to a bound of the mass below z, likewise: {@code f(z) / (log f)'(z)}. */
  ScaledInterval tailBelow(double z) {
    return tailBelow(z, 0);
  }

  /** From 0 to a bound of the integral of {@code (z - x)^power f(x)} over x below z, likewise. */
  ScaledInterval tailBelow(double z, int power) {
    Interval derivative = piece.logarithmicDerivative(z);
    return isLogConcave
        ? tail(z, derivative.lower(), power)
        : powerTail(z, z < 0 ? -derivative.times(z).upper() : 0, power);
  }

  private ScaledInterval powerTail(double z, double leastOrder, int power) {
    ScaledInterval bound = piece.value(Interval.of(z));
    for (int k = 0; k <= power; k++) {
      double less = Rounding.subtractDown(leastOrder, k + 1);
      if (!(less > 0)) {
        return UNKNOWN;
      }
      bound =
          bound
              .times(Interval.of(Math.abs(z)))
              .times(Interval.of(Math.max(1, k)))
              .dividedBy(ScaledInterval.of(Interval.of(less)));
    }
    return fromZero(bound);
  }

  private ScaledInterval tail(double z, double leastRate, int power) {
    if (!(leastRate > 0)) {
      return UNKNOWN;
    }
    ScaledInterval rate = ScaledInterval.of(Interval.of(leastRate));
    ScaledInterval bound = piece.value(Interval.of(z)).dividedBy(rate);
    for (int k = 1; k <= power; k++) {
      bound = bound.times(Interval.of(k)).dividedBy(rate);
    }
    return fromZero(bound);
  }
}
