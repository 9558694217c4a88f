package surety.solver.search;

import java.util.Set;
import java.util.TreeSet;
import surety.solver.search.PlainEvent.Comparison;

/** Bounds of the share of any boolean term. Scratch memory of one thread. */
final class TermShare implements CellShare, RowBounds {
  private final PlainEvent event;
  private final CornerShare corners;
  private final double[] form;
  private RowForms rows;
  private Share share = Share.UNKNOWN;

  TermShare(PlainEvent event, int inputs) {
    this.event = event;
    this.corners = new CornerShare(inputs);
    this.form = new double[inputs + 1];
  }

  @Override
  public long everything() {
    return 0;
  }

  @Override
  public void compute(RowForms forms, long among, double[] scores) {
    rows = forms;
    share = EventShare.of(event, this);
    if (share.gap() > 0) {
      Set<Integer> open = new TreeSet<>();
      for (Comparison atom : EventShare.open(event, this).atoms()) {
        open.add(atom.row());
      }
      for (int row : open) {
        rows.end(row, 1, true);
        rows.end(row, -1, true);
        rows.local(-1, form);
        for (int q = 0; q < scores.length; q++) { // a little, for where bounds are exact
          scores[q] += 1e-6 * Math.abs(form[q + 1]);
        }
      }
      rows.addLosses(scores);
    }
  }

  @Override
  public double least() {
    return share.lower();
  }

  @Override
  public double greatest() {
    return share.upper();
  }

  @Override
  public long open() {
    return 0;
  }

  @Override
  public double least(int row) {
    return rows.end(row, -1, false);
  }

  @Override
  public double greatest(int row) {
    return rows.end(row, 1, false);
  }

  @Override
  public Share below(int row, double t, boolean inclusive) {
    double most = rows.end(row, 1, false);
    rows.local(1, form);
    form[0] -= t;
    double lower = most < t || (inclusive && most == t) ? 1 : corners.below(form);
    double fewest = rows.end(row, -1, false);
    rows.local(-1, form);
    form[0] -= t;
    double upper = fewest > t || (!inclusive && fewest >= t) ? 0 : corners.below(form);
    return new Share(lower, Math.max(lower, upper));
  }

  @Override
  public double meanWidth(int row) {
    return greatest(row) - least(row);
  }

  @Override
  public double productWidth(int first, double m, int second, double k) {
    throw new UnsupportedOperationException("only probabilities are asked for");
  }
}
