package surety.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import surety.certificates.network.Network;

/**
 * Observations of several classes. Made-up ones stand in for a known data set with the same layout:
 * each class follows a normal distribution with a mean and a covariance of its own, and features
 * depend on each other about alike in all of them.
 *
 * @param features of each observation
 * @param classes of each observation, counted from 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LabelledData(double[][] features, int[] classes) {
  /** How much a class's own covariance adds to the one that all share, as a factor. */
  private static final double OWN = 0.3;

  /** How much less each cause makes than the one before it. */
  private static final double FADING = 0.7;

  /** Features have as many decimals as a good instrument's. */
  private static final double UNITS = 1e4;

  LabelledData {
    if (features.length != classes.length) {
      throw new IllegalArgumentException(
          features.length + " observations of " + classes.length + " classes");
    }
  }

  /**
   * Makes observations up, in random order, scaled to [0, 1] feature by feature.
   *
   * @param sizes of the classes
   * @param width number of features
   * @param distance of the means: their deviation from each other, where a feature's is about 1
   */
  static LabelledData madeUp(List<Integer> sizes, int width, double distance, long seed) {
    RandomGenerator random = new Well19937c(seed);
    double[][] shared = matrix(random, width, 1);
    List<double[]> rows = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    for (int k = 0; k < sizes.size(); k++) {
      double[] mean = normals(random, width, distance);
      double[][] own = matrix(random, width, OWN);
      for (int i = 0; i < sizes.get(k); i++) {
        int place = random.nextInt(rows.size() + 1);
        rows.add(place, observation(random, mean, shared, own));
        classes.add(place, k);
      }
    }
    return new LabelledData(
        scaled(rows.toArray(double[][]::new)),
        classes.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * The square root of a covariance with variances of about {@code scale} squared. A few causes
   * make most of them, so that features depend on each other.
   */
  private static double[][] matrix(RandomGenerator random, int width, double scale) {
    double[][] matrix = new double[width][];
    for (int i = 0; i < width; i++) {
      matrix[i] = normals(random, width, scale * Math.sqrt(1 - FADING * FADING));
      for (int cause = 0; cause < width; cause++) {
        matrix[i][cause] *= StrictMath.pow(FADING, cause);
      }
    }
    return matrix;
  }

  private static double[] normals(RandomGenerator random, int count, double deviation) {
    double[] normals = new double[count];
    Arrays.setAll(normals, i -> deviation * random.nextGaussian());
    return normals;
  }

  private static double[] observation(
      RandomGenerator random, double[] mean, double[][] shared, double[][] own) {
    double[] z = normals(random, mean.length, 1);
    double[] x = mean.clone();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < z.length; j++) {
        x[i] += (shared[i][j] + own[i][j]) * z[j];
      }
    }
    return x;
  }

  private static double[][] scaled(double[][] rows) {
    for (int k = 0; k < rows[0].length; k++) {
      int column = k;
      double least = Arrays.stream(rows).mapToDouble(row -> row[column]).min().orElseThrow();
      double greatest = Arrays.stream(rows).mapToDouble(row -> row[column]).max().orElseThrow();
      for (double[] row : rows) {
        row[k] = Math.rint(UNITS * (row[k] - least) / (greatest - least)) / UNITS;
      }
    }
    return rows;
  }

  int count() {
    return classes.length;
  }

  /** The observations from one on, up to another one without it. */
  LabelledData part(int from, int to) {
    return new LabelledData(
        Arrays.copyOfRange(features, from, to), Arrays.copyOfRange(classes, from, to));
  }

  /** The share of the observations for which the largest output is that of their class. */
  double accuracy(Network network) {
    int right = 0;
    for (int i = 0; i < count(); i++) {
      right += largest(network.evaluate(features[i])) == classes[i] ? 1 : 0;
    }
    return (double) right / count();
  }

  private static int largest(double[] outputs) {
    int largest = 0;
    for (int k = 1; k < outputs.length; k++) {
      largest = outputs[k] > outputs[largest] ? k : largest;
    }
    return largest;
  }
}
