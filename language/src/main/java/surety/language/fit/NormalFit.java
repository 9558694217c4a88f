package surety.language.fit;

import java.util.List;
import surety.language.law.Covariance;

/** A normal distribution by maximum likelihood. */
public final class NormalFit {
  static final String KIND = "a normal distribution by maximum likelihood";

  /** Of a standard deviation, as a power of ten; variances have to be written, too. */
  private static final int LARGEST_EXPONENT = 1000;

  private NormalFit() {}

  /** The one under which the samples are likeliest. */
  public static Model of(SampleColumns columns) throws FitException {
    return new Model(columns, gaussian(columns).text(), KIND, List.of());
  }

  static Gaussian gaussian(SampleColumns columns) throws FitException {
    int rows = columns.rows().size();
    if (rows <= columns.count()) {
      throw FitException.data(
          "%s has %d %s, and a normal distribution of %d %s takes at least %d; add rows"
              .formatted(
                  columns.file(),
                  rows,
                  rows == 1 ? "row" : "rows",
                  columns.count(),
                  columns.count() == 1 ? "column" : "columns",
                  columns.count() + 1));
    }
    columns.requireVaried(
        ", so that its variance is 0; leave it out of --columns, and write it as a fixed input");
    Moments moments = Moments.of(columns.rows());
    for (int k = 0; k < columns.count(); k++) {
      requireModerate(Scale.halfExponent(moments.covariance().get(k).get(k)), k, columns);
    }
    requireDefinite(moments, columns);
    return Gaussian.near(moments.mean(), moments.covariance());
  }

  private static void requireModerate(int exponent, int column, SampleColumns columns)
      throws FitException {
    if (Math.abs(exponent) > LARGEST_EXPONENT) {
      throw FitException.data(
          "%s has a standard deviation near 1e%d; write it in another unit"
              .formatted(columns.describe(column), exponent));
    }
  }

  private static void requireDefinite(Moments moments, SampleColumns columns) throws FitException {
    try {
      Covariance covariance = Covariance.of(moments.covariance());
      for (int k = 0; k < columns.count(); k++) {
        if (covariance.pivots().get(k).isZero()) {
          throw FitException.data(
              columns.describe(k)
                  + " is a sum of multiples of the columns before it, so that the covariance is"
                  + " singular; leave it out of --columns, and write it as an input that depends on"
                  + " them, such as b = 2 * a + 1;");
        }
      }
    } catch (Covariance.Refused e) {
      throw new AssertionError("the covariance of samples is positive semidefinite", e);
    }
  }
}
