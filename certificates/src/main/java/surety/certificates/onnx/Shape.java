package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The shape of a tensor, whose elements are numbered row by row: the last dimension runs fastest.
 * The number of elements always fits an int.
 */
record Shape(List<Integer> dims) {

  /** The shape of a single number. */
  static final Shape SCALAR = new Shape(List.of());

  private static final int LARGEST_RANK = 32;

  Shape {
    dims = List.copyOf(dims);
  }

  /**
   * The shape with the given dimensions, each at least 0.
   *
   * @throws NetworkFormatException if there are too many, one is negative, or the product
   *     overflows; the message begins with {@code what}
   */
  static Shape checked(long[] dims, String what) throws NetworkFormatException {
    if (dims.length > LARGEST_RANK) {
      throw new NetworkFormatException(
          "%s has %d dimensions; at most %d are supported", what, dims.length, LARGEST_RANK);
    }
    List<Integer> checked = new ArrayList<>();
    long size = 1;
    for (long dim : dims) {
      if (dim < 0) {
        throw new NetworkFormatException("%s has the negative dimension %d", what, dim);
      }
      if (dim > Integer.MAX_VALUE || size * dim > Integer.MAX_VALUE) {
        throw new NetworkFormatException(
            "%s has the dimensions %s, which is too large", what, Arrays.toString(dims));
      }
      size *= dim;
      checked.add((int) dim);
    }
    return new Shape(checked);
  }

  int rank() {
    return dims.size();
  }

  /** The dimension at an axis; a negative axis counts from the end. */
  int dim(int axis) {
    return dims.get(axis < 0 ? axis + dims.size() : axis);
  }

  /** The number of elements. */
  int size() {
    return product(0, rank());
  }

  /** The product of the dimensions from {@code from} (inclusive) to {@code to} (exclusive). */
  int product(int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= dims.get(axis);
    }
    return product;
  }

  /** The dimensions from {@code from} (inclusive) to {@code to} (exclusive), as a shape. */
  Shape part(int from, int to) {
    return new Shape(dims.subList(from, to));
  }

  /**
   * This shape with another dimension at an axis.
   *
   * @throws NetworkFormatException if it gets too large; the message begins with {@code what}
   */
  Shape with(int axis, long dim, String what) throws NetworkFormatException {
    long[] changed = dims.stream().mapToLong(i -> i).toArray();
    changed[axis] = dim;
    return checked(changed, what);
  }

  /** This shape followed by further dimensions. */
  Shape then(Integer... more) {
    List<Integer> all = new ArrayList<>(dims);
    Collections.addAll(all, more);
    return new Shape(all);
  }

  /** This shape followed by the dimensions of another one. */
  Shape then(Shape more) {
    return then(more.dims.toArray(Integer[]::new));
  }

  @Override
  public String toString() {
    return dims.toString();
  }
}
