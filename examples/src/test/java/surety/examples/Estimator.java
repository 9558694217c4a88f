package surety.examples;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Event;
import surety.certificates.statement.Quantity;

/**
 * Estimates any quantity from samples. It reads the quantity as its documentation says and knows
 * nothing of how the kernel computes, so the two can disagree.
 *
 * @param errors how many standard errors an estimate may be off
 */
record Estimator(Samples samples, double errors) {
  Estimate of(Quantity quantity) {
    if (quantity instanceof Quantity.Constant constant) {
      return Estimate.of(constant.value().doubleFloor());
    }
    if (quantity instanceof Quantity.Probability probability) {
      Samples condition = given(probability.given());
      return share(condition.where(probability.event()).count(), condition.count());
    }
    if (quantity instanceof Quantity.Mean mean) {
      return mean(given(mean.given()).values(mean.form()));
    }
    if (quantity instanceof Quantity.Dispersion dispersion) {
      Estimate variance = covariance(dispersion.form(), dispersion.form());
      return dispersion.spread() == Quantity.Spread.VARIANCE ? variance : variance.root();
    }
    if (quantity instanceof Quantity.Association association) {
      return association(association);
    }
    if (quantity instanceof Quantity.Risk risk) {
      double[] sorted = samples.values(risk.form());
      Arrays.sort(sorted);
      double level = risk.level().doubleFloor();
      return risk.tail() == Quantity.Tail.QUANTILE
          ? quantile(sorted, level)
          : tailMean(sorted, level);
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      return of(absolute.of()).absolute();
    }
    return arithmetic((Quantity.Arithmetic) quantity);
  }

  private Samples given(Optional<Event> condition) {
    return condition.map(samples::where).orElse(samples);
  }

  private Estimate arithmetic(Quantity.Arithmetic arithmetic) {
    Estimate left = of(arithmetic.left());
    Estimate right = of(arithmetic.right());
    return switch (arithmetic.operator()) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDED_BY -> left.dividedBy(right);
    };
  }

  /** Wilson's interval, which stays sensible if an event was never seen. */
  private Estimate share(int hits, int count) {
    if (count == 0) {
      return Estimate.UNKNOWN;
    }
    double p = (double) hits / count;
    double square = errors * errors / count;
    double middle = (p + square / 2) / (1 + square);
    double error = Math.sqrt(square * (p * (1 - p) + square / 4)) / (1 + square);
    // The ends that are exactly 0 and 1 are so without rounding, too.
    return new Estimate(hits == 0 ? 0 : middle - error, hits == count ? 1 : middle + error);
  }

  private Estimate mean(double[] values) {
    double mean = average(values);
    double variance =
        average(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).toArray());
    return Estimate.around(mean, errors * Math.sqrt(variance / values.length));
  }

  /** The mean of the products of what they are off their means. */
  private Estimate covariance(AffineForm first, AffineForm second) {
    double[] a = centred(samples.values(first));
    double[] b = centred(samples.values(second));
    return mean(IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).toArray());
  }

  private Estimate association(Quantity.Association association) {
    AffineForm first = association.first();
    AffineForm second = association.second();
    Estimate covariance = covariance(first, second);
    return association.dependence() == Quantity.Dependence.COVARIANCE
        ? covariance
        : covariance.dividedBy(covariance(first, first).times(covariance(second, second)).root());
  }

  /** Between the order statistics whose ranks are a number of standard errors away. */
  private Estimate quantile(double[] sorted, double level) {
    double rank = sorted.length * level;
    double error = errors * Math.sqrt(rank * (1 - level)) + 1;
    double lower = rank - error < 0 ? Double.NEGATIVE_INFINITY : sorted[(int) (rank - error)];
    double upper =
        rank + error >= sorted.length ? Double.POSITIVE_INFINITY : sorted[(int) (rank + error)];
    return new Estimate(lower, upper);
  }

  /** What is minimal at the quantile changes there with the square of the quantile's error only. */
  private Estimate tailMean(double[] sorted, double level) {
    double t = sorted[(int) (sorted.length * level)];
    double[] excess =
        DoubleStream.of(sorted).map(value -> Math.max(value - t, 0) / (1 - level)).toArray();
    return Estimate.of(t).plus(mean(excess));
  }

  private static double[] centred(double[] values) {
    double mean = average(values);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
