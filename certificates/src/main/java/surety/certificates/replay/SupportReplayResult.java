package surety.certificates.replay;

import java.util.Optional;
import surety.certificates.rejection.Rejection;
import surety.certificates.support.SupportTree;

/**
 * The outcome of the replay of a support certificate.
 *
 * @param reason why it is not valid; empty if it is
 * @param outcome what the trees of all components say together; empty unless valid
 * @param missing the claimed bound of the probability of all other patterns, which follows from the
 *     trees; 1 unless valid
 */
public record SupportReplayResult(
    ReplayVerdict replay,
    Optional<Rejection> reason,
    Optional<SupportTree.Outcome> outcome,
    double missing) {

  static SupportReplayResult valid(SupportTree.Outcome outcome, double missing) {
    return new SupportReplayResult(
        ReplayVerdict.VALID, Optional.empty(), Optional.of(outcome), missing);
  }

  /** Of a certificate that is not valid. */
  public static SupportReplayResult failed(Rejection reason) {
    return new SupportReplayResult(
        ReplayVerdict.of(reason), Optional.of(reason), Optional.empty(), 1);
  }
}
