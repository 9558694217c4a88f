package surety.certificates.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;

/**
 * What a certificate says before its proof tree.
 *
 * @param statement what it says that it is about: text that nobody has to understand, because it
 *     has to be the canonical text of a statement that the reader already has
 * @param truncations one for each random input
 * @param numbers those that are free in what the claim asks: of a cdf the thresholds, form by form
 * @param bounds the claimed ones: one for a quantity, more for a cdf and for moments
 */
public record Header(
    String statement,
    List<Truncation> truncations,
    List<Rational> numbers,
    List<Enclosure> bounds) {
  static final String TITLE = "surety certificate 2";
  private static final String NUMBERS = "numbers ";
  private static final String BOUNDS = "bounds ";
  private static final int MOST_NUMBERS = BandClaim.MOST_FORMS * Thresholds.MOST;
  static final String END_OF_STATEMENT = "end statement";

  /** Keeps its own lists. */
  public Header {
    truncations = List.copyOf(truncations);
    numbers = List.copyOf(numbers);
    bounds = List.copyOf(bounds);
  }

  /** About a statement. */
  public Header(
      Statement statement,
      List<Truncation> truncations,
      List<Rational> numbers,
      List<Enclosure> bounds) {
    this(statement.canonical(), truncations, numbers, bounds);
  }

  /** The text, each line ended by a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    text.append(statement).append(END_OF_STATEMENT).append('\n');
    text.append(HeaderFields.text(truncations));
    text.append(NUMBERS).append(numbers.size()).append('\n');
    numbers.forEach(number -> text.append(number).append('\n'));
    text.append(BOUNDS).append(bounds.size()).append('\n');
    for (Enclosure bound : bounds) {
      text.append(bound.lower().toHex()).append(' ').append(bound.upper().toHex()).append('\n');
    }
    return text.append("tree\n").toString();
  }

  /**
   * Reads a certificate up to its tree, and not further.
   *
   * @throws RejectedException if it does not begin like a certificate
   */
  public static Header read(InputStream certificate) throws IOException, RejectedException {
    return read(new LineReader(certificate));
  }

  /** Reads the text up to the tree. */
  static Header read(LineReader lines) throws IOException, RejectedException {
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
  static Header read(String statement, LineReader lines) throws IOException, RejectedException {
    lines.expect(TITLE);
    lines.expectStatement(statement);
    return readRest(statement, lines);
  }

  private static Header readRest(String statement, LineReader lines)
      throws IOException, RejectedException {
    List<Truncation> truncations = HeaderFields.readTruncations(lines);
    List<Rational> numbers = new ArrayList<>();
    for (int k = HeaderFields.count(lines.after(NUMBERS), MOST_NUMBERS); k > 0; k--) {
      numbers.add(HeaderFields.rational(lines.next()));
    }
    List<Enclosure> bounds = new ArrayList<>();
    for (int k = HeaderFields.count(lines.after(BOUNDS), BandClaim.MOST_POINTS); k > 0; k--) {
      bounds.add(HeaderFields.enclosure(HeaderFields.fields(lines.next(), 2)));
    }
    lines.expect("tree");
    return new Header(statement, truncations, numbers, bounds);
  }
}
