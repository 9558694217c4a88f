package surety.certificates.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.cell.Truncation;
import surety.certificates.region.AxisPlan;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.RegionStatement;

/**
 * What a region certificate says before its tree.
 *
 * @param statement which network and inputs it is about, as canonical text
 * @param truncations one for each coordinate of each branch
 * @param plans likewise
 * @param regions how many there are
 */
public record RegionHeader(
    String statement, List<Truncation> truncations, List<AxisPlan> plans, long regions) {
  /** The first line of every region certificate. */
  public static final String TITLE = "surety region certificate 1";

  /** Of all plans together; more would make more cells than a problem may have. */
  private static final int MOST_CUTS = 1 << 16;

  /** Keeps its own lists. */
  public RegionHeader {
    truncations = List.copyOf(truncations);
    plans = List.copyOf(plans);
  }

  /** About a network and its inputs. */
  public static RegionHeader of(
      RegionStatement statement, List<Truncation> truncations, List<AxisPlan> plans, long regions) {
    return new RegionHeader(statement.canonical(), truncations, plans, regions);
  }

  /** The text, each line ended by a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    text.append(statement).append(Header.END_OF_STATEMENT).append('\n');
    text.append(HeaderFields.text(truncations));
    text.append("plans ").append(plans.size()).append('\n');
    for (AxisPlan plan : plans) {
      text.append(plan.degree());
      plan.cuts().forEach(cut -> text.append(' ').append(HeaderFields.hex(cut)));
      text.append('\n');
    }
    text.append("regions ").append(regions).append('\n');
    return text.append("tree\n").toString();
  }

  /**
   * Reads the text up to the tree of a certificate about a statement, and nothing of it if it is
   * about another one.
   */
  static RegionHeader read(String statement, LineReader lines)
      throws IOException, RejectedException {
    lines.expect(TITLE);
    lines.expectStatement(statement);
    List<Truncation> truncations = HeaderFields.readTruncations(lines);
    int count = HeaderFields.count(lines.after("plans "), truncations.size());
    List<AxisPlan> plans = new ArrayList<>();
    int cuts = 0;
    for (int q = 0; q < count; q++) {
      AxisPlan plan = plan(lines.next(), MOST_CUTS - cuts);
      cuts += plan.cuts().size();
      plans.add(plan);
    }
    long regions = HeaderFields.longCount(lines.after("regions "), 1);
    lines.expect("tree");
    return new RegionHeader(statement, truncations, plans, regions);
  }

  private static AxisPlan plan(String line, int mostCuts) throws RejectedException {
    String[] fields = line.split(" ", mostCuts + 2);
    if (fields.length > mostCuts + 1) {
      throw new RejectedException(new RegionRejection.TooMany("the plans' cuts are", MOST_CUTS));
    }
    List<Double> cuts = new ArrayList<>();
    for (int k = 1; k < fields.length; k++) {
      cuts.add(HeaderFields.number(fields[k]));
    }
    return new AxisPlan(HeaderFields.count(fields[0], MOST_CUTS), cuts);
  }
}
