package surety.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import surety.language.display.AxisScale;
import surety.language.display.Decimals;

/**
 * Where values go on a line from left to right: evenly, or, where they are all positive and far
 * apart, by their logarithms, so that a small probability and a limit far above it can both be
 * seen.
 */
final class ValueScale {
  /** Values that are closer, as a ratio, are seen on an even scale as well. */
  private static final double FAR = 1.3;

  private static final int MOST_TICKS = 6;

  private final boolean isLogarithmic;
  private final AxisScale axis;

  private ValueScale(boolean isLogarithmic, AxisScale axis) {
    this.isLogarithmic = isLogarithmic;
    this.axis = axis;
  }

  /**
   * A scale for these values, at least one.
   *
   * @param isProbability whether nothing is below 0 or above 1
   */
  static ValueScale of(List<BigDecimal> values, boolean isProbability, double from, double to) {
    List<Double> logs = values.stream().filter(v -> v.signum() > 0).map(ValueScale::log).toList();
    boolean allPositive = values.stream().allMatch(v -> v.signum() >= 0);
    if (isProbability && allPositive && !logs.isEmpty()) {
      double least = logs.stream().reduce(Double.POSITIVE_INFINITY, Math::min);
      double greatest = logs.stream().reduce(Double.NEGATIVE_INFINITY, Math::max);
      boolean areSmall = least < -2 && logs.size() < values.size();
      if (greatest - least > FAR || areSmall) {
        double low = Math.floor(least - 0.2);
        return new ValueScale(
            true, new AxisScale(low, Math.min(0, Math.ceil(greatest + 0.2)), from, to));
      }
    }
    return new ValueScale(false, even(values, isProbability, from, to));
  }

  private static AxisScale even(
      List<BigDecimal> values, boolean isProbability, double from, double to) {
    double least = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElseThrow();
    double greatest = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElseThrow();
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    double room = Math.max(0.35 * (greatest / 2 - least / 2) * 2, 0.05 * size);
    room = room > 0 ? room : 1e-3;
    double low = least - room;
    double high = greatest + room;
    if (isProbability) {
      low = Math.max(0, low);
      high = Math.min(1, high);
    }
    return new AxisScale(
        Math.max(-Double.MAX_VALUE, low), Math.min(Double.MAX_VALUE, high), from, to);
  }

  /** The decimal logarithm, also of what is smaller than any double. */
  static double log(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return exponent + Math.log10(value.movePointLeft(exponent).doubleValue());
  }

  boolean isLogarithmic() {
    return isLogarithmic;
  }

  double from() {
    return axis.from();
  }

  double to() {
    return axis.to();
  }

  /** Within the line; 0 is at the left end of a logarithmic one. */
  double place(BigDecimal value) {
    double place =
        !isLogarithmic
            ? axis.place(value.doubleValue())
            : value.signum() <= 0 ? axis.from() : axis.place(log(value));
    return Math.max(axis.from(), Math.min(axis.to(), place));
  }

  /** A mark with its number. */
  record Tick(double place, String label) {}

  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    if (!isLogarithmic) {
      axis.ticks().forEach(t -> ticks.add(new Tick(axis.place(t), axis.label(t))));
      return ticks;
    }
    int least = (int) axis.least();
    int greatest = (int) axis.greatest();
    int step = Math.max(1, (int) Math.ceil((greatest - least) / (double) MOST_TICKS));
    for (int power = greatest; power >= least; power -= step) {
      ticks.add(
          0, new Tick(axis.place(power), Decimals.text(BigDecimal.ONE.scaleByPowerOfTen(power))));
    }
    return ticks;
  }
}
