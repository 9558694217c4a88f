package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Window PLAIN = new Window(3, 2, 2, 1, 0);

  @Test
  void aDilatedWindowReachesFurther() {
    assertEquals(5, PLAIN.extent());
    assertEquals(1, new Window(1, 7, 9, 0, 0).extent());
    assertEquals(
        1 + (Integer.MAX_VALUE - 1L) * Integer.MAX_VALUE,
        new Window(Integer.MAX_VALUE, 1, Integer.MAX_VALUE, 0, 0).extent());
  }

  @Test
  void itMovesOverAnAxisAndItsPads() {
    assertEquals(10 + 1 - 5, PLAIN.way(10));
    assertEquals(-1, PLAIN.way(3));
  }

  @Test
  void anOddPadGoesBehindForUpperOnly() {
    assertEquals(new Window(3, 2, 2, 1, 2), PLAIN.padded(3, Window.AutoPad.SAME_UPPER));
    assertEquals(new Window(3, 2, 2, 2, 1), PLAIN.padded(3, Window.AutoPad.SAME_LOWER));
    assertEquals(new Window(3, 2, 2, 2, 1), PLAIN.padded(3, Window.AutoPad.NOTSET));
    assertEquals(new Window(3, 2, 2, 2, 2), PLAIN.padded(4, Window.AutoPad.SAME_UPPER));
    assertEquals(new Window(3, 2, 2, 0, 0), PLAIN.padded(0, Window.AutoPad.SAME_LOWER));
  }
}
