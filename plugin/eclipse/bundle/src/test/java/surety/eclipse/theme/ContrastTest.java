package surety.eclipse.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private static final RGB BLACK = new RGB(0, 0, 0);
  private static final RGB WHITE = new RGB(255, 255, 255);

  /** The examples of the guidelines: #767676 is the lightest grey that is enough on white. */
  @Test
  void asTheGuidelinesHaveIt() {
    assertEquals(21, Contrast.of(BLACK, WHITE), 1e-9);
    assertEquals(1, Contrast.of(WHITE, WHITE), 1e-9);
    assertEquals(4.54, Contrast.of(new RGB(0x76, 0x76, 0x76), WHITE), 0.005);
    assertEquals(4.48, Contrast.of(WHITE, new RGB(0x77, 0x77, 0x77)), 0.005);
  }

  @Test
  void whatCanBeReadStays() {
    RGB keyword = new RGB(127, 0, 85);
    assertEquals(keyword, Contrast.readable(keyword, WHITE));
  }

  @Test
  void whatCannotBeReadIsMovedNoFurtherThanNeeded() {
    RGB dark = new RGB(47, 47, 47);
    RGB moved = Contrast.readable(new RGB(127, 0, 85), dark);
    assertTrue(Contrast.of(moved, dark) >= Contrast.ENOUGH);
    assertTrue(Contrast.of(moved, dark) < 6, "nearly white: " + moved);
  }

  @Test
  void everyColourCanBeMadeReadableOnEveryBackground() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      RGB background = colour(random);
      RGB readable = Contrast.readable(colour(random), background);
      assertTrue(
          Contrast.of(readable, background) >= Contrast.ENOUGH, readable + " on " + background);
    }
  }

  private static RGB colour(Random random) {
    return new RGB(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  @Test
  void darkAndLight() {
    assertTrue(Contrast.isDark(new RGB(47, 47, 47)));
    assertTrue(Contrast.isDark(BLACK));
    assertFalse(Contrast.isDark(WHITE));
    assertFalse(Contrast.isDark(new RGB(253, 246, 227)));
  }
}
