package surety.solver.estimate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A mixture: each law with its probability; these have the sum 1. */
record MixedLaw(List<Double> probabilities, List<ScalarLaw> laws) implements ScalarLaw {
  MixedLaw {
    probabilities = List.copyOf(probabilities);
    laws = List.copyOf(laws);
  }

  /** The only law itself, if there is one only. */
  static ScalarLaw of(List<Double> probabilities, List<ScalarLaw> laws) {
    return laws.size() == 1 ? laws.get(0) : new MixedLaw(probabilities, laws);
  }

  private double sum(ToDoubleFunction<ScalarLaw> number) {
    double sum = 0;
    for (int k = 0; k < laws.size(); k++) {
      sum += probabilities.get(k) * number.applyAsDouble(laws.get(k));
    }
    return sum;
  }

  @Override
  public double mean() {
    return sum(ScalarLaw::mean);
  }

  @Override
  public double deviation() {
    double mean = mean();
    return Math.sqrt(sum(law -> square(law.deviation()) + square(law.mean() - mean)));
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public double cdf(double t) {
    return Math.min(1, sum(law -> law.cdf(t)));
  }

  @Override
  public double density(double t) {
    return sum(law -> law.density(t));
  }
}
