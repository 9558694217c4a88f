package surety.certificates.recurrence;

import java.util.Optional;

/**
 * How a certificate derives the numbers of a loop.
 *
 * @param precision how many binary digits behind the point to compute with
 */
public record LoopProof(Derivation derivation, int precision) {
  /** Refuses digits that nobody waits for. */
  public LoopProof {
    if (precision < 1 || precision > LoopBounds.MOST_PRECISION) {
      throw new IllegalArgumentException(
          "a precision is 1 to " + LoopBounds.MOST_PRECISION + " binary digits");
    }
  }

  /** Canonical text: {@code closed 128}. */
  public String canonical() {
    return derivation.word() + " " + precision;
  }

  /** What such a text says; empty if it says nothing. */
  public static Optional<LoopProof> parse(String text) {
    for (Derivation derivation : Derivation.values()) {
      String word = derivation.word() + " ";
      if (text.startsWith(word) && text.substring(word.length()).matches("[1-9][0-9]{0,3}")) {
        int precision = Integer.parseInt(text.substring(word.length()));
        return precision > LoopBounds.MOST_PRECISION
            ? Optional.empty()
            : Optional.of(new LoopProof(derivation, precision));
      }
    }
    return Optional.empty();
  }
}
