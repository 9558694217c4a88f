package surety.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.ExactAffine;
import surety.language.display.Decimals;

/**
 * The regions as comma-separated values: the probability mass function of the network as a random
 * affine function. Bounds are rounded outward to 17 digits, points and factors to the nearest.
 */
public final class RegionTable {
  private RegionTable() {}

  /** Prints a header, and one line for each region, the most probable ones first. */
  public static void print(RegionReport report, PrintWriter out) {
    out.print(String.join(",", header(report)) + "\n");
    int number = 0;
    for (RegionRow row : report.rows()) {
      List<String> cells = row(number + 1, row, report.isOfInputs());
      if (report.gains().isPresent()) {
        SupportTable.addBounds(report.gains().get().rows().get(number).gain(), cells);
      }
      out.print(String.join(",", cells) + "\n");
      number++;
    }
  }

  private static List<String> header(RegionReport report) {
    List<String> inputs = report.setting().randomNames();
    List<String> header = new ArrayList<>(List.of("region", "pattern", "lower", "upper"));
    header.add(report.isOfInputs() ? "facets" : "branches");
    inputs.forEach(x -> header.add("point " + x));
    for (String output : report.setting().outputNames()) {
      inputs.forEach(x -> header.add(output + " per " + x));
      header.add(output + " constant");
    }
    if (report.gains().isPresent()) {
      header.addAll(List.of("gain lower", "gain upper"));
    }
    return header;
  }

  private static List<String> row(int number, RegionRow region, boolean isOfInputs) {
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(number));
    row.add(region.pattern());
    row.add(Decimals.text(RegionReport.lower(region.probability())));
    row.add(Decimals.text(RegionReport.upper(region.probability())));
    row.add(Integer.toString(isOfInputs ? region.facets() : region.pieces().size()));
    region.point().forEach(x -> row.add(decimal(x)));
    for (ExactAffine output : region.map()) {
      for (int q = 0; q < output.dimension(); q++) {
        row.add(decimal(output.coefficient(q)));
      }
      row.add(decimal(output.constant()));
    }
    return row;
  }

  private static String decimal(Rational value) {
    return Decimals.text(Decimals.nearest17(value));
  }
}
