package surety.eclipse.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "seen", "two\nlines", "a\ttab", "back\\slash", "\\n", "\\\n\t\\t\\"})
  void aLineIsReadAsItWasWritten(String text) {
    for (boolean passed : new boolean[] {true, false}) {
      Step step = new Step("name " + text, passed, text);
      assertFalse(step.line().contains("\n"), step.line());
      assertEquals(Optional.of(step), Step.parse(step.line()));
    }
  }

  @Test
  void theLineIsReadable() {
    assertEquals("passed\tit opens\tseen", new Step("it opens", true, "seen").line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "pass", "passed", "passed\tname", "maybe\tname\tseen", "\t\t", "x\ty"})
  void anythingElseIsNone(String line) {
    assertEquals(Optional.empty(), Step.parse(line));
  }
}
