package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

/** Networks for tests. */
public final class Networks {
  private Networks() {}

  /** y = w . x + bias. */
  public static Network linear(double bias, double... weights) {
    return Network.chain(
        weights.length, List.of(AffineLayer.of(new double[][] {weights}, new double[] {bias})));
  }

  /** y = sum_k out[k] relu(in[k] . x + bias[k]). */
  public static Network oneLayer(double[][] in, double[] bias, double... out) {
    return Network.chain(
        in[0].length,
        List.of(
            AffineLayer.of(in, bias),
            ActivationLayer.uniform(in.length, Activation.RELU),
            AffineLayer.of(new double[][] {out}, new double[1])));
  }

  /** y = |x|. */
  public static Network absolute() {
    return oneLayer(new double[][] {{1}, {-1}}, new double[2], 1, 1);
  }

  /** y = max(x1, x2) = x2 + relu(x1 - x2). */
  public static Network maximum() {
    return oneLayer(new double[][] {{1, -1}, {0, 1}, {0, -1}}, new double[3], 1, 1, -1);
  }

  /** y = relu(x), with the activation last. */
  public static Network relu() {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[][] {{1}}, new double[1]),
            ActivationLayer.uniform(1, Activation.RELU)));
  }

  /** y = f(x). */
  public static Network scalar(Activation f) {
    return Network.chain(
        1,
        List.of(
            AffineLayer.of(new double[][] {{1}}, new double[1]), ActivationLayer.uniform(1, f)));
  }

  /** Dense ReLU layers of these widths and one linear output, weights of seeded random. */
  public static Network random(long seed, int inputs, int... widths) {
    return random(seed, List.of(Activation.RELU), inputs, widths);
  }

  /** The same, in which each neuron has one of these activations, in turn. */
  public static Network random(long seed, List<Activation> kinds, int inputs, int... widths) {
    return random(seed, kinds, 1, inputs, widths);
  }

  /** ReLU layers of these widths and several linear outputs. */
  public static Network ofSeveral(long seed, int outputs, int inputs, int... widths) {
    return random(seed, List.of(Activation.RELU), outputs, inputs, widths);
  }

  private static Network random(
      long seed, List<Activation> kinds, int outputs, int inputs, int... widths) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Layer> layers = new ArrayList<>();
    int before = inputs;
    for (int width : widths) {
      layers.add(dense(random, width, before));
      List<Activation> activations = new ArrayList<>();
      for (int j = 0; j < width; j++) {
        activations.add(kinds.get(j % kinds.size()));
      }
      layers.add(new ActivationLayer(activations));
      before = width;
    }
    layers.add(dense(random, outputs, before));
    return Network.chain(inputs, layers);
  }

  private static AffineLayer dense(SplittableRandom random, int rows, int columns) {
    double[][] weights = new double[rows][columns];
    double[] biases = new double[rows];
    double size = Math.sqrt(3.0 / columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        weights[row][column] = size * (2 * random.nextDouble() - 1) * 1.4;
      }
      biases[row] = 0.4 * (2 * random.nextDouble() - 1);
    }
    return AffineLayer.of(weights, biases);
  }
}
