package surety.solver.support;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.statement.SupportStatement;

/**
 * What a search for a support found, as the kernel has replayed it.
 *
 * @param patterns each once, the most probable ones first
 * @param missing at least the probability of all other patterns
 * @param isReached whether that is as little as was wanted; it was stopped, if not
 * @param seconds altogether
 * @param certificate its bytes, of whatever was reached
 */
@SuppressWarnings("ArrayRecordComponent") // a certificate is bytes, and nobody compares results
public record SupportResult(
    SupportStatement statement,
    List<Pattern> patterns,
    double missing,
    boolean isReached,
    double seconds,
    byte[] certificate) {
  /** Keeps its own list; the bytes are shared, for they may be many. */
  public SupportResult {
    patterns = List.copyOf(patterns);
  }

  /**
   * One pattern.
   *
   * @param pieces for each neuron with a kink the number of its piece: of a relu 0 or 1
   * @param text the same, a character each
   * @param probability under all components of the law
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody writes into it
  public record Pattern(byte[] pieces, String text, Interval probability) {}
}
