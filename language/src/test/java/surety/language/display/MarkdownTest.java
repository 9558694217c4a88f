package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "a plain title: R1, (really) 3.5%!; a plain title: R1, (really) 3.5%!",
        "a|b; a\\|b",
        "**bold** _it_; \\*\\*bold\\*\\* \\_it\\_",
        "<img src=x>; \\<img src=x\\>",
        "AT&T; AT\\&T",
        "[x](command:y); \\[x\\]\\(command:y)",
        "`code`; 'code'",
        "a\\b; a\\\\b",
        "~~no~~; \\~\\~no\\~\\~",
        "# head; \\# head",
        "- item; \\- item",
        "+ item; \\+ item",
        "=====; \\=====",
        "1. first; 1\\. first",
        "12) twelfth; 12\\) twelfth",
        "12 monkeys; 12 monkeys",
      })
  void whatWouldDoSomethingIsEscaped(String words, String escaped) {
    assertEquals(escaped, Markdown.escaped(words));
  }

  @Test
  void linesBecomeOne() {
    assertEquals("a b c", Markdown.escaped(" a\n\nb\r\n\tc\n"));
    assertEquals("", Markdown.escaped(" \n"));
    assertEquals("`a b`", Markdown.code("a\nb"));
  }

  @Test
  void codeCannotBeLeft() {
    assertEquals("`a 'b' c`", Markdown.code("a `b` c"));
    assertEquals("", Markdown.code("  "));
  }

  /** Every special character has a backslash of its own before it. */
  @Test
  void nothingSpecialIsLeft() {
    SplittableRandom random = new SplittableRandom(1);
    String alphabet = "\\`*_[](){}<>|~&#!-+=.1a \n";
    for (int i = 0; i < 500; i++) {
      StringBuilder words = new StringBuilder();
      for (int k = random.nextInt(1, 12); k > 0; k--) {
        words.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String rest = Markdown.escaped(words.toString()).replaceAll("\\\\[\\p{Punct}]", "");
      assertFalse(rest.matches(".*[\\\\`*_\\[\\]<>|~&#\n].*"), () -> words + " leaves " + rest);
      assertFalse(rest.contains("]("), () -> words + " leaves " + rest);
    }
  }
}
