package surety.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.language.Setting;
import surety.language.display.BoundsText;
import surety.language.display.Decimals;
import surety.solver.support.Gains;

/** Gains as tables for people: bins, the expected Jacobian, and atoms. */
final class GainText {
  /** A wider Jacobian is for programs. */
  private static final int MOST_COLUMNS = 6;

  private GainText() {}

  static void print(Gains gains, Setting setting, PrintWriter out) {
    out.println();
    out.println("gain: the greatest singular value of the Jacobian");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("above", "at most", "probability"));
    for (GainBins.Bin bin : GainBins.of(gains)) {
      rows.add(List.of(number(bin.above()), number(bin.most()), bounds(bin.probability())));
    }
    TextTable.print(rows, out);
    jacobian(gains, setting, out);
    atoms(gains, setting, out);
  }

  private static void jacobian(Gains gains, Setting setting, PrintWriter out) {
    List<String> inputs = setting.randomNames();
    if (inputs.isEmpty() || inputs.size() > MOST_COLUMNS) {
      return;
    }
    out.println();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("expected Jacobian"));
    inputs.forEach(input -> head.add("per " + input));
    rows.add(head);
    for (int output = 0; output < gains.jacobian().size(); output++) {
      List<String> row = new ArrayList<>(List.of(setting.outputNames().get(output)));
      gains.jacobian().get(output).forEach(slope -> row.add(bounds(slope)));
      rows.add(row);
    }
    TextTable.print(rows, out);
  }

  private static void atoms(Gains gains, Setting setting, PrintWriter out) {
    if (gains.atoms().isEmpty()) {
      return;
    }
    out.println();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("atom of", "value", "probability"));
    for (Gains.Atom atom : gains.atoms()) {
      rows.add(
          List.of(
              setting.outputNames().get(atom.output()),
              Decimals.shown(atom.value()),
              bounds(atom.mass())));
    }
    TextTable.print(rows, out);
  }

  private static String number(double bound) {
    return bound < 0 ? "(from 0)" : String.format(Locale.ROOT, "%.6g", bound);
  }

  /** To six digits, outward: many gains are known to all digits of a double. */
  static String rounded(Interval gain) {
    return Double.isInfinite(gain.upper())
        ? "unknown"
        : "["
            + Decimals.text(Decimals.floor(Dyadic.of(gain.lower()), 6))
            + ", "
            + Decimals.text(Decimals.ceiling(Dyadic.of(gain.upper()), 6))
            + "]";
  }

  static String bounds(Interval bounds) {
    return BoundsText.of(Bound.of(bounds.lower()), Bound.of(bounds.upper()), List.of());
  }
}
