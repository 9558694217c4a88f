package surety.examples;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read. */
final class CountingStream extends FilterInputStream {
  private final AtomicLong count = new AtomicLong();

  CountingStream(InputStream in) {
    super(in);
  }

  long count() {
    return count.get();
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count.addAndGet(value >= 0 ? 1 : 0);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int size = super.read(bytes, offset, length);
    count.addAndGet(Math.max(0, size));
    return size;
  }
}
