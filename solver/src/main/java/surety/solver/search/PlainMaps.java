package surety.solver.search;

import java.util.Arrays;
import java.util.BitSet;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.DenseMatrix;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Selection;
import surety.certificates.network.SparseMatrix;
import surety.certificates.stop.Stop;
import surety.solver.layers.LayersException;

/** Affine maps in plain doubles: what is rounded here costs tightness at most. */
final class PlainMaps {
  private static final long SMALL = 1 << 16;
  private static final long MOST = 1 << 26;

  private PlainMaps() {}

  /** Whether two maps have so few values between them that their product is much larger. */
  static boolean isNarrow(AffineLayer outer, AffineLayer inner) {
    boolean isStructured = isStructured(outer) || isStructured(inner);
    if (isStructured
        && (outer.operator() instanceof Selection || inner.operator() instanceof Selection)) {
      return false;
    }
    return (long) outer.rows() * inner.columns() > 2 * (size(outer) + size(inner));
  }

  /** Whether only a small part of the weights is stored. */
  private static boolean isStructured(AffineLayer layer) {
    return layer.operator() instanceof Convolution || layer.operator() instanceof SparseMatrix;
  }

  private static long size(AffineLayer layer) {
    return isStructured(layer)
        ? layer.operator().products()
        : (long) layer.rows() * layer.columns();
  }

  /** The map that changes nothing. */
  static AffineLayer identity(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return AffineLayer.diagonal(ones, new double[width]);
  }

  /** Whether a layer of activations is an affine map that is not the identity. */
  static boolean isAffine(ActivationLayer layer) {
    return layer.activations().stream().anyMatch(Scaling.class::isInstance)
        && layer.activations().stream()
            .allMatch(a -> a instanceof Scaling || a.equals(Activation.IDENTITY));
  }

  /** The map that such a layer is. */
  static AffineLayer of(ActivationLayer layer) {
    double[] factors = new double[layer.inputs()];
    double[] shifts = new double[layer.inputs()];
    for (int j = 0; j < factors.length; j++) {
      factors[j] = layer.activation(j).slope(0);
      shifts[j] = layer.activation(j).apply(0);
    }
    return AffineLayer.diagonal(factors, shifts);
  }

  /**
   * First the inner map, then the outer one; where most of its weights are 0 without them.
   *
   * @throws LayersException if it has too many weights
   */
  static AffineLayer compose(AffineLayer outer, AffineLayer inner, Stop stop) {
    if (inner.isShift() && inner.isLinear()) {
      return outer;
    }
    LinearOperator operator = outer.operator();
    int[][] sources = new int[outer.rows()][];
    double[][] weights = new double[outer.rows()][];
    double[] biases = new double[outer.rows()];
    double[] sum = new double[inner.columns()];
    BitSet touched = new BitSet(inner.columns());
    long numbers = 0;
    for (int row = 0; row < outer.rows(); row++) {
      stop.check();
      biases[row] = outer.bias(row);
      for (int k : operator.nonzeros(row)) {
        double w = operator.weight(row, k);
        biases[row] += w * inner.bias(operator.column(row, k));
        addRow(sum, touched, w, inner, operator.column(row, k));
      }
      sources[row] = touched.stream().toArray();
      weights[row] = Arrays.stream(sources[row]).mapToDouble(column -> sum[column]).toArray();
      touched.stream().forEach(column -> sum[column] = 0);
      touched.clear();
      numbers += sources[row].length;
      requireModerate(numbers);
    }
    return isSparse(numbers, outer.rows(), inner.columns())
        ? new AffineLayer(new SparseMatrix(inner.columns(), sources, weights), biases)
        : new AffineLayer(dense(inner.columns(), sources, weights), biases);
  }

  private static LinearOperator dense(int columns, int[][] sources, double[][] weights) {
    double[] all = new double[sources.length * columns];
    for (int row = 0; row < sources.length; row++) {
      for (int k = 0; k < sources[row].length; k++) {
        all[row * columns + sources[row][k]] = weights[row][k];
      }
    }
    return new DenseMatrix(sources.length, columns, all);
  }

  private static void addRow(
      double[] sum, BitSet touched, double factor, AffineLayer layer, int row) {
    LinearOperator operator = layer.operator();
    for (int k = 0; k < operator.entries(row); k++) {
      sum[operator.column(row, k)] += factor * operator.weight(row, k);
      touched.set(operator.column(row, k));
    }
  }

  /** Whether a matrix of that size is mostly zeros, and large enough for that to matter. */
  static boolean isSparse(long numbers, int rows, int columns) {
    long size = Math.multiplyFull(rows, columns);
    return size > SMALL && 4 * numbers < size;
  }

  /** Refuses what would not fit into memory beside its copies. */
  static void requireModerate(long numbers) {
    if (numbers > MOST) {
      throw new LayersException(
          ("layer by layer, as it is searched, the network is too large: an affine map has more than"
                  + " %d weights; let fewer inputs be random, or use smaller layers")
              .formatted(MOST));
    }
  }
}
