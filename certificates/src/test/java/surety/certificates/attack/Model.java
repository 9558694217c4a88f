package surety.certificates.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.replay.NetworkContent;
import surety.certificates.stop.Stop;

/** A network of dense layers with an activation behind each but the last one. */
final class Model {
  private final List<Layer> layers;
  private NetworkContent content;
  private Network network;

  /**
   * A layer.
   *
   * @param weights one row for each output
   * @param bend of its outputs; of the last layer it is not used
   */
  record Layer(List<List<Double>> weights, List<Double> biases, Bend bend) {
    Layer {
      weights = weights.stream().map(List::copyOf).toList();
      biases = List.copyOf(biases);
    }
  }

  /** Where a neuron bends: the number of its layer, its own, and the kink. */
  record Kink(int layer, int neuron, Rational at) {}

  Model(List<Layer> layers) {
    this.layers = List.copyOf(layers);
  }

  List<Layer> layers() {
    return layers;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Model model && layers.equals(model.layers);
  }

  @Override
  public int hashCode() {
    return layers.hashCode();
  }

  int inputs() {
    return layers.get(0).weights().get(0).size();
  }

  int outputs() {
    return layers.get(layers.size() - 1).biases().size();
  }

  /** Its file. */
  NetworkContent content() {
    if (content == null) {
      content = NetworkContent.of(file());
    }
    return content;
  }

  /** What the kernel reads in the file. */
  Network network() throws IOException {
    if (network == null) {
      network = content().network(Stop.NEVER);
    }
    return network;
  }

  private byte[] file() {
    int n = layers.size();
    double[][][] weights = new double[n][][];
    double[][] biases = new double[n][];
    String[] activations = new String[n];
    for (int k = 0; k < n; k++) {
      Layer layer = layers.get(k);
      int columns = layer.biases().size();
      int rows = layer.weights().get(0).size();
      weights[k] = new double[rows][columns];
      biases[k] = layer.biases().stream().mapToDouble(x -> x).toArray();
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j < rows; j++) {
          weights[k][j][i] = layer.weights().get(i).get(j);
        }
      }
      activations[k] = layer.bend().operator();
    }
    return OnnxFiles.dense(weights, biases, activations);
  }

  /** With another number in the place of a weight or constant. */
  Model with(int layer, int row, int column, double value) {
    Layer old = layers.get(layer);
    List<List<Double>> weights = new ArrayList<>(old.weights());
    List<Double> biases = new ArrayList<>(old.biases());
    if (column == old.weights().get(row).size()) {
      biases.set(row, value);
    } else {
      List<Double> changed = new ArrayList<>(weights.get(row));
      changed.set(column, value);
      weights.set(row, changed);
    }
    List<Layer> all = new ArrayList<>(layers);
    all.set(layer, new Layer(weights, biases, old.bend()));
    return new Model(all);
  }

  /** What enters the neurons of a layer, in doubles. */
  double[] arguments(int layer, double[] x) {
    double[] values = x;
    for (int k = 0; ; k++) {
      Layer next = layers.get(k);
      double[] sums = new double[next.biases().size()];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = next.biases().get(i);
        for (int j = 0; j < values.length; j++) {
          sums[i] += next.weights().get(i).get(j) * values[j];
        }
      }
      if (k == layer) {
        return sums;
      }
      values = new double[sums.length];
      for (int i = 0; i < sums.length; i++) {
        Bend.Line line = next.bend().at(Rational.ofDouble(sums[i]));
        values[i] = line.slope().doubleFloor() * sums[i] + line.offset().doubleFloor();
      }
    }
  }

  List<Kink> kinks() {
    List<Kink> kinks = new ArrayList<>();
    for (int k = 0; k < layers.size() - 1; k++) {
      for (int i = 0; i < layers.get(k).biases().size(); i++) {
        for (Rational at : layers.get(k).bend().kinks()) {
          kinks.add(new Kink(k, i, at));
        }
      }
    }
    return kinks;
  }

  /** The affine sums that enter a layer. */
  List<Affine> sums(int layer, List<Affine> values) {
    Layer next = layers.get(layer);
    List<Affine> sums = new ArrayList<>();
    for (int i = 0; i < next.biases().size(); i++) {
      int dimension = values.get(0).slopes().size();
      Affine sum = Affine.constant(dimension, Rational.ofDouble(next.biases().get(i)));
      for (int j = 0; j < values.size(); j++) {
        sum = sum.plus(values.get(j), Rational.ofDouble(next.weights().get(i).get(j)));
      }
      sums.add(sum);
    }
    return sums;
  }

  /** The pieces of all neurons at a point, by their numbers. */
  String pattern(List<Rational> x) {
    List<Affine> values = x.stream().map(value -> Affine.constant(0, value)).toList();
    StringBuilder pattern = new StringBuilder();
    for (int k = 0; k < layers.size() - 1; k++) {
      Bend bend = layers.get(k).bend();
      List<Affine> next = new ArrayList<>();
      for (Affine sum : sums(k, values)) {
        Rational at = sum.constant();
        pattern.append(bend.kinks().stream().filter(kink -> at.compareTo(kink) >= 0).count());
        Bend.Line line = bend.at(at);
        next.add(Affine.constant(0, line.slope().times(at).plus(line.offset())));
      }
      values = next;
    }
    return pattern.toString();
  }
}
