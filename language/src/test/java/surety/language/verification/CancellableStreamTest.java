package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CancellableStreamTest {
  @Test
  void readsUntilNobodyWantsToKnow() throws IOException {
    AtomicBoolean cancelled = new AtomicBoolean();
    try (InputStream in =
        new CancellableStream(new ByteArrayInputStream(new byte[] {1, 2, 3}), cancelled::get)) {
      assertEquals(1, in.read());
      assertEquals(1, in.read(new byte[1]));
      cancelled.set(true);
      assertThrows(InterruptedIOException.class, in::read);
      assertThrows(InterruptedIOException.class, () -> in.read(new byte[1]));
    }
  }
}
