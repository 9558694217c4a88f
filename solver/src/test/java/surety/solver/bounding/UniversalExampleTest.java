package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.ListedThresholds;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.Statements;

/**
 * Theorem 3.13 of the paper: the cdf of a polynomial of random inputs is between those of its upper
 * and its lower ReLU network, which are certified, and which are as near as one likes.
 */
class UniversalExampleTest {
  private static final double GAP = 1e-4;

  /** {@code a x^2 + b x y + c y^2}, from two squares and a product. */
  private static ComposedFunction polynomial(double a, double b, double c) {
    double[][] copies = {{1, 0}, {1, 0}, {0, 1}, {0, 1}};
    return ComposedFunction.of(AffineLayer.of(copies, new double[4]))
        .then(
            ComposedFunction.beside(
                List.of(
                    ComposedFunction.square(),
                    ComposedFunction.product(),
                    ComposedFunction.square())))
        .then(ComposedFunction.of(AffineLayer.of(new double[][] {{a, b, c}}, new double[1])));
  }

  private static List<BandPoint> band(Network network, List<Rational> thresholds) {
    BandClaim claim = new BandClaim(AffineForm.ofOutput(0, 1), new ListedThresholds(thresholds));
    Result result =
        Checker.check(
            Statements.of(network, Statements.inputs("uniform(0, 1)", "uniform(0, 1)"), claim),
            List.of(network),
            SearchOptions.defaults().withGap(GAP).withThreads(1),
            progress -> {},
            () -> false);
    return result.points();
  }

  /** The guaranteed band around the closed form, and its largest width. */
  private static double width(ComposedFunction function, int segments, DoubleUnaryOperator cdf)
      throws BoundingException {
    BoundingPair pair = function.bounds(Samples.box(2, 0, 1), segments);
    List<Rational> thresholds = new ArrayList<>();
    for (int k = 1; k < 8; k++) {
      thresholds.add(Rational.of(k, 4));
    }
    List<BandPoint> below = band(pair.upper(), thresholds);
    List<BandPoint> above = band(pair.lower(), thresholds);
    double width = 0;
    for (int k = 0; k < thresholds.size(); k++) {
      double exact = cdf.applyAsDouble(thresholds.get(k).doubleFloor());
      double lower = below.get(k).lower().doubleFloor();
      double upper = above.get(k).upper().doubleCeiling();
      assertTrue(lower <= exact + 1e-12, lower + " is above " + exact);
      assertTrue(upper >= exact - 1e-12, upper + " is below " + exact);
      width = Math.max(width, upper - lower);
    }
    return width;
  }

  @Test
  void theSquareOfASumOfUniforms() throws BoundingException {
    ComposedFunction polynomial = polynomial(1, 2, 1); // (x + y)^2
    DoubleUnaryOperator cdf =
        t -> {
          double s = Math.sqrt(t);
          return s <= 1 ? s * s / 2 : 1 - (2 - s) * (2 - s) / 2;
        };
    double coarse = width(polynomial, 4, cdf);
    double fine = width(polynomial, 16, cdf);
    assertTrue(fine < coarse / 4, fine + " after " + coarse);
    assertTrue(fine < 0.02, () -> "" + fine);
  }

  @Test
  void aProductOfUniforms() throws BoundingException {
    DoubleUnaryOperator cdf = t -> t >= 1 ? 1 : t * (1 - Math.log(t));
    double width = width(polynomial(0, 1, 0), 16, cdf);
    assertTrue(width < 0.02, () -> "" + width);
  }

  @Test
  void aSumOfSquaresOfUniforms() throws BoundingException {
    DoubleUnaryOperator cdf =
        t -> {
          if (t <= 1) {
            return Math.PI * t / 4;
          }
          double edge = Math.sqrt(t - 1); // the quarter of a disk that sticks out of the square
          return edge + t / 2 * (Math.asin(1 / Math.sqrt(t)) - Math.asin(edge / Math.sqrt(t)));
        };
    double width = width(polynomial(1, 0, 1), 16, cdf);
    assertTrue(width < 0.02, () -> "" + width);
  }
}
