package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import surety.certificates.network.Layer;
import surety.certificates.onnx.OnnxModel.Attribute;
import surety.certificates.onnx.OnnxModel.Node;

/**
 * One node with the values of its inputs: what an operator's rule works with. Each accessor checks
 * that what it returns is of the kind asked for, and otherwise throws an error that names the node.
 */
record Call(Node node, List<Value> inputs, Context context) {

  Budget budget() {
    return context.budget();
  }

  Circuit circuit() {
    return context.circuit();
  }

  /** The value of an input; {@link Value.Omitted} if it is omitted. */
  Value input(int index) {
    return index < inputs.size() ? inputs.get(index) : new Value.Omitted();
  }

  boolean has(int index) {
    return !(input(index) instanceof Value.Omitted);
  }

  boolean isComputed(int index) {
    return input(index) instanceof Computed;
  }

  /** An input that depends on the network's input. */
  Computed computed(int index) throws NetworkFormatException {
    if (input(index) instanceof Computed value) {
      return value;
    }
    throw error(
        "input %s is %s, but must depend on the network's input",
        describe(index), has(index) ? "constant" : "missing");
  }

  /** An input that is a tensor of real numbers, computed or constant. */
  Value.Real real(int index) throws NetworkFormatException {
    return input(index) instanceof Computed value ? value : numbers(index);
  }

  /** An input that is a tensor of any numbers. */
  Value.Tensor tensor(int index) throws NetworkFormatException {
    return isInteger(index) ? integers(index) : real(index);
  }

  /** What two tensors become. */
  @FunctionalInterface
  interface Combination {
    Value.Real of(Value.Real a, Value.Real b) throws NetworkFormatException;
  }

  /** What all inputs become, the first two and then that with each further one. */
  Value.Real combined(Combination combination) throws NetworkFormatException {
    Value.Real result = real(0);
    for (int i = 1; i < inputs.size(); i++) {
      result = combination.of(result, real(i));
    }
    return result;
  }

  /** Whether an input is a constant tensor of integers. */
  boolean isInteger(int index) {
    return input(index) instanceof Integers
        || (input(index) instanceof Value.Stored stored && stored.tensor().isInteger());
  }

  /** An input that is a constant tensor of doubles, as the weights of gates have to be. */
  Numbers doubles(int index) throws NetworkFormatException {
    Numbers numbers = numbers(index);
    for (int i = 0; !numbers.areDoubles() && i < numbers.size(); i++) {
      budget().check(i);
      if (!numbers.real(i).isDouble()) {
        throw error(
            "element %d of input %s is computed from other constants and is no number of double"
                + " precision (it is about %s); fold constants when exporting the network",
            i, describe(index), numbers.real(i).enclosure().middle());
      }
    }
    return numbers;
  }

  /** An input that is a constant tensor of real numbers. */
  Numbers numbers(int index) throws NetworkFormatException {
    Value value = input(index);
    if (value instanceof Numbers numbers) {
      return numbers;
    }
    if (value instanceof Value.Stored stored) {
      return stored.tensor().loaded(context.files()).numbers(budget());
    }
    if (value instanceof Value.Sparse sparse) {
      return sparse.tensor().numbers(budget());
    }
    throw notConstant(index, "numbers");
  }

  /** The numbers of an input of an operator that is no function the kernel knows bounds of. */
  Numbers constant(int index) throws NetworkFormatException {
    if (isComputed(index)) {
      throw error(
          "of a value that depends on the network's input it is not supported, only of constants,"
              + " as it jumps; what chooses between two values may be a Relu, Clip, Max or Min");
    }
    return numbers(index);
  }

  /** An input that is a constant tensor of integers. */
  Integers integers(int index) throws NetworkFormatException {
    Value value = input(index);
    if (value instanceof Integers integers) {
      return integers;
    }
    if (value instanceof Value.Stored stored) {
      return stored.tensor().loaded(context.files()).integers(budget());
    }
    throw notConstant(index, "integers");
  }

  /** Pays for numbers that are about to be created. */
  void spend(long numbers) throws NetworkFormatException {
    budget().spend(numbers, node.describe());
  }

  /** What a layer, whose numbers are paid for, makes of a value. */
  Computed append(Computed value, Layer layer, Shape shape) {
    return new Computed(shape, circuit().apply(layer, value.wires()));
  }

  /** The elements of a tensor that a map takes, after they are paid for. */
  Value.Tensor moved(Value.Tensor tensor, IndexMap map) throws NetworkFormatException {
    spend(2L * Shape.checked(map.dims(), node.describe()).size());
    return tensor.moved(map);
  }

  /** The same of real numbers. */
  Value.Real moved(Value.Real tensor, IndexMap map) throws NetworkFormatException {
    return (Value.Real) moved((Value.Tensor) tensor, map);
  }

  /** A tensor as broadcasting copies it to a shape that allows it. */
  Value.Tensor broadcast(Value.Tensor tensor, Shape shape) throws NetworkFormatException {
    return tensor.shape().equals(shape)
        ? tensor
        : moved(tensor, IndexMap.of(tensor.shape()).broadcast(shape));
  }

