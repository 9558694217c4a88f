package surety.solver.estimate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.commons.math3.random.Well19937c;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
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

  /**
   * Lists patterns.
   *
   * @param mostPatterns a limit of their number
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
    List<String> patterns = PatternSearch.patterns(layers, components, tau, mostPatterns, stop);
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
                layer ->
                    layer instanceof ActivationLayer a
                        ? PatternSearch.pieces(a)
                        : List.<StraightPieces>of())
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

  /** The pattern of some inputs. */
  private static String pattern(
      List<Layer> layers, List<List<StraightPieces>> pieces, double[] inputs) {
    StringBuilder pattern = new StringBuilder();
    double[] x = inputs;
    for (int k = 0; k < layers.size(); k++) {
      for (int i = 0; i < pieces.get(k).size(); i++) {
        StraightPieces ofNeuron = pieces.get(k).get(i);
        PatternSearch.append(pattern, ofNeuron, ofNeuron.at(x[i]));
      }
      x = layers.get(k).evaluate(x);
    }
    return pattern.toString();
  }
}
