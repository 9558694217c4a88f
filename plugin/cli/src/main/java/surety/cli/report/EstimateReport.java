package surety.cli.report;

import java.util.List;
import java.util.Locale;
import surety.certificates.statement.Semantics;
import surety.language.display.ClaimLevel;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;

/**
 * What {@code surety estimate} found.
 *
 * @param specification as it was named on the command line
 * @param all how many properties and queries it has
 * @param seed of the samples
 */
public record EstimateReport(
    String version,
    String specification,
    int all,
    long seed,
    List<EstimateTables> estimated,
    List<EstimateTables.LeftOut> leftOut) {
  /** The sentence that stands above all estimates. */
  public static final String NO_PROOF =
      "estimates are no proof, and decide nothing; only what stands under guaranteed is proven";

  /** Takes copies. */
  public EstimateReport {
    estimated = List.copyOf(estimated);
    leftOut = List.copyOf(leftOut);
  }

  /** What the guaranteed bounds are about. */
  String claim() {
    Semantics semantics = estimated.get(0).asked().statement().semantics();
    return ClaimLevel.of(semantics);
  }

  /** A way in a word. */
  public static String word(Way way) {
    return way.name().toLowerCase(Locale.ROOT);
  }

  /** What the samples are worth, without a proof. */
  String words(EstimateTable.Band band) {
    return "%,d samples of seed %d; all probabilities of this table are off by at most %s, with confidence %s %%, no proof"
        .formatted(
            band.samples(),
            seed,
            EstimateText.few(band.halfWidth()),
            EstimateText.percent(band.confidence()));
  }
}
