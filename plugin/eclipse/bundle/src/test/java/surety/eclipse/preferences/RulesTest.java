package surety.eclipse.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1", "64", " 2 "})
  void threads(String text) {
    assertEquals("", Rules.threads(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "two", "1.5", "1e3", "99999999999", "2 threads"})
  void noThreads(String text) {
    assertTrue(Rules.threads(text).startsWith("Threads: '" + text + "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60 s", "500ms", "1.5 min", "2 h"})
  void timeout(String text) {
    assertEquals("", Rules.timeout(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "s", "0 s", "-5 s", "0.0 h", "1 day", "60 seconds", "1e400000 s"})
  void noTimeout(String text) {
    assertTrue(Rules.timeout(text).startsWith("Time limit: '" + text + "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1e-6", "0.01", "1", "2.5E-3"})
  void gap(String text) {
    assertEquals("", Rules.gap(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "0e5", "-1e-6", "1e", ".5", "1e-6 s", "small", "NaN"})
  void noGap(String text) {
    assertTrue(Rules.gap(text).startsWith("Gap: '" + text + "'"));
  }

  @Test
  void java() {
    assertEquals("", Rules.java(" "));
    assertEquals("", Rules.java(System.getProperty("java.home") + " "));
    assertEquals("Java: there is no Java at /no/java.", Rules.java("/no/java"));
  }
}
