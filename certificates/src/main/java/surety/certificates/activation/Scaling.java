package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

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
 */
public record Scaling(RealNumber factor, RealNumber shift) implements Activation {
  private static final List<Section> SECTIONS = Activation.IDENTITY.sections();

  public Scaling {
    if (!factor.enclosure().isBounded() || !shift.enclosure().isBounded()) {
      throw new IllegalArgumentException("a scaling has numbers in the range of doubles");
    }
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
