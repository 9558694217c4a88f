package surety.certificates.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TextRejection;

/** Lines of ASCII text from a stream, in bounded memory; never reads past a line's end. */
final class LineReader {
  private static final int MOST_BYTES = 64 << 20;

  private final InputStream in;
  private int total;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line, without its line feed. */
  String next() throws IOException, RejectedException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new RejectedException(new TextRejection.CutOff());
      }
      if (c < ' ' || c > '~') {
        throw new RejectedException(new TextRejection.NotText(c));
      }
      if (++total > MOST_BYTES) {
        throw new RejectedException(new TextRejection.TooLong(MOST_BYTES));
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  /** The rest of the next line, which begins with {@code prefix}. */
  String after(String prefix) throws IOException, RejectedException {
    String line = next();
    if (!line.startsWith(prefix)) {
      throw new RejectedException(new TextRejection.Unexpected(prefix, line));
    }
    return line.substring(prefix.length());
  }

  /** Takes the next line, which is {@code whole}. */
  void expect(String whole) throws IOException, RejectedException {
    if (!after(whole).isEmpty()) {
      throw new RejectedException(new TextRejection.UnexpectedRest(whole));
    }
  }

  /**
   * Takes the lines of a statement and the line that ends it, up to the first line that differs.
   */
  void expectStatement(String statement) throws IOException, RejectedException {
    for (String ours : (statement + Header.END_OF_STATEMENT).split("\n", -1)) {
      String theirs = next();
      if (!theirs.equals(ours)) {
        throw new RejectedException(new TextRejection.OtherStatement(theirs, ours));
      }
    }
  }
}
