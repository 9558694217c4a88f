package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * x / (1 + |x|). Its slope is 1 / (1 + |x|)^2, which grows up to 0 and falls from there on: convex
 * up to 0, concave above.
 *
 * <p>With a = |x| the value's size is a / (1 + a) or 1 - 1 / (1 + a). The first has no cancellation
 * for a below 1, the second none above, and no overflow.
 */
public record Softsign() implements Activation {
  @Override
  public String name() {
    return "softsign";
  }

  @Override
  public double apply(double x) {
    return x / (1 + Math.abs(x));
  }

  @Override
  public double slope(double x) {
    double q = 1 / (1 + Math.abs(x));
    return q * q;
  }

  @Override
  public Interval enclose(double x) {
    double a = Math.abs(x);
    double most = Rounding.addUp(1, a);
    double least = Rounding.addDown(1, a);
    Interval size =
        a < 1
            ? new Interval(Rounding.divideDown(a, most), Rounding.divideUp(a, least))
            : new Interval(
                Rounding.subtractDown(1, Rounding.divideUp(1, least)),
                Rounding.subtractUp(1, Rounding.divideDown(1, most)));
    return x < 0 ? size.negate() : size;
  }

  @Override
  public Interval range() {
    return new Interval(-1, 1);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    Interval sum = Interval.ONE.plus(Math.abs(x));
    // least first: the sum may be beyond the range of doubles, its inverse is not
    return new Interval(Rounding.divideDown(1, sum.upper()), Rounding.divideUp(1, sum.lower()))
        .square();
  }

  @Override
  public double greatestSlope() {
    return 1;
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
