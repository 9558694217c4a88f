package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * sin(x) or cos(x). Their slopes and second derivatives are such waves, too. They bend and turn at
 * multiples of half of pi, which are no doubles; so their one section may bend either way, and its
 * second derivative is at most 1 in size.
 *
 * @param isSine whether it is the sine
 */
public record Wave(boolean isSine) implements Activation {
  private static final List<Section> SECTIONS =
      List.of(new Section(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Curvature.EITHER, 1));

  @Override
  public String name() {
    return isSine ? "sin" : "cos";
  }

  @Override
  public double apply(double x) {
    return isSine ? StrictMath.sin(x) : StrictMath.cos(x);
  }

  @Override
  public double slope(double x) {
    return isSine ? StrictMath.cos(x) : -StrictMath.sin(x);
  }

  @Override
  public Interval enclose(double x) {
    return isSine ? ElementaryFunctions.sin(x) : ElementaryFunctions.cos(x);
  }

  @Override
  public Interval range() {
    return new Interval(-1, 1);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return isSine ? ElementaryFunctions.cos(x) : ElementaryFunctions.sin(x).negate();
  }

  @Override
  public double greatestSlope() {
    return 1;
  }

  @Override
  public List<Section> sections() {
    return SECTIONS;
  }

  @Override
  public boolean isNonDecreasing() {
    return false;
  }
}
