package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.Wires;

/** The rule of Concat. */
final class ConcatOperator {

  private ConcatOperator() {}

  /** All inputs one behind the other along an axis. */
  static Value concat(Call call) throws NetworkFormatException {
    if (call.attribute("axis", OnnxModel.Attribute.INT).isEmpty()) {
      throw call.error("it has no axis; export the network again");
    }
    List<Value.Tensor> parts = new ArrayList<>();
    for (int i = 0; i < call.inputs().size(); i++) {
      parts.add(call.tensor(i));
    }
    int rank = parts.get(0).shape().rank();
    return concat(call, parts, call.axis(call.intAttribute("axis", 0), rank));
  }

  /**
   * Tensors one behind the other along an axis. As matrices, whose columns are numbered by the axis
   * and all behind it, they stand side by side; so their transposes follow one another.
   */
  static Value.Tensor concat(Call call, List<? extends Value.Tensor> parts, int axis)
      throws NetworkFormatException {
    Shape first = parts.get(0).shape();
    int rank = first.rank();
    long length = 0;
    for (Value.Tensor part : parts) {
      Shape shape = part.shape();
      if (shape.rank() != rank
          || !shape.part(0, axis).equals(first.part(0, axis))
          || !shape.part(axis + 1, rank).equals(first.part(axis + 1, rank))) {
        throw call.error(
            "the shapes %s and %s do not fit together along axis %d", first, shape, axis);
      }
      length += shape.dim(axis);
    }
    Shape shape = first.with(axis, length, call.node().describe());
    int rows = first.product(0, axis);
    List<Value.Tensor> columns = new ArrayList<>();
    for (Value.Tensor part : alike(call, parts)) {
      columns.add(transposed(call, part, rows, part.shape().product(axis, rank)));
    }
    return transposed(call, joined(call, columns), shape.product(axis, rank), rows).reshaped(shape);
  }

  private static Value.Tensor transposed(Call call, Value.Tensor t, int rows, int columns)
      throws NetworkFormatException {
    return call.moved(t, IndexMap.of(Shape.SCALAR.then(rows, columns)).permuted(1, 0));
  }

  /** The elements of all parts as one vector, constant only if all of them are. */
  static Value.Tensor joined(Call call, List<? extends Value.Tensor> parts)
      throws NetworkFormatException {
    List<? extends Value.Tensor> all = alike(call, parts);
    Shape vector = Shape.SCALAR.then(all.stream().mapToInt(part -> part.shape().size()).sum());
    if (all.get(0) instanceof Integers) {
      return new Integers(
          vector,
          all.stream().flatMapToLong(p -> Arrays.stream(((Integers) p).values())).toArray());
    }
    if (all.get(0) instanceof Computed) {
      return new Computed(
          vector, Wires.concat(all.stream().map(part -> ((Computed) part).wires()).toList()));
    }
    Stream<RealNumber> numbers = all.stream().flatMap(part -> ((Numbers) part).stream());
    return Numbers.of(call.node().outputs().get(0), vector, numbers.toArray(RealNumber[]::new));
  }

  /** The same tensors of one kind: if one of them is computed, all of them are. */
  private static List<? extends Value.Tensor> alike(Call call, List<? extends Value.Tensor> parts)
      throws NetworkFormatException {
    if (parts.stream().allMatch(Integers.class::isInstance)) {
      return parts;
    }
    if (parts.stream().anyMatch(Integers.class::isInstance)) {
      throw call.error("it joins integers and real numbers; export the network again");
    }
    Optional<? extends Value.Tensor> computed =
        parts.stream().filter(Computed.class::isInstance).findFirst();
    if (computed.isEmpty()) {
      return parts;
    }
    List<Value.Tensor> all = new ArrayList<>();
    for (Value.Tensor part : parts) {
      all.add(
          part instanceof Numbers numbers
              ? beside(call, (Computed) computed.get(), numbers)
              : part);
    }
    return all;
  }

  /** Constant numbers as rows of weight zero, beside a value. */
  private static Computed beside(Call call, Computed value, Numbers numbers)
      throws NetworkFormatException {
    call.spend(numbers.size());
    Wires copies = value.wires().select(new int[numbers.size()]);
    return ElementwiseOperators.scaled(
        call,
        new Computed(numbers.shape(), copies),
        numbers.areDoubles(),
        i -> RealNumber.ZERO,
        numbers::real);
  }
}
