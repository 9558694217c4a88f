package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.arithmetic.Rounding;

/**
 * {@code factor x + shift} with real numbers that need not be doubles: division by a constant,
 * normalisation, constants that were computed from others. An affine layer has doubles only, and
 * none of its numbers is ever rounded; so what is no double is a function of its own here, with one
 * linear section.
 *
 * <p><em>Why it is sound.</em> The function of the claim is the one with the exact numbers: x / 3
 * is a third of x, and a division by the root of 2 is by that root. Values and slopes are enclosed,
 * as those of any activation, and all bounds follow from the enclosures; the gap that they leave is
 * of the size of one rounding. Where both numbers are fractions the function is exact over the
 * rationals, too, and regions and witnesses work with those.
 *
 * <p>The last two components matter only where a runtime's rounding errors are bounded: it computes
 * factor and shift from other constants, or does without them.
 *
 * @param roundings how many roundings x, and any summand of the shift, goes through at most
 * @param size at least the sum of the magnitudes of all that the shift is the sum of
 */
public record Scaling(RealNumber factor, RealNumber shift, int roundings, double size)
    implements Activation {
  /** Those of a mean, a range, the difference, the reciprocal and the product. */
  private static final int QUOTIENT_ROUNDINGS = 5;

  /**
   * In a normalisation {@code x f + (bias - mean f)} the mean meets the most, if no constant is a
   * number of the format: mean, scale, variance and epsilon, their sum (together two under the
   * root), root, reciprocal, its product with the scale, that with the mean, difference, sum.
   */
  private static final int NORMALIZATION_ROUNDINGS = 10;

  /** What a scale may be flushed to zero with, over what {@link #NORMALIZATION_ROUNDINGS} give. */
  private static final double FLUSHED = 0x1p-90;

  private static final List<Section> SECTIONS = Activation.IDENTITY.sections();

  public Scaling {
    if (!factor.enclosure().isBounded() || !shift.enclosure().isBounded()) {
      throw new IllegalArgumentException("a scaling has numbers in the range of doubles");
    }
  }

  /** A product with a number, a quotient by one, or a difference divided by one. */
  public Scaling(RealNumber factor, RealNumber shift) {
    this(factor, shift, QUOTIENT_ROUNDINGS, shift.enclosure().magnitude());
  }

  /**
   * {@code (x - mean) factor + bias}, however that is rearranged.
   *
   * @param scale over some root it is the factor
   */
  public static Scaling normalization(
      RealNumber scale, RealNumber factor, RealNumber mean, RealNumber bias) {
    RealNumber moved = mean.times(factor);
    double size = Rounding.addUp(moved.enclosure().magnitude(), bias.enclosure().magnitude());
    double flushed = Rounding.multiplyUp(FLUSHED, scale.enclosure().magnitude());
    return new Scaling(
        factor, bias.minus(moved), NORMALIZATION_ROUNDINGS, Rounding.addUp(size, flushed));
  }

  /** Whether it is {@code (x - mean) factor + bias}. */
  public boolean isNormalization() {
    return roundings == NORMALIZATION_ROUNDINGS;
  }

  @Override
  public String name() {
    return isPiecewiseLinear() ? "scaling" : "scaling by a number that is not known as a fraction";
  }

  /** The enclosure of a number that is not known as a fraction, if this has one. */
  public Interval unknown() {
    return (factor.exact().isEmpty() ? factor : shift).enclosure();
  }

  @Override
  public double apply(double x) {
    return factor.enclosure().middle() * x + shift.enclosure().middle();
  }

  @Override
  public double slope(double x) {
    return factor.enclosure().middle();
  }

  @Override
  public Interval enclose(double x) {
    return factor.enclosure().times(x).plus(shift.enclosure());
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return factor.enclosure();
  }

  @Override
  public double greatestSlope() {
    return factor.enclosure().magnitude();
  }

  @Override
  public List<Section> sections() {
    return SECTIONS;
  }

  @Override
  public boolean isNonDecreasing() {
    return factor.enclosure().lower() >= 0;
  }

  /** Whether both numbers are fractions: else there is nothing exact to compute. */
  @Override
  public boolean isPiecewiseLinear() {
    return factor.exact().isPresent() && shift.exact().isPresent();
  }

  @Override
  public Rational applyExactly(Rational x) {
    if (!isPiecewiseLinear()) {
      throw new UnsupportedOperationException(name());
    }
    return factor.exact().orElseThrow().times(x).plus(shift.exact().orElseThrow());
  }
}
