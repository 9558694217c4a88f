package surety.examples;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Distribution;
import surety.certificates.density.Uniform;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.solver.layers.Layers;

/**
 * The cdf of a network's first output by sampling, as fast as plain Java does it: the benchmark
 * wants a fair opponent. Samples go through the network in batches, neuron by neuron, so that the
 * inner loops run over samples and the compiler vectorises them.
 */
final class PlainMonteCarlo {
  private static final int BATCH = 256;

  private final Network network;
  private final List<Layer> layers;
  private final List<Distribution> distributions;

  /** For ReLU networks under uniforms on [0, 1] and betas with whole parameters. */
  PlainMonteCarlo(Network network, List<Distribution> distributions) {
    this.network = network;
    this.layers = Layers.of(network);
    this.distributions = List.copyOf(distributions);
  }

  /**
   * Estimates of P(first output {@code <=} t) at the thresholds {@code first + i step}.
   *
   * @param samples how many; rounded up to whole batches for each thread
   * @param threads each with a generator of its own
   */
  double[] cdf(double first, double step, int thresholds, long samples, int threads, long seed) {
    SplittableRandom root = new SplittableRandom(seed);
    List<SplittableRandom> generators =
        IntStream.range(0, threads).mapToObj(thread -> root.split()).toList();
    long batches = (samples - 1) / ((long) threads * BATCH) + 1;
    List<long[]> counts =
        generators.parallelStream()
            .map(random -> new Worker(random).count(first, 1 / step, thresholds, batches))
            .toList();
    double total = (double) batches * threads * BATCH;
    double[] cdf = new double[thresholds];
    long below = 0;
    for (int i = 0; i < thresholds; i++) {
      for (long[] count : counts) {
        below += count[i];
      }
      cdf[i] = below / total;
    }
    return cdf;
  }

  /** One thread's generator and buffers. */
  private final class Worker {
    private final SplittableRandom random;
    private final double[][][] buffers;
    private final double[] uniforms = new double[16];

    Worker(SplittableRandom random) {
      this.random = random;
      buffers = new double[layers.size() + 1][][];
      buffers[0] = new double[network.inputs()][BATCH];
      for (int i = 0; i < layers.size(); i++) {
        buffers[i + 1] = new double[layers.get(i).outputs()][BATCH];
      }
    }

    /** How many samples fall at or below each threshold and above the one before it. */
    long[] count(double first, double perStep, int thresholds, long batches) {
      long[] counts = new long[thresholds + 1];
      for (long batch = 0; batch < batches; batch++) {
        draw();
        for (int i = 0; i < layers.size(); i++) {
          apply(layers.get(i), buffers[i], buffers[i + 1]);
        }
        for (double value : buffers[buffers.length - 1][0]) {
          int place = (int) Math.ceil((value - first) * perStep);
          counts[Math.max(0, Math.min(thresholds, place))]++;
        }
      }
      return counts;
    }

    private void draw() {
      for (int i = 0; i < distributions.size(); i++) {
        double[] values = buffers[0][i];
        if (distributions.get(i) instanceof Uniform) {
          for (int k = 0; k < BATCH; k++) {
            values[k] = random.nextDouble();
          }
        } else {
          Beta beta = (Beta) distributions.get(i);
          int alpha = whole(beta.alpha());
          int count = alpha + whole(beta.beta()) - 1;
          for (int k = 0; k < BATCH; k++) {
            values[k] = smallest(alpha, count);
          }
        }
      }
    }

    /** The rank-th smallest of so many uniforms is Beta(rank, count + 1 - rank). */
    private double smallest(int rank, int count) {
      for (int i = 0; i < count; i++) {
        double uniform = random.nextDouble();
        int place = i;
        while (place > 0 && uniforms[place - 1] > uniform) {
          uniforms[place] = uniforms[place - 1];
          place--;
        }
        uniforms[place] = uniform;
      }
      return uniforms[rank - 1];
    }
  }

  private static int whole(Rational parameter) {
    return parameter.numerator().intValueExact();
  }

  private static void apply(Layer layer, double[][] in, double[][] out) {
    if (layer instanceof AffineLayer affine) {
      for (int row = 0; row < affine.rows(); row++) {
        Arrays.fill(out[row], affine.bias(row));
        for (int column = 0; column < affine.columns(); column++) {
          addScaled(out[row], affine.weight(row, column), in[column]);
        }
      }
    } else {
      List<Activation> activations = ((ActivationLayer) layer).activations();
      for (int row = 0; row < activations.size(); row++) {
        applyActivation(activations.get(row), in[row], out[row]);
      }
    }
  }

  private static void addScaled(double[] sum, double factor, double[] values) {
    for (int k = 0; k < BATCH; k++) {
      sum[k] += factor * values[k];
    }
  }

  private static void applyActivation(Activation activation, double[] in, double[] out) {
    if (activation == Activation.RELU) {
      for (int k = 0; k < BATCH; k++) {
        out[k] = Math.max(0, in[k]);
      }
    } else {
      for (int k = 0; k < BATCH; k++) {
        out[k] = activation.apply(in[k]);
      }
    }
  }
}
