package surety.certificates.statement;

import java.util.regex.Pattern;

/**
 * A network that a statement is about.
 *
 * @param digest SHA-256 of its file, 64 lower-case hexadecimal digits
 * @param outputs how many it has
 */
public record NetworkReference(String digest, int outputs) {
  static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** Refuses other digests and counts. */
  public NetworkReference {
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("a network digest is 64 lower-case hexadecimal digits");
    }
    if (outputs < 1 || outputs > Statement.MOST_COORDINATES) {
      throw new IllegalArgumentException(
          "a network has 1 to " + Statement.MOST_COORDINATES + " outputs");
    }
  }
}
