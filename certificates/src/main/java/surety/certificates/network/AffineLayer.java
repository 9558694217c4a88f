package surety.certificates.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The map x -> W x + b with a linear operator W and finite biases b. */
public final class AffineLayer implements Layer {
  private final LinearOperator operator;
  private final double[] biases;

  /**
   * A layer.
   *
   * @throws IllegalArgumentException if the number of biases is not that of the operator's rows, or
   *     one is not finite
   */
  public AffineLayer(LinearOperator operator, double[] biases) {
    Network.checkLength(biases.length, operator.rows());
    this.operator = operator;
    this.biases = finite(biases, "bias");
  }

  /**
   * The layer with the given weights, one array for each row.
   *
   * @throws IllegalArgumentException if there is no row or column, the rows differ in length, the
   *     number of biases is not that of the rows, or a number is not finite
   */
  public static AffineLayer of(double[][] weights, double[] biases) {
    int columns = weights.length == 0 ? 0 : weights[0].length;
    for (double[] row : weights) {
      Network.checkLength(row.length, columns);
    }
    double[] flat = Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
    return dense(weights.length, columns, flat, biases);
  }

  /** The layer of a {@link DenseMatrix}. */
  public static AffineLayer dense(int rows, int columns, double[] weights, double[] biases) {
    return new AffineLayer(new DenseMatrix(rows, columns, weights), biases);
  }

  /** The layer of a {@link Selection}. */
  public static AffineLayer selection(
      int columns, int[] sources, double[] factors, double[] biases) {
    return new AffineLayer(new Selection(columns, sources, factors), biases);
  }

  /** The layer whose row i is {@code factors[i] * x[i] + biases[i]}. */
  public static AffineLayer diagonal(double[] factors, double[] biases) {
    int[] sources = IntStream.range(0, factors.length).toArray();
    return selection(factors.length, sources, factors, biases);
  }

  /** The layer with the same weights, which it shares, and other biases. */
  public AffineLayer withBiases(double[] others) {
    return new AffineLayer(operator, others);
  }

  /** W. */
  public LinearOperator operator() {
    return operator;
  }

  public int rows() {
    return operator.rows();
  }

  public int columns() {
    return operator.columns();
  }

  @Override
  public int inputs() {
    return columns();
  }

  @Override
  public int outputs() {
    return rows();
  }

  /** The weight with which input {@code column} enters output {@code row}; finite, never -0. */
  public double weight(int row, int column) {
    return operator.between(row, column);
  }

  public double bias(int row) {
    return biases[row];
  }

  /** Whether all biases are zero. */
  public boolean isLinear() {
    return Arrays.stream(biases).allMatch(bias -> bias == 0);
  }

  /** Whether it is known that each output is an input, in order, plus a bias. */
  public boolean isShift() {
    return operator instanceof Selection
        && rows() == columns()
        && IntStream.range(0, rows())
            .allMatch(i -> operator.column(i, 0) == i && operator.weight(i, 0) == 1);
  }

  @Override
  public double[] evaluate(double[] x) {
    Network.checkLength(x.length, columns());
    double[] y = new double[rows()];
    operator.apply(x, y);
    for (int row = 0; row < y.length; row++) {
      y[row] += biases[row];
    }
    return y;
  }

  /** Whether both layers have the same weights and biases, in whatever form they are stored. */
  @Override
  public boolean equals(Object other) {
    return other instanceof AffineLayer that
        && columns() == that.columns()
        && Arrays.equals(biases, that.biases)
        && IntStream.range(0, rows()).allMatch(row -> entries(row).equals(that.entries(row)));
  }

  private List<Map.Entry<Integer, Double>> entries(int row) {
    return Arrays.stream(operator.nonzeros(row))
        .mapToObj(k -> Map.entry(operator.column(row, k), operator.weight(row, k)))
        .toList();
  }

  @Override
  public int hashCode() {
    return 31 * columns() + Arrays.hashCode(biases); // the same for all forms
  }

  @Override
  public String toString() {
    return "AffineLayer[" + rows() + " x " + columns() + "]";
  }

  static void requireShape(int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "An affine layer needs rows and columns, not %d x %d".formatted(rows, columns));
    }
  }

  /** A copy of numbers that have to be finite; -0 and 0 are the same real number. */
  static double[] finite(double[] numbers, String what) {
    double[] copy = numbers.clone();
    for (int k = 0; k < copy.length; k++) {
      if (!Double.isFinite(copy[k])) {
        throw new IllegalArgumentException(what + " " + k + " is not finite: " + copy[k]);
      }
      copy[k] += 0.0;
    }
    return copy;
  }
}
