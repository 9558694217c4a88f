package surety.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Network;
import surety.certificates.region.PatternMaps;
import surety.certificates.region.PatternProbabilities;
import surety.certificates.region.Region;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.Stop;
import surety.language.Setting;
import surety.language.display.Decimals;
import surety.solver.region.RegionResult;
import surety.solver.support.Gains;

/**
 * The regions of one network under one distribution, as they are reported.
 *
 * @param specification as it was named on the command line
 * @param inputs those that are not fixed
 * @param isOfInputs whether inputs are independent: a region has one piece then, in the inputs
 *     themselves
 * @param rows the most probable ones first; the order of the trees among equals
 * @param gains if they were asked for
 */
public record RegionReport(
    String specification,
    Setting setting,
    RegionResult result,
    BranchInputs inputs,
    boolean isOfInputs,
    List<RegionRow> rows,
    Optional<Gains> gains) {
  /** Keeps its own list. */
  public RegionReport {
    rows = List.copyOf(rows);
  }

  /**
   * Of what an enumeration found.
   *
   * @throws RejectedException if the numbers of a map become too long
   */
  public static RegionReport of(
      String specification, Setting setting, Network network, RegionResult result)
      throws RejectedException {
    Map<String, List<RegionRow.Piece>> pieces = new HashMap<>();
    for (int b = 0; b < result.branches().size(); b++) {
      for (Region region : result.branches().get(b)) {
        pieces
            .computeIfAbsent(region.pattern(), pattern -> new ArrayList<>())
            .add(new RegionRow.Piece(b, region));
      }
    }
    BranchInputs inputs = BranchInputs.of(setting.law());
    boolean isOfInputs = setting.law().independentInputs().isPresent();
    PatternMaps maps = new PatternMaps(setting.law(), network, Stop.NEVER);
    List<RegionRow> rows = new ArrayList<>();
    for (PatternProbabilities.Entry entry : result.patterns()) {
      List<RegionRow.Piece> ofPattern = pieces.get(entry.pattern());
      ofPattern.sort(Comparator.comparingDouble(piece -> -piece.region().probability().middle()));
      RegionRow.Piece first = ofPattern.get(0);
      Region region = first.region();
      rows.add(
          new RegionRow(
              entry.pattern(),
              entry.probability(),
              ofPattern,
              inputs.at(first.branch(), region.point().coordinates()),
              isOfInputs ? region.map() : maps.outputs(region)));
    }
    rows.sort(Comparator.comparingDouble(row -> -row.probability().middle()));
    return new RegionReport(
        specification, setting, result, inputs, isOfInputs, rows, Optional.empty());
  }

  /** The same with what the maps of the regions say. */
  public RegionReport withGains(Network network) {
    Gains of = SupportReport.gains(this, network, Stop.NEVER);
    return new RegionReport(
        specification, setting, result, inputs, isOfInputs, rows, Optional.of(of));
  }

  /** One line that says what it is about. */
  String title() {
    return "activation regions of " + setting.network() + " under " + setting.name();
  }

  static BigDecimal lower(Interval probability) {
    return Decimals.floor(Dyadic.of(probability.lower()), Decimals.DIGITS);
  }

  static BigDecimal upper(Interval probability) {
    return Decimals.ceiling(Dyadic.of(probability.upper()), Decimals.DIGITS);
  }
}
