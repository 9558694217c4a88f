package surety.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Semantics;
import surety.language.Obligation;
import surety.language.display.Claims;
import surety.language.evaluation.MomentNames;
import surety.solver.BandPoint;

/**
 * What became of one certificate.
 *
 * @param certificate the file
 * @param obligation what it was held against; empty if the specification asks nothing of the kind
 * @param result what the kernel says
 * @param reason why it is not valid, in words; empty if it is
 * @param seconds how long it took
 */
public record Replayed(
    Path certificate,
    Optional<Obligation> obligation,
    ReplayResult result,
    Optional<String> reason,
    double seconds) {

  static final String CERTIFICATE = "certificate";
  private static final String SPECIFICATION = "specification";

  /** What the statement says of how networks are computed. */
  Semantics semantics() {
    return obligation.map(asked -> asked.statement().semantics()).orElse(Semantics.REAL);
  }

  /** VALID, INVALID or INCOMPLETE. */
  public ReplayVerdict verdict() {
    return result.replay();
  }

  /** Of a cdf, whose choice the thresholds are; empty for a quantity. */
  Optional<String> thresholds() {
    return obligation
        .map(o -> o.statement().claim())
        .filter(BandClaim.class::isInstance)
        .map(claim -> ((BandClaim) claim).leavesThresholdsOpen() ? CERTIFICATE : SPECIFICATION);
  }

  /** Of each point of a cdf that was proven its thresholds. */
  List<List<Rational>> thresholdsOfPoints() {
    return obligation
        .map(asked -> asked.statement().claim())
        .filter(claim -> verdict() == ReplayVerdict.VALID)
        .map(claim -> ((BandClaim) claim).points(result.numbers()))
        .orElse(List.of());
  }

  boolean isBand() {
    return obligation.map(o -> o.statement().claim() instanceof BandClaim).orElse(false);
  }

  boolean isSingle() {
    return obligation.map(o -> Claims.isSingle(o.statement().claim())).orElse(true);
  }

  /** Of moments what they are called; empty of anything else. */
  Optional<List<String>> momentNames() {
    return obligation.map(MomentNames::of).filter(names -> !names.isEmpty());
  }

  /** The proven bounds; none unless it is valid. */
  List<BandPoint> points() {
    return obligation
        .filter(asked -> verdict() == ReplayVerdict.VALID)
        .map(asked -> BandPoint.of(asked.statement().claim(), result))
        .orElse(List.of());
  }

  /** The largest gap over the points; 1 if there are none. */
  Bound gap() {
    return points().isEmpty() ? Bound.ONE : BandPoint.largestGap(points());
  }
}
