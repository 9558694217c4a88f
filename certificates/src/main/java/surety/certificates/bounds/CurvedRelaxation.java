package surety.certificates.bounds;

import java.util.Arrays;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Rounding;

/**
 * Affine bounds of an activation over a simplex, from those of its argument.
 *
 * <p>The argument h lies between affine functions L and U, given by their values at the vertices.
 * We look for an affine function that is nowhere below g(h), for g = f or g = -f.
 *
 * <ul>
 *   <li>If g does not decrease, g(h) <= g(U), and if it does not increase, g(h) <= g(L): one affine
 *       argument X is left. Where g is convex over the range of X, at a point with barycentric
 *       coordinates lambda: g(X) = g(sum lambda_i X_i) <= sum lambda_i g(X_i): the values of g(X)
 *       at the vertices are what we look for. Else any line above g over that range will do:
 *       line(X) is affine.
 *   <li>If g is not monotone, the range is that of h. Where g is convex, g(h) <= max(g(L), g(U)) <=
 *       sum lambda_i max(g(L_i), g(U_i)). Else line(h) is at most line(U) or line(L), by the sign
 *       of its slope.
 * </ul>
 *
 * <p>If g is not defined over the whole range of h, nothing is known.
 */
public final class CurvedRelaxation {
  private CurvedRelaxation() {}

  /**
   * Writes the values at the vertices of an affine function that is at least g(h).
   *
   * @param lower values of L, finite
   * @param upper values of U, finite
   * @param result where they go, rounded up; infinite if nothing is known
   */
  public static void above(Envelope g, double[] lower, double[] upper, double[] result) {
    if (!g.isDefinedOn(Extremes.least(lower), Extremes.greatest(upper))) {
      Arrays.fill(result, Double.POSITIVE_INFINITY);
    } else if (g.isNonDecreasing()) {
      ofArgument(g, upper, result);
    } else if (g.isNonIncreasing()) {
      ofArgument(g, lower, result);
    } else {
      ofRange(g, lower, upper, result);
    }
  }

  private static void ofArgument(Envelope g, double[] x, double[] result) {
    double least = Extremes.least(x);
    double greatest = Extremes.greatest(x);
    if (g.isConvex(least, greatest)) {
      for (int i = 0; i < x.length; i++) {
        result[i] = g.valueUp(x[i]);
      }
    } else {
      onLine(g.above(least, greatest, mean(x)), x, result);
    }
  }

  private static void ofRange(Envelope g, double[] lower, double[] upper, double[] result) {
    double least = Extremes.least(lower);
    double greatest = Extremes.greatest(upper);
    if (g.isConvex(least, greatest)) {
      for (int i = 0; i < result.length; i++) {
        result[i] = Math.max(g.valueUp(lower[i]), g.valueUp(upper[i]));
      }
    } else {
      Line line = g.above(least, greatest, 0.5 * mean(lower) + 0.5 * mean(upper));
      onLine(line, line.slope() >= 0 ? upper : lower, result);
    }
  }

  private static void onLine(Line line, double[] x, double[] result) {
    for (int i = 0; i < x.length; i++) {
      result[i] = Rounding.addUp(Rounding.multiplyUp(line.slope(), x[i]), line.intercept());
    }
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value / x.length;
    }
    return sum;
  }
}
