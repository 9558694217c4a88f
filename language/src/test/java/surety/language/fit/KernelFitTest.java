package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelFitTest {
  @TempDir private Path folder;

  @Test
  void namesItsFileFromWhereItWillStand() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, "a,b", "1,2", "2,1");
    Path samples = folder.resolve("s.csv");
    assertEquals(
        "Kde(\"s.csv\", bandwidth = scott)",
        KernelFit.of(columns, "scott", samples, folder.resolve("f.sure")).term());
    assertEquals(
        "Kde(\"../s.csv\", bandwidth = 1/10)",
        KernelFit.of(columns, "1/10", samples, folder.resolve("deep/f.sure")).term());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "0 # the bandwidth 0 must be positive; it is a standard deviation",
        "-1e-3 # the bandwidth -1e-3 must be positive; it is a standard deviation",
        "NaN # 'NaN' is no bandwidth; write scott, silverman or a number such as 0.1",
        "Scott # 'Scott' is no bandwidth; write scott, silverman or a number such as 0.1",
        "'' # '' is no bandwidth; write scott, silverman or a number such as 0.1",
        "1/0 # '1/0' is no bandwidth; write scott, silverman or a number such as 0.1",
      })
  void refusesBandwidths(String bandwidth, String message) throws IOException {
    FitException refused = refused(bandwidth, "a,b", "1,2", "2,1");
    assertEquals(message, refused.getMessage());
    assertEquals(FitException.Cause.REQUEST, refused.what());
  }

  @Test
  void aRuleNeedsColumnsThatVary() throws IOException, FitException {
    Path file = folder.resolve("s.csv");
    FitException constant = refused("scott", "a,b", "1,2", "2,2");
    assertEquals(
        "column 'b' of "
            + file
            + " is 2 in all rows, so that by the rule scott its bandwidth is 0; give --bandwidth as"
            + " a number, or leave the column out of --columns",
        constant.getMessage());
    assertEquals(FitException.Cause.DATA, constant.what());
    FitException one = refused("silverman", "a,b", "1,2");
    assertEquals(
        file
            + " has 1 row, and the rule silverman takes at least 2; give --bandwidth as a number, or"
            + " add rows",
        one.getMessage());
    SampleColumns same = SampleFiles.columns(folder, "a,b", "1,2");
    assertEquals(
        "Kde(\"s.csv\", bandwidth = 0.1)",
        KernelFit.of(same, "0.1", file, folder.resolve("f.sure")).term());
  }

  @Test
  void hasNoMoreRowsThanTheLanguageTakes() throws IOException {
    String[] lines = new String[66_668];
    Arrays.fill(lines, "1,2");
    assertEquals(
        folder.resolve("s.csv")
            + " has 66668 rows, and Kde takes at most 66666 of 2 columns; use fewer, or fit a"
            + " mixture",
        refused("1", lines).getMessage());
  }

  @Test
  void aPathMustBeWritable() throws IOException, FitException {
    Path odd = Files.writeString(folder.resolve("a\"b.csv"), "1\n2\n");
    SampleColumns columns = SampleColumns.read(odd, List.of());
    FitException refused =
        assertThrows(
            FitException.class,
            () -> KernelFit.of(columns, "scott", odd, folder.resolve("f.sure")));
    assertEquals(
        "a path in a specification cannot have quotation marks or line breaks; rename " + odd,
        refused.getMessage());
  }

  private FitException refused(String bandwidth, String... lines) throws IOException {
    Path file = SampleFiles.of(folder, lines);
    return assertThrows(
        FitException.class,
        () ->
            KernelFit.of(
                SampleColumns.read(file, List.of()), bandwidth, file, folder.resolve("f.sure")));
  }
}