  /** The common shape to which two tensors broadcast, by NumPy's rule. */
  Shape broadcast(Shape a, Shape b) throws NetworkFormatException {
    long[] dims = new long[Math.max(a.rank(), b.rank())];
    for (int i = 1; i <= dims.length; i++) {
      int left = i <= a.rank() ? a.dim(-i) : 1;
      int right = i <= b.rank() ? b.dim(-i) : 1;
      if (left != right && left != 1 && right != 1) {
        throw error("the shapes %s and %s do not broadcast", a, b);
      }
      dims[dims.length - i] = left == 1 ? right : left;
    }
    return Shape.checked(dims, node.describe());
  }

  /** A finite FLOAT attribute. */
  double floatAttribute(String name, double absent) throws NetworkFormatException {
    Optional<Attribute> attribute = attribute(name, Attribute.FLOAT);
    if (attribute.isEmpty()) {
      return absent;
    }
    float value = attribute.get().number();
    if (!Float.isFinite(value)) {
      throw error("attribute %s is %s; it must be finite", name, value);
    }
    return value;
  }

  long intAttribute(String name, long absent) throws NetworkFormatException {
    return attribute(name, Attribute.INT).map(Attribute::integer).orElse(absent);
  }

  /**
   * An integer that says whether something is so. The standard knows 1 and 0 only, and of another
   * number some programs make the one and some the other.
   */
  boolean flag(String name, boolean absent) throws NetworkFormatException {
    long value = intAttribute(name, absent ? 1 : 0);
    if (value != 0 && value != 1) {
      throw error(
          "%s is %d, which programs understand in different ways; it must be 0 or 1", name, value);
    }
    return value == 1;
  }

  String textAttribute(String name, String absent) throws NetworkFormatException {
    return attribute(name, Attribute.STRING).map(Attribute::text).orElse(absent);
  }

  Optional<OnnxTensor> tensorAttribute(String name) throws NetworkFormatException {
    Optional<Attribute> attribute = attribute(name, Attribute.TENSOR);
    if (attribute.isPresent() && attribute.get().tensor().isEmpty()) {
      throw error("it has no value");
    }
    return attribute.flatMap(Attribute::tensor);
  }

  /** Finite FLOATS; none if it is left out. */
  double[] floatsAttribute(String name) throws NetworkFormatException {
    Optional<Attribute> attribute = attribute(name, Attribute.FLOATS);
    if (attribute.isEmpty()) {
      return new double[0];
    }
    FloatBuffer floats =
        attribute.get().numbers().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    double[] numbers = new double[floats.remaining()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = floats.get(i);
      if (!Double.isFinite(numbers[i])) {
        throw error("attribute %s has the number %s; all must be finite", name, numbers[i]);
      }
    }
    return numbers;
  }

  Optional<long[]> intsAttribute(String name) throws NetworkFormatException {
    return attribute(name, Attribute.INTS).map(a -> OnnxTensor.array(a.integers()));
  }

  /**
   * A list of integers that is an attribute before some version of the operator set and an input
   * from then on, if it is given.
   */
  Optional<long[]> list(String name, int input, long inputSince) throws NetworkFormatException {
    Optional<long[]> attribute = intsAttribute(name);
    boolean asInput = context.opset() >= inputSince;
    if (asInput ? attribute.isPresent() : has(input)) {
      throw error("%s is an attribute before opset %d and an input from then on", name, inputSince);
    }
    return has(input) ? Optional.of(vector(input)) : attribute;
  }

  /** The elements of an input that is a vector of integers. */
  long[] vector(int index) throws NetworkFormatException {
    Integers integers = integers(index);
    if (integers.shape().rank() != 1) {
      throw error("input %d must be a vector, but has shape %s", index, integers.shape());
    }
    return integers.values();
  }

  /** Axes, each as a number from 0 on, none of them twice. */
  BitSet axes(long[] axes, int rank) throws NetworkFormatException {
    BitSet set = new BitSet();
    for (long each : axes) {
      int axis = axis(each, rank);
      if (set.get(axis)) {
        throw error("axis %d is there twice", axis);
      }
      set.set(axis);
    }
    return set;
  }

  /** An attribute, if it is there; an error if it has another type. */
  Optional<Attribute> attribute(String name, int type) throws NetworkFormatException {
    Optional<Attribute> attribute = Optional.ofNullable(node.attributes().get(name));
    if (attribute.isPresent() && attribute.get().type() != type && attribute.get().type() != 0) {
      throw error("attribute %s has the wrong type", name);
    }
    return attribute;
  }

  /** An axis between 0 and {@code rank} (exclusive), counted from the end if negative. */
  int axis(long axis, int rank) throws NetworkFormatException {
    if (axis < -rank || axis >= rank) {
      throw error("axis %d is not one of %d dimensions", axis, rank);
    }
    return (int) (axis < 0 ? axis + rank : axis);
  }

  /** What is wrong with the node, as a format and its arguments. */
  NetworkFormatException error(String format, Object... arguments) {
    return new NetworkFormatException(format, arguments).at(node.describe());
  }

  private NetworkFormatException notConstant(int index, String kind) {
    return error(
        "input %s must be a constant tensor of %s, but %s",
        describe(index),
        kind,
        isComputed(index)
            ? "depends on the network's input"
            : has(index) ? "has another type" : "is missing");
  }

  private String describe(int index) {
    return index < node.inputs().size()
        ? index + " " + quote(node.inputs().get(index))
        : String.valueOf(index);
  }
}
