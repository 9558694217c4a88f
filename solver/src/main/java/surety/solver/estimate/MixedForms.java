package surety.solver.estimate;

import java.util.List;
import java.util.stream.IntStream;

/** The forms under a mixture, put together from estimates under each of its components. */
final class MixedForms implements EstimatedForms {
  private final double[] means;
  private final double[][] covariances;
  private final List<ScalarLaw> laws;

  /** The estimates under one component. */
  static final class Part {
    private final double probability;
    private final double[] means;
    private final double[][] covariances;
    private final List<ScalarLaw> laws;

    /**
     * Of as many forms as there are means.
     *
     * @param probability of the component
     * @param covariances of each two forms
     * @param laws one for each form
     */
    Part(double probability, double[] means, double[][] covariances, List<ScalarLaw> laws) {
      this.probability = probability;
      this.means = means;
      this.covariances = covariances;
      this.laws = laws;
    }
  }

  MixedForms(List<Part> parts) {
    int forms = parts.get(0).means.length;
    means = new double[forms];
    covariances = new double[forms][forms];
    for (Part part : parts) {
      for (int i = 0; i < forms; i++) {
        means[i] += part.probability * part.means[i];
      }
    }
    for (Part part : parts) {
      for (int i = 0; i < forms; i++) {
        for (int j = 0; j < forms; j++) {
          double between = (part.means[i] - means[i]) * (part.means[j] - means[j]);
          covariances[i][j] += part.probability * (part.covariances[i][j] + between);
        }
      }
    }
    List<Double> probabilities = parts.stream().map(part -> part.probability).toList();
    laws =
        IntStream.range(0, forms)
            .mapToObj(
                i ->
                    MixedLaw.of(
                        probabilities, parts.stream().map(part -> part.laws.get(i)).toList()))
            .toList();
  }

  @Override
  public int forms() {
    return means.length;
  }

  @Override
  public double mean(int form) {
    return means[form];
  }

  @Override
  public double covariance(int form, int other) {
    return covariances[form][other];
  }

  @Override
  public ScalarLaw law(int form) {
    return laws.get(form);
  }
}
