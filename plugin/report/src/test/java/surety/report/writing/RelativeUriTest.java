package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeUriTest {
  @ParameterizedTest
  @CsvSource({
    "a/b.sure, a/b.sure",
    "./a/../b.sure, b.sure",
    "../b.sure, ../b.sure",
    "a b/\u00e9.sure, a%20b/%C3%A9.sure",
    "c:d.sure, c%3Ad.sure",
    "100%.sure, 100%25.sure",
    "a?b#c.sure, a%3Fb%23c.sure",
  })
  void isRelativeToWhereOneWorks(String file, String uri) {
    assertEquals(uri, RelativeUri.of(file));
  }

  @Test
  void anAbsoluteNameBecomesRelative() {
    assertEquals("x/f.sure", RelativeUri.of(Path.of("x/f.sure").toAbsolutePath().toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a <b>&\"'c' #%:1.sure", "[x].sure", "a\\b.sure", "^`{|}.sure"})
  void whateverANameHasItIsAUri(String file) {
    assertFalse(URI.create(RelativeUri.of(file)).isAbsolute());
    assertEquals(file, URI.create(RelativeUri.of(file)).getPath());
  }
}
