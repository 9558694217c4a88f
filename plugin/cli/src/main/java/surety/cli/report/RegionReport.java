package surety.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.PatternProbabilities;
import surety.certificates.region.Region;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;
import surety.language.Setting;
import surety.language.display.Decimals;
import surety.solver.region.RegionResult;

/**
 * The regions of one network under one distribution, as they are reported.
 *
 * @param specification as it was named on the command line
 * @param rows the most probable ones first; the order of the trees among equals
 */
public record RegionReport(
    String specification, Setting setting, RegionResult result, List<RegionRow> rows) {
  /** Keeps its own list. */
  public RegionReport {
    rows = List.copyOf(rows);
  }

  /**
   * Of what an enumeration found.
   *
   * @throws RejectedException if the numbers of a map become too long
   */
  public static RegionReport of(String specification, Setting setting, RegionResult result)
      throws RejectedException {
    Map<String, List<RegionRow.Piece>> pieces = new HashMap<>();
    for (int b = 0; b < result.branches().size(); b++) {
      for (Region region : result.branches().get(b)) {
        pieces
            .computeIfAbsent(region.pattern(), pattern -> new ArrayList<>())
            .add(new RegionRow.Piece(b, region));
      }
    }
    List<RegionRow> rows = new ArrayList<>();
    for (PatternProbabilities.Entry entry : result.patterns()) {
      rows.add(row(setting.law(), result, entry, pieces.get(entry.pattern())));
    }
    rows.sort(Comparator.comparingDouble(row -> -row.probability().middle()));
    return new RegionReport(specification, setting, result, rows);
  }

  private static RegionRow row(
      Law law, RegionResult result, PatternProbabilities.Entry entry, List<RegionRow.Piece> pieces)
      throws RejectedException {
    pieces.sort(Comparator.comparingDouble(piece -> -piece.region().probability().middle()));
    RegionRow.Piece first = pieces.get(0);
    Region region = first.region();
    return new RegionRow(
        entry.pattern(),
        entry.probability(),
        pieces,
        inputs(law, first.branch(), region.point().coordinates()),
        law.independentInputs().isPresent()
            ? region.map()
            : result.problems().outputs(region.prefix().pattern()));
  }

  /** The inputs that the law does not fix, where a branch has these coordinates. */
  static List<Rational> inputs(Law law, int branch, List<Rational> coordinates) {
    List<Rational> inputs = new ArrayList<>();
    for (int k = 0; k < law.inputs(); k++) {
      if (law.fixed(k).isEmpty()) {
        Law.InputMap map = law.branches().get(branch).inputs().get(k);
        Rational sum = map.constant();
        for (Law.Term term : map.terms()) {
          sum = sum.plus(term.coefficient().times(coordinates.get(term.coordinate())));
        }
        inputs.add(sum);
      }
    }
    return inputs;
  }

  /** Whether inputs are independent: a region has one piece then, in the inputs themselves. */
  boolean isOfInputs() {
    return setting.law().independentInputs().isPresent();
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
