package surety.eclipse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrisTest {
  @ParameterizedTest
  @ValueSource(strings = {"file:/no/a b.sure", "file:///no/a%20b.sure", "file:/no/a%20b.sure"})
  void oneWayToWriteEach(String written) {
    assertEquals("file:///no/a%20b.sure", Uris.of(written.replace(" ", "%20")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "untitled:1", "http://example.org/a.sure", "file://host/a", "file:a", "% %"})
  void whatNamesNoFileStays(String written) {
    assertEquals(written, Uris.of(written));
    assertNull(Uris.path(written));
    assertEquals(written, Uris.name(written));
  }

  @Test
  void names() {
    assertEquals("größe.sure", Uris.name(Path.of("/no/größe.sure").toUri().toString()));
  }

  @Test
  void theRootHasNoName() {
    assertEquals("file:///", Uris.name("file:///"));
  }
}
