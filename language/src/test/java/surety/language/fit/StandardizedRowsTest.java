package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Rational;

class StandardizedRowsTest {
  @TempDir private Path folder;

  @Test
  void areModerateInAnyUnit() throws IOException, FitException {
    SampleColumns columns =
        SampleFiles.columns(folder, "1e500,1e-400", "2e500,3e-400", "4e500,3.1e-400");
    StandardizedRows rows = StandardizedRows.of(columns.rows(), NormalFit.gaussian(columns));
    for (double[] row : rows.values()) {
      for (double value : row) {
        assertTrue(Math.abs(value) < 30 && Math.abs(value) > 1e-3, () -> value + "");
      }
    }
    assertEquals(StrictMath.log(10) * (500 - 401), rows.logScale(), 5);
  }

  @Test
  void whatIsFoundIsMovedBack() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, "100", "300");
    StandardizedRows rows = StandardizedRows.of(columns.rows(), NormalFit.gaussian(columns));
    ExpectationMaximization.Component component =
        new ExpectationMaximization.Component(1, rows.values()[0], new double[][] {{0.25}});
    assertEquals(List.of(Rational.of(100)), rows.mean(component));
    Rational scale = Scale.power(2 * rows.exponents().get(0));
    assertEquals(List.of(List.of(scale.times(Rational.of(1, 4)))), rows.covariance(component));
  }
}
