package surety.solver.bounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.network.AffineLayer;

/**
 * An affine layer as layers whose numbers are floats, exactly. Layers that were merged when a
 * network was read may have doubles, although all numbers in its file are floats.
 *
 * <p>A double of 53 bits is the sum of at most three floats of 24, each the nearest to what is left
 * by those before, provided that no part is beyond their range or below it. So the inputs are
 * copied for each part of the weights, and layers that only add follow for the rest of the biases.
 */
final class FloatLayers {
  private static final int PARTS = 3;

  private final AffineLayer layer;

  private FloatLayers(AffineLayer layer) {
    this.layer = layer;
  }

  /**
   * The layers, first to last; the given one alone if its numbers are floats.
   *
   * @throws BoundingException if some number is no sum of three floats
   */
  static List<AffineLayer> of(AffineLayer layer) throws BoundingException {
    FloatLayers split = new FloatLayers(layer);
    double[] biases = split.biases();
    List<AffineLayer> layers = new ArrayList<>();
    if (split.hasFloatWeights()) {
      layers.add(Arrays.stream(biases).allMatch(Floats::isFloat) ? layer : split.withFirst(biases));
    } else {
      layers.add(split.copies());
      layers.add(split.parts(biases));
    }
    for (int part = 1; part < PARTS; part++) {
      double[] rest = parts(biases, part);
      if (Arrays.stream(rest).anyMatch(x -> x != 0)) {
        double[] ones = new double[rest.length];
        Arrays.fill(ones, 1);
        layers.add(AffineLayer.diagonal(ones, rest));
      }
    }
    return layers;
  }

  private boolean hasFloatWeights() {
    for (int row = 0; row < layer.rows(); row++) {
      for (int column = 0; column < layer.columns(); column++) {
        if (!Floats.isFloat(layer.weight(row, column))) {
          return false;
        }
      }
    }
    return true;
  }

  private double[] biases() {
    double[] biases = new double[layer.rows()];
    Arrays.setAll(biases, layer::bias);
    return biases;
  }

  /** One part of each number. */
  private static double[] parts(double[] numbers, int part) throws BoundingException {
    double[] parts = new double[numbers.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts(numbers[i])[part];
    }
    return parts;
  }

  /** Floats whose sum is x. Each difference is exact, as it has no more digits than x. */
  private static double[] parts(double x) throws BoundingException {
    double[] parts = new double[PARTS];
    double rest = x;
    for (int part = 0; part < PARTS; part++) {
      parts[part] = (float) rest;
      rest -= parts[part];
    }
    if (rest != 0) { // also where a part is infinite
      throw new BoundingException(
          "the network's number %s is beyond the range of float32".formatted(x));
    }
    return parts;
  }

  private AffineLayer withFirst(double[] biases) throws BoundingException {
    double[][] weights = new double[layer.rows()][];
    Arrays.setAll(weights, layer.operator()::row);
    return AffineLayer.of(weights, parts(biases, 0));
  }

  private AffineLayer copies() {
    int columns = layer.columns();
    int[] sources = new int[PARTS * columns];
    double[] ones = new double[PARTS * columns];
    Arrays.setAll(sources, i -> i % columns);
    Arrays.fill(ones, 1);
    return AffineLayer.selection(columns, sources, ones, new double[PARTS * columns]);
  }

  private AffineLayer parts(double[] biases) throws BoundingException {
    int columns = layer.columns();
    double[][] weights = new double[layer.rows()][PARTS * columns];
    for (int row = 0; row < layer.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        double[] parts = parts(layer.weight(row, column));
        for (int part = 0; part < PARTS; part++) {
          weights[row][part * columns + column] = parts[part];
        }
      }
    }
    return AffineLayer.of(weights, parts(biases, 0));
  }
}
