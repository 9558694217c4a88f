package surety.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.Network;
import surety.certificates.region.ExactAffine;
import surety.certificates.region.PatternMaps;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.language.Setting;
import surety.language.problems.Names;
import surety.solver.estimate.SupportEstimate;
import surety.solver.support.Gains;
import surety.solver.support.JointDensity;
import surety.solver.support.SupportOptions;
import surety.solver.support.SupportResult;

/**
 * The patterns that a network has but for a small probability, as they are reported.
 *
 * @param specification as it was named on the command line
 * @param estimates of the paper's algorithm, by their threshold; those that gave up are left out
 * @param gains if they were asked for
 */
public record SupportReport(
    String specification,
    Setting setting,
    SupportOptions options,
    SupportResult result,
    List<SupportEstimate> estimates,
    Optional<Gains> gains) {
  /** Keeps its own list. */
  public SupportReport {
    estimates = List.copyOf(estimates);
  }

  /** One line that says what it is about. */
  String title() {
    return "%s of %s under %s"
        .formatted(
            Names.count(result.patterns().size(), "activation pattern"),
            setting.network(),
            setting.name());
  }

  /**
   * What the maps of the listed patterns say.
   *
   * @throws RejectedException if the numbers of a map become too long
   */
  public static Gains gains(Law law, Network network, SupportResult result, Stop stop)
      throws RejectedException {
    PatternMaps maps = new PatternMaps(law, network, stop);
    List<Gains.Piece> pieces = new ArrayList<>();
    for (SupportResult.Pattern pattern : result.patterns()) {
      pieces.add(new Gains.Piece(pattern.probability(), maps.outputs(pattern.pieces())));
    }
    return gains(pieces, result.missing(), law, network, stop);
  }

  /** The same of the regions that were enumerated. */
  public static Gains gains(RegionReport report, Network network, Stop stop) {
    List<Gains.Piece> pieces = new ArrayList<>();
    for (RegionRow row : report.rows()) {
      List<ExactAffine> map = row.map();
      pieces.add(new Gains.Piece(row.probability(), map));
    }
    double missing =
        report.result().complete()
            ? report.result().outside()
            : Rounding.subtractUp(1, report.result().total().lower());
    return gains(pieces, missing, report.setting().law(), network, stop);
  }

  private static Gains gains(
      List<Gains.Piece> pieces, double missing, Law law, Network network, Stop stop) {
    List<Integer> random =
        IntStream.range(0, law.inputs()).filter(k -> law.fixed(k).isEmpty()).boxed().toList();
    return Gains.of(pieces, missing, network, JointDensity.exists(law, random), random, stop);
  }
}
