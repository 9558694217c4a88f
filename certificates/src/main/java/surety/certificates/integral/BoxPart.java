package surety.certificates.integral;

import java.util.List;
import java.util.function.Supplier;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * The mass of the part of a box where an affine form of its local coordinates is below a threshold,
 * under independent coordinates.
 *
 * <p>With each coordinate that of a uniform one and a {@link ChordDeviation} from it, an affine
 * form is one of uniform coordinates and of deviations. With the deviations moved to its constant
 * it is below the form, or above it: so the mass is that of the box times a share of a uniform box.
 *
 * <p>On a box where deviations are large the density's spread may say more: with f a share of the
 * volume and the density times the whole volume between s and S, the part's mass is between s f and
 * S f, and what is not in it has a mass between s (1 - f) and S (1 - f).
 */
public final class BoxPart {
  /** From that on, in units of half a side, a deviation is large: it only matters for the time. */
  private static final double LARGE = 0x1p-6;

  /** Likewise, a share of almost nothing or of almost all, which deviations may make worse. */
  private static final double NEARLY = 0.02;

  /** A deviation of a uniform density is not larger. */
  private static final double ROUNDING = 0x1p-40;

  private final Interval mass;
  private final List<Interval> deviations;
  private final Supplier<Interval> spread;
  private final boolean isCoarse;
  private final boolean isCurved;

  /**
   * Of a box.
   *
   * @param mass encloses its mass; not negative
   * @param deviations one for each coordinate
   * @param spread contains density times volume all over the box, and no negative number; from 0 to
   *     infinity if nothing is known
   */
  public BoxPart(Interval mass, List<Interval> deviations, Supplier<Interval> spread) {
    this.mass = mass;
    this.deviations = deviations;
    this.spread = spread;
    double largest = 0;
    for (Interval deviation : deviations) {
      largest = Math.max(largest, deviation.magnitude());
    }
    this.isCoarse = largest > LARGE;
    this.isCurved = largest > ROUNDING;
  }

  /** Lower bound of the mass of the part where a form is below a threshold. */
  public double least(double[] form, double threshold) {
    BoxFraction share = BoxFraction.below(form, threshold, false);
    if (share.isDecided()) {
      return share.bound() > 0 ? mass.lower() : 0;
    }
    double uniform = BoxFraction.below(uniform(form, 1), threshold, false).bound();
    double least = Rounding.multiplyDown(mass.lower(), uniform);
    if (isCoarse || (isCurved && uniform > 1 - NEARLY)) {
      Interval s = spread.get();
      double f = share.bound();
      double above = Rounding.multiplyUp(s.upper(), Rounding.subtractUp(1, f));
      least = Math.max(least, Rounding.multiplyDown(s.lower(), f));
      least = Math.max(least, Rounding.subtractDown(mass.lower(), above));
    }
    return least;
  }

  /** Upper bound of that mass; a form that equals the threshold is the caller's business. */
  public double greatest(double[] form, double threshold) {
    BoxFraction share = BoxFraction.below(form, threshold, true);
    if (share.isDecided()) {
      return share.bound() > 0 ? mass.upper() : 0;
    }
    double uniform = BoxFraction.below(uniform(form, -1), threshold, true).bound();
    double most = Math.min(mass.upper(), Rounding.multiplyUp(mass.upper(), uniform));
    if (isCoarse || (isCurved && uniform < NEARLY)) {
      Interval s = spread.get();
      double f = share.bound();
      double above = Rounding.multiplyDown(s.lower(), Rounding.subtractDown(1, f));
      most = Math.min(most, Math.max(0, Rounding.subtractUp(mass.upper(), above)));
      most = f > 0 ? Math.min(most, Rounding.multiplyUp(s.upper(), f)) : 0;
    }
    return most;
  }

  /** A form of uniform coordinates that is at least (direction 1) or at most (-1) the given one. */
  private double[] uniform(double[] form, int direction) {
    double[] uniform = form.clone();
    for (int q = 1; q < form.length; q++) {
      Interval d = deviations.get(q - 1);
      if (direction > 0) {
        double off = Rounding.multiplyUp(form[q], form[q] > 0 ? d.upper() : d.lower());
        uniform[0] = Rounding.addUp(uniform[0], off);
      } else {
        double off = Rounding.multiplyDown(form[q], form[q] > 0 ? d.lower() : d.upper());
        uniform[0] = Rounding.addDown(uniform[0], off);
      }
    }
    return uniform;
  }
}
