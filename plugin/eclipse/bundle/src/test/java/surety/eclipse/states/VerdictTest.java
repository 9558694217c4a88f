package surety.eclipse.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  @ParameterizedTest
  @EnumSource(Verdict.class)
  void eachHasAPictureAndAnAnnotation(Verdict verdict) throws IOException {
    assertEquals(verdict, Verdict.of(verdict.word()));
    assertNotNull(Verdict.class.getResource("/" + verdict.icon()));
    try (InputStream plugin = Verdict.class.getResourceAsStream("/plugin.xml")) {
      String text = new String(plugin.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains("<type name=\"" + verdict.annotation() + "\"/>"));
      assertTrue(text.contains("annotationType=\"" + verdict.annotation() + "\""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PROVED", "proved ", "settled", "valid"})
  void whatIsUnknownIsNeverProved(String word) {
    assertEquals(Verdict.STALE, Verdict.of(word));
  }
}
