package surety.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Samples, and what they say of a number, so cautiously that it is wrong by chance once in a
 * billion numbers.
 *
 * <p>Of shares that is proven: P(share is so far off) {@code <= exp(-n KL(share, p))} (Chernoff).
 * Means are taken to be normal.
 */
record Draws(List<Draw> all) {
  /** The logarithm of one over the chance to be wrong, on either side. */
  private static final double CAUTION = Math.log(2e9);

  /** So many standard errors to either side leave 3e-12; the rest is for skewed summands. */
  private static final double ERRORS = 7;

  /** Samples are rounded to the middles of steps of 2^-24. */
  private static final double STEPS = 1e-6;

  Draws {
    all = List.copyOf(all);
  }

  /** Those for which a condition holds. */
  Draws given(Optional<EventTree> condition) {
    return condition.map(this::where).orElse(this);
  }

  private Draws where(EventTree event) {
    return new Draws(all.stream().filter(event::holds).toList());
  }

  Estimate probability(EventTree event) {
    return share((int) all.stream().filter(event::holds).count(), all.size());
  }

  /** Of what happened so many times of all. */
  static Estimate share(int hits, int count) {
    return count == 0
        ? Estimate.UNKNOWN
        : new Estimate(1 - most(count - hits, count), most(hits, count));
  }

  /** The largest p for which it is not a wonder that there were so few. */
  private static double most(int hits, int count) {
    double share = (double) hits / count;
    double low = share;
    double high = 1;
    for (int i = 0; i < 60 && share < 1; i++) {
      double p = (low + high) / 2;
      if (count * divergence(share, p) <= CAUTION) {
        low = p;
      } else {
        high = p;
      }
    }
    return high;
  }

  private static double divergence(double share, double p) {
    double hit = share == 0 ? 0 : share * Math.log(share / p);
    return hit + (1 - share) * Math.log((1 - share) / (1 - p));
  }

  Estimate mean(ScalarTree form) {
    return mean(values(form));
  }

  private static Estimate mean(double[] values) {
    double mean = average(values);
    return Estimate.around(mean, error(centred(values, mean)) + STEPS * (1 + Math.abs(mean)));
  }

  /** Of the mean of values that are given as they differ from it. */
  private static double error(double[] centred) {
    double variance = average(Arrays.stream(centred).map(value -> value * value).toArray());
    return ERRORS * Math.sqrt(variance / centred.length);
  }

  /** The means are off by their own errors. */
  Estimate covariance(ScalarTree first, ScalarTree second) {
    double[] a = values(first);
    double[] b = values(second);
    double[] x = centred(a, average(a));
    double[] y = centred(b, average(b));
    double[] products = IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).toArray();
    double off = error(x) * error(y);
    return mean(products).plus(new Estimate(-off, off));
  }

  /** At most so many values are below the quantile, and at least so many are not above it. */
  Estimate quantile(ScalarTree form, double level) {
    double[] sorted = sorted(form);
    int count = sorted.length;
    int least = first(count, hits -> share(hits, count).upper() >= level);
    int most = first(count, hits -> share(hits, count).lower() > level) - 1;
    return new Estimate(
        least == 0 ? Double.NEGATIVE_INFINITY : sorted[least - 1] - STEPS,
        most >= count ? Double.POSITIVE_INFINITY : sorted[most] + STEPS);
  }

  /** The first number for which something is so that is so for all larger ones. */
  private static int first(int count, IntPredicate isSo) {
    int low = 0;
    int high = count + 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (isSo.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * The least value of t + E(max(f - t, 0)) / (1 - p): taken at any t it is too large, by at most
   * the distance from the quantile times the slope in between.
   */
  Estimate meanBeyond(ScalarTree form, double level) {
    double[] sorted = sorted(form);
    Estimate quantile = quantile(form, level);
    double t = sorted[(int) (sorted.length * level)];
    double[] excess =
        Arrays.stream(sorted).map(value -> Math.max(value - t, 0) / (1 - level)).toArray();
    Estimate at = Estimate.of(t).plus(mean(excess));
    Estimate below = share((int) (sorted.length * level), sorted.length);
    double slope = (below.upper() - below.lower()) / (1 - level);
    return new Estimate(at.lower() - slope * (quantile.upper() - quantile.lower()), at.upper());
  }

  /** All values in order. */
  double[] sorted(ScalarTree form) {
    double[] values = values(form);
    Arrays.sort(values);
    return values;
  }

  private double[] values(ScalarTree form) {
    return all.stream().mapToDouble(form::of).toArray();
  }

  private static double[] centred(double[] values, double mean) {
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
