package surety.language.ide.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.language.DataFile;
import surety.language.Obligation;
import surety.language.display.EstimateStroke;
import surety.language.ide.picture.EstimatedCdf;
import surety.language.verification.Evidence;
import surety.language.verification.Networks;
import surety.language.verification.UnusableNetworkException;
import surety.language.verification.Verification;
import surety.solver.BandPoint;
import surety.solver.estimate.EstimateException;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;
import surety.solver.estimate.Estimates;
import surety.solver.estimate.Sampling;

/**
 * Estimates of cdfs whose bounds are proven, to be drawn beside them: what is found within a
 * moment. Those of the last pictures are kept, as a picture is drawn anew in other sizes.
 */
final class CdfEstimates {
  /** Somebody waits for the picture. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  /** Larger files take longer to read. */
  private static final long MOST_BYTES = 1 << 20;

  private static final int MOST_POINTS = 2000;
  private static final int MOST_KEPT = 16;
  private static final Set<Way> WAYS = EnumSet.of(Way.LINEAR, Way.MATCHING);
  private static final Sampling.Options UNUSED = Sampling.Options.of(2, 0);

  private record Asked(Statement statement, List<Double> thresholds) {}

  private final Map<Asked, List<EstimatedCdf>> known = new LinkedHashMap<>();

  /** For each point of what is established, if it is a cdf of one form of one network. */
  synchronized List<EstimatedCdf> of(Verification verification) {
    Optional<Evidence> evidence = verification.established();
    if (evidence.isEmpty() || !isEstimated(evidence.get())) {
      return List.of();
    }
    Statement statement = evidence.get().statement();
    Asked asked = new Asked(statement, evidence.get().points().stream().map(BandPoint::t).toList());
    List<EstimatedCdf> kept = known.get(asked);
    if (kept != null) {
      return kept;
    }
    List<EstimatedCdf> found = found(verification.obligation(), asked);
    if (known.size() >= MOST_KEPT) {
      known.remove(known.keySet().iterator().next());
    }
    known.put(asked, found);
    return found;
  }

  private static boolean isEstimated(Evidence evidence) {
    return evidence.statement().networks().size() == 1
        && evidence.points().size() <= MOST_POINTS
        && evidence.statement().claim() instanceof BandClaim band
        && band.forms().size() == 1
        && band.given().isEmpty();
  }

  private static List<EstimatedCdf> found(Obligation obligation, Asked asked) {
    long end = System.nanoTime() + MOMENT.toNanos();
    Stop stop = () -> System.nanoTime() >= end;
    try {
      DataFile file = obligation.networks().get(0);
      if (Files.size(file.file()) > MOST_BYTES) {
        return List.of();
      }
      Network network = new Networks(stop).of(file);
      List<AffineForm> forms = asked.statement.claim().forms();
      Estimates estimates =
          Estimates.of(network, asked.statement.law(), forms, WAYS, UNUSED, count -> {}, stop);
      return lines(estimates.table(0, asked.thresholds));
    } catch (IOException | UnusableNetworkException | EstimateException | StoppedException e) {
      return List.of(); // a picture of what is proven has no need of them
    }
  }

  private static List<EstimatedCdf> lines(EstimateTable table) {
    return table.columns().stream()
        .flatMap(
            column ->
                EstimateStroke.of(column.way())
                    .map(stroke -> new EstimatedCdf(stroke, column.probabilities()))
                    .stream())
        .toList();
  }
}
