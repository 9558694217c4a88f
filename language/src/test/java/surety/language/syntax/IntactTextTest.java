package surety.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IntactTextTest {
  private static String intact(String text) {
    return IntactText.of(text, part -> !part.contains("?"));
  }

  @Test
  void blanksStandForWhatIsBroken() {
    assertEquals("query a;        query c;", intact("query a;query ?;query c;"));
    assertEquals("       \n    \r\nquery c;", intact("query ?\n  ?;\r\nquery c;"));
  }

  @Test
  void whatIsBetweenIsBroken() {
    assertEquals("query a;       query b;", intact("query a;  prop query b;"));
    assertEquals(" ", intact("}"));
  }

  /** Which of the two is meant, who knows. */
  @Test
  void whatHasTheNameOfSomethingBrokenIsUnclear() {
    String text = "query a; distribution D { ? } distribution D { } property a ?;";
    assertEquals(" ".repeat(text.length()), intact(text));
    String other = "query D; distribution D { ? }";
    assertEquals("query D;" + " ".repeat(other.length() - 8), intact(other));
  }

  @Test
  void whatIsIntactStaysAsItIs() {
    String text = "// ? prop\nquery a; /* ? */\n";
    assertEquals(text, intact(text));
  }
}
