package surety.certificates.onnx;

import surety.certificates.arithmetic.Exact;
import surety.certificates.network.AffineLayer;

/** The rules of the matrix products, of which one factor must be constant. */
final class MatrixOperators {

  /** The matrix that multiplies, by row and column. */
  @FunctionalInterface
  private interface Weights {
    double at(int row, int column);
  }

  private MatrixOperators() {}

  /** The product of NumPy's matmul. */
  static Value matMul(Invocation call) throws NetworkFormatException {
    if (call.isComputed(0)) {
      return timesConstant(call, call.computed(0), matrix(call, 1));
    }
    return constantTimes(call, matrix(call, 0), call.computed(1));
  }

  /**
   * alpha A' B' + beta C, where A' and B' are A and B or their transposes. The factors alpha and
   * beta are kept out of the weights, as the products need not be doubles.
   */
  static Value gemm(Invocation call) throws NetworkFormatException {
    boolean transA = call.intAttribute("transA", 0) != 0;
    boolean transB = call.intAttribute("transB", 0) != 0;
    Computed product;
    if (call.isComputed(0)) {
      Numbers b = rank2(call, call.doubles(1));
      product =
          timesConstant(
              call,
              transposedIf(transA, call, rank2(call, call.computed(0))),
              transposedIf(transB, call, b));
    } else {
      Numbers a = rank2(call, call.doubles(0));
      product =
          constantTimes(
              call,
              transposedIf(transA, call, a),
              transposedIf(transB, call, rank2(call, call.computed(1))));
    }
    double alpha = call.floatAttribute("alpha", 1);
    if (alpha != 1) {
      product = ElementwiseOperators.times(call, product, alpha);
    }
    double beta = call.floatAttribute("beta", 1);
    return call.has(2) && beta != 0 ? plusMultiple(call, product, beta) : product;
  }

  /** y + beta C; where a product beta c is no double, as the sum of its two halves. */
  private static Computed plusMultiple(Invocation call, Computed y, double beta)
      throws NetworkFormatException {
    Numbers c = call.numbers(2);
    if (!c.areDoubles()) {
      return ElementwiseOperators.plus(
          call,
          y,
          (Numbers) ElementwiseOperators.product(call, c, ElementwiseOperators.scalar(beta)));
    }
    double[] high = new double[c.size()];
    double[] low = new double[high.length];
    boolean exact = true;
    for (int i = 0; i < high.length; i++) {
      high[i] = beta * c.at(i);
      if (!Exact.product(beta, c.at(i))) {
        if (!Exact.splits(beta, c.at(i))) {
          throw call.error("beta * C is not a finite number of double precision at element " + i);
        }
        low[i] = Math.fma(beta, c.at(i), -high[i]);
        exact = false;
      }
    }
    Computed sum = ElementwiseOperators.plus(call, y, new Numbers(c.name(), c.shape(), high));
    return exact
        ? sum
        : ElementwiseOperators.plus(call, sum, new Numbers(c.name(), c.shape(), low));
  }

  /** x W for a constant W of shape [k, n] or [k]: the rows of x are multiplied one by one. */
  static Computed timesConstant(Invocation call, Computed x, Numbers w)
      throws NetworkFormatException {
    Shape shape = x.shape();
    int k = w.shape().dim(0);
    if (shape.rank() == 0 || shape.dim(-1) != k) {
      throw call.error(
          "a tensor of shape %s cannot be multiplied by one of shape %s"
              .formatted(shape, w.shape()));
    }
    Shape rows = shape.part(0, shape.rank() - 1);
    int n = w.shape().rank() == 2 ? w.shape().dim(1) : 1;
    Weights weights = (row, column) -> w.at(column * n + row);
    return blocks(
        call, x, rows.size(), n, k, 1, weights, w.shape().rank() == 2 ? rows.then(n) : rows);
  }

  /** W x for a constant W of shape [m, k] or [k]: the columns of x are multiplied one by one. */
  private static Computed constantTimes(Invocation call, Numbers w, Computed x)
      throws NetworkFormatException {
    Shape shape = x.shape();
    int k = w.shape().dim(-1);
    boolean vector = shape.rank() == 1;
    if (shape.rank() == 0 || shape.dim(vector ? 0 : -2) != k) {
      throw call.error(
          "a tensor of shape %s cannot be multiplied by one of shape %s"
              .formatted(w.shape(), shape));
    }
    Shape outer = vector ? Shape.SCALAR : shape.part(0, shape.rank() - 2);
    int inner = vector ? 1 : shape.dim(-1);
    int m = w.shape().rank() == 2 ? w.shape().dim(0) : 1;
    Shape rows = w.shape().rank() == 2 ? outer.then(m) : outer;
    Weights weights = (row, column) -> w.at(row * k + column);
    return blocks(call, x, outer.size(), m, k, inner, weights, vector ? rows : rows.then(inner));
  }

  /**
   * The layer that maps x of shape [outer, k, inner] to [outer, m, inner], multiplying each of the
   * outer * inner columns of length k by the same m x k matrix.
   */
  private static Computed blocks(
      Invocation call, Computed x, int outer, int m, int k, int inner, Weights w, Shape newShape)
      throws NetworkFormatException {
    int rows = Shape.checked(new long[] {outer, m, inner}, call.node().describe()).size();
    int columns = x.shape().size();
    return call.append(
        x,
        Math.multiplyFull(rows, columns),
        () -> {
          double[] weights = new double[rows * columns];
          for (int row = 0; row < rows; row++) {
            call.budget().check(0);
            int block = row / (m * inner);
            int i = row / inner % m;
            int first = row * columns + block * k * inner + row % inner;
            for (int l = 0; l < k; l++) {
              weights[first + l * inner] = w.at(i, l);
            }
          }
          return AffineLayer.dense(rows, columns, weights, new double[rows]);
        },
        newShape);
  }

  /** A constant factor of MatMul, with one or two dimensions. */
  private static Numbers matrix(Invocation call, int index) throws NetworkFormatException {
    Numbers w = call.doubles(index);
    if (w.shape().rank() < 1 || w.shape().rank() > 2) {
      throw call.error(
          "a constant factor of shape %s is not supported; it must be a matrix or a vector"
              .formatted(w.shape()));
    }
    return w;
  }

  private static Numbers rank2(Invocation call, Numbers value) throws NetworkFormatException {
    requireMatrix(call, value.shape());
    return value;
  }

  private static Computed rank2(Invocation call, Computed value) throws NetworkFormatException {
    requireMatrix(call, value.shape());
    return value;
  }

  private static void requireMatrix(Invocation call, Shape shape) throws NetworkFormatException {
    if (shape.rank() != 2) {
      throw call.error(
          "it multiplies matrices, but a factor has shape %s; put a Flatten before it"
              .formatted(shape));
    }
  }

  private static Numbers transposedIf(boolean transpose, Invocation call, Numbers matrix) {
    if (!transpose) {
      return matrix;
    }
    int[] swap = {1, 0};
    Shape shape = matrix.shape();
    call.budget().check(0);
    int[] sources = shape.sourcesOfTranspose(swap);
    call.budget().check(0);
    return matrix.selected(sources, shape.permuted(swap));
  }

  private static Computed transposedIf(boolean transpose, Invocation call, Computed matrix)
      throws NetworkFormatException {
    int[] swap = {1, 0};
    Shape shape = matrix.shape();
    if (!transpose) {
      return matrix;
    }
    call.spend(2L * shape.size());
    return matrix.selected(shape.sourcesOfTranspose(swap), shape.permuted(swap));
  }
}
