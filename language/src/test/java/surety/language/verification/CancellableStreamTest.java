package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CancellableStreamTest {
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<Long> told = new ArrayList<>();

  private InputStream stream(int size) {
    return new CancellableStream(
        new ByteArrayInputStream(new byte[size]), cancelled::get, told::add);
  }

  @Test
  void readsUntilNobodyWantsToKnow() throws IOException {
    try (InputStream in = stream(4)) {
      assertEquals(0, in.read());
      assertEquals(1, in.read(new byte[1]));
      assertEquals(1, in.skip(1));
      cancelled.set(true);
      assertThrows(InterruptedIOException.class, in::read);
      assertThrows(InterruptedIOException.class, () -> in.read(new byte[1]));
      assertThrows(InterruptedIOException.class, () -> in.skip(1));
      assertEquals(List.of(1L, 2L, 3L), told);
    }
  }

  @Test
  void nothingThatWasReadIsNotTold() throws IOException {
    try (InputStream in = stream(1)) {
      assertEquals(0, in.read(new byte[0]));
      assertEquals(0, in.skip(0));
      assertEquals(0, in.skip(-1));
      assertEquals(List.of(), told);
    }
  }

  @Test
  void theEndIsNothingThatWasRead() throws IOException {
    try (InputStream in = stream(0)) {
      assertEquals(-1, in.read());
      assertEquals(-1, in.read(new byte[3]));
      assertEquals(0, in.skip(3));
      assertEquals(List.of(), told);
    }
  }

  /** Byte by byte, in pieces, or skipped: what is told is what is gone. */
  @Test
  void tellsHowMuchWasRead() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      int size = random.nextInt(1, 2000);
      ByteArrayInputStream file = new ByteArrayInputStream(new byte[size]);
      told.clear();
      try (InputStream in = new CancellableStream(file, cancelled::get, told::add)) {
        while (file.available() > 0) {
          int length = random.nextInt(1, 300);
          switch (random.nextInt(3)) {
            case 0 -> in.read();
            case 1 -> in.read(new byte[length + 5], 5, length);
            default -> in.skip(length);
          }
          assertEquals(size - file.available(), told.get(told.size() - 1));
        }
        assertEquals(told.stream().sorted().distinct().toList(), told);
      }
    }
  }
}
