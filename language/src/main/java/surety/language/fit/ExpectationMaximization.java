package surety.language.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Mixtures of normal distributions by expectation maximization (Dempster, Laird and Rubin, 1977),
 * from several starts by k-means++ (Arthur and Vassilvitskii, 2007). The seeds are fixed and the
 * functions those of {@link StrictMath}, so the same rows give the same mixture everywhere.
 */
final class ExpectationMaximization {
  private static final int STARTS = 8;
  private static final int MOST_STEPS = 300;

  /** The likelihood of a row that a step must gain on average, in logarithms, to go on. */
  private static final double LEAST_GAIN = 1e-8;

  /** The least that is added to a variance, of columns with variances near 1. */
  private static final double LEAST_RIDGE = 1e-6;

  private final double[][] rows;
  private final int columns;
  private final int leastRows;
  private final double[] ridge;

  private ExpectationMaximization(double[][] rows, int leastRows) {
    this.rows = rows;
    this.columns = rows[0].length;
    this.leastRows = leastRows;
    this.ridge = new double[columns];
    for (int k = 0; k < columns; k++) {
      ridge[k] = Math.max(LEAST_RIDGE, variance(step(rows, k)));
    }
  }

  /**
   * The least distance of two numbers of a column that differ. Numbers that were rounded to
   * multiples of it hide as much as a uniform distribution of this width varies; a component that
   * is drawn together around equal ones is not narrower than that.
   */
  private static double step(double[][] rows, int column) {
    double[] sorted = Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().toArray();
    double step = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) {
      double distance = sorted[i] - sorted[i - 1];
      step = distance > 0 ? Math.min(step, distance) : step;
    }
    return step;
  }

  /** Of a uniform distribution. */
  private static double variance(double width) {
    return width * width / 12;
  }

  /** One of the normal distributions. */
  static final class Component {
    private final double weight;
    private final double[] mean;
    private final double[][] covariance;

    Component(double weight, double[] mean, double[][] covariance) {
      this.weight = weight;
      this.mean = mean;
      this.covariance = covariance;
    }

    double weight() {
      return weight;
    }

    double[] mean() {
      return mean;
    }

    double[][] covariance() {
      return covariance;
    }
  }

  /** A mixture, with the logarithm of its likelihood. */
  record Fit(List<Component> components, double logLikelihood) {}

  /**
   * The likeliest mixture that is found in which each component has the weight of so many rows;
   * none if there is none.
   */
  static Optional<Fit> best(double[][] rows, int components, int leastRows) {
    ExpectationMaximization search = new ExpectationMaximization(rows, leastRows);
    List<Fit> found = new ArrayList<>();
    for (int start = 1; start <= (components == 1 ? 1 : STARTS); start++) {
      double[][] centres = search.centres(components, new SplittableRandom(start));
      search.fit(search.nearest(centres)).ifPresent(found::add);
    }
    return found.stream().max(Comparator.comparingDouble(Fit::logLikelihood));
  }

  /** By k-means++: each next one is a row, chosen by its squared distance from those before it. */
  private double[][] centres(int count, SplittableRandom random) {
    double[][] centres = new double[count][];
    double[] distances = new double[rows.length];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    centres[0] = rows[random.nextInt(rows.length)];
    for (int c = 1; c < count; c++) {
      double sum = 0;
      for (int i = 0; i < rows.length; i++) {
        distances[i] = Math.min(distances[i], squaredDistance(rows[i], centres[c - 1]));
        sum += distances[i];
      }
      double left = random.nextDouble() * sum;
      int next = 0;
      while (next < rows.length - 1 && left >= distances[next]) {
        left -= distances[next];
        next++;
      }
      centres[c] = rows[next];
    }
    return centres;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  /** How much of each row each centre has: the nearest one all of it. */
  private double[][] nearest(double[][] centres) {
    double[][] shares = new double[rows.length][centres.length];
    for (int i = 0; i < rows.length; i++) {
      int best = 0;
      for (int c = 1; c < centres.length; c++) {
        boolean isNearer =
            squaredDistance(rows[i], centres[c]) < squaredDistance(rows[i], centres[best]);
        best = isNearer ? c : best;
      }
      shares[i][best] = 1;
    }
    return shares;
  }

  /** From a start to where nothing is gained any more. */
  private Optional<Fit> fit(double[][] shares) {
    double before = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      List<Component> components = maximize(shares);
      if (components.isEmpty()) {
        return Optional.empty();
      }
      double logLikelihood = expect(components, shares);
      if (logLikelihood - before < LEAST_GAIN * rows.length || step == MOST_STEPS - 1) {
        return Optional.of(new Fit(components, logLikelihood));
      }
      before = logLikelihood;
    }
    throw new AssertionError("the last step returns");
  }

  /** The components with these shares of the rows; none if one of them has too little. */
  private List<Component> maximize(double[][] shares) {
    List<Component> components = new ArrayList<>();
    for (int c = 0; c < shares[0].length; c++) {
      double weight = 0;
      double[] mean = new double[columns];
      for (int i = 0; i < rows.length; i++) {
        weight += shares[i][c];
        for (int k = 0; k < columns; k++) {
          mean[k] += shares[i][c] * rows[i][k];
        }
      }
      if (weight < leastRows && shares[0].length > 1) {
        return List.of();
      }
      for (int k = 0; k < columns; k++) {
        mean[k] /= weight;
      }
      components.add(
          new Component(weight / rows.length, mean, covariance(shares, c, mean, weight)));
    }
    return components;
  }

  private double[][] covariance(double[][] shares, int c, double[] mean, double weight) {
    double[][] covariance = new double[columns][columns];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < columns; k++) {
        for (int l = 0; l <= k; l++) {
          covariance[k][l] += shares[i][c] * (rows[i][k] - mean[k]) * (rows[i][l] - mean[l]);
        }
      }
    }
    for (int k = 0; k < columns; k++) {
      for (int l = 0; l <= k; l++) {
        covariance[k][l] = covariance[k][l] / weight + (k == l ? ridge[k] : 0);
        covariance[l][k] = covariance[k][l];
      }
    }
    return covariance;
  }

  /** Sets each component's share of each row; the logarithm of the likelihood. */
  private double expect(List<Component> components, double[][] shares) {
    List<LogDensity> densities = components.stream().map(LogDensity::of).toList();
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < shares[i].length; c++) {
        shares[i][c] = densities.get(c).at(rows[i]);
        largest = Math.max(largest, shares[i][c]);
      }
      double sum = 0;
      for (int c = 0; c < shares[i].length; c++) {
        shares[i][c] = StrictMath.exp(shares[i][c] - largest);
        sum += shares[i][c];
      }
      for (int c = 0; c < shares[i].length; c++) {
        shares[i][c] /= sum;
      }
      total += largest + StrictMath.log(sum);
    }
    return total;
  }
}
