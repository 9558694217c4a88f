package surety.certificates.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import surety.certificates.proof.ProofException;
import surety.certificates.proof.ProofException.Kind;

/** Lines of ASCII text from a stream, in bounded memory; never reads past a line's end. */
final class LineReader {
  private static final int MOST_BYTES = 64 << 20;

  private final InputStream in;
  private int total;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line, without its line feed. */
  String next() throws IOException, ProofException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new ProofException(Kind.INCOMPLETE, "the certificate ends in the middle");
      }
      if (c < ' ' || c > '~') {
        throw new ProofException(Kind.INVALID, "the certificate has a byte that is no text");
      }
      if (++total > MOST_BYTES) {
        throw new ProofException(Kind.INVALID, "the certificate's text is longer than 64 MiB");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  /** The rest of the next line, which begins with {@code prefix}. */
  String after(String prefix) throws IOException, ProofException {
    String line = next();
    if (!line.startsWith(prefix)) {
      throw new ProofException(
          Kind.INVALID,
          "expected '%s' in the certificate, found '%s'".formatted(prefix, brief(line)));
    }
    return line.substring(prefix.length());
  }

  /** Takes the next line, which is {@code whole}. */
  void expect(String whole) throws IOException, ProofException {
    if (!after(whole).isEmpty()) {
      throw new ProofException(
          Kind.INVALID, "expected the line '" + whole + "' in the certificate");
    }
  }

  /**
   * Takes the lines of a statement and the line that ends it, up to the first line that differs.
   */
  void expectStatement(String statement) throws IOException, ProofException {
    for (String ours : (statement + Header.END_OF_STATEMENT).split("\n", -1)) {
      String theirs = next();
      if (!theirs.equals(ours)) {
        throw new ProofException(
            Kind.INVALID,
            "the certificate is about another statement: it says '%s' where '%s' is asked"
                .formatted(brief(theirs), brief(ours)));
      }
    }
  }

  static String brief(String line) {
    return line.length() <= 120 ? line : line.substring(0, 120) + "...";
  }
}
