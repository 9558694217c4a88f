package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

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
          "%s has %d dimensions; at most %d are supported"
              .formatted(what, dims.length, LARGEST_RANK));
    }
    List<Integer> checked = new ArrayList<>();
    long size = 1;
    for (long dim : dims) {
      if (dim < 0) {
        throw new NetworkFormatException(what + " has the negative dimension " + dim);
      }
      if (dim > Integer.MAX_VALUE || size * dim > Integer.MAX_VALUE) {
        throw new NetworkFormatException(
            "%s has the dimensions %s, which is too large".formatted(what, Arrays.toString(dims)));
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

  /**
   * For each element of a tensor of shape {@code target}, the element of a tensor of this shape
   * that broadcasting puts there. This shape must broadcast to {@code target}.
   */
  int[] sourcesIn(Shape target) {
    int[] strides = new int[target.rank()];
    int missing = target.rank() - rank();
    for (int axis = 0; axis < rank(); axis++) {
      strides[missing + axis] = dims.get(axis) == 1 ? 0 : product(axis + 1, rank());
    }
    return walk(target, strides);
  }

  /** For each axis all of its indices, in order. */
  List<int[]> indices() {
    return dims.stream().map(dim -> IntStream.range(0, dim).toArray()).toList();
  }

  /**
   * For each element of a tensor that takes the given indices of each axis of this one the element
   * that it is; -1 where one of its indices is -1, outside.
   */
  int[] sourcesAt(List<int[]> indices) {
    int[] sources = {0};
    for (int axis = 0; axis < rank(); axis++) {
      int[] next = new int[sources.length * indices.get(axis).length];
      int at = 0;
      for (int source : sources) {
        for (int index : indices.get(axis)) {
          next[at++] = source < 0 || index < 0 ? -1 : source * dim(axis) + index;
        }
      }
      sources = next;
    }
    return sources;
  }

  /**
   * For each element of the tensor that has this shape's axes in the order {@code permutation}, the
   * element of the tensor of this shape.
   */
  int[] sourcesOfTranspose(int[] permutation) {
    int[] strides = new int[rank()];
    for (int axis = 0; axis < rank(); axis++) {
      strides[axis] = product(permutation[axis] + 1, rank());
    }
    return walk(permuted(permutation), strides);
  }

  Shape permuted(int[] permutation) {
    List<Integer> permuted = new ArrayList<>();
    for (int axis : permutation) {
      permuted.add(dims.get(axis));
    }
    return new Shape(permuted);
  }

  /** The sums of index times stride, for all indices of a shape in order. */
  private static int[] walk(Shape shape, int[] strides) {
    int[] result = new int[shape.size()];
    int[] index = new int[shape.rank()];
    int source = 0;
    for (int i = 0; i < result.length; i++) {
      result[i] = source;
      for (int axis = index.length - 1; axis >= 0; axis--) {
        source += strides[axis];
        if (++index[axis] < shape.dim(axis)) {
          break;
        }
        source -= strides[axis] * shape.dim(axis);
        index[axis] = 0;
      }
    }
    return result;
  }

  @Override
  public String toString() {
    return dims.toString();
  }
}
