package surety.certificates.replay;

import java.util.Optional;
import surety.certificates.region.RegionTree;
import surety.certificates.rejection.Rejection;

/**
 * The outcome of the replay of a region certificate.
 *
 * @param reason why it is not valid; empty if it is
 * @param outcome what the trees of all branches say together; empty unless valid
 * @param tails an upper bound of the mass outside of the boxes that the regions partition
 */
public record RegionReplayResult(
    ReplayVerdict replay,
    Optional<Rejection> reason,
    Optional<RegionTree.Outcome> outcome,
    double tails) {

  static RegionReplayResult valid(RegionTree.Outcome outcome, double tails) {
    return new RegionReplayResult(
        ReplayVerdict.VALID, Optional.empty(), Optional.of(outcome), tails);
  }

  /** Of a certificate that is not valid. */
  public static RegionReplayResult failed(Rejection reason) {
    return new RegionReplayResult(
        ReplayVerdict.of(reason), Optional.of(reason), Optional.empty(), 0);
  }
}
