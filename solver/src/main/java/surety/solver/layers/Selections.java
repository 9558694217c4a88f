package surety.solver.layers;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.DenseMatrix;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Selection;
import surety.certificates.network.SparseMatrix;

/** Layers that copy their inputs in some order, or change their signs. */
final class Selections {

  private Selections() {}

  /** The layer whose row i is element {@code sources[i]} of its inputs. */
  static AffineLayer of(int columns, int[] sources) {
    double[] ones = new double[sources.length];
    Arrays.fill(ones, 1);
    return AffineLayer.selection(columns, sources, ones, new double[sources.length]);
  }

  static AffineLayer identity(int size) {
    return multiple(size, 1);
  }

  /** The identity times a number. */
  static AffineLayer multiple(int size, double factor) {
    double[] factors = new double[size];
    Arrays.fill(factors, factor);
    return AffineLayer.diagonal(factors, new double[size]);
  }

  /** The identity with the biases of a layer. */
  static AffineLayer shift(AffineLayer biased) {
    double[] biases = new double[biased.rows()];
    Arrays.setAll(biases, biased::bias);
    return identity(biases.length).withBiases(biases);
  }

  /** 1 or -1 if a layer is that multiple of the identity, plus biases; else 0. */
  static int sign(AffineLayer layer) {
    if (!(layer.operator() instanceof Selection) || layer.rows() != layer.columns()) {
      return 0;
    }
    double sign = layer.weight(0, layer.operator().column(0, 0));
    for (int row = 0; row < layer.rows(); row++) {
      if (layer.operator().column(row, 0) != row || layer.weight(row, row) != sign) {
        return 0;
      }
    }
    return Math.abs(sign) == 1 ? (int) sign : 0;
  }

  /** The layer that gives the negative of another one. */
  static AffineLayer negative(AffineLayer layer) {
    int rows = layer.rows();
    double[] biases = new double[rows];
    Arrays.setAll(biases, row -> -layer.bias(row));
    if (layer.operator() instanceof Selection) {
      int[] sources = new int[rows];
      Arrays.setAll(sources, row -> layer.operator().column(row, 0));
      double[] factors = new double[rows];
      Arrays.setAll(factors, row -> -layer.weight(row, sources[row]));
      return AffineLayer.selection(layer.columns(), sources, factors, biases);
    }
    LinearOperator operator = layer.operator();
    int[][] sources = new int[rows][];
    double[][] weights = new double[rows][];
    for (int i = 0; i < rows; i++) {
      int row = i;
      IntUnaryOperator column = k -> operator.column(row, k);
      sources[row] = IntStream.range(0, operator.entries(row)).map(column).toArray();
      weights[row] = new double[sources[row].length];
      Arrays.setAll(weights[row], k -> -operator.weight(row, k));
    }
    return operator instanceof DenseMatrix
        ? AffineLayer.of(weights, biases)
        : new AffineLayer(new SparseMatrix(layer.columns(), sources, weights), biases);
  }
}
