package surety.solver.search;

/**
 * What a box adds to the gap, and where it is best cut; the same whoever bounded the function over
 * it.
 */
final class BoxGap {
  private final Objective objective;
  private final boolean hasShares;

  /**
   * @param inputs the number of coordinates
   */
  BoxGap(Objective objective, int inputs) {
    this.objective = objective;
    this.hasShares = inputs <= BoxShare.MOST_COORDINATES;
  }

  /** The gap per unit of mass. */
  double of(BoxRange range, BoxSpread spread) {
    if (objective instanceof Objective.Threshold threshold) {
      return of(range, spread, threshold);
    }
    if (objective instanceof Objective.Points points) {
      return points.each().stream().mapToDouble(each -> of(range, spread, each)).sum();
    }
    double[] thresholds = objective.thresholds();
    double least = range.least();
    double greatest = range.greatest();
    if (greatest <= thresholds[0] || least > thresholds[thresholds.length - 1]) {
      return 0;
    }
    if (!hasShares) {
      return greatest - least;
    }
    double inner = range.upper()[0] - range.lower()[0];
    double ofDensity = spread.meanGap() * (greatest - least);
    return Math.min(greatest - least, inner + ofDensity);
  }

  /** The gap at one threshold per unit of mass. */
  double of(BoxRange range, BoxSpread spread, Objective.Threshold threshold) {
    double[] shares = shares(range, spread, threshold);
    return shares[1] - shares[0];
  }

  /** Bounds of the share of the mass below a threshold, as the kernel computes them. */
  double[] shares(BoxRange range, BoxSpread spread, Objective.Threshold threshold) {
    if (threshold.includes(range, hasShares)) {
      return new double[] {1, 1};
    }
    if (threshold.excludes(range, hasShares)) {
      return new double[] {0, 0};
    }
    double t = threshold.value();
    if (!hasShares) {
      return new double[] {0, 1};
    }
    double lower = spread.atLeast(BoxShare.of(range.upper(), t, false));
    double upper = spread.atMost(BoxShare.of(range.lower(), t, threshold.inclusive()));
    return new double[] {lower, Math.max(lower, upper)};
  }

  /**
   * The coordinate with the largest coefficients times radius in both bounds, and with a density
   * that varies; -1 if none can be cut.
   */
  int coordinate(BoxNode box, BoxRange range, BoxSpread spread) {
    double width = range.greatest() - range.least();
    int best = -1;
    double most = -1;
    for (int q = 0; q < box.sides().size(); q++) {
      double score =
          Math.abs(range.lower()[q + 1])
              + Math.abs(range.upper()[q + 1])
              + (hasShares ? spread.widths()[q] * width : 0);
      double worth = score >= 0 ? score : Double.POSITIVE_INFINITY; // no number if bounds overflow
      if (worth > most && box.isCuttable(q)) {
        most = worth;
        best = q;
      }
    }
    return best;
  }
}
