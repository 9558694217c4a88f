package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.network.AffineLayer;

/** The rule of Concat. */
final class ConcatOperator {

  private ConcatOperator() {}

  /** All inputs one behind the other along an axis. */
  static Value concat(Invocation call) throws NetworkFormatException {
    if (call.attribute("axis", OnnxModel.Attribute.INT).isEmpty()) {
      throw call.error("it has no axis; export the network again");
    }
    List<Value.Real> parts = new ArrayList<>();
    for (int i = 0; i < call.inputs().size(); i++) {
      parts.add(call.real(i));
    }
    int rank = parts.get(0).shape().rank();
    int axis = call.axis(call.intAttribute("axis", 0), rank);
    Shape shape = concatenated(call, parts, axis);
    call.spend(3L * shape.size());
    return joined(call, parts).selected(sourcesOfConcat(parts, axis, shape), shape);
  }

  private static Shape concatenated(Invocation call, List<Value.Real> parts, int axis)
      throws NetworkFormatException {
    Shape first = parts.get(0).shape();
    long length = 0;
    for (Value.Real part : parts) {
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
  private static int[] sourcesOfConcat(List<Value.Real> parts, int axis, Shape shape) {
    int[] sources = new int[shape.size()];
    int outer = shape.product(0, axis);
    int at = 0;
    for (int row = 0; row < outer; row++) {
      int before = 0;
      for (Value.Real part : parts) {
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
  private static Value.Real joined(Invocation call, List<Value.Real> parts)
      throws NetworkFormatException {
    int size = parts.stream().mapToInt(part -> part.shape().size()).sum();
    Shape vector = Shape.SCALAR.then(size);
    List<Wires> wires = new ArrayList<>();
    for (Value.Real part : parts) {
      if (part instanceof Computed computed) {
        for (Value.Real each : parts) {
          wires.add(each instanceof Computed own ? own.wires() : constant(call, computed, each));
        }
        return new Computed(vector, Wires.concat(wires));
      }
    }
    double[] values = new double[size];
    int at = 0;
    for (Value.Real part : parts) {
      for (int i = 0; i < part.shape().size(); i++) {
        values[at++] = ((Numbers) part).at(i);
      }
    }
    return new Numbers(call.node().outputs().get(0), vector, values);
  }

  /** Wires of constant numbers: rows of weight zero, beside a value. */
  private static Wires constant(Invocation call, Computed beside, Value.Real constant)
      throws NetworkFormatException {
    Numbers numbers = (Numbers) constant;
    int size = numbers.size();
    call.spend(3L * size);
    double[] biases = new double[size];
    Arrays.setAll(biases, numbers::at);
    AffineLayer layer = AffineLayer.selection(1, new int[size], new double[size], biases);
    return call.circuit().apply(layer, beside.wires().select(new int[] {0}));
  }
}
