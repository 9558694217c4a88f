package surety.solver.bounding;

import surety.certificates.network.AffineLayer;
import surety.certificates.network.Selection;

/**
 * An affine layer over pairs of bounds: with lower values l and upper values u, the lower values
 * {@code W+ l + W- u + b} and the upper ones {@code W+ u + W- l + b}, where W+ and W- are the
 * positive and the negative weights. Every weight and bias is one of the layer's.
 */
final class AffinePairs {
  private AffinePairs() {}

  /** The layer from 2 columns to 2 rows for each of the given layer's. */
  static AffineLayer of(AffineLayer layer) {
    return layer.operator() instanceof Selection ? selection(layer) : dense(layer);
  }

  private static AffineLayer selection(AffineLayer layer) {
    int rows = layer.rows();
    int columns = layer.columns();
    int[] sources = new int[2 * rows];
    double[] factors = new double[2 * rows];
    double[] biases = new double[2 * rows];
    for (int i = 0; i < 2 * rows; i++) {
      int source = layer.operator().column(i % rows, 0);
      factors[i] = layer.weight(i % rows, source);
      boolean upper = i >= rows == factors[i] >= 0;
      sources[i] = upper ? source + columns : source;
      biases[i] = layer.bias(i % rows);
    }
    return AffineLayer.selection(2 * columns, sources, factors, biases);
  }

  private static AffineLayer dense(AffineLayer layer) {
    int rows = layer.rows();
    int columns = layer.columns();
    double[][] weights = new double[2 * rows][2 * columns];
    double[] biases = new double[2 * rows];
    for (int i = 0; i < 2 * rows; i++) {
      for (int column = 0; column < columns; column++) {
        double weight = layer.weight(i % rows, column);
        boolean upper = i >= rows == weight >= 0;
        weights[i][upper ? column + columns : column] = weight;
      }
      biases[i] = layer.bias(i % rows);
    }
    return AffineLayer.of(weights, biases);
  }
}
