package surety.solver.search;

import java.util.List;

/**
 * Affine bounds of the rows of a network over one box, and what the kernel makes of them.
 *
 * @param ranges one for each row
 * @param spread how unevenly the mass is spread; only looked at if there are shares
 * @param touching whether a bound that only touches a threshold decides, unless it is constant
 * @param hasShares whether the kernel computes shares of such boxes
 */
record BoxRows(List<BoxRange> ranges, BoxSpread spread, boolean touching, boolean hasShares)
    implements RowBounds {
  private static final double ROUNDING = 1e-12;

  /** Keeps its own list. */
  BoxRows {
    ranges = List.copyOf(ranges);
  }

  /** As the kernel sees a leaf. */
  static BoxRows of(List<BoxRange> ranges, BoxSpread spread) {
    // where there are shares, a bound that only touches a threshold costs next to nothing, unless
    // the density is unbounded for the kernel: then the whole mass may be at the threshold
    boolean hasShares = spread.widths().length <= BoxShare.MOST_COORDINATES;
    return new BoxRows(ranges, spread, hasShares && spread.isBounded(), hasShares);
  }

  /**
   * For what is decided only: elsewhere nothing is known of shares.
   *
   * @param touching whether a bound that only touches a threshold decides
   */
  static BoxRows decided(List<BoxRange> ranges, boolean touching) {
    return new BoxRows(ranges, BoxSpread.NOTHING, touching, false);
  }

  @Override
  public double least(int row) {
    return ranges.get(row).least();
  }

  @Override
  public double greatest(int row) {
    return ranges.get(row).greatest();
  }

  @Override
  public Share below(int row, double t, boolean inclusive) {
    BoxRange range = ranges.get(row);
    if (includes(range, t, inclusive)) {
      return Share.ALL;
    }
    if (excludes(range, t, inclusive)) {
      return Share.NONE;
    }
    if (!hasShares) {
      return Share.UNKNOWN;
    }
    double lower = spread.atLeast(BoxShare.of(range.upper(), t, false));
    double upper = spread.atMost(BoxShare.of(range.lower(), t, inclusive));
    return new Share(lower, Math.max(lower, upper));
  }

  /**
   * Whether all values are below the threshold, as far as the kernel will see in spite of its
   * rounding. Where the function is constant because neurons are dead the kernel has its exact
   * value, and whether the threshold counts decides.
   */
  private boolean includes(BoxRange range, double t, boolean inclusive) {
    if (isAt(range, t)) {
      return inclusive;
    }
    double greatest = range.greatest();
    return (touching && !BoxRange.isConstant(range.upper()))
        ? greatest <= t
        : greatest < t - rounding(range.upper(), t);
  }

  /** Whether none are, likewise. */
  private boolean excludes(BoxRange range, double t, boolean inclusive) {
    if (isAt(range, t)) {
      return !inclusive;
    }
    double least = range.least();
    return (touching && !BoxRange.isConstant(range.lower()))
        ? least >= t
        : least > t + rounding(range.lower(), t);
  }

  private static boolean isAt(BoxRange range, double t) {
    return range.lower()[0] == t && range.isExactConstant();
  }

  private static double rounding(double[] form, double t) {
    double size = Math.abs(t);
    for (double coefficient : form) {
      size += Math.abs(coefficient);
    }
    return ROUNDING * size;
  }

  @Override
  public double meanWidth(int row) {
    BoxRange range = ranges.get(row);
    double width = range.greatest() - range.least();
    if (!hasShares) {
      return width;
    }
    double inner = range.upper()[0] - range.lower()[0];
    return Math.min(width, inner + spread.meanGap() * width);
  }

  /** The width of the product of the ranges. */
  @Override
  public double productWidth(int first, double m, int second, double k) {
    double radiusA = 0.5 * (greatest(first) - least(first));
    double radiusB = 0.5 * (greatest(second) - least(second));
    double centreA = Math.abs(least(first) + radiusA - m);
    double centreB = Math.abs(least(second) + radiusB - k);
    return 2 * (centreA * radiusB + centreB * radiusA + radiusA * radiusB);
  }

  /**
   * The coordinate with the largest coefficients times radius in both bounds, and with a density
   * that varies; -1 if none can be cut.
   *
   * @param weights one for each row
   */
  int coordinate(BoxNode box, double[] weights) {
    int best = -1;
    double most = -1;
    double[] scores = new double[box.sides().size()];
    for (int row = 0; row < weights.length; row++) {
      if (weights[row] != 0) {
        addScores(ranges.get(row), weights[row], scores);
      }
    }
    for (int q = 0; q < scores.length; q++) {
      double score = scores[q];
      double worth = score >= 0 ? score : Double.POSITIVE_INFINITY; // no number if bounds overflow
      if (worth > most && box.isCuttable(q)) {
        most = worth;
        best = q;
      }
    }
    return best;
  }

  private void addScores(BoxRange range, double weight, double[] scores) {
    double width = range.greatest() - range.least();
    for (int q = 0; q < scores.length; q++) {
      scores[q] +=
          weight
              * (Math.abs(range.lower()[q + 1])
                  + Math.abs(range.upper()[q + 1])
                  + (hasShares ? spread.widths()[q] * width : 0));
    }
  }
}
