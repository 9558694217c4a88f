package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void wideLettersNeedMoreRoom() {
    assertTrue(TextWidth.of("WWWW", 12) > TextWidth.of("aaaa", 12));
    assertTrue(TextWidth.of("aaaa", 12) > TextWidth.of("iiii", 12));
    assertTrue(TextWidth.of("\u6f22\u5b57", 12) >= 24);
    assertEquals(0, TextWidth.of("", 12));
  }

  @Test
  void whatFitsStays() {
    assertEquals("rare", TextWidth.shortened("rare", 12, 100));
    assertEquals("", TextWidth.shortened("", 12, 0));
    assertEquals("\u2026", TextWidth.shortened("rare", 12, 0));
    assertEquals("\u2026", TextWidth.shortened("rare", 12, -5));
  }

  @Test
  void whatDoesNotFitIsCutBetweenCharacters() {
    String alphabet = "aWi. \u00fc\u6f22";
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      StringBuilder words = new StringBuilder();
      for (int k = random.nextInt(1, 60); k > 0; k--) {
        words.append(alphabet.charAt(random.nextInt(alphabet.length())));
        words.append(random.nextInt(5) == 0 ? "\ud83d\ude00" : "");
      }
      double room = random.nextDouble(20, 300);
      String some = TextWidth.shortened(words.toString(), 12, room);
      assertTrue(TextWidth.of(some, 12) <= room, some);
      assertFalse(some.matches(".*[\ud800-\udbff]\u2026"), some);
      String begin = some.endsWith("\u2026") ? some.substring(0, some.length() - 1) : some;
      assertTrue(words.toString().startsWith(begin), some);
    }
  }
}
