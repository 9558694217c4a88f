package surety.solver.search;

/**
 * Affine bounds of the rows of a network over one simplex.
 *
 * @param lower the values of the lower bounds at the vertices, row after row
 * @param upper the values of the upper bounds at the vertices, row after row
 * @param fraction scratch memory of the thread that asks
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SimplexRows(double[] lower, double[] upper, HalfSpaceFraction fraction)
    implements RowBounds {
  private int corners() {
    return fraction.dimension() + 1;
  }

  @Override
  public double least(int row) {
    int from = row * corners();
    double least = lower[from];
    for (int i = from + 1; i < from + corners(); i++) {
      least = Math.min(least, lower[i]);
    }
    return least;
  }

  @Override
  public double greatest(int row) {
    int from = row * corners();
    double greatest = upper[from];
    for (int i = from + 1; i < from + corners(); i++) {
      greatest = Math.max(greatest, upper[i]);
    }
    return greatest;
  }

  @Override
  public Share below(int row, double t, boolean inclusive) {
    int from = row * corners();
    double least = fraction.below(upper, from, t, inclusive);
    return new Share(least, lower == upper ? least : fraction.below(lower, from, t, inclusive));
  }

  @Override
  public double meanWidth(int row) {
    int from = row * corners();
    double sum = 0;
    for (int i = from; i < from + corners(); i++) {
      sum += upper[i] - lower[i];
    }
    return sum / corners();
  }

  /**
   * The mean over the corners: with centres c, c' and radii w, w', |c| w' + |c'| w + w w' up and
   * down.
   */
  @Override
  public double productWidth(int first, double m, int second, double k) {
    double sum = 0;
    for (int i = 0; i < corners(); i++) {
      int a = first * corners() + i;
      int b = second * corners() + i;
      double radiusA = 0.5 * (upper[a] - lower[a]);
      double radiusB = 0.5 * (upper[b] - lower[b]);
      double centreA = Math.abs(lower[a] + radiusA - m);
      double centreB = Math.abs(lower[b] + radiusB - k);
      sum += centreA * radiusB + centreB * radiusA + radiusA * radiusB;
    }
    return 2 * sum / corners();
  }
}
