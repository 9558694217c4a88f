package surety.solver.estimate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BisectionSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.ejml.data.DMatrixRMaj;
import surety.certificates.stop.Stop;

/**
 * An estimate of the joint law of forms by a Gaussian copula: each form has its estimated law, and
 * {@code Phi^-1(F_i(form i))} are taken for jointly normal numbers. Their correlations are those
 * with which the forms have their estimated covariances: {@code Cov(F_i^-1(Phi(Z_i)),
 * F_j^-1(Phi(Z_j)))} increases with the correlation of Z_i and Z_j, so bisection finds it. A
 * covariance that no correlation gives gets the nearest, -1 or 1. What was found pair by pair is
 * then replaced by the nearest correlation matrix.
 *
 * <p>It is of little use where the joint law is known: of a linearised network it is that of {@code
 * m + q z}. Of laws that come from elsewhere it is what the laws and the covariances alone suggest.
 */
public final class GaussianCopula {
  private static final int MOST_FORMS = 500;
  private static final double ACCURACY = 1e-12;
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  private final EstimatedForms forms;
  private final List<NormalScores> scores;
  private final DMatrixRMaj correlations;
  private final boolean isAttained;

  private GaussianCopula(
      EstimatedForms forms,
      List<NormalScores> scores,
      DMatrixRMaj correlations,
      boolean isAttained) {
    this.forms = forms;
    this.scores = scores;
    this.correlations = correlations;
    this.isAttained = isAttained;
  }

  /**
   * The copula of forms with estimated laws and covariances.
   *
   * @throws EstimateException if there are more than 500
   */
  public static GaussianCopula of(EstimatedForms forms, Stop stop) {
    int count = forms.forms();
    if (count > MOST_FORMS) {
      throw new EstimateException(
          "a copula is of at most %d forms, not %d".formatted(MOST_FORMS, count));
    }
    List<NormalScores> scores = new ArrayList<>();
    List<double[]> coefficients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scores.add(new NormalScores(forms.law(i), stop));
      coefficients.add(scores.get(i).coefficients());
    }
    DMatrixRMaj found = new DMatrixRMaj(count, count);
    boolean areAttained = true;
    for (int i = 0; i < count; i++) {
      found.set(i, i, 1);
      for (int j = 0; j < i; j++) {
        stop.check();
        double rho = correlation(coefficients.get(i), coefficients.get(j), forms.covariance(i, j));
        double attained = covariance(coefficients.get(i), coefficients.get(j), rho);
        double size = forms.deviation(i) * forms.deviation(j);
        areAttained &= Math.abs(attained - forms.covariance(i, j)) <= 1e-6 * size;
        found.set(i, j, rho);
        found.set(j, i, rho);
      }
    }
    DMatrixRMaj nearest = CorrelationMatrix.nearest(found);
    return new GaussianCopula(forms, scores, nearest, areAttained);
  }

  /** Mehler's formula. */
  private static double covariance(double[] a, double[] b, double rho) {
    double sum = 0;
    double power = 1;
    for (int n = 1; n < a.length; n++) {
      power *= rho;
      sum += power * a[n] * b[n];
    }
    return sum;
  }

  private static double correlation(double[] a, double[] b, double wanted) {
    double least = covariance(a, b, -1);
    double most = covariance(a, b, 1);
    if (!(least < most)) {
      return 0; // one of both is a constant
    }
    if (wanted <= least || wanted >= most) {
      return wanted <= least ? -1 : 1;
    }
    return new BisectionSolver(ACCURACY).solve(200, rho -> covariance(a, b, rho) - wanted, -1, 1);
  }

  /** The number of forms. */
  public int forms() {
    return scores.size();
  }

  /** What was estimated of the forms, their covariances among it. */
  public EstimatedForms estimated() {
    return forms;
  }

  /** The correlation of the normal numbers behind two forms. */
  public double correlation(int form, int other) {
    return correlations.get(form, other);
  }

  /** Whether each pair of forms could be given its estimated covariance. */
  public boolean isAttained() {
    return isAttained;
  }

  /** The estimated probability that both forms are at most their thresholds. */
  public double jointCdf(int form, double threshold, int other, double otherThreshold) {
    return BivariateNormal.cdf(
        score(form, threshold), score(other, otherThreshold), correlation(form, other));
  }

  private double score(int form, double threshold) {
    double probability = forms.law(form).cdf(threshold);
    return STANDARD.inverseCumulativeProbability(Math.max(0, Math.min(1, probability)));
  }

  /**
   * Samples of all forms; the same ones for a seed.
   *
   * @param count how many
   */
  public List<double[]> samples(int count, long seed, Stop stop) {
    Well19937c random = new Well19937c(seed);
    DMatrixRMaj factor = CorrelationMatrix.cholesky(correlations);
    List<double[]> samples = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      stop.check();
      double[] z = normals(factor, random);
      for (int i = 0; i < z.length; i++) {
        z[i] = scores.get(i).at(z[i]);
      }
      samples.add(z);
    }
    return samples;
  }

  private static double[] normals(DMatrixRMaj factor, Well19937c random) {
    double[] z = new double[factor.numRows];
    for (int column = 0; column < z.length; column++) {
      double w = random.nextGaussian();
      for (int row = column; row < z.length; row++) {
        z[row] += factor.get(row, column) * w;
      }
    }
    return z;
  }

  /**
   * The estimated probability that each form is at most its threshold, by samples.
   *
   * @param thresholds one for each form; infinity where there is none
   * @throws EstimateException if their number is another
   */
  public double jointCdf(List<Double> thresholds, int count, long seed, Stop stop) {
    if (thresholds.size() != forms()) {
      throw new EstimateException(
          "there are %d forms and %d thresholds".formatted(forms(), thresholds.size()));
    }
    double[] most = new double[forms()];
    for (int i = 0; i < most.length; i++) {
      most[i] = score(i, thresholds.get(i));
    }
    Well19937c random = new Well19937c(seed);
    DMatrixRMaj factor = CorrelationMatrix.cholesky(correlations);
    int hits = 0;
    for (int k = 0; k < count; k++) {
      stop.check();
      hits += isAtMost(normals(factor, random), most) ? 1 : 0;
    }
    return (double) hits / count;
  }

  private static boolean isAtMost(double[] z, double[] most) {
    for (int i = 0; i < z.length; i++) {
      if (z[i] > most[i]) {
        return false;
      }
    }
    return true;
  }
}
