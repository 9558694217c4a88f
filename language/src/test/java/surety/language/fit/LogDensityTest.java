package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogDensityTest {
  @Test
  void isTheFormulaInTwoDimensions() {
    double[] mean = {1, -2};
    double[][] covariance = {{2, 0.6}, {0.6, 0.5}};
    LogDensity density =
        LogDensity.of(new ExpectationMaximization.Component(0.25, mean, covariance));
    double determinant = 2 * 0.5 - 0.6 * 0.6;
    for (double[] x : new double[][] {{1, -2}, {0, 0}, {3.5, -7}}) {
      double a = x[0] - mean[0];
      double b = x[1] - mean[1];
      double square = (0.5 * a * a - 2 * 0.6 * a * b + 2 * b * b) / determinant;
      double expected = Math.log(0.25 / (2 * Math.PI * Math.sqrt(determinant))) - square / 2;
      assertEquals(expected, density.at(x), 1e-12 * (1 + Math.abs(expected)));
    }
  }
}
