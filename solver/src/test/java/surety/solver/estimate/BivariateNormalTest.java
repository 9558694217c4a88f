package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;

class BivariateNormalTest {

  /** The values, to 20 digits, were computed in high precision. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.5, 0.33333333333333333333",
    "0, 0, -0.5, 0.16666666666666666667",
    "0.7, -0.3, 0.1, 0.30142942290495131856",
    "0.7, -0.3, -0.9, 0.15628649157617343138",
    "1.5, 1.5, 0.99, 0.92589318750387025449",
    "-2, 3, 0.5, 0.022750111246472435952",
    "0.5, 0.5, 0.999999, 0.69126382967150987246",
    "-6, -6, 0.9, 1.5583842498259824308e-10"
  })
  void cdfs(double h, double k, double rho, double expected) {
    assertEquals(expected, BivariateNormal.cdf(h, k, rho), 1e-12 * expected);
    assertEquals(expected, BivariateNormal.cdf(k, h, rho), 1e-12 * expected);
  }

  /** The kernel has the same integrals in another way. */
  @Test
  void theKernelsEnclosuresHaveTheSame() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 2_000; trial++) {
      double h = 6 * random.nextDouble() - 3;
      double k = 6 * random.nextDouble() - 3;
      double distance = Math.pow(10, -9 * random.nextDouble());
      double rho = random.nextBoolean() ? 1 - distance : distance - 1;
      Interval j = enclosure(h, k, rho, surety.certificates.gaussian.BivariateNormal::rectified);
      requireIn(BivariateNormal.j(h, k, rho), j);
      Interval dependence =
          enclosure(h, k, rho, surety.certificates.gaussian.BivariateNormal::dependence);
      double product = NormalLaw.phi(h) * NormalLaw.phi(k);
      requireIn(BivariateNormal.cdf(h, k, rho) - product, dependence);
    }
  }

  private interface Enclosed {
    Interval of(Interval h, Interval k, Interval rho);
  }

  private static Interval enclosure(double h, double k, double rho, Enclosed enclosed) {
    return enclosed.of(Interval.of(h), Interval.of(k), Interval.of(rho));
  }

  private static void requireIn(double value, Interval enclosure) {
    assertTrue(
        enclosure.lower() - 2e-15 <= value && value <= enclosure.upper() + 2e-15,
        value + " in " + enclosure);
  }

  @Test
  void limits() {
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(NormalLaw.phi(0.3), BivariateNormal.cdf(0.3, 1, 1), 1e-14);
    assertEquals(0, BivariateNormal.cdf(-1, 0.5, -1), 1e-15);
    assertEquals(NormalLaw.phi(0.3), BivariateNormal.cdf(0.3, infinity, 0.5), 1e-15);
    assertEquals(0, BivariateNormal.cdf(-infinity, 2, 0.5));
    assertEquals(0.25, BivariateNormal.cdf(0, 0, 0), 1e-15);
  }
}
