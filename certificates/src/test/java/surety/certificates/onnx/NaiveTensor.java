package surety.certificates.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import surety.certificates.arithmetic.Rational;

/**
 * Tensors of exact numbers with the operations of ONNX, written index by index from the text of the
 * standard: the naive twin of what the reader makes of a graph.
 */
record NaiveTensor(Shape shape, List<Rational> elements) {

  static NaiveTensor of(int[] dims, Rational[] elements) {
    return new NaiveTensor(new Shape(Arrays.stream(dims).boxed().toList()), List.of(elements));
  }

  static NaiveTensor scalar(double x) {
    return of(new int[0], new Rational[] {Rational.ofDouble(x)});
  }

  int[] dims() {
    return shape.dims().stream().mapToInt(i -> i).toArray();
  }

  static int size(int[] dims) {
    return Arrays.stream(dims).reduce(1, (a, b) -> a * b);
  }

  /** The index of an element from its number. */
  static int[] index(int[] dims, int number) {
    int[] index = new int[dims.length];
    int rest = number;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      index[axis] = rest % dims[axis];
      rest /= dims[axis];
    }
    return index;
  }

  /** The element at an index. */
  Rational at(int... index) {
    int[] dims = dims();
    int number = 0;
    for (int axis = 0; axis < dims.length; axis++) {
      number = number * dims[axis] + index[axis];
    }
    return elements.get(number);
  }

  NaiveTensor map(UnaryOperator<Rational> function) {
    return new NaiveTensor(shape, elements.stream().map(function).toList());
  }

  NaiveTensor reshaped(int... dims) {
    return of(dims, elements.toArray(Rational[]::new));
  }

  NaiveTensor transposed(int... permutation) {
    int[] dims = Arrays.stream(permutation).map(axis -> dims()[axis]).toArray();
    Rational[] result = new Rational[elements.size()];
    for (int i = 0; i < result.length; i++) {
      int[] index = index(dims, i);
      int[] source = new int[index.length];
      for (int axis = 0; axis < index.length; axis++) {
        source[permutation[axis]] = index[axis];
      }
      result[i] = at(source);
    }
    return of(dims, result);
  }

  /** A binary operation with multidirectional broadcasting. */
  NaiveTensor with(NaiveTensor other, BinaryOperator<Rational> operation) {
    int rank = Math.max(dims().length, other.dims().length);
    int[] left = padded(dims(), rank);
    int[] right = padded(other.dims(), rank);
    int[] dims = new int[rank];
    Arrays.setAll(dims, axis -> Math.max(left[axis], right[axis]));
    Rational[] result = new Rational[size(dims)];
    for (int i = 0; i < result.length; i++) {
      int[] index = index(dims, i);
      result[i] =
          operation.apply(
              reshaped(left).at(clamped(index, left)),
              other.reshaped(right).at(clamped(index, right)));
    }
    return of(dims, result);
  }

  /** The elements of an axis at some indices. */
  NaiveTensor picked(int axis, int... indices) {
    int[] dims = dims();
    dims[axis] = indices.length;
    Rational[] result = new Rational[size(dims)];
    for (int i = 0; i < result.length; i++) {
      int[] index = index(dims, i);
      index[axis] = indices[index[axis]];
      result[i] = at(index);
    }
    return of(dims, result);
  }

  /** This tensor followed by another one along an axis. */
  NaiveTensor followedBy(NaiveTensor other, int axis) {
    int[] dims = dims();
    int own = dims[axis];
    dims[axis] += other.dims()[axis];
    Rational[] result = new Rational[size(dims)];
    for (int i = 0; i < result.length; i++) {
      int[] index = index(dims, i);
      if (index[axis] < own) {
        result[i] = at(index);
      } else {
        index[axis] -= own;
        result[i] = other.at(index);
      }
    }
    return of(dims, result);
  }

  /** The matrix product of NumPy. */
  NaiveTensor matMul(NaiveTensor other) {
    int[] a = dims();
    int[] b = other.dims();
    if (a.length == 1) {
      NaiveTensor product = reshaped(1, a[0]).matMul(other);
      int[] dims = product.dims();
      return product.reshaped(without(dims, b.length == 1 ? 0 : dims.length - 2));
    }
    if (b.length == 1) {
      NaiveTensor product = matMul(other.reshaped(b[0], 1));
      return product.reshaped(without(product.dims(), product.dims().length - 1));
    }
    int rank = Math.max(a.length, b.length);
    NaiveTensor left = reshaped(padded(a, rank));
    NaiveTensor right = other.reshaped(padded(b, rank));
    int[] dims = new int[rank];
    Arrays.setAll(dims, axis -> Math.max(left.dims()[axis], right.dims()[axis]));
    dims[rank - 2] = left.dims()[rank - 2];
    dims[rank - 1] = right.dims()[rank - 1];
    Rational[] result = new Rational[size(dims)];
    for (int i = 0; i < result.length; i++) {
      int[] index = index(dims, i);
      int[] l = clamped(index, left.dims());
      int[] r = clamped(index, right.dims());
      l[rank - 2] = index[rank - 2];
      r[rank - 1] = index[rank - 1];
      Rational sum = Rational.ZERO;
      for (int k = 0; k < left.dims()[rank - 1]; k++) {
        l[rank - 1] = k;
        r[rank - 2] = k;
        sum = sum.plus(left.at(l).times(right.at(r)));
      }
      result[i] = sum;
    }
    return of(dims, result);
  }

  private static int[] padded(int[] dims, int rank) {
    int[] padded = new int[rank];
    Arrays.fill(padded, 1);
    System.arraycopy(dims, 0, padded, rank - dims.length, dims.length);
    return padded;
  }

  private static int[] clamped(int[] index, int[] dims) {
    int[] clamped = index.clone();
    Arrays.setAll(clamped, axis -> dims[axis] == 1 ? 0 : index[axis]);
    return clamped;
  }

  private static int[] without(int[] dims, int axis) {
    int[] rest = new int[dims.length - 1];
    Arrays.setAll(rest, i -> dims[i < axis ? i : i + 1]);
    return rest;
  }
}
