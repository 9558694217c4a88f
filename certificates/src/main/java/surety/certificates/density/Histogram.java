package surety.certificates.density;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/** A piecewise constant density: bin i between the edges i and i + 1 has the probability i. */
public record Histogram(List<Rational> edges, List<Rational> weights) implements Distribution {
  public Histogram {
    edges = List.copyOf(edges);
    weights = List.copyOf(weights);
    if (weights.isEmpty() || edges.size() != weights.size() + 1) {
      throw new IllegalArgumentException(
          "histogram has "
              + edges.size()
              + " edges and "
              + weights.size()
              + " weights; there must be at least one weight and one more edge than weights");
    }
    Parameters.requireEdges("histogram", edges);
    checkWeights(weights);
  }

  private static void checkWeights(List<Rational> weights) {
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i).signum() < 0) {
        throw new IllegalArgumentException(
            "weight "
                + (i + 1)
                + " of histogram is "
                + Parameters.brief(weights.get(i))
                + "; it must not be negative");
      }
    }
    Optional<Rational> sum = Rational.sumOrOne(weights);
    if (!sum.equals(Optional.of(Rational.ONE))) {
      throw new IllegalArgumentException(
          "the weights of histogram sum to "
              + sum.map(Parameters::brief).orElse("a fraction of many digits")
              + " instead of exactly 1; divide each of them by the sum, or write them as fractions"
              + " like 1/3");
    }
  }
}
