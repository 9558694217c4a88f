package surety.certificates.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Exact;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.WindowAxis;

/** The rules of the matrix products. */
final class MatrixOperators {

  private MatrixOperators() {}

  /** The product of NumPy's matmul. */
  static Value matMul(Call call) throws NetworkFormatException {
    boolean isFirst = call.isComputed(0);
    if (isFirst && call.isComputed(1)) {
      return product(call, call.computed(0), call.computed(1));
    }
    Numbers w = call.doubles(isFirst ? 1 : 0);
    if (w.shape().rank() < 1 || w.shape().rank() > 2) {
      throw call.error(
          "a constant factor of shape %s is not supported; it must be a matrix or a vector",
          w.shape());
    }
    return product(call, call.computed(isFirst ? 0 : 1), w, isFirst);
  }

  /**
   * alpha A' B' + beta C, where A' and B' are A and B or their transposes. The factors alpha and
   * beta are kept out of the weights, as the products need not be doubles.
   */
  static Value gemm(Call call) throws NetworkFormatException {
    boolean isFirst = call.isComputed(0);
    boolean transA = call.intAttribute("transA", 0) != 0;
    boolean transB = call.intAttribute("transB", 0) != 0;
    Numbers w = call.doubles(isFirst ? 1 : 0);
    requireMatrix(call, w.shape());
    Computed x = call.computed(isFirst ? 0 : 1);
    requireMatrix(call, x.shape());
    if (isFirst ? transB : transA) {
      w = w.moved(IndexMap.of(w.shape()).permuted(1, 0));
    }
    if (isFirst ? transA : transB) {
      x = (Computed) call.moved(x, IndexMap.of(x.shape()).permuted(1, 0));
    }
    Value.Real product = product(call, x, w, isFirst);
    double alpha = call.floatAttribute("alpha", 1);
    if (alpha != 1) {
      product = Arithmetic.PRODUCT.of(call, product, Numbers.scalar(alpha));
    }
    double beta = call.floatAttribute("beta", 1);
    return call.has(2) && beta != 0 ? plusMultiple(call, product, beta) : product;
  }

  private static void requireMatrix(Call call, Shape shape) throws NetworkFormatException {
    if (shape.rank() != 2) {
      throw call.error(
          "it multiplies matrices, but a factor has shape %s; put a Flatten before it", shape);
    }
  }

  /** y + beta C; where a product beta c is no double, as the sum of its two halves. */
  private static Value.Real plusMultiple(Call call, Value.Real y, double beta)
      throws NetworkFormatException {
    Numbers c = call.numbers(2);
    if (!c.areDoubles()) {
      Value.Real multiple = Arithmetic.PRODUCT.of(call, c, Numbers.scalar(beta));
      return ElementwiseOperators.plus(call, y, (Numbers) multiple);
    }
    double[] high = new double[c.size()];
    double[] low = new double[high.length];
    boolean isExact = true;
    for (int i = 0; i < high.length; i++) {
      high[i] = beta * c.at(i);
      if (!Exact.product(beta, c.at(i))) {
        if (!Exact.splits(beta, c.at(i))) {
          throw call.error("beta * C is not a finite number of double precision at element %d", i);
        }
        low[i] = Math.fma(beta, c.at(i), -high[i]);
        isExact = false;
      }
    }
    Value.Real sum = ElementwiseOperators.plus(call, y, new Numbers("", c.shape(), high));
    return isExact ? sum : ElementwiseOperators.plus(call, sum, new Numbers("", c.shape(), low));
  }

  /** The products of all rows of the first with all columns of the second, number by number. */
  private static Value.Real product(Call call, Computed a, Computed b)
      throws NetworkFormatException {
    Shape left = a.shape().rank() == 1 ? Shape.SCALAR.then(1).then(a.shape()) : a.shape();
    Shape right = b.shape().rank() == 1 ? b.shape().then(1) : b.shape();
    int l = left.rank() - 2;
    int r = right.rank() - 2;
    if (l < 0 || r < 0 || left.dim(-1) != right.dim(-2)) {
      throw call.error(
          "a tensor of shape %s cannot be multiplied by one of shape %s", a.shape(), b.shape());
    }
    int[] order = IntStream.range(0, r + 2).toArray();
    order[r] = r + 1;
    order[r + 1] = r;
    Value.Real columns = call.moved(b.reshaped(right), IndexMap.of(right).permuted(order));
    Value.Real products =
        Arithmetic.PRODUCT.of(
            call,
            a.reshaped(left.part(0, l + 1).then(1, left.dim(-1))),
            columns.reshaped(right.part(0, r).then(1, right.dim(-1), right.dim(-2))));
    Value.Real sums = ReduceOperators.sumOfLast(call, products);
    Shape shape = sums.shape();
    Shape batch = shape.part(0, shape.rank() - 2);
    Shape rows = a.shape().rank() == 1 ? batch : batch.then(shape.dim(-2));
    return sums.reshaped(b.shape().rank() == 1 ? rows : rows.then(shape.dim(-1)));
  }

  /**
   * x W or W x, for a constant matrix or vector W. Either is a sum over one axis of x, its last one
   * or the one before: each of the columns that x has along that axis is multiplied by the same
   * matrix, W transposed or W, whose m rows take the place of the k indices of the axis; a vector
   * is a matrix of one row, and leaves no axis. Of several columns it is a convolution whose window
   * has one tap: the axes before are batches, the k indices channels, and those behind the grid.
   *
   * @param isFirst whether x is the first factor
   */
  static Computed product(Call call, Computed x, Numbers w, boolean isFirst)
      throws NetworkFormatException {
    Shape shape = x.shape();
    int rank = shape.rank();
    int axis = isFirst || rank == 1 ? rank - 1 : rank - 2;
    int k = w.shape().dim(isFirst ? 0 : -1);
    if (rank == 0 || shape.dim(axis) != k) {
      throw call.error(
          "a tensor of shape %s cannot be multiplied by one of shape %s",
          isFirst ? shape : w.shape(), isFirst ? w.shape() : shape);
    }
    int m = w.size() / k;
    int inner = shape.product(axis + 1, rank);
    Shape outer = shape.part(0, axis);
    Numbers matrix = w.reshaped(isFirst ? Shape.SCALAR.then(k, m) : Shape.SCALAR.then(m, k));
    if (isFirst) {
      matrix = (Numbers) call.moved(matrix, IndexMap.of(matrix.shape()).permuted(1, 0));
    }
    Computed product =
        shape.size() == k
            ? dense(call, x, matrix)
            : ConvolutionOperators.append(
                call,
                x.reshaped(Shape.SCALAR.then(outer.size(), k, inner)),
                1,
                m,
                List.of(WindowAxis.moving(inner, inner, 1, 1, 1, 0)),
                matrix);
    Shape result = w.shape().rank() == 2 ? outer.then(m) : outer;
    return product.reshaped(result.then(shape.part(axis + 1, rank)));
  }

  private static Computed dense(Call call, Computed x, Numbers matrix)
      throws NetworkFormatException {
    int rows = matrix.shape().dim(0);
    call.spend(matrix.size());
    double[] weights = new double[matrix.size()];
    Arrays.setAll(weights, matrix::at);
    return call.append(
        x,
        AffineLayer.dense(rows, matrix.shape().dim(1), weights, new double[rows]),
        Shape.SCALAR.then(rows));
  }
}
