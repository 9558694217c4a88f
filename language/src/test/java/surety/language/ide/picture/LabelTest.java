package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import surety.language.display.TextWidth;

class LabelTest {
  @Test
  void wordsEndBeforeThePlaceOrBeginBehindIt() {
    Label left = new Label(100, 50, true, "words");
    assertEquals(94, left.anchor());
    assertEquals(94, left.right());
    assertEquals(94 - TextWidth.of("words", 12), left.left());
    Label right = new Label(100, 50, false, "words");
    assertEquals(106, right.anchor());
    assertEquals(106, right.left());
    assertEquals(106 + TextWidth.of("words", 12), right.right());
    assertEquals(15, right.bottom() - right.top());
  }

  @Test
  void wordsCoverWhatIsBetweenTheirEnds() {
    Label label = new Label(100, 50, false, "words");
    assertEquals(new Box(106, label.right(), 39, 54), label.box());
  }
}
