package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFitTest {
  @TempDir private Path folder;

  @Test
  void isTheMaximumOfTheLikelihood() throws IOException, FitException {
    assertEquals(
        "Normal([3, 0.2], [[4.6667, 0.033333], [0.033333, 0.00666667]])",
        NormalFit.of(SampleFiles.columns(folder, "a,b", "1,0.1", "2,0.3", "6,0.2")).term());
    assertEquals(
        "Normal(2, variance = 1)", NormalFit.of(SampleFiles.columns(folder, "1", "3")).term());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "1,2 # has 1 row, and a normal distribution of 2 columns takes at least 3; add rows",
        "1,2\\n3,4 # has 2 rows, and a normal distribution of 2 columns takes at least 3; add rows",
        "1 # has 1 row, and a normal distribution of 1 column takes at least 2; add rows",
      })
  void needsEnoughRows(String lines, String message) throws IOException {
    assertEquals(folder.resolve("s.csv") + " " + message, refused(lines).getMessage());
    assertEquals(FitException.Cause.DATA, refused(lines).what());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a,b\\n1,3\\n2,3\\n4,3 # column 'b' of FILE is 3 in all rows, so that its variance is 0; leave it out of --columns, and write it as a fixed input",
        "0,1/3\\n0,2\\n0,5 # column '1' of FILE is 0 in all rows, so that its variance is 0; leave it out of --columns, and write it as a fixed input",
        "a,b\\n1,3\\n2,5\\n4,9 # column 'b' of FILE is a sum of multiples of the columns before it, so that the covariance is singular; leave it out of --columns, and write it as an input that depends on them, such as b = 2 * a + 1;",
        "a,b,c\\n1,2,3\\n2,5,7\\n4,9,13\\n0,0.1,0.1 # column 'c' of FILE is a sum of multiples of the columns before it, so that the covariance is singular; leave it out of --columns, and write it as an input that depends on them, such as b = 2 * a + 1;",
        "a\\n1\\n1e9000 # column 'a' of FILE has a standard deviation near 1e8999; write it in another unit",
        "a\\n1e-9000\\n2e-9000 # column 'a' of FILE has a standard deviation near 1e-9001; write it in another unit",
      })
  void saysWhyACovarianceIsSingular(String lines, String message) throws IOException {
    String expected = message.replace("FILE", folder.resolve("s.csv").toString());
    assertEquals(expected, refused(lines).getMessage());
    assertEquals(FitException.Cause.DATA, refused(lines).what());
  }

  @Test
  void almostSingularIsNotSingular() throws IOException, FitException {
    String term =
        NormalFit.of(
                SampleFiles.columns(folder, "a,b", "1,1", "2,2", "4,4.000000000001", "5,5", "0,0"))
            .term();
    assertEquals(
        "Normal([2.4, 2.4000000000002], [[3.44, 3.44000000000032], [3.44000000000032, 3.44000000000064000000000016e0]])",
        term);
  }

  private FitException refused(String lines) throws IOException {
    SampleFiles.of(folder, lines.replace("\\n", "\n"));
    return assertThrows(
        FitException.class,
        () -> NormalFit.of(SampleColumns.read(folder.resolve("s.csv"), List.of())));
  }
}
