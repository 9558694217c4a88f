package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxTest {
  private static final int CASES = 1000;

  /** Against the points of a grid that both contain. */
  @Test
  void whatOverlapsHasAPointInCommon() {
    SplittableRandom random = new SplittableRandom(1);
    int overlaps = 0;
    for (int i = 0; i < CASES; i++) {
      Box one = box(random);
      Box other = box(random);
      boolean isCommon = false;
      for (double x = 0.5; x < 20; x++) {
        for (double y = 0.5; y < 20; y++) {
          isCommon |= contains(one, x, y) && contains(other, x, y);
        }
      }
      assertEquals(isCommon, one.overlaps(other), () -> one + " " + other);
      assertEquals(isCommon, other.overlaps(one));
      overlaps += isCommon ? 1 : 0;
    }
    assertTrue(overlaps > 20 && overlaps < CASES - 20);
  }

  private static Box box(SplittableRandom random) {
    int left = random.nextInt(12);
    int top = random.nextInt(12);
    return new Box(left, left + random.nextInt(1, 8), top, top + random.nextInt(1, 8));
  }

  private static boolean contains(Box box, double x, double y) {
    return x > box.left() && x < box.right() && y > box.top() && y < box.bottom();
  }

  @Test
  void whatTouchesDoesNotOverlap() {
    Box box = new Box(10, 20, 30, 40);
    assertTrue(box.overlaps(box));
    assertFalse(box.overlaps(new Box(20, 25, 30, 40)));
    assertFalse(box.overlaps(new Box(10, 20, 40, 45)));
    assertTrue(box.overlaps(new Box(19.9, 25, 39.9, 45)));
  }
}
