package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import surety.certificates.onnx.OnnxModel.ValueInfo;

/** The messages that declare a graph's inputs and outputs. */
final class ValueInfoParser {

  private ValueInfoParser() {}

  /** ValueInfoProto. */
  static ValueInfo valueInfo(ProtobufReader in) throws NetworkFormatException {
    String name = "";
    ValueInfo type = new ValueInfo("", 0, Optional.empty());
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.once().string();
        case 2 -> type = type(in.once().nested("type"));
        default -> in.skip();
      }
    }
    if (name.isEmpty()) {
      throw in.error(in.offset(), "an input or output of the graph has no name");
    }
    return new ValueInfo(name, type.elementType(), type.dimensions());
  }

  /** TypeProto; of its alternatives only a tensor is of use. */
  private static ValueInfo type(ProtobufReader in) throws NetworkFormatException {
    ValueInfo type = new ValueInfo("", 0, Optional.empty());
    while (in.next()) {
      switch (in.field()) {
        case 1 -> type = tensorType(in.once().nested("tensor type"));
        case 4, 5, 8, 9 ->
            throw in.error(in.offset(), "an input or output of the graph is no plain tensor");
        default -> in.skip();
      }
    }
    return type;
  }

  /** TypeProto.Tensor. */
  private static ValueInfo tensorType(ProtobufReader in) throws NetworkFormatException {
    long elementType = 0;
    Optional<List<OptionalLong>> dimensions = Optional.empty();
    while (in.next()) {
      switch (in.field()) {
        case 1 -> elementType = in.once().integer();
        case 2 -> dimensions = Optional.of(tensorShape(in.once().nested("shape")));
        default -> in.skip();
      }
    }
    return new ValueInfo("", ModelParser.narrow(elementType), dimensions);
  }

  /** TensorShapeProto. */
  private static List<OptionalLong> tensorShape(ProtobufReader in) throws NetworkFormatException {
    List<OptionalLong> dimensions = new ArrayList<>();
    while (in.next()) {
      if (in.field() == 1) {
        dimensions.add(dimension(in.nested("dimension")));
      } else {
        in.skip();
      }
    }
    return List.copyOf(dimensions);
  }

  /** TensorShapeProto.Dimension: its value, or nothing if it is symbolic. */
  private static OptionalLong dimension(ProtobufReader in) throws NetworkFormatException {
    OptionalLong value = OptionalLong.empty();
    boolean symbolic = false;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> value = OptionalLong.of(in.once().integer());
        case 2 -> symbolic |= !in.once().string().isEmpty();
        default -> in.skip();
      }
    }
    if (symbolic && value.isPresent()) {
      throw in.error(in.offset(), "a dimension has both a value and a name");
    }
    return value;
  }
}
