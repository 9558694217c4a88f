package surety.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.solver.estimate.EstimateException;
import surety.solver.estimate.EstimateTable.Way;
import surety.solver.estimate.Estimates;
import surety.solver.estimate.Sampling;

/** Thresholds where the mass of a form is estimated to be, evenly spaced, in short numbers. */
final class EvenGrid {
  private final Estimates estimates;

  EvenGrid(Estimates estimates) {
    this.estimates = estimates;
  }

  /**
   * For a table: between those that 1 % and 99 % of the samples do not exceed.
   *
   * @param form its place among the forms
   */
  List<Rational> forTable(int form, int count) {
    return even(range(form, 0.01, 0.6), count);
  }

  /** For a picture, which shows the ends of a cdf, too. */
  List<Rational> forPicture(int form, int count) {
    double[] range = range(form, 0.001, 1);
    double room = (range[1] - range[0]) / 20;
    return even(new double[] {range[0] - room, range[1] + room}, count);
  }

  /**
   * Without samples four deviations around the mean, or a part of that.
   *
   * @param left out of the samples at either end
   */
  private double[] range(int form, double left, double part) {
    Optional<Sampling> samples =
        estimates.by(Way.SAMPLING).filter(Sampling.class::isInstance).map(Sampling.class::cast);
    if (samples.isPresent()) {
      return new double[] {
        samples.get().quantile(form, left), samples.get().quantile(form, 1 - left)
      };
    }
    List<Double> wide = estimates.thresholds(form, 2);
    double middle = (wide.get(0) + wide.get(1)) / 2;
    double reach = part * (wide.get(1) - wide.get(0)) / 2;
    return new double[] {middle - reach, middle + reach};
  }

  /** A constant has three around it; numbers are rounded to a tenth of their distance at least. */
  private static List<Rational> even(double[] range, int count) {
    double room = range[1] > range[0] ? 0 : Math.max(1e-3, Math.abs(range[0]) / 10);
    int numbers = Math.max(2, range[1] > range[0] ? count : 3);
    double from = range[0] - room;
    double step = (range[1] + room - from) / (numbers - 1);
    if (!Double.isFinite(step) || !Double.isFinite(from)) {
      throw new EstimateException("it has no finite range that thresholds could be spread over");
    }
    int places = 1 - (int) Math.floor(Math.log10(step));
    return IntStream.range(0, numbers)
        .mapToObj(k -> new BigDecimal(from + k * step).setScale(places, RoundingMode.HALF_EVEN))
        .map(number -> Rational.parse(number.toString()))
        .distinct()
        .toList();
  }
}
