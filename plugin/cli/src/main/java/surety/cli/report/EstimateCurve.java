package surety.cli.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;

/**
 * The cdf of a form: a guaranteed band, and estimates.
 *
 * @param form with the names of variables
 * @param thresholds ascending
 * @param guaranteed the band, at each of them
 * @param estimates of each way at each of them
 * @param samples what the samples are worth, in words
 */
public record EstimateCurve(
    String form,
    List<Double> thresholds,
    List<Enclosure> guaranteed,
    Map<Way, List<Double>> estimates,
    Optional<String> samples) {
  /** Takes copies. */
  public EstimateCurve {
    thresholds = List.copyOf(thresholds);
    guaranteed = List.copyOf(guaranteed);
    estimates = Map.copyOf(estimates);
  }

  /** What a band is worth, in a few words. */
  public static String words(EstimateTable.Band band) {
    return "off by at most %s, with confidence %s %%, no proof"
        .formatted(EstimateText.few(band.halfWidth()), EstimateText.percent(band.confidence()));
  }
}
