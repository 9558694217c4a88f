package surety.solver.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.solver.layers.Layers;

/**
 * An estimate of which activation patterns of a piecewise linear network have most of the
 * probability: Algorithm 1 of the paper on networks as random affine functions, repaired.
 *
 * <p>Layer by layer, for each pattern of the neurons before, the pre-activations are an affine map
 * of the inputs. Each is taken for normal, with the mean and the variance that this map gives it
 * under each component of the law. A neuron whose likeliest piece has a probability of more than
 * 1/2 + tau is fixed to it; of the others at most {@link #MOST_FREE} are free, those nearest to
 * 1/2, and all combinations of their pieces are listed.
 *
 * <p>Three things are other than printed: the variance is under a root, the limit is one of the
 * free neurons and not of the fixed ones, and a neuron may have more than two pieces. What stays is
 * that the probabilities ignore that the inputs lie in the polytope of the pattern before. So
 * patterns may be listed that do not occur, and others that do may be missing, without any bound:
 * the share of independent samples with a listed pattern tells how many.
 *
 * @param tau from 0 to 1/2
 * @param patterns for each neuron with a kink the number of its piece: of a relu 0 or 1
 * @param share of the samples whose pattern is listed
 * @param samples how many there were
 * @param band with the confidence asked for, by how much the share is at most off
 */
public record SupportEstimate(
    double tau, List<String> patterns, double share, int samples, double band) {
  /** Most neurons of a layer that are not fixed. */
  public static final int MOST_FREE = 10;

  /** A usual limit of the number of patterns. */
  public static final int USUAL_PATTERNS = 100_000;

  /** Keeps its own list. */
  public SupportEstimate {
    patterns = List.copyOf(patterns);
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
   * Lists patterns.
   *
   * @param mostPatterns a limit of their number, also on the way
   * @param options of the samples that the list is measured by
   * @throws EstimateException if the network is not piecewise linear, a coordinate of the law has
   *     no mean or no variance, tau is not a threshold, or there are more patterns
   * @throws surety.solver.layers.LayersException if the network has no layers of moderate size
   */
  public static SupportEstimate of(
      Network network,
      Law law,
      double tau,
      int mostPatterns,
      Sampling.Options options,
      IntConsumer progress,
      Stop stop) {
    if (!(tau >= 0 && tau <= 0.5)) {
      throw new EstimateException("tau is a number from 0 to 1/2, not " + tau);
    }
    List<Layer> layers = Layers.of(network, stop);
    requirePiecewiseLinear(layers);
    List<InputComponent> components = InputComponent.of(law, stop);
    List<Prefix> prefixes =
        List.of(
            new Prefix(
                "", CommonOps_DDRM.identity(network.inputs()), new double[network.inputs()]));
    for (Layer layer : layers) {
      List<Prefix> next = new ArrayList<>();
      for (Prefix prefix : prefixes) {
        stop.check();
        if (layer instanceof AffineLayer affine) {
          next.add(affine(prefix, affine));
        } else {
          next.addAll(activated(prefix, (ActivationLayer) layer, components, tau));
        }
        if (next.size() > mostPatterns) {
          throw new EstimateException(
              "there are more than %d patterns for tau = %s; a smaller tau lists fewer, and so does"
                      .formatted(mostPatterns, tau)
                  + " a narrower law of the inputs");
        }
      }
      prefixes = next;
    }
    List<String> patterns = prefixes.stream().map(prefix -> prefix.pattern).toList();
    double share = share(layers, law, new HashSet<>(patterns), options, progress, stop);
    double band = Sampling.band(options.count(), options.confidence());
    return new SupportEstimate(tau, patterns, share, options.count(), band);
  }

  private static void requirePiecewiseLinear(List<Layer> layers) {
    for (Layer layer : layers) {
      if (layer instanceof ActivationLayer activations) {
        for (Activation activation : activations.activations()) {
          if (!StraightPieces.areAllOf(activation)) {
            throw new EstimateException(
                "patterns are those of piecewise linear networks; this one has "
                    + activation.name());
          }
        }
      }
    }
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

  /** GetPatterns. */
  private static List<Prefix> activated(
      Prefix prefix, ActivationLayer layer, List<InputComponent> components, double tau) {
    int neurons = layer.inputs();
    List<StraightPieces> pieces = pieces(layer);
    double[][] probabilities = new double[neurons][];
    int[] likeliest = new int[neurons];
    for (int i = 0; i < neurons; i++) {
      probabilities[i] = probabilities(prefix, i, pieces.get(i), components);
      likeliest[i] = largest(probabilities[i]);
    }
    int[] free =
        IntStream.range(0, neurons)
            .filter(i -> pieces.get(i).count() > 1)
            .filter(i -> probabilities[i][likeliest[i]] - 0.5 <= tau)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities[i][likeliest[i]]))
            .limit(MOST_FREE)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    List<Prefix> next = new ArrayList<>();
    int[] chosen = likeliest.clone();
    Arrays.stream(free).forEach(i -> chosen[i] = 0);
    boolean isMore = true;
    while (isMore) {
      next.add(applied(prefix, pieces, chosen));
      isMore = false;
      for (int k = free.length - 1; k >= 0 && !isMore; k--) {
        chosen[free[k]] = (chosen[free[k]] + 1) % pieces.get(free[k]).count();
        isMore = chosen[free[k]] > 0;
      }
    }
    return next;
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

  private static void append(StringBuilder pattern, StraightPieces pieces, int piece) {
    if (pieces.count() > 1) {
      pattern.append((char) (piece < 10 ? '0' + piece : 'a' + piece - 10));
    }
  }

  private static double share(
      List<Layer> layers,
      Law law,
      Set<String> patterns,
      Sampling.Options options,
      IntConsumer progress,
      Stop stop) {
    InputSampler sampler = new InputSampler(law, new Well19937c(options.seed()), stop);
    List<List<StraightPieces>> pieces =
        layers.stream()
            .map(
                layer -> layer instanceof ActivationLayer a ? pieces(a) : List.<StraightPieces>of())
            .toList();
    int listed = 0;
    for (int k = 0; k < options.count(); k++) {
      stop.check();
      if (k % Math.max(1, options.count() / 100) == 0) {
        progress.accept(k);
      }
      listed += patterns.contains(pattern(layers, pieces, sampler.next())) ? 1 : 0;
    }
    progress.accept(options.count());
    return (double) listed / options.count();
  }

  private static List<StraightPieces> pieces(ActivationLayer layer) {
    return layer.activations().stream().map(StraightPieces::new).toList();
  }

  /** The pattern of some inputs. */
  private static String pattern(
      List<Layer> layers, List<List<StraightPieces>> pieces, double[] inputs) {
    StringBuilder pattern = new StringBuilder();
    double[] x = inputs;
    for (int k = 0; k < layers.size(); k++) {
      for (int i = 0; i < pieces.get(k).size(); i++) {
        StraightPieces ofNeuron = pieces.get(k).get(i);
        append(pattern, ofNeuron, ofNeuron.at(x[i]));
      }
      x = layers.get(k).evaluate(x);
    }
    return pattern.toString();
  }
}
