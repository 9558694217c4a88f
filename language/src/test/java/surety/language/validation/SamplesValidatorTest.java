package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.Samples;

/** The names of columns beside those of the inputs that they are read for. */
class SamplesValidatorTest {
  @TempDir private Path folder;

  private List<String> messages(String header, String assignments) throws IOException {
    Files.writeString(folder.resolve("s.csv"), header.replace('/', ',') + "\n0,1\n1,0\n");
    Files.writeString(folder.resolve("one.csv"), header + "\n0\n1\n");
    String text =
        Samples.assignments(assignments)
            .replace("input a, b", "input width, b")
            .replace("a ~", "b ~");
    return new Samples(folder).messages(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b/width     | (width, b) ~ Empirical('s.csv');  | calls 'b', 'width' what is read for 'width', 'b'",
        "width/c     | (width, b) ~ Kde('s.csv', bandwidth = 0.1); | calls 'c' what is read for 'b'",
        "wi/b        | (width, b) ~ Empirical('s.csv');  | calls 'wi' what is read for 'width'",
        "height      | width ~ Kde('one.csv', bandwidth = scott); b = 0; | calls 'height' what is read for 'width'",
        "height      | width ~ 2 * Empirical('one.csv'); b = 0; | calls 'height' what is read for 'width'",
      })
  void othersAreNamed(String header, String assignments, String message) throws IOException {
    List<String> messages = messages(header, assignments.replace('\'', '"'));
    assertEquals(1, messages.size(), messages::toString);
    String file = header.contains("/") ? "s.csv" : "one.csv";
    assertEquals(
        "sample.names sample file '"
            + file
            + "' "
            + message
            + "; check the order of the inputs, or give the columns the inputs' names",
        messages.get(0).replaceFirst("^[0-9:]+ ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "width/b       | (width, b) ~ Empirical('s.csv');",
        "Width (cm)/B  | (width, b) ~ Empirical('s.csv');",
        "petal.width/b | (width, b) ~ Empirical('s.csv');",
        "1/2           | (width, b) ~ Empirical('s.csv');",
        "b/width       | (b, width) ~ Empirical('s.csv');",
        "what          | width ~ Normal(0, 1); b = 0;",
      })
  void likeNamesAreNot(String header, String assignments) throws IOException {
    assertEquals(List.of(), messages(header, assignments.replace('\'', '"')));
  }
}
