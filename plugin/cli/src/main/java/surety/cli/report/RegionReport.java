package surety.cli.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.region.Region;
import surety.language.Setting;
import surety.language.display.Decimals;
import surety.solver.region.RegionResult;

/**
 * The regions of one network under one distribution, as they are reported.
 *
 * @param specification as it was named on the command line
 */
public record RegionReport(String specification, Setting setting, RegionResult result) {

  /** The most probable ones first; the order of the tree among equals. */
  List<Region> regions() {
    return result.regions().stream()
        .sorted(Comparator.comparingDouble((Region r) -> -r.probability().middle()))
        .toList();
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
