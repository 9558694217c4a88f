package surety.language.verification;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * A file that ends with an exception once nobody wants it any more, so that a replay can be
 * stopped; and that tells how much of it was read, so that one can see how far a replay has come.
 */
final class CancellableStream extends FilterInputStream {
  private final BooleanSupplier cancelled;
  private final LongConsumer reader;
  private long count;

  /**
   * @param reader told after each time that something was read, how many bytes it was in all
   */
  CancellableStream(InputStream in, BooleanSupplier cancelled, LongConsumer reader) {
    super(in);
    this.cancelled = cancelled;
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    requireWanted();
    int value = super.read();
    tell(value >= 0 ? 1 : 0);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    requireWanted();
    int size = super.read(bytes, offset, length);
    tell(size);
    return size;
  }

  @Override
  public long skip(long length) throws IOException {
    requireWanted();
    long size = super.skip(length);
    tell(size);
    return size;
  }

  private void tell(long size) {
    if (size > 0) {
      count += size;
      reader.accept(count);
    }
  }

  private void requireWanted() throws InterruptedIOException {
    if (cancelled.getAsBoolean()) {
      throw new InterruptedIOException("cancelled");
    }
  }
}
