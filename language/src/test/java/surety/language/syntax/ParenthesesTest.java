package surety.language.syntax;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it says that there are few, there are few; see {@link TextLimitsTest} for the twin. */
class ParenthesesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "((",
        "(()())",
        "()()()()",
        "))))((",
        "// (((((\n((",
        "// (((((",
        "(( // (((((\r)(",
        "/* (((( \n(( */((",
        "\"((((((\" ((",
        "\"\"\"(((\"",
        "\"//\"((",
        "// \"\n((",
        "/* \" */((",
        "a / b * c((",
        "/**/((",
      })
  void countsTwoAtMost(String text) {
    assertTrue(Parentheses.areAtMost(2, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(((",
        "(\n(\r(",
        "// )))\n(((",
        "\")\"(((",
        "((/* ) */(",
        "()(((",
        // No end: what is in them may count.
        "\"",
        "\" \n \"",
        "\" \r \"",
        "/*",
        "/*/",
        "/* *",
        "// \n \"(",
      })
  void isNotSureOfMore(String text) {
    assertFalse(Parentheses.areAtMost(2, text));
  }
}
