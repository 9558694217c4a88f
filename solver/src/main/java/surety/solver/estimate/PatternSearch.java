package surety.solver.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.stop.Stop;

/**
 * The patterns of a {@link SupportEstimate}, depth first: only one affine map for each layer is
 * kept.
 */
final class PatternSearch {
  private final List<Layer> layers;
  private final List<InputComponent> components;
  private final double tau;
  private final int most;
  private final Stop stop;
  private final List<String> patterns = new ArrayList<>();

  private PatternSearch(
      List<Layer> layers, List<InputComponent> components, double tau, int most, Stop stop) {
    this.layers = layers;
    this.components = components;
    this.tau = tau;
    this.most = most;
    this.stop = stop;
  }

  /** Numbers as an affine map of the inputs, on the patterns that led there. */
  private static final class Prefix {
    private final String pattern;
    private final DMatrixRMaj weights;
    private final double[] biases;

    private Prefix(String pattern, DMatrixRMaj weights, double[] biases) {
      this.pattern = pattern;
      this.weights = weights;
      this.biases = biases;
    }
  }

  /**
   * All patterns.
   *
   * @param layers piecewise linear
   * @param most a limit of their number
   * @throws EstimateException if there are more
   */
  static List<String> patterns(
      List<Layer> layers, List<InputComponent> components, double tau, int most, Stop stop) {
    PatternSearch search = new PatternSearch(layers, components, tau, most, stop);
    int inputs = components.get(0).inputs();
    search.visit(new Prefix("", CommonOps_DDRM.identity(inputs), new double[inputs]), 0);
    return search.patterns;
  }

  private void visit(Prefix prefix, int depth) {
    stop.check();
    if (depth == layers.size()) {
      add(prefix.pattern);
    } else if (layers.get(depth) instanceof AffineLayer affine) {
      visit(affine(prefix, affine), depth + 1);
    } else {
      visit(prefix, (ActivationLayer) layers.get(depth), depth);
    }
  }

  private void add(String pattern) {
    if (patterns.size() == most) {
      throw new EstimateException(
          "there are more than %d patterns for tau = %s; a smaller tau lists fewer, and so does a"
                  .formatted(most, tau)
              + " narrower law of the inputs");
    }
    patterns.add(pattern);
  }

  private static Prefix affine(Prefix prefix, AffineLayer layer) {
    DMatrixRMaj weights = new DMatrixRMaj(layer.rows(), prefix.weights.numCols);
    double[] biases = layer.evaluate(prefix.biases);
    for (int row = 0; row < layer.rows(); row++) {
      for (int k = 0; k < layer.operator().entries(row); k++) {
        int column = layer.operator().column(row, k);
        double weight = layer.operator().weight(row, k);
        for (int input = 0; weight != 0 && input < weights.numCols; input++) {
          weights.add(row, input, weight * prefix.weights.get(column, input));
        }
      }
    }
    return new Prefix(prefix.pattern, weights, biases);
  }

  /** All combinations of the pieces of the free neurons. */
  private void visit(Prefix prefix, ActivationLayer layer, int depth) {
    List<StraightPieces> pieces = pieces(layer);
    double[][] probabilities = new double[layer.inputs()][];
    int[] chosen = new int[layer.inputs()];
    for (int i = 0; i < chosen.length; i++) {
      probabilities[i] = probabilities(prefix, i, pieces.get(i), components);
      chosen[i] = largest(probabilities[i]);
    }
    int[] free = free(probabilities);
    Arrays.stream(free).forEach(i -> chosen[i] = 0);
    boolean isMore = true;
    while (isMore) {
      visit(applied(prefix, pieces, chosen), depth + 1);
      isMore = false;
      for (int k = free.length - 1; k >= 0 && !isMore; k--) {
        chosen[free[k]] = (chosen[free[k]] + 1) % pieces.get(free[k]).count();
        isMore = chosen[free[k]] > 0;
      }
    }
  }

  /** Those whose likeliest piece is not likely enough; ascending. */
  private int[] free(double[][] probabilities) {
    double[] greatest = new double[probabilities.length];
    Arrays.setAll(greatest, i -> probabilities[i][largest(probabilities[i])]);
    return IntStream.range(0, greatest.length)
        .filter(i -> probabilities[i].length > 1 && greatest[i] - 0.5 <= tau)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> greatest[i]))
        .limit(SupportEstimate.MOST_FREE)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** Of the pieces of a neuron. */
  private static double[] probabilities(
      Prefix prefix, int neuron, StraightPieces pieces, List<InputComponent> components) {
    double[] probabilities = new double[pieces.count()];
    if (pieces.count() == 1) {
      probabilities[0] = 1;
      return probabilities;
    }
    double[] row = new double[prefix.weights.numCols];
    Arrays.setAll(row, input -> prefix.weights.get(neuron, input));
    for (InputComponent component : components) {
      NormalLaw law = component.normal(row, prefix.biases[neuron]);
      double below = 0;
      for (int piece = 0; piece < probabilities.length; piece++) {
        boolean isLast = piece + 1 == probabilities.length;
        double upTo = isLast ? 1 : below(law, pieces.from(piece + 1));
        probabilities[piece] += component.probability() * (upTo - below);
        below = upTo;
      }
    }
    return probabilities;
  }

  /** A constant at a kink is on the upper piece. */
  private static double below(NormalLaw law, double kink) {
    return law.deviation() == 0 && law.mean() == kink ? 0 : law.cdf(kink);
  }

  private static int largest(double[] numbers) {
    int largest = 0;
    for (int k = 1; k < numbers.length; k++) {
      largest = numbers[k] > numbers[largest] ? k : largest;
    }
    return largest;
  }

  private static Prefix applied(Prefix prefix, List<StraightPieces> pieces, int[] chosen) {
    DMatrixRMaj weights = prefix.weights.copy();
    double[] biases = prefix.biases.clone();
    StringBuilder pattern = new StringBuilder(prefix.pattern);
    for (int i = 0; i < chosen.length; i++) {
      double slope = pieces.get(i).slope(chosen[i]);
      for (int input = 0; input < weights.numCols; input++) {
        weights.set(i, input, slope * weights.get(i, input));
      }
      biases[i] = slope * biases[i] + pieces.get(i).intercept(chosen[i]);
      append(pattern, pieces.get(i), chosen[i]);
    }
    return new Prefix(pattern.toString(), weights, biases);
  }

  /** For a neuron with a kink the number of its piece. */
  static void append(StringBuilder pattern, StraightPieces pieces, int piece) {
    if (pieces.count() > 1) {
      pattern.append((char) (piece < 10 ? '0' + piece : 'a' + piece - 10));
    }
  }

  /** Of all neurons of a layer. */
  static List<StraightPieces> pieces(ActivationLayer layer) {
    return layer.activations().stream().map(StraightPieces::new).toList();
  }
}
