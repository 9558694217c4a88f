package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.solver.domain.Axis;

class SpreadTest {
  private static double quantile(String distribution, double share) {
    Axis axis = new Axis(Marginal.of(Distribution.parse(distribution)));
    return axis.toInput(new Spread(axis.whole()).quantile(share));
  }

  /** Quantiles in closed form; the middle halves the mass of symmetric densities. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(2, 6); 0.1; 2.4",
        "normal(0, 1) on [-8, 8]; 0.1; -1.2815515655",
        "normal(0, 1) on [-8, 8]; 0.75; 0.6744897502",
        "normal(0, 1); 0.9; 1.2815515655",
        "beta(2, 2); 0.104; 0.2",
        "beta(2, 2); 0.028; 0.1",
        "beta(2, 2); 0.972; 0.9",
        "triangular(0, 1/2, 1); 0.02; 0.1",
        "exponential(1); 0.5; 0.69314718056",
        "histogram([0, 1, 3, 4], [1/2, 0, 1/2]); 0.75; 3.5",
      })
  void quantilesAreThoseOfTheDistribution(String distribution, double share, double truth) {
    assertEquals(truth, quantile(distribution, share), 0.02, distribution);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"uniform(2, 6); 2; 6", "beta(2, 2); 0; 1", "triangular(0, 1/2, 1); 0; 1"})
  void endsAreThoseOfTheSlice(String distribution, double lower, double upper) {
    assertEquals(lower, quantile(distribution, 0), 1e-9);
    assertEquals(upper, quantile(distribution, 1), 1e-9);
  }
}
