package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.replay.Sha256;

class SampleColumnsTest {
  @TempDir private Path folder;

  @Test
  void takesColumnsByNameInTheOrderThatIsAskedFor() throws IOException, FitException {
    Path file = SampleFiles.of(folder, "kind,a,b", "red,1,1/3", "blue,-0.5,1e-3");
    SampleColumns columns = SampleColumns.read(file, List.of("b", " a"));
    assertEquals(List.of("b", "a"), columns.names());
    assertEquals(List.of("b", "a"), columns.inputs());
    assertFalse(columns.isWholeFile());
    assertEquals(
        List.of(
            List.of(Rational.of(1, 3), Rational.ONE),
            List.of(Rational.of(1, 1000), Rational.of(-1, 2))),
        columns.rows());
    assertEquals(Sha256.of(Files.readAllBytes(file)), columns.digest());
    assertEquals("columns b, a of s.csv", columns.origin());
  }

  @Test
  void takesAllColumnsIfNoneIsNamed() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, "a,b", "1,2");
    assertTrue(columns.isWholeFile());
    assertEquals(2, columns.count());
    assertFalse(SampleColumns.read(folder.resolve("s.csv"), List.of("b", "a")).isWholeFile());
    assertTrue(SampleColumns.read(folder.resolve("s.csv"), List.of("a", "b")).isWholeFile());
  }

  @Test
  void countsColumnsWithoutHeader() throws IOException, FitException {
    Path file = SampleFiles.of(folder, "1,2,3", "4,5,6");
    SampleColumns columns = SampleColumns.read(file, List.of("3", "1"));
    assertEquals(List.of("3", "1"), columns.names());
    assertEquals(List.of("x[0]", "x[1]"), columns.inputs());
    assertEquals(List.of(Rational.of(3), Rational.of(1)), columns.rows().get(0));
  }

  @Test
  void aNameComesBeforeANumber() throws IOException, FitException {
    Path file = SampleFiles.of(folder, "a,b,c", "1,2,3");
    assertEquals(List.of("c"), SampleColumns.read(file, List.of("3")).names());
  }

  @Test
  void namesThatTheLanguageDoesNotHaveAreChanged() throws IOException, FitException {
    Path file = SampleFiles.of(folder, "sepal length (cm),input,2nd,a b,a_b,\u00fc", "1,2,3,4,5,6");
    assertEquals(
        List.of("sepal_length_cm", "x2_input", "x3_2nd", "a_b", "a_b_", "x6"),
        SampleColumns.read(file, List.of()).inputs());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "temprature # has no column 'temprature'; did you mean 'temperature'? it has temperature, load",
        "wind # has no column 'wind'; it has temperature, load",
        "3 # has no column '3'; it has temperature, load",
        "0 # has no column '0'; it has temperature, load",
        "'' # has no column ''; it has temperature, load",
        "99999999999999 # has no column '99999999999999'; it has temperature, load",
      })
  void saysWhichColumnsThereAre(String wanted, String message) throws IOException {
    Path file = SampleFiles.of(folder, "temperature,load", "1,2");
    FitException refused = refused(file, List.of(wanted));
    assertEquals(file + " " + message, refused.getMessage());
    assertEquals(FitException.Cause.REQUEST, refused.what());
  }

  @Test
  void refusesWhatCannotBeAskedFor() throws IOException {
    Path file = SampleFiles.of(folder, "1,2", "3,4");
    assertEquals(
        file + " has no column 'a'; it has no header, so name them by their numbers, from 1 to 2",
        refused(file, List.of("a")).getMessage());
    Path named = SampleFiles.of(folder, "a,b", "3,4");
    assertEquals(
        "column 'a' is given twice; name each column once",
        refused(named, List.of("a", "b", "a")).getMessage());
    assertEquals(
        "column '2' is given twice; name each column once",
        refused(named, List.of("b", "2")).getMessage());
    Path wide =
        SampleFiles.of(
            folder, IntStream.range(0, 17).mapToObj(k -> "1").collect(Collectors.joining(",")));
    FitException many = refused(wide, List.of());
    assertEquals(
        "17 are more columns than the 16 that are fitted together; choose with --columns",
        many.getMessage());
    assertEquals(FitException.Cause.REQUEST, many.what());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a,b\\n1,\\n # line 2, column 2: there is no number; leave the line out, or fill the hole with a stated model",
        "a,b\\n1,2\\nNaN,3 # line 3, column 1: 'NaN' is no number; leave the line out, or fill the hole with a stated model",
        "1,2\\n3,inf # line 2, column 2: 'inf' is no number; leave the line out, or fill the hole with a stated model",
        "1,2\\n3,red # line 2, column 2: 'red' is not a number; write it like -12, 0.1, 1e-400 or 7/2",
        "a,b\\n\\n\\n1,1/0 # line 4, column 2: '1/0' divides by 0",
        "a;b\\n1;2 # line 1: columns are separated by commas, not by ';', and numbers have a point: 1.5,2.5",
        "1;2\\n3;4 # line 1: columns are separated by commas, not by ';', and numbers have a point: 1.5,2.5",
        "a;b\\n1,5;2,5 # line 1: columns are separated by commas, not by ';', and numbers have a point: 1.5,2.5",
        "1,5;2,5\\n3,5;4,5 # line 1: columns are separated by commas, not by ';', and numbers have a point: 1.5,2.5",
        "1,2\\n3 # line 2 has 1 of the 2 columns that the line before has; give each line as many",
      })
  void saysWhereTheFileIsWrong(String lines, String message) throws IOException {
    Path file = SampleFiles.of(folder, lines.replace("\\n", "\n"));
    FitException refused = refused(file, List.of());
    assertEquals("sample file '" + file + "', " + message, refused.getMessage());
    assertEquals(FitException.Cause.DATA, refused.what());
  }

  @Test
  void aColumnOfALineWithSemicolonsIsNotFound() throws IOException, FitException {
    Path file = SampleFiles.of(folder, "a;b", "1;2");
    FitException refused = refused(file, List.of("a"));
    assertEquals(
        file
            + ", line 1: columns are separated by commas, not by ';', and numbers have a point:"
            + " 1.5,2.5",
        refused.getMessage());
    assertEquals(FitException.Cause.DATA, refused.what());
    Path named = SampleFiles.of(folder, "a;b,c", "1,2");
    assertEquals(List.of("a;b"), SampleColumns.read(named, List.of("a;b")).names());
  }

  @Test
  void aColumnThatIsNotChosenMayHaveHolesButNotBeMissing() throws IOException, FitException {
    Path file = SampleFiles.of(folder, "a,b,c", "1,,x", "2,NaN,y");
    assertEquals(2, SampleColumns.read(file, List.of("a")).rows().size());
    assertEquals(FitException.Cause.DATA, refused(file, List.of("b")).what());
    Path ragged = SampleFiles.of(folder, "a,b,c", "1,,x", "2");
    assertEquals(
        "sample file '"
            + ragged
            + "', line 3 has 1 of the 3 columns that the line before has; give each line as many",
        refused(ragged, List.of("a")).getMessage());
  }

  @Test
  void refusesFilesWithoutRows() throws IOException {
    for (String text : List.of("", "\n\n", "a,b\n")) {
      Path file = Files.writeString(folder.resolve("empty.csv"), text);
      assertEquals(
          "sample file '"
              + file
              + "' has no rows; each line is a sample, with a comma between numbers",
          refused(file, List.of()).getMessage());
    }
    Path binary = Files.write(folder.resolve("b.csv"), new byte[] {(byte) 0xc3, 0x28});
    assertEquals(
        "sample file '" + binary + "' is not UTF-8 text", refused(binary, List.of()).getMessage());
    Path large = Files.write(folder.resolve("l.csv"), new byte[(8 << 20) + 1]);
    assertEquals(
        "sample file '" + large + "' is larger than 8 MB; use fewer lines",
        refused(large, List.of()).getMessage());
    Path gone = folder.resolve("gone.csv");
    assertEquals(
        "sample file '" + gone + "' cannot be read: there is no such file or folder",
        refused(gone, List.of()).getMessage());
  }

  private static FitException refused(Path file, List<String> columns) {
    return assertThrows(FitException.class, () -> SampleColumns.read(file, columns));
  }
}
