package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShapeTest {

  private static Shape shape(long... dims) throws NetworkFormatException {
    return Shape.checked(dims, "It");
  }

  private static void refused(String fragment, long... dims) {
    String message = assertThrows(NetworkFormatException.class, () -> shape(dims)).getMessage();
    assertTrue(message.startsWith("It has ") && message.contains(fragment), message);
  }

  @Test
  void countsItsElements() throws NetworkFormatException {
    assertEquals(1, Shape.SCALAR.size());
    assertEquals(24, shape(2, 3, 4).size());
    assertEquals(0, shape(2, 0).size());
    assertEquals(12, shape(2, 3, 4).product(1, 3));
    assertEquals(4, shape(2, 3, 4).dim(-1));
    assertEquals(shape(3, 4, 9), shape(2, 3, 4).part(1, 3).then(9));
    assertEquals(shape(2, 3, 4), shape(2).then(shape(3, 4)));
    assertEquals(Integer.MAX_VALUE, shape(1, Integer.MAX_VALUE).size());
  }

  @Test
  void refusesWhatDoesNotFit() {
    refused("negative dimension -1", 3, -1);
    refused("too large", 1L << 31);
    refused("too large", 1L << 16, 1L << 16);
    refused("too large", Long.MAX_VALUE, 2);
    refused("too large", Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    refused("33 dimensions", new long[33]);
  }
}
