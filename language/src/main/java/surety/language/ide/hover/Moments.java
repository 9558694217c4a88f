package surety.language.ide.hover;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.solver.domain.Axis;
import surety.solver.domain.Slice;

/**
 * Mean and standard deviation from the masses of bins, which are halved where most of the moment is
 * within one. Tails beyond where the solver cuts off, of a probability of about 1e-17, are not
 * looked at.
 */
final class Moments {
  private static final int BINS = 500;

  private record Bin(double lower, double upper, double mass) {
    /** The root of its part of the moment, which may itself be too large for a double. */
    double spread(int order) {
      return (order == 1 ? mass : Math.sqrt(mass)) * (upper - lower);
    }
  }

  private Moments() {}

  /**
   * @param order 1 for the mean alone, where the variance is infinite; else 2
   */
  static Figures of(Distribution distribution, int order) {
    Marginal marginal = Marginal.of(distribution);
    List<Bin> bins = bins(marginal, new Axis(marginal).whole(), order);
    double[] ends = new double[bins.size() + 1];
    double[] masses = new double[bins.size()];
    ends[0] = bins.get(0).lower();
    for (int i = 0; i < masses.length; i++) {
      ends[i + 1] = bins.get(i).upper();
      masses[i] = bins.get(i).mass();
    }
    Figures standard = Figures.ofBins(ends, masses);
    double scale = marginal.scale().middle();
    return new Figures(
        scale * standard.mean() + marginal.shift().middle(), scale * standard.deviation());
  }

  private static List<Bin> bins(Marginal marginal, Slice whole, int order) {
    PriorityQueue<Bin> bins =
        new PriorityQueue<>(Comparator.comparingDouble(bin -> -bin.spread(order)));
    bins.add(bin(marginal, whole.lower(), whole.upper()));
    while (bins.size() < BINS) {
      Bin widest = bins.remove();
      double middle = Axis.between(widest.lower(), widest.upper(), 0.5);
      if (widest.spread(order) == 0 || middle <= widest.lower() || middle >= widest.upper()) {
        bins.add(widest);
        break;
      }
      bins.add(bin(marginal, widest.lower(), middle));
      bins.add(bin(marginal, middle, widest.upper()));
    }
    return bins.stream().sorted(Comparator.comparingDouble(Bin::lower)).toList();
  }

  private static Bin bin(Marginal marginal, double lower, double upper) {
    return new Bin(lower, upper, Bins.mass(marginal, lower, upper));
  }
}
