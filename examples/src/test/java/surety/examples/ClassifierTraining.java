package surety.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

/**
 * Trains small ReLU networks, whose outputs are scores: Adam on the mean cross entropy of all
 * observations, with decaying weights. The same data and seed give the same network.
 */
final class ClassifierTraining {
  private static final int STEPS = 600;
  private static final double RATE = 0.02;
  private static final double DECAY = 1e-3;

  /** Of Adam's running means, as its authors recommend. */
  private static final double FIRST = 0.9;

  private static final double SECOND = 0.999;
  private static final double TINY = 1e-8;

  private final List<Integer> widths;

  /** Layer by layer and neuron by neuron: its weights, then its bias. */
  private final double[] parameters;

  private final double[] gradient;

  private ClassifierTraining(List<Integer> widths, RandomGenerator random) {
    this.widths = widths;
    int count = 0;
    for (int l = 0; l < widths.size() - 1; l++) {
      count += widths.get(l + 1) * (widths.get(l) + 1);
    }
    parameters = new double[count];
    gradient = new double[count];
    int p = 0;
    for (int l = 0; l < widths.size() - 1; l++) {
      double deviation = Math.sqrt(2.0 / widths.get(l));
      for (int row = 0; row < widths.get(l + 1); row++) {
        for (int column = 0; column < widths.get(l); column++) {
          parameters[p++] = deviation * random.nextGaussian();
        }
        parameters[p++] = 0;
      }
    }
  }

  /**
   * A trained network, whose weights are float32 numbers.
   *
   * @param widths of all layers, the inputs first
   */
  static Network train(LabelledData data, List<Integer> widths, long seed) {
    ClassifierTraining training = new ClassifierTraining(widths, new Well19937c(seed));
    training.run(data);
    return training.network();
  }

  private void run(LabelledData data) {
    double[] means = new double[parameters.length];
    double[] squares = new double[parameters.length];
    for (int step = 1; step <= STEPS; step++) {
      Arrays.fill(gradient, 0);
      for (int i = 0; i < data.count(); i++) {
        addGradient(data.features()[i], data.classes()[i]);
      }
      for (int p = 0; p < parameters.length; p++) {
        double slope = gradient[p] / data.count() + DECAY * parameters[p];
        means[p] = FIRST * means[p] + (1 - FIRST) * slope;
        squares[p] = SECOND * squares[p] + (1 - SECOND) * slope * slope;
        double mean = means[p] / (1 - StrictMath.pow(FIRST, step));
        double square = squares[p] / (1 - StrictMath.pow(SECOND, step));
        parameters[p] -= RATE * mean / (Math.sqrt(square) + TINY);
      }
    }
  }

  /** Of one observation's cross entropy. */
  private void addGradient(double[] x, int label) {
    List<double[]> values = values(x);
    double[] error = shares(values.get(values.size() - 1));
    error[label] -= 1;
    int end = parameters.length;
    for (int l = widths.size() - 2; l >= 0; l--) {
      end -= widths.get(l + 1) * (widths.get(l) + 1);
      error = addGradient(values.get(l), error, end);
    }
  }

  /**
   * Of one layer.
   *
   * @param start of its parameters
   * @return the error before it, and before the ReLUs there
   */
  private double[] addGradient(double[] values, double[] error, int start) {
    double[] before = new double[values.length];
    int p = start;
    for (double of : error) {
      for (int column = 0; column < values.length; column++) {
        gradient[p] += of * values[column];
        before[column] += values[column] > 0 ? of * parameters[p] : 0;
        p++;
      }
      gradient[p++] += of;
    }
    return before;
  }

  /** What goes into each layer, and what comes out of the last one. */
  private List<double[]> values(double[] x) {
    List<double[]> values = new ArrayList<>(List.of(x));
    int p = 0;
    for (int l = 1; l < widths.size(); l++) {
      double[] sums = new double[widths.get(l)];
      for (int row = 0; row < sums.length; row++) {
        for (double value : values.get(l - 1)) {
          sums[row] += parameters[p++] * value;
        }
        sums[row] += parameters[p++];
        sums[row] = l == widths.size() - 1 ? sums[row] : Math.max(0, sums[row]);
      }
      values.add(sums);
    }
    return values;
  }

  /** The softmax of scores. */
  private static double[] shares(double[] scores) {
    double largest = Arrays.stream(scores).max().orElseThrow();
    double[] powers = Arrays.stream(scores).map(s -> StrictMath.exp(s - largest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  private Network network() {
    List<Layer> layers = new ArrayList<>();
    int p = 0;
    for (int l = 1; l < widths.size(); l++) {
      double[][] weights = new double[widths.get(l)][widths.get(l - 1)];
      double[] biases = new double[weights.length];
      for (int row = 0; row < weights.length; row++) {
        for (int column = 0; column < weights[row].length; column++) {
          weights[row][column] = (float) parameters[p++];
        }
        biases[row] = (float) parameters[p++];
      }
      if (l > 1) {
        layers.add(ActivationLayer.uniform(widths.get(l - 1), Activation.RELU));
      }
      layers.add(AffineLayer.of(weights, biases));
    }
    return Network.chain(widths.get(0), layers);
  }
}
