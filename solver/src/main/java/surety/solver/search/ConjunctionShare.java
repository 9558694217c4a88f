package surety.solver.search;

import java.util.List;
import surety.certificates.arithmetic.Extremes;
import surety.solver.search.CondensedEvent.Literal;

/**
 * Bounds of the share of a box's mass in which an event happens, as the kernel finds them. Scratch
 * memory of one thread.
 */
final class ConjunctionShare implements CellShare {
  private final Literal[] literals;
  private final boolean isComplement;
  private final CornerShare corners;

  /** Bounds of each literal's {@code sign (row - threshold)}, in uniform local coordinates. */
  private final double[][] lower;

  private final double[][] upper;

  /** Of each ordered pair of open literals an upper bound of the difference of their forms. */
  private final double[][] differences;

  /** Of each literal the share where it does not hold, at most. */
  private final double[] missing;

  private final double[] both;
  private double least;
  private double greatest;
  private long open;

  ConjunctionShare(CondensedEvent event, int inputs) {
    List<Literal> all = event.literals();
    this.literals = all.toArray(Literal[]::new);
    this.isComplement = event.isComplement();
    this.corners = new CornerShare(inputs);
    this.lower = new double[literals.length][inputs + 1];
    this.upper = new double[literals.length][inputs + 1];
    this.differences = new double[literals.length][literals.length];
    this.missing = new double[literals.length];
    this.both = new double[inputs + 1];
  }

  @Override
  public long everything() {
    return literals.length == Long.SIZE ? -1 : (1L << literals.length) - 1;
  }

  @Override
  public void compute(RowForms rows, long among, double[] scores) {
    boolean isPossible = findOpen(rows, among);
    if (isPossible) {
      dropImplied(rows);
      isPossible = findShares();
    }
    if (!isPossible) {
      least = 0;
      greatest = 0;
      open = 0;
    } else {
      score(rows, scores);
    }
  }

  /** Those that hold everywhere are left out; false if one holds nowhere. */
  private boolean findOpen(RowForms rows, long among) {
    open = 0;
    boolean isRough = rows.isRough();
    for (int i = 0; i < literals.length; i++) {
      if ((among >>> i & 1) != 0) {
        Literal literal = literals[i];
        int sign = literal.sign();
        double t = sign * literal.threshold();
        double most = sign * rows.end(literal.row(), sign, 0);
        rows.local(sign, upper[i]);
        double off = isRough ? CellShare.rounding(upper[i], t) : 0;
        if (most < t - off) {
          continue;
        }
        double fewest = sign * rows.end(literal.row(), -sign, 0);
        rows.local(-sign, lower[i]);
        boolean isAt = fewest >= t && most <= t;
        if (isAt ? !literal.holdsAt() : fewest >= t + off) {
          return false;
        }
        if (!isAt && (most > t || off > 0)) {
          open |= 1L << i;
          shift(lower[i], sign, t);
          shift(upper[i], sign, t);
        }
      }
    }
    return true;
  }

  private static void shift(double[] form, int sign, double t) {
    for (int q = 0; q < form.length; q++) {
      form[q] *= sign;
    }
    form[0] -= t;
  }

  private void dropImplied(RowForms rows) {
    for (int i = literals.length - 1; i >= 0 && Long.bitCount(open) > 1; i--) {
      for (int j = 0; j < literals.length; j++) {
        if (i != j && (open >>> i & open >>> j & 1) != 0) {
          differences[i][j] = difference(rows, literals[i], literals[j]);
          if (differences[i][j] < 0) { // the other one implies it
            open &= ~(1L << i);
          }
        }
      }
    }
  }

  private static double difference(RowForms rows, Literal one, Literal other) {
    double room = one.sign() * one.threshold() - other.sign() * other.threshold();
    return rows.greatestDifference(one.row(), one.sign(), other.row(), other.sign()) - room;
  }

