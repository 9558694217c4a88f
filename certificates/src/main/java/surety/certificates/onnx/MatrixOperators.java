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
    return product(call, factor(call, 0), factor(call, 1));
  }

  /**
   * alpha A' B' + beta C, where A' and B' are A and B or their transposes. The factors alpha and
   * beta are kept out of the weights, as the products need not be doubles.
   */
  static Value gemm(Call call) throws NetworkFormatException {
    Value.Real product = product(call, matrix(call, 0, "transA"), matrix(call, 1, "transB"));
    double alpha = call.floatAttribute("alpha", 1);
    if (alpha != 1) {
      product = Arithmetic.PRODUCT.of(call, product, Numbers.scalar(alpha));
    }
    double beta = call.floatAttribute("beta", 1);
    return call.has(2) && beta != 0 ? plusMultiple(call, product, beta) : product;
  }

  /** A factor, of doubles where it is the weights of another one. */
  private static Value.Real factor(Call call, int index) throws NetworkFormatException {
    boolean isWeights = call.isComputed(1 - index) && !call.isComputed(index);
    return isWeights ? call.doubles(index) : call.real(index);
  }

  /** A factor that is a matrix, or its transpose if an attribute says so. */
  private static Value.Real matrix(Call call, int index, String transposes)
      throws NetworkFormatException {
    Value.Real factor = factor(call, index);
    if (factor.shape().rank() != 2) {
      throw call.error(
          "it multiplies matrices, but a factor has shape %s; put a Flatten before it",
          factor.shape());
    }
    return call.flag(transposes, false) ? transposed(call, factor) : factor;
  }

  /** The matrices along the last two axes, each transposed. */
  private static Value.Real transposed(Call call, Value.Real matrices)
      throws NetworkFormatException {
    int rank = matrices.shape().rank();
    int[] order = IntStream.range(0, rank).toArray();
    order[rank - 2] = rank - 1;
    order[rank - 1] = rank - 2;
    return call.moved(matrices, IndexMap.of(matrices.shape()).permuted(order));
  }

  /** y + beta C; where a product beta c is no double, as the sum of its two halves. */
  private static Value.Real plusMultiple(Call call, Value.Real y, double beta)
      throws NetworkFormatException {
    if (!(call.real(2) instanceof Numbers c && c.areDoubles())) {
      Numbers factor = Numbers.scalar(beta);
      return ElementwiseOperators.plus(
          call, y, beta == 1 ? call.real(2) : Arithmetic.PRODUCT.of(call, call.real(2), factor));
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

  private static Value.Real product(Call call, Value.Real a, Value.Real b)
      throws NetworkFormatException {
    if (a instanceof Computed x && b instanceof Numbers w) {
      return product(call, x, w, true);
    }
    return b instanceof Computed x && a instanceof Numbers w
        ? product(call, x, w, false)
        : products(call, a, b);
  }

  /** The products of all rows of the first with all columns of the second, number by number. */
  private static Value.Real products(Call call, Value.Real a, Value.Real b)
      throws NetworkFormatException {
    Shape left = a.shape().rank() == 1 ? Shape.SCALAR.then(1).then(a.shape()) : a.shape();
    Shape right = b.shape().rank() == 1 ? b.shape().then(1) : b.shape();
    int l = left.rank() - 2;
    int r = right.rank() - 2;
    if (l < 0 || r < 0 || left.dim(-1) != right.dim(-2)) {
      throw unfit(call, a.shape(), b.shape());
    }
    Value.Real columns = transposed(call, b.reshaped(right));
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
   * x W or W x, for a constant matrix or vector W, or several of them. Either is a sum over one
   * axis of x, its last one or the one before: each of the columns that x has along that axis is
   * multiplied by the same matrix, W transposed or W, whose m rows take the place of the k indices
   * of the axis; a vector is a matrix of one row, and leaves no axis. Of several columns it is a
   * convolution whose window has one tap: the axes before are batches, the k indices channels, and
   * those behind the grid.
   *
   * @param isFirst whether x is the first factor
   */
  static Computed product(Call call, Computed x, Numbers w, boolean isFirst)
      throws NetworkFormatException {
    if (w.shape().rank() > 2) {
      return ofBatches(call, x, w, isFirst);
    }
    Shape shape = x.shape();
    int rank = shape.rank();
    int axis = isFirst || rank == 1 ? rank - 1 : rank - 2;
    if (w.shape().rank() == 0) {
      throw unfit(call, isFirst ? shape : w.shape(), isFirst ? w.shape() : shape);
    }
    int k = w.shape().dim(isFirst ? 0 : -1);
    if (rank == 0 || shape.dim(axis) != k) {
      throw unfit(call, isFirst ? shape : w.shape(), isFirst ? w.shape() : shape);
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

  /**
   * The same where W has batches, each with its own matrix: a convolution as above whose groups are
   * the batches, so that each group of channels has its own weights. As x W is the transpose of W'
   * x', the matrix is always in front.
   */
  private static Computed ofBatches(Call call, Computed x, Numbers w, boolean isFirst)
      throws NetworkFormatException {
    Shape shape = x.shape();
    boolean isVector = shape.rank() == 1;
    Shape column = isFirst ? Shape.SCALAR.then(1).then(shape) : shape.then(1);
    Value.Real from = isVector ? x.reshaped(column) : x;
    Value.Real columns = isFirst ? transposed(call, from) : from;
    Value.Real rows = isFirst ? transposed(call, w) : w;
    int k = columns.shape().dim(-2);
    int n = columns.shape().dim(-1);
    int m = rows.shape().dim(-2);
    if (rows.shape().dim(-1) != k) {
      throw unfit(call, isFirst ? shape : w.shape(), isFirst ? w.shape() : shape);
    }
    Shape batches = call.broadcast(batches(columns), batches(rows));
    Computed products =
        ConvolutionOperators.append(
            call,
            (Computed)
                call.broadcast(columns, batches.then(k, n))
                    .reshaped(Shape.SCALAR.then(1, batches.size() * k, n)),
            batches.size(),
            m,
            List.of(WindowAxis.moving(n, n, 1, 1, 1, 0)),
            (Numbers) call.broadcast(rows, batches.then(m, k)));
    Value.Real result = products.reshaped(batches.then(m, n));
    result = isFirst ? transposed(call, result) : result;
    return (Computed) (isVector ? result.reshaped(batches.then(m)) : result);
  }

  private static Shape batches(Value.Real matrices) {
    return matrices.shape().part(0, matrices.shape().rank() - 2);
  }

  private static NetworkFormatException unfit(Call call, Shape a, Shape b) {
    return call.error("a tensor of shape %s cannot be multiplied by one of shape %s", a, b);
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
