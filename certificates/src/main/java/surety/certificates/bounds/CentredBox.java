package surety.certificates.bounds;

import java.util.Arrays;
import surety.certificates.arithmetic.Rounding;

/**
 * A box of coordinates z for plain doubles: side q is all {@code z = m + h xi} with xi from -1 to
 * 1, where the exact middle m and half length h are about {@code centre[q]} and {@code radius[q]}.
 *
 * @param off {@code |m - centre| + |h - radius|} at most, for each coordinate
 * @param magnitude no |z| on the box is larger, for each coordinate
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
public record CentredBox(double[] centre, double[] radius, double[] off, double[] magnitude) {

  /** With sums for the magnitudes. */
  public static CentredBox of(double[] centre, double[] radius, double[] off) {
    double[] magnitude = new double[centre.length];
    Arrays.setAll(
        magnitude, q -> Rounding.addUp(Rounding.addUp(Math.abs(centre[q]), radius[q]), off[q]));
    return new CentredBox(centre, radius, off, magnitude);
  }

  int dimension() {
    return centre.length;
  }

  /** The sum of all magnitudes and 1, rounded up. */
  double total() {
    double total = 1;
    for (double m : magnitude) {
      total = Rounding.addUp(total, m);
    }
    return total;
  }
}
