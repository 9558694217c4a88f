package surety.certificates.replay;

import java.io.IOException;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.SupportRejection;
import surety.certificates.statement.SupportStatement;

/**
 * What a support certificate says before its trees.
 *
 * @param statement which network and inputs it is about, as canonical text
 * @param missing at least the probability that the inputs have no listed pattern
 * @param patterns how many are listed, each counted under each component of the law
 */
public record SupportHeader(String statement, double missing, long patterns) {
  /** The first line of every support certificate. */
  public static final String TITLE = "surety support certificate 1";

  /** About a network and its inputs. */
  public static SupportHeader of(SupportStatement statement, double missing, long patterns) {
    return new SupportHeader(statement.canonical(), missing, patterns);
  }

  /** The text, each line ended by a line feed. */
  public String text() {
    return TITLE
        + "\n"
        + statement
        + Header.END_OF_STATEMENT
        + "\nmissing "
        + HeaderFields.hex(missing)
        + "\npatterns "
        + patterns
        + "\ntree\n";
  }

  /**
   * Reads the text up to the trees of a certificate about a statement, and nothing of it if it is
   * about another one.
   */
  static SupportHeader read(String statement, LineReader lines)
      throws IOException, RejectedException {
    lines.expect(TITLE);
    lines.expectStatement(statement);
    double missing = HeaderFields.number(lines.after("missing "));
    if (!(0 <= missing && missing <= 1)) {
      throw new RejectedException(new SupportRejection.NoBound(missing));
    }
    long patterns = HeaderFields.longCount(lines.after("patterns "), 0);
    lines.expect("tree");
    return new SupportHeader(statement, missing, patterns);
  }
}
