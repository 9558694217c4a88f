package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.stop.Stop;

class LatticeInterpolationTest {
  /** A form of a lower degree, raised: that one is found again. */
  @Test
  void formsAreFoundAgainByTheirValues() {
    SplittableRandom random = new SplittableRandom(51);
    for (int vertices = 1; vertices <= 6; vertices++) {
      for (int degree = 1; degree <= (vertices > 4 ? 4 : 6); degree++) {
        BernsteinBasis basis = new BernsteinBasis(vertices, degree + 2, Stop.NEVER);
        double[] form = random.doubles(basis.size(degree), -1, 1).toArray();
        assertArrayEquals(form, basis.reduced(form, degree, degree), 1e-10);
        double[] raised = basis.elevate(basis.elevate(form, degree + 1), degree + 2);
        assertArrayEquals(form, basis.reduced(raised, degree + 2, degree), 1e-9);
      }
    }
  }
}
