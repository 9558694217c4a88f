package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import surety.language.problems.IssueCodes;

/** What README.md shows is so. */
class ReadmeTest {
  private static final Pattern EXAMPLE = Pattern.compile("```sure\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)`");

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult r) -> r.group(1)).toList();
  }

  @Test
  void examplesCanBeParsedAndAreLaidOut() throws IOException {
    List<String> examples = all(EXAMPLE, readme());
    assertFalse(examples.isEmpty());
    for (String example : examples) {
      assertEquals(
          List.of(), new SpecificationReader().syntaxErrors(Path.of("README.md"), example));
    }
    assertEquals(examples.get(0), new SpecificationFormatter().format(examples.get(0)));
  }

  @Test
  void everyCodeIsListedOnce() throws IOException {
    List<String> codes =
        Arrays.stream(IssueCodes.class.getFields()).map(ReadmeTest::value).sorted().toList();
    assertEquals(codes, all(ROW, readme()).stream().sorted().toList());
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
