package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits are made in the order of the text, and never twice at a place. */
class QuickFixTest {
  @Test
  void editsAreMadeTogether() {
    QuickFix fix =
        new QuickFix("t", new Edit(4, 2, "EF"), Edit.insertion(0, "<"), Edit.deletion(2, 4));
    assertEquals("<abEFgh", fix.applyTo("abcdefgh"));
    assertEquals(List.of(0, 2, 4), fix.edits().stream().map(Edit::offset).toList());
  }

  @Test
  void aWholeTextCanBeReplaced() {
    assertEquals("", new QuickFix("t", Edit.deletion(0, 3)).applyTo("abc"));
    assertEquals("abcd", new QuickFix("t", Edit.insertion(3, "d")).applyTo("abc"));
  }

  @Test
  void overlapsAreRefused() {
    List<List<Edit>> wrong =
        List.of(
            List.of(),
            List.of(new Edit(0, 2, "a"), new Edit(1, 1, "b")),
            List.of(new Edit(0, 5, "a"), new Edit(1, 1, "b")),
            List.of(new Edit(3, 0, "a"), new Edit(3, 0, "b")),
            List.of(new Edit(3, 0, "a"), new Edit(3, 2, "b")));
    for (List<Edit> edits : wrong) {
      assertThrows(IllegalArgumentException.class, () -> new QuickFix("t", edits), "" + edits);
    }
  }
}
