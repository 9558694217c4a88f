package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import surety.certificates.rejection.RejectedException;

class LineReaderTest {
  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static LineReader reader(String text) {
    return new LineReader(stream(text));
  }

  private static void refused(boolean isIncomplete, String reason, LineReader reader) {
    RejectedException e = assertThrows(RejectedException.class, reader::next);
    assertEquals(isIncomplete, e.rejection().isIncomplete());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void readsLineByLineAndNotFurther() throws IOException, RejectedException {
    ByteArrayInputStream in = stream("one\n\n ~\nrest");
    LineReader reader = new LineReader(in);
    assertEquals("one", reader.next());
    assertEquals("", reader.next());
    assertEquals(" ~", reader.next());
    assertEquals("rest", new String(in.readAllBytes(), StandardCharsets.US_ASCII));
  }

  @Test
  void prefixesAndWholeLines() throws IOException, RejectedException {
    LineReader reader = reader("points 7\ntree\n");
    assertEquals("7", reader.after("points "));
    reader.expect("tree");
    assertThrows(RejectedException.class, () -> reader("trees\n").expect("tree"));
    assertThrows(RejectedException.class, () -> reader("tre\n").expect("tree"));
    RejectedException e =
        assertThrows(
            RejectedException.class, () -> reader("x".repeat(1000) + "\n").after("points "));
    assertEquals(false, e.rejection().isIncomplete());
    assertTrue(e.getMessage().length() < 240);
  }

  @Test
  void endsInTheMiddleAreIncomplete() {
    refused(true, "ends in the middle", reader(""));
    refused(true, "ends in the middle", reader("no line feed"));
  }

  @Test
  void otherBytesAreInvalid() {
    for (String text : new String[] {"a\rb\n", "\0\n", "tab\t\n", "\u00e9\n", "\u007f\n"}) {
      refused(false, "no text", reader(text));
    }
  }

  @Test
  void endlessLinesAreRefusedInBoundedMemory() {
    AtomicLong given = new AtomicLong();
    // very long lines, so that little is kept
    InputStream endless =
        new OneByteStream(() -> given.incrementAndGet() % (1 << 20) == 0 ? '\n' : 'x');
    LineReader reader = new LineReader(endless);
    RejectedException e =
        assertThrows(
            RejectedException.class,
            () -> {
              for (int line = 0; line < 100; line++) {
                assertTrue(reader.next().length() < 1 << 20);
              }
            });
    assertTrue(e.getMessage().contains("64 MiB"));
  }
}
