package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelTest {
  private static final int CASES = 500;

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

  /** Against the points of a grid that both contain. */
  @Test
  void whatOverlapsHasAPointInCommon() {
    SplittableRandom random = new SplittableRandom(1);
    int overlaps = 0;
    for (int i = 0; i < CASES; i++) {
      Label one = label(random);
      Label other = label(random);
      boolean isCommon = false;
      for (double x = 0.5; x < 260; x++) {
        for (double y = 0.5; y < 100; y++) {
          isCommon |= contains(one, x, y) && contains(other, x, y);
        }
      }
      // What overlaps by less than the grid's distance may have no point of it.
      boolean isClear = one.overlaps(other) == isCommon || isNarrow(one, other);
      assertTrue(isClear, () -> one + " " + other);
      assertEquals(one.overlaps(other), other.overlaps(one));
      overlaps += isCommon ? 1 : 0;
    }
    assertTrue(overlaps > 20 && overlaps < CASES - 20);
  }

  private static Label label(SplittableRandom random) {
    return new Label(
        random.nextInt(80, 180),
        random.nextInt(20, 90),
        random.nextBoolean(),
        "w".repeat(random.nextInt(1, 5)));
  }

  private static boolean contains(Label label, double x, double y) {
    return x > label.left() && x < label.right() && y > label.top() && y < label.bottom();
  }

  private static boolean isNarrow(Label one, Label other) {
    double width = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    return one.overlaps(other) && width < 1;
  }

  @Test
  void whatTouchesDoesNotOverlap() {
    Label label = new Label(100, 50, false, "a");
    assertTrue(label.overlaps(label));
    assertFalse(label.overlaps(new Label(100, 65, false, "a")));
    assertTrue(label.overlaps(new Label(100, 64.9, false, "a")));
    assertFalse(label.overlaps(new Label(label.right() + 6, 50, true, "")));
    assertFalse(label.overlaps(new Label(100, 50, true, "a")));
  }
}
