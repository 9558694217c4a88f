package surety.eclipse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final int LINE = PlainRuler.LINE;

  private static final Ruler RULER = new PlainRuler();

  private static Room room(String markdown, int most) {
    return Room.of(Markdown.html(markdown), most, RULER);
  }

  @Test
  void nothingNeedsNoRoom() {
    assertEquals(new Room(0, 0), room("", 400));
    assertEquals(new Room(0, 0), Room.of("words outside of all blocks", 400, RULER));
  }

  @Test
  void paragraphsStandBelowEachOther() {
    assertEquals(new Room(50, 2 * (LINE + Room.GAP)), room("abc\n\nabcde", 400));
  }

  @Test
  void longParagraphsAreBrokenAndNeverWiderThanThereIs() {
    Room room = room("a ".repeat(100), 400);
    assertEquals(400, room.width());
    assertTrue(room.height() >= 5 * LINE + Room.GAP, room::toString);
  }

  @Test
  void linesOfCodeAreKept() {
    assertEquals(new Room(24, 3 * LINE + Room.GAP), room("```\na\nabc\nab\n```", 400));
  }

  @Test
  void signsThatAreWrittenAsEntitiesCountOnce() {
    assertEquals(new Room(24, LINE + Room.GAP), room("```\na<b\n```", 400));
  }

  @Test
  void itemsAreIndented() {
    assertEquals(new Room(30 + Room.INDENT, 2 * LINE + Room.GAP), room("- a\n- abc", 400));
  }

  @Test
  void eachRowOfATableHasItsHeight() {
    Room room = room("| a | b |\n|---|---|\n| abc | de |\n| f | |", 400);
    assertEquals(30 + 20 + 2 * Room.GAP_OF_CELL, room.width());
    assertEquals(3 * (LINE + Room.PADDING_OF_CELL) + Room.GAP, room.height());
  }

  @Test
  void theLastColumnIsBroken() {
    Room wide = room("| a | b |\n|---|---|\n| c | " + "d ".repeat(60) + "|", 2000);
    Room narrow = room("| a | b |\n|---|---|\n| c | " + "d ".repeat(60) + "|", 400);
    assertTrue(narrow.width() <= 400, narrow::toString);
    assertTrue(narrow.height() >= wide.height() + 2 * LINE, narrow::toString);
  }

  @Test
  void aTableInNoRoomAtAllHasStillAHeight() {
    assertTrue(room("| abc | b |\n|---|---|\n| c | d |", 1).height() > 2 * LINE);
  }

  @Test
  void picturesAreNeverMadeSmaller() {
    byte[] svg = "<svg width=\"300\" height=\"80\"/>".getBytes(StandardCharsets.UTF_8);
    String picture =
        "![](data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg) + ")";
    assertEquals(new Room(300, LINE + 80 + 2 * Room.GAP), room("abc\n\n" + picture, 100));
  }
}
