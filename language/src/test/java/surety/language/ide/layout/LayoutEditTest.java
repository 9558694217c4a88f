package surety.language.ide.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LayoutEditTest {
  @Test
  void onlyBlanksThatDifferAreReplaced() {
    assertEquals(
        List.of(new LayoutEdit(0, 1, ""), new LayoutEdit(4, 3, "\n")),
        LayoutEdit.between(" a b  \tc", "a b\nc"));
    assertEquals(List.of(new LayoutEdit(1, 0, "\n")), LayoutEdit.between("a", "a\n"));
    assertEquals(List.of(new LayoutEdit(1, 0, " ")), LayoutEdit.between("ab", "a b"));
    assertEquals(List.of(new LayoutEdit(1, 1, "")), LayoutEdit.between("a b", "ab"));
    assertEquals(List.of(), LayoutEdit.between("a b", "a b"));
    assertEquals(List.of(), LayoutEdit.between("", ""));
  }

  @Test
  void otherDifferencesAreRefused() {
    for (String after : new String[] {"ac", "a", "abc", "", "b"}) {
      assertThrows(IllegalArgumentException.class, () -> LayoutEdit.between("ab", after));
    }
    assertThrows(IllegalArgumentException.class, () -> LayoutEdit.between("", "a"));
  }

  @Test
  void theEditsMakeOneTextOfTheOther() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 2000; round++) {
      String letters = "abcdefgh".substring(random.nextInt(8));
      String before = spread(letters, random);
      String after = spread(letters, random);
      List<LayoutEdit> edits = LayoutEdit.between(before, after);
      StringBuilder text = new StringBuilder(before);
      for (int i = edits.size() - 1; i >= 0; i--) {
        LayoutEdit edit = edits.get(i);
        text.replace(edit.offset(), edit.offset() + edit.length(), edit.replacement());
      }
      assertEquals(after, text.toString());
    }
  }

  private static String spread(String letters, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= letters.length(); i++) {
      text.append(" \n\r\n\t ".substring(random.nextInt(7)));
      text.append(letters, i, Math.min(i + 1, letters.length()));
    }
    return text.toString();
  }
}
