package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.statement.MomentsClaim;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.language.display.Decimals;
import surety.language.evaluation.MomentNames;
import surety.report.Json;
import surety.report.Outcome;
import surety.solver.JointMoments;

/** Means, variances and covariances of outputs. */
final class JointMomentsReport implements MomentsReport {
  /** More forms' correlations are no table for a screen. */
  private static final int MOST_SHOWN = 6;

  private final Outcome outcome;
  private final JointMoments moments;
  private final List<String> names;

  JointMomentsReport(Outcome outcome, MomentsClaim claim) {
    this.outcome = outcome;
    this.moments = JointMoments.of(claim, outcome.points());
    this.names =
        claim.forms().stream().map(f -> MomentNames.form(f, outcome.obligation())).toList();
  }

  /** Means and deviations, then what the sums have to do with each other. */
  @Override
  public void printText(PrintWriter out) {
    out.println(outcome.obligation().name() + ": " + outcome.obligation().text());
    out.println("guaranteed " + ClaimLevel.of(outcome.obligation().statement()));
    out.println();
    TextTable.print(spreads(), out);
    if (names.size() > 1) {
      out.println();
      TextTable.print(correlations(), out);
    }
    if (names.size() > MOST_SHOWN) {
      out.println("those of the first %d; --format csv has all of them".formatted(MOST_SHOWN));
    }
    out.println();
    out.println(MomentsReport.effort(outcome));
  }

  private List<List<String>> spreads() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "mean", "standard deviation"));
    for (int i = 0; i < names.size(); i++) {
      rows.add(List.of(names.get(i), text(moments.mean(i)), text(moments.deviation(i))));
    }
    return rows;
  }

  private List<List<String>> correlations() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "", "covariance", "correlation"));
    int shown = Math.min(names.size(), MOST_SHOWN);
    for (int i = 0; i < shown; i++) {
      for (int j = i + 1; j < shown; j++) {
        rows.add(
            List.of(
                names.get(i),
                names.get(j),
                text(moments.covariance(i, j)),
                text(moments.correlation(i, j))));
      }
    }
    return rows;
  }

  private static String text(Enclosure bounds) {
    return bounds.equals(Enclosure.WHOLE)
        ? "unknown"
        : BoundsText.of(bounds.lower(), bounds.upper(), List.of());
  }

  /**
   * For spreadsheets: {@code moment,first,second,lower,upper}, of single sums with {@code second}
   * empty, rounded outward to 17 digits; an empty bound is infinite.
   */
  @Override
  public void printCsv(PrintWriter out) {
    out.print("moment,first,second,lower,upper\n");
    for (int i = 0; i < names.size(); i++) {
      row("E", i, "", moments.mean(i), out);
      row("Var", i, "", moments.variance(i), out);
      row("Std", i, "", moments.deviation(i), out);
    }
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        row("Cov", i, names.get(j), moments.covariance(i, j), out);
        row("Corr", i, names.get(j), moments.correlation(i, j), out);
      }
    }
  }

  private void row(String moment, int first, String second, Enclosure bounds, PrintWriter out) {
    List<String> cells =
        List.of(moment, names.get(first), second, lower(bounds.lower()), upper(bounds.upper()));
    out.print(String.join(",", cells) + "\n");
  }

  static String lower(Bound bound) {
    return bound.isFinite() ? Decimals.text(Json.lower(bound)) : "";
  }

  static String upper(Bound bound) {
    return bound.isFinite() ? Decimals.text(Json.upper(bound)) : "";
  }

  /** Standard deviations and correlations, which follow from what is proved. */
  @Override
  public ArrayNode derived() {
    ArrayNode all = Json.array();
    for (int i = 0; i < names.size(); i++) {
      add("Std(%s)".formatted(names.get(i)), moments.deviation(i), all);
    }
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        add("Corr(%s, %s)".formatted(names.get(i), names.get(j)), moments.correlation(i, j), all);
      }
    }
    return all;
  }

  private static void add(String quantity, Enclosure bounds, ArrayNode all) {
    ObjectNode node = all.addObject();
    node.put("quantity", quantity);
    node.put("lower", Json.lower(bounds.lower()));
    node.put("upper", Json.upper(bounds.upper()));
  }
}
