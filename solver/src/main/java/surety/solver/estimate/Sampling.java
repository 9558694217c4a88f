package surety.solver.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * An estimate of the law of forms by independent samples of the inputs, always the same ones for a
 * seed. By the inequality of Dvoretzky, Kiefer and Wolfowitz, with Massart's constant,
 *
 * <pre>
 *   P(sup over t of |F_n(t) - F(t)| &gt; e) &lt;= 2 exp(-2 n e^2)
 * </pre>
 *
 * <p>whatever the law is: so with a confidence c the cdf of a form is, at all t together, within
 * {@code sqrt(ln(2 / (1 - c)) / (2 n))} of the samples' share. That holds for one form; for the
 * bands of k forms together 1 - c is to be divided by k. It is no proof: the samples are
 * pseudo-random, and the network was evaluated in plain doubles.
 */
public final class Sampling implements EstimatedForms {
  /** Most numbers that are kept: samples times forms. */
  public static final long MOST_VALUES = 20_000_000;

  private static final int RUN = 1 << 16;

  private final double[][] values;
  private final double[][] sorted;
  private final double[] means;
  private final double[][] covariances;
  private final double confidence;

  /**
   * What to draw.
   *
   * @param count at least 2
   * @param seed other samples for another number
   * @param confidence of the band, above 0 and below 1
   */
  public record Options(int count, long seed, double confidence) {
    /** With a confidence of 99.9 %. */
    public static final double USUAL_CONFIDENCE = 0.999;

    /** Refuses what cannot be. */
    public Options {
      if (count < 2) {
        throw new EstimateException("sampling needs at least 2 samples, not " + count);
      }
      if (!(confidence > 0 && confidence < 1)) {
        throw new EstimateException(
            "a confidence is a probability between 0 and 1, such as 0.999, not " + confidence);
      }
    }

    /** With the usual confidence. */
    public static Options of(int count, long seed) {
      return new Options(count, seed, USUAL_CONFIDENCE);
    }
  }

  private Sampling(double[][] values, double confidence, Stop stop) {
    this.values = values;
    this.confidence = confidence;
    this.means = Arrays.stream(values).mapToDouble(v -> new Mean().evaluate(v)).toArray();
    this.covariances = new double[values.length][values.length];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j <= i; j++) {
        stop.check();
        covariances[i][j] = new Covariance().covariance(values[i], values[j], true);
        covariances[j][i] = covariances[i][j];
      }
    }
    this.sorted = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      sorted[i] = sorted(values[i], stop);
    }
  }

  /** Runs are sorted, and then merged in pairs; to be stopped in between. */
  private static double[] sorted(double[] numbers, Stop stop) {
    double[] from = numbers.clone();
    for (int start = 0; start < from.length; start += RUN) {
      stop.check();
      Arrays.sort(from, start, Math.min(from.length, start + RUN));
    }
    for (long run = RUN; run < from.length; run *= 2) {
      double[] to = new double[from.length];
      for (long start = 0; start < from.length; start += 2 * run) {
        int middle = (int) Math.min(from.length, start + run);
        merge(from, to, (int) start, middle, (int) Math.min(from.length, start + 2 * run), stop);
      }
      from = to;
    }
    return from;
  }

  private static void merge(double[] from, double[] to, int start, int middle, int end, Stop stop) {
    int low = start;
    int high = middle;
    for (int k = start; k < end; k++) {
      if ((k & (RUN - 1)) == 0) {
        stop.check();
      }
      boolean isLow = low < middle && (high == end || from[low] <= from[high]);
      to[k] = isLow ? from[low++] : from[high++];
    }
  }

  /**
   * Samples forms.
   *
   * @param progress told the number of samples drawn, now and then
   * @param stop asked before each sample
   * @throws EstimateException if there would be too many values, or one is not a number
   */
  public static Sampling of(
      Network network,
      Law law,
      List<AffineForm> forms,
      Options options,
      IntConsumer progress,
      Stop stop) {
    FormRows rows = FormRows.of(network, forms);
    int count = options.count;
    if ((long) count * rows.count() > MOST_VALUES) {
      throw new EstimateException(
          "%d samples of %d forms are too many to keep; at most %d samples of so many forms can be"
              .formatted(count, rows.count(), MOST_VALUES / rows.count()));
    }
    InputSampler sampler = new InputSampler(law, new Well19937c(options.seed), stop);
    double[][] values = new double[rows.count()][count];
    for (int k = 0; k < count; k++) {
      stop.check();
      if (k % Math.max(1, count / 100) == 0) {
        progress.accept(k);
      }
      double[] x = sampler.next();
      double[] y = network.evaluate(x);
      for (int i = 0; i < values.length; i++) {
        values[i][k] = rows.value(i, y, x);
        if (Double.isNaN(values[i][k])) {
          throw new EstimateException(
              "the network gives no number at the inputs " + Arrays.toString(x));
        }
      }
    }
    progress.accept(count);
    return new Sampling(values, options.confidence, stop);
  }

  /** The number of samples. */
  public int samples() {
    return sorted[0].length;
  }

  /** The confidence of the band. */
  public double confidence() {
    return confidence;
  }

  /** By how much, with that confidence, the cdf of a form is at most off, at any threshold. */
  public double band() {
    return band(samples(), confidence);
  }

  /** The same for a number of samples and a confidence. */
  static double band(int samples, double confidence) {
    return Math.sqrt(Math.log(2 / (1 - confidence)) / (2.0 * samples));
  }

  /**
   * The value that a share of the samples does not exceed.
   *
   * @throws EstimateException if the probability is not one
   */
  public double quantile(int form, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new EstimateException("a probability is between 0 and 1, not " + probability);
    }
    int place = (int) Math.ceil(probability * samples()) - 1;
    return sorted[form][Math.max(0, place)];
  }

  /** The share of the samples where each form is at most its threshold. */
  public double jointCdf(int form, double threshold, int other, double otherThreshold) {
    int count = 0;
    for (int k = 0; k < samples(); k++) {
      count += values[form][k] <= threshold && values[other][k] <= otherThreshold ? 1 : 0;
    }
    return (double) count / samples();
  }

  @Override
  public int forms() {
    return sorted.length;
  }

  @Override
  public double mean(int form) {
    return means[form];
  }

  @Override
  public double covariance(int form, int other) {
    return covariances[form][other];
  }

  /** The law that is each sample with the same probability; a histogram is its density. */
  @Override
  public ScalarLaw law(int form) {
    return new EmpiricalLaw(sorted[form], mean(form), deviation(form));
  }
}
