package surety.report.writing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.language.display.Decimals;
import surety.report.Checked;
import surety.report.Json;
import surety.report.Outcome;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.Words;
import surety.solver.BandPoint;

/**
 * All bounds as CSV: a line for each quantity or moment, and for each point of a band. Bounds are
 * rounded outward to 17 digits; an empty one is infinite.
 */
public final class BandsReport implements RunFile {
  private static final int MOST_FORMS = 3;

  @Override
  public String name() {
    return "bands.csv";
  }

  @Override
  public String text(Run run) {
    StringBuilder text = new StringBuilder();
    text.append(
        CsvText.line(
            List.of(
                "specification",
                "name",
                "quantity",
                "verdict",
                "t1",
                "t2",
                "t3",
                "lower",
                "upper")));
    for (Checked checked : run.specifications()) {
      checked.outcomes().forEach(outcome -> add(checked, outcome, text));
    }
    return text.toString();
  }

  private static void add(Checked checked, Outcome outcome, StringBuilder text) {
    List<String> moments = outcome.momentNames();
    for (int k = 0; k < outcome.points().size(); k++) {
      BandPoint point = outcome.points().get(k);
      List<String> cells = new ArrayList<>();
      cells.add(checked.specification());
      cells.add(outcome.obligation().name());
      cells.add(moments.isEmpty() ? Words.quantity(outcome.obligation()) : moments.get(k));
      cells.add(outcome.state().name().toLowerCase(Locale.ROOT));
      List<BigDecimal> thresholds = outcome.isBand() ? outcome.thresholds(k) : List.of();
      for (int i = 0; i < MOST_FORMS; i++) {
        cells.add(i < thresholds.size() ? Decimals.text(thresholds.get(i)) : "");
      }
      cells.add(number(Optional.ofNullable(Json.lower(point.lower()))));
      cells.add(number(Optional.ofNullable(Json.upper(point.upper()))));
      text.append(CsvText.line(cells));
    }
  }

  private static String number(Optional<BigDecimal> bound) {
    return bound.map(Decimals::text).orElse("");
  }
}
