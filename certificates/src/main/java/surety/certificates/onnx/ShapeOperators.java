package surety.certificates.onnx;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rules of the operators that give the same numbers in another shape or order. */
final class ShapeOperators {

  private static final long SQUEEZE_TAKES_INPUTS = 13;

  private ShapeOperators() {}

  /** Dropout at inference: the identity. */
  static Value dropout(Call call) throws NetworkFormatException {
    if (call.has(2) && Arrays.stream(call.integers(2).values()).anyMatch(flag -> flag != 0)) {
      throw call.error(
          "training_mode is true, so that its result is random; export the network for inference");
    }
    return call.input(0);
  }

  static Value flatten(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    long axis = call.intAttribute("axis", 1);
    if (axis < -shape.rank() || axis > shape.rank()) {
      throw call.error("axis %d is outside of the %d dimensions %s", axis, shape.rank(), shape);
    }
    int cut = (int) (axis < 0 ? axis + shape.rank() : axis);
    return input.reshaped(
        Shape.SCALAR.then(shape.product(0, cut), shape.product(cut, shape.rank())));
  }

  static Value reshape(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    Integers target = call.integers(1);
    if (target.shape().rank() != 1) {
      throw call.error("the new shape must be a vector, but has shape %s", target.shape());
    }
    boolean copyZeros = !call.flag("allowzero", false);
    long[] dims = target.values();
    int inferred = -1;
    long known = 1;
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] == 0 && copyZeros && i < shape.rank()) {
        dims[i] = shape.dim(i);
      }
      if (dims[i] == -1 && inferred < 0) {
        inferred = i;
      } else if (dims[i] < 1 || dims[i] > shape.size() / known) {
        throw badReshape(call, shape, target);
      } else {
        known *= dims[i];
      }
    }
    if (inferred >= 0) {
      dims[inferred] = shape.size() / known;
      known *= dims[inferred];
    }
    if (known != shape.size()) {
      throw badReshape(call, shape, target);
    }
    return input.reshaped(Shape.checked(dims, call.node().describe()));
  }

  static Value transpose(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    return call.moved(input, IndexMap.of(shape).permuted(permutation(call, shape.rank())));
  }

  private static int[] permutation(Call call, int rank) throws NetworkFormatException {
    long[] axes =
        call.intsAttribute("perm")
            .orElse(IntStream.range(0, rank).mapToLong(i -> rank - 1L - i).toArray());
    int[] permutation = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      permutation[i] = call.axis(axes[i], rank);
    }
    if (rank != axes.length || Arrays.stream(permutation).distinct().count() != rank) {
      throw call.error("perm %s is no permutation of %d axes", Arrays.toString(axes), rank);
    }
    return permutation;
  }

  /** Without the given axes, which have one index each; without all such axes if none are given. */
  static Value squeeze(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    Optional<long[]> given = call.list("axes", 1, SQUEEZE_TAKES_INPUTS);
    if (given.isPresent() && given.get().length == 0) {
      throw call.error("an empty list of axes means none to some and all to others; leave it out");
    }
    BitSet axes = call.axes(given.orElse(new long[0]), shape.rank());
    Shape squeezed = Shape.SCALAR;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (axes.get(axis) && shape.dim(axis) != 1) {
        throw call.error("axis %d of the shape %s has more than one index", axis, shape);
      }
      boolean goes = given.isPresent() ? axes.get(axis) : shape.dim(axis) == 1;
      squeezed = goes ? squeezed : squeezed.then(shape.dim(axis));
    }
    return input.reshaped(squeezed);
  }

  /** With further axes of one index each, numbered as they are in the result. */
  static Value unsqueeze(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    long[] given =
        call.list("axes", 1, SQUEEZE_TAKES_INPUTS)
            .orElseThrow(() -> call.error("it has no axes; export the network again"));
    int rank = input.shape().rank() + given.length;
    BitSet axes = call.axes(given, rank);
    long[] dims = new long[rank];
    int next = 0;
    for (int axis = 0; axis < rank; axis++) {
      dims[axis] = axes.get(axis) ? 1 : input.shape().dim(next++);
    }
    return input.reshaped(Shape.checked(dims, call.node().describe()));
  }

  /** Copies along axes of one index, by the rule of broadcasting: to a shape or more. */
  static Value expand(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape wanted = Shape.checked(call.vector(1), call.node().describe());
    return call.broadcast(input, call.broadcast(input.shape(), wanted));
  }

  private static NetworkFormatException badReshape(Call call, Shape shape, Integers target) {
    return call.error(
        "a tensor of shape %s cannot take the shape %s; export the network with batch size 1",
        shape, Arrays.toString(target.values()));
  }
}
