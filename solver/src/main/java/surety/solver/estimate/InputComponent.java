package surety.solver.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.ejml.data.DMatrixRMaj;
import surety.certificates.density.Distribution;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * One summand of one branch of a law, in plain doubles: with some probability the inputs are {@code
 * x = A u + c} with independent coordinates u. What a law calls its rest is left out: it has no
 * place.
 */
final class InputComponent {
  private final double probability;
  private final Law.Branch branch;
  private final List<Distribution> stated;
  private final List<RealDistribution> coordinates;
  private final double[][] coefficients;
  private final double[] constants;

  /** Empty before they are asked for. */
  private Optional<double[]> deviations = Optional.empty();

  private Optional<double[]> mean = Optional.empty();

  private InputComponent(
      double probability,
      BranchMap map,
      List<Distribution> stated,
      List<RealDistribution> coordinates) {
    this.probability = probability;
    this.branch = map.branch;
    this.coefficients = map.coefficients;
    this.constants = map.constants;
    this.stated = stated;
    this.coordinates = coordinates;
  }

  /** The map of a branch, rounded: of each input the coefficients of its terms. */
  private static final class BranchMap {
    private final Law.Branch branch;
    private final double[][] coefficients;
    private final double[] constants;

    private BranchMap(Law.Branch branch, double[][] coefficients, double[] constants) {
      this.branch = branch;
      this.coefficients = coefficients;
      this.constants = constants;
    }

    static BranchMap of(Law.Branch branch) {
      double[][] coefficients =
          branch.inputs().stream()
              .map(
                  input ->
                      input.terms().stream()
                          .mapToDouble(term -> Families.number(term.coefficient()))
                          .toArray())
              .toArray(double[][]::new);
      double[] constants =
          branch.inputs().stream()
              .mapToDouble(input -> Families.number(input.constant()))
              .toArray();
      return new BranchMap(branch, coefficients, constants);
    }
  }

  /** All of a law; their probabilities have the sum 1. */
  static List<InputComponent> of(Law law, Stop stop) {
    return of(law, new Well19937c(0), stop);
  }

  /** The same, with samples from this generator. */
  static List<InputComponent> of(Law law, RandomGenerator random, Stop stop) {
    Families families = new Families(random);
    Map<Distribution, RealDistribution> known = new HashMap<>();
    Map<Distribution, Double> masses = new HashMap<>();
    List<InputComponent> weighted = new ArrayList<>();
    double total = 0;
    for (Law.Branch branch : law.branches()) {
      BranchMap map = BranchMap.of(branch);
      for (Law.Summand summand : branch.summands()) {
        double mass = Families.number(summand.weight());
        List<RealDistribution> coordinates = new ArrayList<>();
        for (Distribution distribution : summand.coordinates()) {
          stop.check();
          coordinates.add(known.computeIfAbsent(distribution, families::of));
          mass *= masses.computeIfAbsent(distribution, Families::mass);
        }
        weighted.add(new InputComponent(mass, map, summand.coordinates(), coordinates));
        total += mass;
      }
    }
    List<InputComponent> normalised = new ArrayList<>();
    for (InputComponent part : weighted) {
      normalised.add(part.withProbability(part.probability / total));
    }
    return normalised;
  }

  private InputComponent withProbability(double other) {
    BranchMap map = new BranchMap(branch, coefficients, constants);
    return new InputComponent(other, map, stated, coordinates);
  }

  double probability() {
    return probability;
  }

  int inputs() {
    return constants.length;
  }

  List<RealDistribution> coordinates() {
    return coordinates;
  }

  /**
   * The deviations of the coordinates; not to be written to.
   *
   * @throws EstimateException if one has no mean or no variance
   */
  double[] deviations() {
    if (deviations.isEmpty()) {
      deviations = Optional.of(computedDeviations());
    }
    return deviations.get();
  }

  private double[] computedDeviations() {
    double[] computed = new double[coordinates.size()];
    for (int q = 0; q < computed.length; q++) {
      double variance = coordinates.get(q).getNumericalVariance();
      double mean = coordinates.get(q).getNumericalMean();
      if (!Double.isFinite(mean) || !(variance >= 0 && variance <= Double.MAX_VALUE)) {
        throw new EstimateException(
            "%s has no %s, so there is nothing to linearise around or to match; truncate it to a"
                    .formatted(
                        stated.get(q).canonical(), Double.isFinite(mean) ? "variance" : "mean")
                + " bounded interval, or estimate by sampling only");
      }
      computed[q] = Math.sqrt(variance);
    }
    return computed;
  }

  /** The means of the inputs; not to be written to. */
  double[] mean() {
    if (mean.isEmpty()) {
      mean =
          Optional.of(
              inputs(
                  coordinates.stream().mapToDouble(RealDistribution::getNumericalMean).toArray()));
    }
    return mean.get();
  }

  /** A sample of the inputs. */
  double[] sample() {
    double[] u = new double[coordinates.size()];
    for (int q = 0; q < u.length; q++) {
      u[q] = coordinates.get(q).sample();
    }
    return inputs(u);
  }

  private double[] inputs(double[] u) {
    double[] x = constants.clone();
    for (int k = 0; k < x.length; k++) {
      List<Law.Term> terms = branch.inputs().get(k).terms();
      for (int i = 0; i < terms.size(); i++) {
        x[k] += coefficients[k][i] * u[terms.get(i).coordinate()];
      }
    }
    return x;
  }

  /** A row of coefficients of the inputs as one of coefficients of the coordinates. */
  double[] ofCoordinates(double[] ofInputs) {
    double[] row = new double[coordinates.size()];
    for (int k = 0; k < ofInputs.length; k++) {
      List<Law.Term> terms = branch.inputs().get(k).terms();
      for (int i = 0; i < terms.size() && ofInputs[k] != 0; i++) {
        row[terms.get(i).coordinate()] += ofInputs[k] * coefficients[k][i];
      }
    }
    return row;
  }

  /** A combination of the inputs and a constant, taken for normal. */
  NormalLaw normal(double[] ofInputs, double constant) {
    double[] row = ofCoordinates(ofInputs);
    double[] x = mean();
    double middle = constant;
    for (int k = 0; k < x.length; k++) {
      middle += ofInputs[k] * x[k];
    }
    double variance = 0;
    for (int q = 0; q < row.length; q++) {
      double deviation = row[q] * deviations()[q];
      variance += deviation * deviation;
    }
    return new NormalLaw(middle, Math.sqrt(variance));
  }

  /** A with each column times the deviation of its coordinate: the root of a covariance. */
  DMatrixRMaj root() {
    DMatrixRMaj root = new DMatrixRMaj(constants.length, Math.max(1, coordinates.size()));
    for (int k = 0; k < constants.length; k++) {
      List<Law.Term> terms = branch.inputs().get(k).terms();
      for (int i = 0; i < terms.size(); i++) {
        int q = terms.get(i).coordinate();
        root.set(k, q, coefficients[k][i] * deviations()[q]);
      }
    }
    return root;
  }
}
