package surety.cli.report;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.solver.support.Gains;

/** Even bins of gains, with guaranteed probabilities. */
final class GainBins {
  private static final int COUNT = 10;

  private GainBins() {}

  /** The probability of a gain above one number and at most another one. */
  record Bin(double above, double most, Interval probability) {}

  /** Bins that hold all listed gains; what is missing may be in any of them, or beyond. */
  static List<Bin> of(Gains gains) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (Gains.Row row : gains.rows()) {
      least = Math.min(least, row.gain().lower());
      most = Math.max(most, row.gain().upper());
    }
    List<Bin> bins = new ArrayList<>();
    if (!(least <= most) || Double.isInfinite(most)) {
      return bins;
    }
    double from = Math.nextDown(least);
    double width = (most - from) / COUNT;
    for (int k = 0; k < COUNT && (k == 0 || width > 1e-9 * most); k++) {
      double to = k == COUNT - 1 || width <= 1e-9 * most ? most : from + (k + 1) * width;
      double above = k == 0 ? from : bins.get(k - 1).most;
      bins.add(new Bin(above, to, gains.between(above, to)));
    }
    return bins;
  }
}
