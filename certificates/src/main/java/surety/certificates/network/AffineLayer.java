package surety.certificates.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.stop.Stop;

/**
 * The map x -> W x + b with finite weights W, of shape rows x columns, and biases b.
 *
 * <p>A layer that only scales, shifts, copies or reorders its inputs has at most one nonzero weight
 * in each row. It is stored as such, so that a diagonal layer costs as much memory as a vector; all
 * accessors work alike for both forms. No accessor but {@link #rowCopy} allocates.
 */
public final class AffineLayer implements Layer {

  private final int columns;
  private final boolean dense;

  /** Dense form: W row by row. Selection form: the only weight of each row. */
  private final double[] weights;

  /** Selection form: the column of the only weight of each row. Dense form: empty. */
  private final int[] sources;

  private final double[] biases;
  private final double[] rowNorms;
  private final int[] nonzeros;

  private AffineLayer(
      int columns, boolean dense, double[] weights, int[] sources, double[] biases) {
    this.columns = columns;
    this.dense = dense;
    this.weights = weights;
    this.sources = sources;
    this.biases = biases;
    this.rowNorms = new double[biases.length];
    this.nonzeros = new int[biases.length];
    for (int row = 0; row < biases.length; row++) {
      requireFinite(biases[row], "bias", row);
      biases[row] += 0.0; // -0 and 0 are the same real number
      int start = start(row);
      for (int k = start; k < start(row + 1); k++) {
        requireFinite(weights[k], "weight", k);
        weights[k] += 0.0;
        rowNorms[row] = Rounding.addUp(rowNorms[row], Math.abs(weights[k]));
        nonzeros[row] += weights[k] == 0 ? 0 : 1;
      }
    }
  }

  /**
   * The layer with the given weights, one array for each row.
   *
   * @throws IllegalArgumentException if there is no row or column, the rows differ in length, the
   *     number of biases is not that of the rows, or a number is not finite
   */
  public static AffineLayer of(double[][] weights, double[] biases) {
    int rows = weights.length;
    int columns = rows == 0 ? 0 : weights[0].length;
    double[] flat = new double[Math.multiplyExact(rows, columns)];
    for (int row = 0; row < rows; row++) {
      Network.checkLength(weights[row].length, columns);
      System.arraycopy(weights[row], 0, flat, row * columns, columns);
    }
    return dense(rows, columns, flat, biases);
  }

  /**
   * The layer with the given weights, row by row in one array.
   *
   * @throws IllegalArgumentException if a count is wrong or a number is not finite
   */
  public static AffineLayer dense(int rows, int columns, double[] weights, double[] biases) {
    requireShape(rows, columns);
    Network.checkLength(weights.length, Math.multiplyExact(rows, columns));
    Network.checkLength(biases.length, rows);
    return new AffineLayer(columns, true, weights.clone(), new int[0], biases.clone());
  }

  /**
   * The layer whose row i is {@code factors[i] * x[sources[i]] + biases[i]}.
   *
   * @throws IllegalArgumentException if a count is wrong, a source is not a column or a number is
   *     not finite
   */
  public static AffineLayer selection(
      int columns, int[] sources, double[] factors, double[] biases) {
    requireShape(sources.length, columns);
    Network.checkLength(factors.length, sources.length);
    Network.checkLength(biases.length, sources.length);
    for (int source : sources) {
      if (source < 0 || source >= columns) {
        throw new IllegalArgumentException(
            "Source %d is not one of %d columns".formatted(source, columns));
      }
    }
    return new AffineLayer(columns, false, factors.clone(), sources.clone(), biases.clone());
  }

  /** The layer whose row i is {@code factors[i] * x[i] + biases[i]}. */
  public static AffineLayer diagonal(double[] factors, double[] biases) {
    int[] sources = new int[factors.length];
    Arrays.setAll(sources, i -> i);
    return selection(factors.length, sources, factors, biases);
  }

  /** The layer with the same weights, which it shares, and other biases. */
  public AffineLayer withBiases(double[] others) {
    Network.checkLength(others.length, rows());
    return new AffineLayer(columns, dense, weights, sources, others.clone());
  }

  public int rows() {
    return biases.length;
  }

  public int columns() {
    return columns;
  }

  @Override
  public int inputs() {
    return columns;
  }

  @Override
  public int outputs() {
    return biases.length;
  }

  /** Whether each row is known to have at most one nonzero weight, at {@link #source}. */
  public boolean isSelection() {
    return !dense;
  }

  /** The column of the only weight of a row of a layer that {@link #isSelection}. */
  public int source(int row) {
    return sources[row];
  }

