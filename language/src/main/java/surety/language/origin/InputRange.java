package surety.language.origin;

import java.util.List;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.language.display.AxisScale;
import surety.solver.domain.Axis;

/**
 * The part of a random input's range that a picture shows.
 *
 * @param name of the input
 * @param from the least value
 * @param to a larger one
 */
public record InputRange(String name, double from, double to) {
  /** What is smaller in a picture of the whole range is shown larger. */
  private static final double SMALL = 0.1;

  /** Refuses an empty range. */
  public InputRange {
    if (!(from < to)) {
      throw new IllegalArgumentException("[" + from + ", " + to + "] is no range");
    }
  }

  /**
   * The range that has nearly all of the probability, and what is to be shown; only the latter,
   * with some room around it, if it is small.
   *
   * @param shown values that must be inside, infinite or not
   */
  static InputRange of(String name, Distribution distribution, List<Double> shown) {
    Axis axis = new Axis(Marginal.of(distribution));
    double[] bulk = axis.bulk();
    double[] finite = shown.stream().mapToDouble(x -> x).filter(Double::isFinite).toArray();
    return of(name, axis.toInput(bulk[0]), axis.toInput(bulk[1]), finite);
  }

  private static InputRange of(String name, double from, double to, double... shown) {
    double least = from;
    double greatest = to;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double x : shown) {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
    least = Math.min(least, low);
    greatest = Math.max(greatest, high);
    boolean isSmall = high > low && high - low < SMALL * (greatest - least);
    if (isSmall) {
      double room = high - low;
      least = Math.max(least, low - room);
      greatest = Math.min(greatest, high + room);
    }
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    double room = greatest - least > 1e-12 * size ? 0 : Math.max(1e-3, 0.1 * size);
    return new InputRange(name, least - room, greatest + room);
  }

  /** The nearest value of the range. */
  double clip(double value) {
    return Math.max(from, Math.min(to, value));
  }

  /** Where its values go in a picture. */
  AxisScale scale(double begin, double end) {
    return new AxisScale(from, to, begin, end);
  }
}
