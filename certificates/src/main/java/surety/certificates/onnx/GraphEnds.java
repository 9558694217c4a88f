package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import surety.certificates.onnx.OnnxModel.ValueInfo;

/**
 * The graph's inputs and outputs: that there are any, and their declared shapes. A network is read
 * for one sample: a first dimension that is symbolic, which is how a batch is declared, counts as
 * 1.
 */
final class GraphEnds {

  private GraphEnds() {}

  /**
   * What is missing at the ends, and what to do, unless there is at least one of each.
   *
   * @param inputs those without a value
   */
  static Optional<String> missing(List<ValueInfo> inputs, List<ValueInfo> outputs) {
    List<String> wrong = new ArrayList<>();
    if (inputs.isEmpty()) {
      wrong.add("The network has 0 inputs without a value; export it with at least one");
    }
    if (outputs.isEmpty()) {
      wrong.add("The network has 0 outputs; export it with at least one");
    }
    return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", wrong));
  }

  /** One value is one output. */
  static void requireDifferent(List<ValueInfo> outputs) throws NetworkFormatException {
    Set<String> names = new HashSet<>();
    for (ValueInfo output : outputs) {
      if (!names.add(output.name())) {
        throw new NetworkFormatException(
            "The graph lists the output %s twice; export it with each output once",
            quote(output.name()));
      }
    }
  }

  /** The shape of the input, of at least one element. */
  static Shape inputShape(ValueInfo input) throws NetworkFormatException {
    String what = "Input " + quote(input.name());
    requireReal(what, input.elementType());
    List<OptionalLong> dimensions =
        input
            .dimensions()
            .orElseThrow(
                () ->
                    new NetworkFormatException(
                        "%s has no shape; export the network with the shape of its input", what));
    long[] dims = new long[dimensions.size()];
    for (int i = 0; i < dims.length; i++) {
      if (dimensions.get(i).isEmpty() && (i > 0 || dims.length == 1)) {
        throw new NetworkFormatException(
            "%s has no fixed size in dimension %d; only the first of several dimensions, the batch,"
                + " may be symbolic, so export the network with a fixed input size",
            what, i);
      }
      dims[i] = dimensions.get(i).orElse(1);
    }
    Shape shape = Shape.checked(dims, what);
    if (shape.size() == 0) {
      throw new NetworkFormatException(
          "%s has the shape %s without any element; export the network with batch size 1",
          what, shape);
    }
    if (shape.rank() > 1 && shape.dim(0) > 1 && shape.product(1, shape.rank()) > 1) {
      throw new NetworkFormatException(
          "%s has the shape %s, a batch of %d; a network is read for one sample, so export it with"
              + " batch size 1 or a symbolic one",
          what, shape, shape.dim(0));
    }
    return shape;
  }

  /** Refuses a declaration of the output that contradicts the shape that was computed. */
  static void checkOutput(ValueInfo output, Shape computed) throws NetworkFormatException {
    String what = "Output " + quote(output.name());
    if (output.elementType() != 0) {
      requireReal(what, output.elementType());
    }
    if (output.dimensions().isEmpty()) {
      return;
    }
    long declared = 1;
    for (int i = 0; i < output.dimensions().get().size(); i++) {
      OptionalLong dimension = output.dimensions().get().get(i);
      if (dimension.isEmpty() && i > 0) {
        return;
      }
      long dim = dimension.orElse(1);
      declared = dim < 0 || dim > computed.size() ? -1 : declared * dim;
      if (declared < 0 || declared > computed.size()) {
        break;
      }
    }
    if (declared != computed.size()) {
      throw new NetworkFormatException(
          "%s is declared with another size than the shape %s that the graph computes; correct the"
              + " declaration (onnx.shape_inference) or export the network again",
          what, computed);
    }
  }

  private static void requireReal(String what, int elementType) throws NetworkFormatException {
    if (!TensorType.isReal(elementType)) {
      throw new NetworkFormatException(
          "%s has elements of %s; only float and double networks can be read, so export it as one",
          what, TensorType.name(elementType));
    }
  }
}
