package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A rule that says for each element of a tensor which element of another one, its source, it is:
 * all that an operator does that only moves, copies and leaves out elements.
 *
 * <p>As elements are numbered row by row, the number of an element is a sum with one term for each
 * of its indices. So is the number of its source here: an axis has a term for each index, which is
 * negative where the element is outside of the source. What is outside is the element behind the
 * source's last one, which is for whoever allows it to put there.
 *
 * @param outside the number of elements of the source
 */
record IndexMap(List<Axis> axes, int outside) {

  /** The terms of the indices from 0 to {@code length} (exclusive) of an axis. */
  private record Axis(int length, IntUnaryOperator term) {}

  IndexMap {
    axes = List.copyOf(axes);
  }

  /** Each element of a tensor is itself. */
  static IndexMap of(Shape shape) {
    List<Axis> axes = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      int stride = shape.product(axis + 1, shape.rank());
      axes.add(new Axis(shape.dim(axis), index -> index * stride));
    }
    return new IndexMap(axes, shape.size());
  }

  /** This map, but with other indices of an axis: {@code index} of each, negative outside. */
  IndexMap with(int axis, int length, IntUnaryOperator index) {
    IntUnaryOperator term = axes.get(axis).term;
    List<Axis> changed = new ArrayList<>(axes);
    changed.set(
        axis,
        new Axis(
            length,
            i -> {
              int picked = index.applyAsInt(i);
              return picked < 0 ? picked : term.applyAsInt(picked);
            }));
    return new IndexMap(changed, outside);
  }

  /** The axes of this map in another order. */
  IndexMap permuted(int... order) {
    return new IndexMap(Arrays.stream(order).mapToObj(axes::get).toList(), outside);
  }

  /** Copies along new axes in front and along axes of one index, to a shape that allows it. */
  IndexMap broadcast(Shape target) {
    List<Axis> all = new ArrayList<>();
    int missing = target.rank() - axes.size();
    for (int i = 0; i < target.rank(); i++) {
      boolean isCopied = i < missing || axes.get(i - missing).length != target.dim(i);
      all.add(isCopied ? new Axis(target.dim(i), index -> 0) : axes.get(i - missing));
    }
    return new IndexMap(all, outside);
  }

  /** The dimensions of the result, whose product need not be an int. */
  long[] dims() {
    return axes.stream().mapToLong(Axis::length).toArray();
  }

  /** The shape of the result. */
  Shape shape() {
    return new Shape(axes.stream().map(Axis::length).toList());
  }

  /** The sources of all elements of the result, in order. */
  int[] sources() {
    int[] sources = new int[Math.min(1, shape().size())];
    for (Axis axis : axes) {
      int[] longer = new int[sources.length * axis.length];
      int at = 0;
      for (int before : sources) {
        for (int index = 0; index < axis.length; index++) {
          int term = axis.term.applyAsInt(index);
          longer[at++] = before < 0 || term < 0 ? -1 : before + term;
        }
      }
      sources = longer;
    }
    return Arrays.stream(sources).map(source -> source < 0 ? outside : source).toArray();
  }
}
