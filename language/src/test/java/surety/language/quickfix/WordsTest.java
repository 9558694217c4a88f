package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.language.ParsedSpecification;

/** The words of a text, whether it can be parsed or not. */
class WordsTest {
  private static Words words(String text) {
    ParsedSpecification parsed = new ParsedSpecification(Path.of("a.sure"), text);
    return Words.of(parsed.resource().getParseResult().getRootNode());
  }

  @Test
  void blanksAndCommentsAreNoWords() {
    List<Words.Word> all = words(" semantics // why\n /* ; */ real;").all();
    assertEquals(List.of("semantics", "real", ";"), all.stream().map(Words.Word::text).toList());
    assertEquals(1, all.get(0).offset());
    assertEquals(10, all.get(0).end());
  }

  @Test
  void whatCannotBeParsedHasWordsToo() {
    List<Words.Word> all = words("query ) 1.5 @ \u2264 under").all();
    assertEquals(
        List.of("query", ")", "1.5", "@", "\u2264", "under"),
        all.stream().map(Words.Word::text).toList());
    assertTrue(all.get(0).isName());
    assertTrue(all.get(2).isNumber());
    assertFalse(all.get(3).isName());
  }

  @Test
  void theWordAtAPlaceIsTheFirstThatEndsBehindIt() {
    Words words = words("semantics  real;");
    assertEquals(0, words.indexAt(0));
    assertEquals(0, words.indexAt(8));
    assertEquals(1, words.indexAt(9));
    assertEquals(1, words.indexAt(11));
    assertEquals(2, words.indexAt(15));
    assertEquals(3, words.indexAt(16));
    assertEquals(2, words.near(0, ";"));
    assertEquals(0, words.near(0, "?"));
  }

  @Test
  void beyondTheEndsIsNoWord() {
    Words words = words("semantics real;");
    assertEquals(new Words.Word("", 0), words.get(-1));
    assertEquals(new Words.Word("", 15), words.get(3));
    assertEquals(new Words.Word("", 0), words("").get(0));
    assertFalse(words.get(3).isName());
    assertFalse(words.get(3).isNumber());
  }
}
