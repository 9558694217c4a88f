package surety.solver.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;

/** Networks, events and cells of the tests. */
final class Networks {
  private Networks() {}

  static Network iris() throws IOException {
    return OnnxReader.read(Files.readAllBytes(Path.of("../examples/iris/iris-relu.onnx")));
  }

  /** Layers of ReLUs between affine ones; some neurons dead, doubled or without weights. */
  static Network random(SplittableRandom random, int... widths) {
    List<Layer> layers = new ArrayList<>();
    for (int k = 1; k < widths.length; k++) {
      double[][] weights = new double[widths[k]][widths[k - 1]];
      double[] biases = new double[widths[k]];
      for (int row = 0; row < weights.length; row++) {
        Arrays.setAll(weights[row], j -> weight(random));
        biases[row] = weight(random) / 2;
        degrade(random, weights, biases, row);
      }
      layers.add(AffineLayer.of(weights, biases));
      if (k < widths.length - 1) {
        layers.add(ActivationLayer.uniform(widths[k], Activation.RELU));
      }
    }
    return Network.chain(widths[0], layers);
  }

  /** As a network file has them: floats. */
  private static double weight(SplittableRandom random) {
    return (float) (random.nextDouble() * 4 - 2);
  }

  private static void degrade(
      SplittableRandom random, double[][] weights, double[] biases, int row) {
    switch (random.nextInt(12)) {
      case 0 -> Arrays.fill(weights[row], 0);
      case 1 -> biases[row] = -100; // dead, as inputs are small
      case 2 -> {
        weights[row] = weights[0].clone();
        biases[row] = biases[0];
      }
      default -> {}
    }
  }

  /** y = max(x, 0) of one input. */
  static Network relu() {
    return Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.RELU)));
  }

  /** y = x0 + x1 - |x0 - x1| = 2 min(x0, x1) of two inputs, by ReLUs. */
  static Network twiceMinimum() {
    return Network.chain(
        2,
        List.of(
            AffineLayer.of(new double[][] {{1, -1}, {-1, 1}, {1, 1}}, new double[3]),
            new ActivationLayer(List.of(Activation.RELU, Activation.RELU, Activation.IDENTITY)),
            AffineLayer.of(new double[][] {{-1, -1, 1}}, new double[1])));
  }

  static ExactBox unitBox(int dimension) {
    return ExactBox.of(
        Collections.nCopies(dimension, Rational.ZERO),
        Collections.nCopies(dimension, Rational.ONE));
  }

  static InputSpace space(ExactBox box) {
    return InputSpace.ofRanges(box.ranges());
  }

  static Atom event(Network network, int output, Comparison comparison, Rational threshold) {
    return new Atom(AffineForm.ofOutput(output, network.outputs()), comparison, threshold);
  }

  /** A simplex within the unit box, of dyadic vertices. */
  static ExactSimplex simplex(SplittableRandom random, int dimension) {
    List<List<Rational>> vertices = new ArrayList<>();
    for (int k = 0; k <= dimension; k++) {
      List<Rational> vertex = new ArrayList<>();
      for (int i = 0; i < dimension; i++) {
        vertex.add(Rational.ofDouble(random.nextDouble()));
      }
      vertices.add(vertex);
    }
    return new ExactSimplex(vertices);
  }

  static Rational[] array(List<Rational> values) {
    return values.toArray(new Rational[0]);
  }
}
