package surety.certificates.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The rules of the operators that give the same numbers in another shape or order. */
final class ShapeOperators {

  private ShapeOperators() {}

  /** Dropout at inference: the identity. */
  static Value dropout(Invocation call) throws NetworkFormatException {
    if (call.has(2) && Arrays.stream(call.integers(2).values()).anyMatch(flag -> flag != 0)) {
      throw call.error(
          "training_mode is true, so that its result is random; export the network for inference");
    }
    return call.input(0);
  }

  static Value flatten(Invocation call) throws NetworkFormatException {
    Value.Real input = call.real(0);
    Shape shape = input.shape();
    long axis = call.intAttribute("axis", 1);
    if (axis < -shape.rank() || axis > shape.rank()) {
      throw call.error(
          "axis %d is outside of the %d dimensions %s".formatted(axis, shape.rank(), shape));
    }
    int cut = (int) (axis < 0 ? axis + shape.rank() : axis);
    return input.reshaped(
        Shape.SCALAR.then(shape.product(0, cut), shape.product(cut, shape.rank())));
  }

  static Value reshape(Invocation call) throws NetworkFormatException {
    Value.Real input = call.real(0);
    Shape shape = input.shape();
    Integers target = call.integers(1);
    if (target.shape().rank() != 1) {
      throw call.error("the new shape must be a vector, but has shape " + target.shape());
    }
    boolean copyZeros = call.intAttribute("allowzero", 0) == 0;
    long[] dims = target.values().clone();
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

  static Value transpose(Invocation call) throws NetworkFormatException {
    Value.Real input = call.real(0);
    Shape shape = input.shape();
    int[] permutation = permutation(call, shape.rank());
    Shape newShape = shape.permuted(permutation);
    call.spend(2L * shape.size());
    return input.selected(shape.sourcesOfTranspose(permutation), newShape);
  }

  private static int[] permutation(Invocation call, int rank) throws NetworkFormatException {
    long[] axes =
        call.intsAttribute("perm")
            .orElse(IntStream.range(0, rank).mapToLong(i -> rank - 1L - i).toArray());
    int[] permutation = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      permutation[i] = call.axis(axes[i], rank);
    }
    if (rank != axes.length || Arrays.stream(permutation).distinct().count() != rank) {
      throw call.error(
          "perm %s is no permutation of %d axes".formatted(Arrays.toString(axes), rank));
    }
    return permutation;
  }

  private static NetworkFormatException badReshape(Invocation call, Shape shape, Integers target) {
    return call.error(
        "a tensor of shape %s cannot take the shape %s; export the network with batch size 1"
            .formatted(shape, Arrays.toString(target.values())));
  }
}
