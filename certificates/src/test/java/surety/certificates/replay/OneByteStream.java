package surety.certificates.replay;

import java.io.IOException;
import java.io.InputStream;

/** A stream of which the tests say the next byte; as slow as a stream can be. */
final class OneByteStream extends InputStream {
  private final Source source;

  /** Where the bytes come from. */
  interface Source {
    /** The next byte from 0 to 255, or -1 at the end. */
    int next() throws IOException;
  }

  OneByteStream(Source source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return source.next();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int next = read();
    if (next < 0) {
      return -1;
    }
    bytes[from] = (byte) next;
    return 1;
  }
}
