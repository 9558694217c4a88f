package surety.solver.search;

import surety.solver.domain.Log2;
import surety.solver.domain.Slice;
import surety.solver.domain.SlicePolynomial;

/**
 * How unevenly the mass of a box is spread over its volume: the density times the volume, divided
 * by the mass, lies between {@code least} and {@code greatest} as far as the kernel will see, which
 * encloses each marginal density by a constant. A long box around a peak has a great {@code
 * greatest}, so that shares of its volume say little of shares of its mass.
 *
 * @param widths half the width of that enclosure, one for each coordinate alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BoxSpread(double least, double greatest, double[] widths) {
  /** Of which nothing is known. */
  static final BoxSpread NOTHING = new BoxSpread(0, Double.POSITIVE_INFINITY, new double[0]);

  static BoxSpread of(BoxNode box) {
    double[] widths = new double[box.sides().size()];
    double least = 0;
    double greatest = 0;
    for (int j = 0; j < box.summands(); j++) {
      double share = box.share(j);
      if (share > 0 || box.summands() == 1) {
        BoxSpread own = ofSummand(box, j);
        least += share * own.least;
        greatest += share * own.greatest;
        for (int q = 0; q < widths.length; q++) {
          widths[q] += share * own.widths[q];
        }
      }
    }
    return new BoxSpread(least >= 0 ? least : 0, Math.max(1, greatest), widths);
  }

  private static BoxSpread ofSummand(BoxNode box, int summand) {
    double[] widths = new double[box.sides().size()];
    double least = 1;
    double greatest = 1;
    for (int q = 0; q < widths.length; q++) {
      Slice side = box.sides().get(q);
      double low = 0;
      double high = Double.POSITIVE_INFINITY; // nothing is known where the density has a knot
      if (side.isSmooth() && side.logMass(summand) > Double.NEGATIVE_INFINITY) {
        SlicePolynomial constant = side.polynomial(summand, 0);
        double mean = meanRatio(side, summand, constant);
        low = Math.max(0, mean - constant.relativeError() / 2);
        high = mean + constant.relativeError() / 2;
      }
      widths[q] = high < Double.MAX_VALUE ? (high - low) / 2 : 1;
      least *= low;
      greatest *= high >= low ? high : Double.POSITIVE_INFINITY;
    }
    return new BoxSpread(least, greatest, widths);
  }

  private static double meanRatio(Slice side, int summand, SlicePolynomial constant) {
    double density = Log2.of(constant.at(constant.centre())) + constant.scale();
    return Log2.power(density + Log2.of(side.width()) - side.logMass(summand));
  }

  /**
   * Whether anything is known of the mass of a part but that it is no more than the whole, so that
   * a part without any volume has no mass either.
   */
  boolean isBounded() {
    return greatest < Double.MAX_VALUE;
  }

  /** The least share of the mass in a part with this share of the volume. */
  double atLeast(BoxShare share) {
    return leastOf(share.below(), share.above());
  }

  /** The greatest share of the mass in a part with this share of the volume. */
  double atMost(BoxShare share) {
    return 1 - leastOf(share.above(), share.below());
  }

  private double leastOf(double share, double rest) {
    double byRest = isBounded() ? 1 - greatest * rest : 0;
    return Math.max(0, Math.min(1, Math.max(least * share, byRest)));
  }

  /**
   * The mean distance of {@link #atMost} and {@link #atLeast} over all shares of the volume: 1 - 2
   * times the integral of {@code max(s f, 1 - S (1 - f))} over f from 0 to 1.
   */
  double meanGap() {
    if (!isBounded()) {
      return 1;
    }
    if (!(greatest - least > 0)) {
      return 0;
    }
    double s = Math.min(1, least);
    double meet = (greatest - 1) / (greatest - s); // where the two lines meet
    double before = s * meet * meet / 2;
    double after = (1 - meet) * (s * meet + 1) / 2; // a trapezium: the line ends at 1
    return Math.max(0, Math.min(1, 1 - 2 * (before + after)));
  }
}
