package surety.certificates.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.PointBounds;
import surety.certificates.cell.Truncation;
import surety.certificates.proof.ProofException;
import surety.certificates.proof.ProofException.Kind;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;

/**
 * What a certificate says before its proof tree.
 *
 * @param statement what it says that it is about: text that nobody has to understand, because it
 *     has to be the canonical text of a statement that the reader already has
 * @param truncations one for each random input
 * @param points the claimed bounds: one for a probability, one for each threshold of a cdf
 */
public record Header(String statement, List<Truncation> truncations, List<PointBounds> points) {
  static final String TITLE = "surety certificate 1";
  static final String END_OF_STATEMENT = "end statement";

  /** Keeps its own lists. */
  public Header {
    truncations = List.copyOf(truncations);
    points = List.copyOf(points);
  }

  /** About a statement. */
  public Header(Statement statement, List<Truncation> truncations, List<PointBounds> points) {
    this(statement.canonical(), truncations, points);
  }

  /** The text, each line ended by a line feed. */
  String text() {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    text.append(statement).append(END_OF_STATEMENT).append('\n');
    text.append(HeaderFields.text(truncations));
    text.append("points ").append(points.size()).append('\n');
    for (PointBounds point : points) {
      text.append(point.threshold()).append(' ').append(point.lower().toHex()).append(' ');
      text.append(point.upper().toHex()).append('\n');
    }
    return text.append("tree\n").toString();
  }

  /**
   * Reads a certificate up to its tree, and not further.
   *
   * @throws ProofException if it does not begin like a certificate
   */
  public static Header read(InputStream certificate) throws IOException, ProofException {
    return read(new LineReader(certificate));
  }

  /** Reads the text up to the tree. */
  static Header read(LineReader lines) throws IOException, ProofException {
    lines.expect(TITLE);
    StringBuilder statement = new StringBuilder();
    for (String line = lines.next(); !line.equals(END_OF_STATEMENT); line = lines.next()) {
      statement.append(line).append('\n');
    }
    return readRest(statement.toString(), lines);
  }

  /**
   * Reads the text up to the tree of a certificate about a statement, and nothing of it if it is
   * about another one.
   */
  static Header read(String statement, LineReader lines) throws IOException, ProofException {
    lines.expect(TITLE);
    lines.expectStatement(statement);
    return readRest(statement, lines);
  }

  private static Header readRest(String statement, LineReader lines)
      throws IOException, ProofException {
    List<Truncation> truncations = HeaderFields.readTruncations(lines);
    int points = HeaderFields.count(lines.after("points "), Thresholds.MOST);
    List<PointBounds> claimed = new ArrayList<>();
    for (int k = 0; k < points; k++) {
      claimed.add(point(HeaderFields.fields(lines.next(), 3)));
    }
    lines.expect("tree");
    return new Header(statement, truncations, claimed);
  }

  private static PointBounds point(String[] fields) throws ProofException {
    try {
      return new PointBounds(
          Rational.parseFraction(fields[0]),
          HeaderFields.dyadic(fields[1]),
          HeaderFields.dyadic(fields[2]));
    } catch (NumberFormatException e) {
      throw new ProofException(Kind.INVALID, "the certificate's threshold: " + e.getMessage());
    }
  }
}
