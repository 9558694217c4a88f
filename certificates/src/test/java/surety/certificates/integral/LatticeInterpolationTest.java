package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.stop.Stop;

class LatticeInterpolationTest {
  /** The value of a form at a point of the lattice, by de Casteljau's algorithm. */
  private static double value(
      BernsteinBasis basis, double[] form, int degree, int[] share, int from) {
    double value = 0;
    int[] exponents = basis.exponents(degree);
    for (int b = 0; b < form.length; b++) {
      double term = form[b];
      int left = degree;
      for (int i = 0; i < basis.vertices(); i++) {
        for (int k = 1; k <= exponents[b * basis.vertices() + i]; k++, left--) {
          term *= (double) share[from + i] / degree * left / k;
        }
      }
      value += term;
    }
    return value;
  }

  @Test
  void formsAreFoundAgainByTheirValues() {
    SplittableRandom random = new SplittableRandom(51);
    for (int vertices = 1; vertices <= 6; vertices++) {
      for (int degree = 1; degree <= (vertices > 4 ? 4 : 6); degree++) {
        BernsteinBasis basis = new BernsteinBasis(vertices, degree, Stop.NEVER);
        int m = degree;
        double[] form = random.doubles(basis.size(degree), -1, 1).toArray();
        double[] found =
            basis.interpolation(degree).form((share, from) -> value(basis, form, m, share, from));
        assertArrayEquals(form, found, 1e-10);
      }
    }
  }
}
