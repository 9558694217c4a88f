package surety.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that could exhaust memory or stack are refused before they are parsed. */
class TextLimitsTest {
  @Test
  void acceptsText() {
    assertEquals(Optional.empty(), TextLimits.check(""));
    assertEquals(Optional.empty(), TextLimits.check("semantics real;\r\n\t// \u00e4\n"));
    assertEquals(Optional.empty(), TextLimits.check("(".repeat(200) + ")".repeat(500)));
    assertEquals(Optional.empty(), TextLimits.check("// " + "(".repeat(5000)));
    assertEquals(Optional.empty(), TextLimits.check("\"" + "(".repeat(5000) + "\""));
    assertEquals(Optional.empty(), TextLimits.check("x".repeat(8 << 20)));
    assertEquals(Optional.empty(), TextLimits.check("; ".repeat(250_000)));
  }

  @Test
  void namesWhatIsNotText() {
    assertProblem("text.not-text", 2, 3, "semantics\n a\u0007");
    assertProblem("text.not-text", 1, 1, "\u0000");
    TextLimits.Reading reading = TextLimits.read(new byte[] {'a', (byte) 0xe4, 'b'});
    assertEquals("text.not-text", reading.problem().orElseThrow().code());
    assertEquals("", reading.text());
  }

  @Test
  void namesWhatIsTooDeep() {
    assertProblem("text.too-deep", 3, 202, "\n\n " + "(".repeat(201));
    assertProblem("text.too-deep", 1, 401, "(()".repeat(100) + "(".repeat(101));
  }

  @Test
  void namesWhatIsTooLarge() {
    assertProblem("text.too-large", 1, 1, "x".repeat((8 << 20) + 1));
    assertProblem("text.too-large", 1, 1, ";".repeat(250_001));
    byte[] bytes = "\u00e4".repeat((4 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    assertEquals("text.too-large", TextLimits.read(bytes).problem().orElseThrow().code());
  }

  /** Most texts are not taken apart into tokens; whatever is in one, the answer is the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void isAsExactWithoutCountingTokens(long seed) {
    Random random = new Random(seed);
    String[] parts = {"(", "(((((", ")", ")))", "\"", "//", "/*", "*/", "/", "*", "\n", "\r", "x "};
    int refused = 0;
    for (int k = 0; k < 2000; k++) {
      // Quotes and comments without an end are rare enough for others to be seen.
      int kinds = random.nextBoolean() ? parts.length : 4;
      StringBuilder text = new StringBuilder("(".repeat(random.nextInt(205)));
      for (int length = random.nextInt(300); length > 0; length--) {
        String part = parts[random.nextInt(kinds)];
        boolean isWhole = random.nextBoolean();
        text.append(part).append(isWhole && part.equals("/*") ? "(*/" : "");
        text.append(isWhole && part.equals("\"") ? ")\"" : "");
      }
      Optional<TextLimits.Problem> exact = TextLimits.checkTokens(text.toString());
      assertEquals(exact, TextLimits.check(text.toString()), text::toString);
      refused += exact.isPresent() ? 1 : 0;
    }
    assertTrue(refused > 200 && refused < 1800, "both happen: " + refused);
  }

  private static void assertProblem(String code, int line, int column, String text) {
    TextLimits.Problem problem = TextLimits.check(text).orElseThrow();
    assertEquals(code, problem.code());
    assertEquals(line + ":" + column, problem.line() + ":" + problem.column());
  }
}