  /** The weight with which input {@code column} enters output {@code row}; finite, never -0. */
  public double weight(int row, int column) {
    if (dense) {
      return weights[row * columns + column];
    }
    return sources[row] == column ? weights[row] : 0.0;
  }

  /** Whether it is known that each output is an input, in order, plus a bias. */
  public boolean isShift() {
    return !dense
        && rows() == columns
        && IntStream.range(0, columns).allMatch(i -> sources[i] == i && weights[i] == 1);
  }

  /** Whether all biases are zero. */
  public boolean isLinear() {
    return Arrays.stream(biases).allMatch(bias -> bias == 0);
  }

  public double bias(int row) {
    return biases[row];
  }

  /** The sum of the absolute weights of a row, rounded up; infinite if that overflows. */
  public double rowNorm(int row) {
    return rowNorms[row];
  }

  /** How many weights of a row are not zero. */
  public int nonzeros(int row) {
    return nonzeros[row];
  }

  /** A fresh array of the {@link #columns} weights of a row. */
  public double[] rowCopy(int row) {
    double[] copy = new double[columns];
    if (dense) {
      System.arraycopy(weights, row * columns, copy, 0, columns);
    } else {
      copy[sources[row]] = weights[row];
    }
    return copy;
  }

  /**
   * The product of one row with {@code x[from .. from + columns)}, without the bias: at most {@link
   * #nonzeros} products and additions that matter, summed from left to right, each rounded to
   * nearest.
   */
  public double dot(int row, double[] x, int from) {
    if (!dense) {
      return 0.0 + weights[row] * x[from + sources[row]]; // never -0, as in the loop below
    }
    int start = row * columns;
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += weights[start + j] * x[from + j];
    }
    return sum;
  }

  @Override
  public double[] evaluate(double[] x) {
    Network.checkLength(x.length, columns);
    double[] y = new double[rows()];
    for (int row = 0; row < y.length; row++) {
      y[row] = dot(row, x, 0) + biases[row];
    }
    return y;
  }

  @Override
  public boolean isPiecewiseLinear() {
    return true;
  }

  @Override
  public Rational[] evaluateExactly(Rational[] x, Stop stop) {
    Network.checkLength(x.length, columns);
    Rational[] y = new Rational[rows()];
    for (int row = 0; row < y.length; row++) {
      stop.check();
      Rational sum = Rational.ofDouble(biases[row]);
      for (int k = start(row); k < start(row + 1); k++) {
        if (weights[k] != 0) {
          Rational input = x[dense ? k - start(row) : sources[row]];
          sum = sum.plus(Rational.ofDouble(weights[k]).times(input));
        }
      }
      y[row] = sum;
    }
    return y;
  }

  @Override
  public Interval[] enclose(Interval[] x, Stop stop) {
    Network.checkLength(x.length, columns);
    Interval[] y = new Interval[rows()];
    for (int row = 0; row < y.length; row++) {
      stop.check();
      Interval sum = Interval.of(biases[row]);
      for (int k = start(row); k < start(row + 1); k++) {
        if (weights[k] != 0) {
          sum = sum.plus(x[dense ? k - start(row) : sources[row]].times(weights[k]));
        }
      }
      y[row] = sum;
    }
    return y;
  }

  /** Whether both layers have the same weights and biases, in whatever form they are stored. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof AffineLayer that)
        || columns != that.columns
        || !Arrays.equals(biases, that.biases)) {
      return false;
    }
    if (dense && that.dense) {
      return Arrays.equals(weights, that.weights);
    }
    if (!dense && !that.dense) {
      return Arrays.equals(weights, that.weights) && sameSources(that);
    }
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns; column++) {
        if (weight(row, column) != that.weight(row, column)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return 31 * columns + Arrays.hashCode(biases); // the same for both forms
  }

  @Override
  public String toString() {
    return "AffineLayer[" + rows() + " x " + columns + "]";
  }

  /** Whether two selections take each row from the same column, unless its weight is zero. */
  private boolean sameSources(AffineLayer that) {
    for (int row = 0; row < rows(); row++) {
      if (sources[row] != that.sources[row] && weights[row] != 0) {
        return false;
      }
    }
    return true;
  }

  private int start(int row) {
    return dense ? row * columns : row;
  }

  private static void requireShape(int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "An affine layer needs rows and columns, not %d x %d".formatted(rows, columns));
    }
  }

  private static void requireFinite(double x, String what, int index) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException(what + " " + index + " is not finite: " + x);
    }
  }
}
