package surety.certificates.onnx;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import surety.certificates.onnx.OnnxModel.Attribute;

/** The rule of Constant. */
final class ConstantOperator {

  private ConstantOperator() {}

  static Value constant(Call call) throws NetworkFormatException {
    if (call.node().attributes().size() != 1) {
      throw call.error("it must have exactly one attribute");
    }
    String name = call.node().outputs().get(0);
    Optional<OnnxTensor> tensor = call.tensorAttribute("value");
    if (tensor.isPresent()) {
      return new Value.Stored(tensor.get().named(name));
    }
    Optional<SparseTensor> sparse =
        call.attribute("sparse_value", Attribute.SPARSE_TENSOR).flatMap(Attribute::sparseTensor);
    if (sparse.isPresent()) {
      return new Value.Sparse(sparse.get().named(name));
    }
    Optional<Attribute> number = call.attribute("value_float", Attribute.FLOAT);
    if (number.isPresent()) {
      return numbers(call, Shape.SCALAR, FloatBuffer.wrap(new float[] {number.get().number()}));
    }
    Optional<Attribute> numbers = call.attribute("value_floats", Attribute.FLOATS);
    if (numbers.isPresent()) {
      FloatBuffer floats =
          numbers.get().numbers().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      return numbers(call, Shape.SCALAR.then(floats.remaining()), floats);
    }
    Optional<Attribute> integer = call.attribute("value_int", Attribute.INT);
    return integer.isPresent()
        ? new Integers(Shape.SCALAR, integer.get().integer())
        : Integers.vector(
            call.intsAttribute("value_ints").orElseThrow(() -> call.error("it has no value")));
  }

  private static Numbers numbers(Call call, Shape shape, FloatBuffer floats)
      throws NetworkFormatException {
    if (floats.remaining() == 0) {
      throw call.error("it has no elements");
    }
    call.spend(floats.remaining());
    double[] values = new double[floats.remaining()];
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(floats.get(i))) {
        throw call.error("element %d is %s; weights must be finite numbers", i, floats.get(i));
      }
      values[i] = floats.get(i);
    }
    return new Numbers(call.node().outputs().get(0), shape, values);
  }
}
