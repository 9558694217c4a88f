package surety.certificates.onnx;

import java.nio.LongBuffer;
import java.util.Arrays;

/** A growing list of integers that costs nothing while it is empty. */
final class LongList {

  private static final long[] EMPTY = {};
  private static final int FIRST_CAPACITY = 4;

  private long[] elements = EMPTY;
  private int size;

  void add(long element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, Math.max(FIRST_CAPACITY, 2 * size));
    }
    elements[size++] = element;
  }

  /** What the list holds now. */
  LongBuffer finished() {
    return LongBuffer.wrap(elements, 0, size).slice();
  }
}