  private boolean findShares() {
    greatest = 1;
    double all = 0;
    for (int i = 0; i < literals.length; i++) {
      if (isOpen(i)) {
        double most = corners.below(lower[i]);
        if (most <= 0) {
          return false;
        }
        greatest = Math.min(greatest, most);
        missing[i] = 1 - corners.below(upper[i]);
        all += missing[i];
      }
    }
    least = Math.max(0, 1 - all + saved());
    greatest = Math.max(greatest, least);
    return true;
  }

  private boolean isOpen(int i) {
    return (open >>> i & 1) != 0;
  }

  /** How much less is missing of the two that fail most together than of each. */
  private double saved() {
    int first = -1;
    int second = -1;
    for (int i = 0; i < literals.length; i++) {
      if (isOpen(i)) {
        if (first < 0 || missing[i] > missing[first]) {
          second = first;
          first = i;
        } else if (second < 0 || missing[i] > missing[second]) {
          second = i;
        }
      }
    }
    return second < 0 ? 0 : Math.max(0, missing[first] + missing[second] - missing(first, second));
  }

  /**
   * As in the kernel: with D = g - h between l and u, {@code max(g, h) = h + max(D, 0)} is at most
   * {@code h + s (D - l)} with {@code s = u / (u - l)}.
   */
  private double missing(int i, int j) {
    double u = differences[i][j];
    double minusL = differences[j][i];
    double s = u + minusL > 0 ? u / (u + minusL) : 0.5; // neither is negative
    for (int q = 0; q < both.length; q++) {
      both[q] = s * upper[i][q] + (1 - s) * upper[j][q];
    }
    both[0] += s * minusL;
    return 1 - corners.below(both);
  }

  private void score(RowForms rows, double[] scores) {
    for (int i = 0; i < literals.length; i++) {
      if ((open >>> i & 1) != 0) {
        rows.end(literals[i].row(), 1, 1);
        rows.end(literals[i].row(), -1, 1);
      }
    }
    rows.addLosses(scores);
    boolean isExact = true;
    for (double score : scores) {
      isExact &= score == 0;
    }
    for (int i = 0; i < literals.length && isExact; i++) { // only because there are several
      for (int q = 0; q < scores.length && (open >>> i & 1) != 0; q++) {
        scores[q] += Math.abs(upper[i][q + 1]);
      }
    }
  }

  /** Where all open literals may hold, or where a single one may not. */
  @Override
  public void hull(boolean inside, double[] from, double[] to) {
    boolean isConjunction = inside != isComplement;
    for (int i = 0; i < literals.length; i++) {
      if ((open >>> i & 1) != 0 && (isConjunction || Long.bitCount(open) == 1)) {
        cut(isConjunction ? lower[i] : Extremes.negated(upper[i]), from, to);
      }
    }
  }

  /** To where a form may be at most 0: each coordinate with all others at their best ends. */
  private static void cut(double[] form, double[] from, double[] to) {
    double least = form[0];
    for (int q = 0; q < from.length; q++) {
      least -= Math.abs(form[q + 1]);
    }
    for (int q = 0; q < from.length; q++) {
      double room = -least / Math.abs(form[q + 1]) - 1;
      if (form[q + 1] > 0) {
        to[q] = Math.min(to[q], room);
      } else if (form[q + 1] < 0) {
        from[q] = Math.max(from[q], -room);
      }
    }
  }

  @Override
  public double gap() {
    return greatest - least;
  }

  @Override
  public double lower() {
    return isComplement ? 1 - greatest : least;
  }

  @Override
  public BoxTree.Leaf leaf() {
    boolean isAll = isComplement ? greatest <= 0 : least >= 1;
    boolean isNone = isComplement ? least >= 1 : greatest <= 0;
    return isAll ? BoxTree.Leaf.INSIDE : isNone ? BoxTree.Leaf.OUTSIDE : BoxTree.Leaf.OPEN;
  }

  @Override
  public long open() {
    return open;
  }
}
