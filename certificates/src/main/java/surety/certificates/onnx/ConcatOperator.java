package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Wires;

/** The rule of Concat. */
final class ConcatOperator {

  private ConcatOperator() {}

  /** All inputs one behind the other along an axis. */
  static Value concat(Invocation call) throws NetworkFormatException {
    if (call.attribute("axis", OnnxModel.Attribute.INT).isEmpty()) {
      throw call.error("it has no axis; export the network again");
    }
    List<Value.Tensor> parts = new ArrayList<>();
    for (int i = 0; i < call.inputs().size(); i++) {
      parts.add(call.tensor(i));
    }
    int rank = parts.get(0).shape().rank();
    int axis = call.axis(call.intAttribute("axis", 0), rank);
    Shape shape = concatenated(call, parts, axis);
    call.spend(3L * shape.size());
    return joined(call, parts).selected(sourcesOfConcat(parts, axis, shape), shape);
  }

  private static Shape concatenated(Invocation call, List<Value.Tensor> parts, int axis)
      throws NetworkFormatException {
    Shape first = parts.get(0).shape();
    long length = 0;
    for (Value.Tensor part : parts) {
      Shape shape = part.shape();
      boolean fits = shape.rank() == first.rank();
      for (int i = 0; fits && i < first.rank(); i++) {
        fits = i == axis || shape.dim(i) == first.dim(i);
      }
      if (!fits) {
        throw call.error(
            "the shapes %s and %s do not fit together along axis %d".formatted(first, shape, axis));
      }
      length += shape.dim(axis);
    }
    return first.with(axis, length, call.node().describe());
  }

  /** For each element of the result its number when all parts are written one after the other. */
  static int[] sourcesOfConcat(List<? extends Value.Tensor> parts, int axis, Shape shape) {
    int[] sources = new int[shape.size()];
    int outer = shape.product(0, axis);
    int at = 0;
    for (int row = 0; row < outer; row++) {
      int before = 0;
      for (Value.Tensor part : parts) {
        int size = part.shape().size();
        int block = size / outer;
        for (int i = 0; i < block; i++) {
          sources[at++] = before + row * block + i;
        }
        before += size;
      }
    }
    return sources;
  }

  /** The elements of all parts as one vector, constant only if all of them are. */
  static Value.Tensor joined(Invocation call, List<? extends Value.Tensor> parts)
      throws NetworkFormatException {
    Shape vector = Shape.SCALAR.then(parts.stream().mapToInt(part -> part.shape().size()).sum());
    Optional<Computed> computed =
        parts.stream().filter(Computed.class::isInstance).map(Computed.class::cast).findFirst();
    if (computed.isPresent()) {
      List<Wires> wires = new ArrayList<>();
      for (Value.Tensor part : parts) {
        wires.add(wires(call, computed.get(), part));
      }
      return new Computed(vector, Wires.concat(wires));
    }
    if (parts.stream().allMatch(Integers.class::isInstance)) {
      LongStream all = parts.stream().flatMapToLong(p -> Arrays.stream(((Integers) p).values()));
      return new Integers(vector, all.toArray());
    }
    RealNumber[] values = new RealNumber[vector.size()];
    int at = 0;
    for (Value.Tensor part : parts) {
      Numbers numbers = numbers(call, part);
      for (int i = 0; i < numbers.size(); i++) {
        values[at++] = numbers.real(i);
      }
    }
    return Numbers.of(call.node().outputs().get(0), vector, values);
  }

  private static Numbers numbers(Invocation call, Value.Tensor part) throws NetworkFormatException {
    if (part instanceof Numbers numbers) {
      return numbers;
    }
    throw call.error("it joins integers and real numbers; export the network again");
  }

  /** The wires of a part; of constant numbers rows of weight zero, beside a value. */
  private static Wires wires(Invocation call, Computed beside, Value.Tensor part)
      throws NetworkFormatException {
    if (part instanceof Computed own) {
      return own.wires();
    }
    Numbers numbers = numbers(call, part);
    int size = numbers.size();
    call.spend(3L * size);
    Wires one = beside.wires().select(new int[] {0});
    if (!numbers.areDoubles()) {
      Computed copies = new Computed(numbers.shape(), one.select(new int[size]));
      return ElementwiseOperators.scaled(call, copies, i -> RealNumber.ZERO, numbers::real).wires();
    }
    double[] biases = new double[size];
    Arrays.setAll(biases, numbers::at);
    AffineLayer layer = AffineLayer.selection(1, new int[size], new double[size], biases);
    return call.circuit().apply(layer, one);
  }
}
