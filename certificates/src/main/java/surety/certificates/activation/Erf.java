package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * The error function. Its slope is {@code 2 / sqrt(pi) e^(-x^2)}, which grows up to 0 and falls
 * from there on: convex up to its inflection point 0, concave above.
 */
public record Erf() implements Activation {
  @Override
  public String name() {
    return "erf";
  }

  /** The middle of the enclosure, as Java has no such function. */
  @Override
  public double apply(double x) {
    return Double.isFinite(x) ? enclose(x).middle() : Math.signum(x);
  }

  @Override
  public double slope(double x) {
    return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x);
  }

  @Override
  public Interval enclose(double x) {
    return ErrorFunction.erf(x);
  }

  @Override
  public Interval range() {
    return new Interval(-1, 1);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return ErrorFunction.slope(x);
  }

  @Override
  public double greatestSlope() {
    return ErrorFunction.slope(0).upper();
  }

  @Override
  public List<Section> sections() {
    return Section.S_SHAPED;
  }

  @Override
  public boolean isNonDecreasing() {
    return true;
  }
}
