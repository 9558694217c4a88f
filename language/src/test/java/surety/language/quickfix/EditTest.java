package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** An edit is a part of a text with another text. */
class EditTest {
  @Test
  void insertionsAndDeletionsAreEdits() {
    assertEquals(new Edit(3, 0, "a"), Edit.insertion(3, "a"));
    assertEquals(new Edit(3, 2, ""), Edit.deletion(3, 5));
    assertEquals(5, Edit.deletion(3, 5).end());
  }

  @Test
  void whatIsNoPartIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Edit(-1, 0, "a"));
    assertThrows(IllegalArgumentException.class, () -> new Edit(0, -1, "a"));
    assertThrows(IllegalArgumentException.class, () -> Edit.deletion(5, 3));
    assertThrows(NullPointerException.class, () -> new Edit(0, 0, null));
  }
}
