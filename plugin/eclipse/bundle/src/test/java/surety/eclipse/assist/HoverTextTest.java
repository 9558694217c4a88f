package surety.eclipse.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.eclipse.text.PlainRuler;
import surety.eclipse.text.Room;
import surety.eclipse.text.Ruler;

class HoverTextTest {
  private static final Ruler RULER = new PlainRuler();

  @Test
  void eachRowOfATableNeedsRoom() {
    Room one = new HoverText("| a | b |\n|---|---|\n| c | d |").room(400, RULER);
    Room two = new HoverText("| a | b |\n|---|---|\n| c | d |\n| e | f |").room(400, RULER);
    assertTrue(two.height() >= one.height() + 20);
    assertEquals(one.width(), two.width());
  }

  @Test
  void nothingNeedsOnlyItsMargin() {
    assertTrue(new HoverText("").room(400, RULER).height() < 20);
  }

  @Test
  void aPageHasNoTagsOfTheText() {
    String page = new HoverText("a <script>b</script>").page("color:red", "blue", false);
    assertFalse(page.contains("<script>"), page);
    assertTrue(page.contains("body{color:red}"), page);
  }

  /** Pictures are of a middle grey. */
  @Test
  void picturesAndLinksSuitTheTheme() {
    assertTrue(new HoverText("a").page("", "blue", true).contains("img{filter:brightness(1.7)}"));
    assertTrue(new HoverText("a").page("", "blue", false).contains("img{filter:brightness(.75)}"));
    assertTrue(new HoverText("a").page("", "rgb(1,2,3)", true).contains("a{color:rgb(1,2,3)}"));
  }

  @Test
  void withoutABrowserItIsPlainText() {
    assertEquals("a b\nc  d", new HoverText("**a** b\n| c | d |").toString());
  }
}
