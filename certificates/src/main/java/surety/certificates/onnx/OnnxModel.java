package surety.certificates.onnx;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the reader keeps of a ModelProto: the version of the default operator set and the main
 * graph.
 */
record OnnxModel(long opset, Graph graph) {

  /** The main graph. Initializers keep their order in the file; their data is still undecoded. */
  record Graph(
      List<Node> nodes,
      List<OnnxTensor> initializers,
      List<SparseTensor> sparseInitializers,
      List<ValueInfo> inputs,
      List<ValueInfo> outputs) {}

  /**
   * One application of an operator.
   *
   * @param index the position in the graph, from 0
   * @param inputs names of values; an empty one is an omitted optional input
   */
  record Node(
      int index,
      String name,
      String domain,
      String operator,
      List<String> inputs,
      List<String> outputs,
      Map<String, Attribute> attributes) {

    /** For messages: the operator and the node's name or, without one, its position. */
    String describe() {
      String place = name.isEmpty() ? "number " + index : NetworkFormatException.quote(name);
      return operatorName() + " (node " + place + ")";
    }

    /** The operator with its domain, unless that is the default one. */
    String operatorName() {
      String full = inDefaultDomain() ? operator : domain + "." + operator;
      String quoted = NetworkFormatException.quote(full);
      return quoted.substring(1, quoted.length() - 1);
    }

    boolean inDefaultDomain() {
      return domain.isEmpty() || domain.equals("ai.onnx");
    }
  }

  /**
   * An attribute of a node: its declared type (0 in very old files) and the fields that are of use
   * here, each with protobuf's default where the file is silent.
   *
   * @param numbers floats, little-endian
   */
  record Attribute(
      String name,
      int type,
      float number,
      long integer,
      String text,
      Optional<OnnxTensor> tensor,
      Optional<SparseTensor> sparseTensor,
      ByteBuffer numbers,
      LongBuffer integers) {

    static final int FLOAT = 1;
    static final int INT = 2;
    static final int STRING = 3;
    static final int TENSOR = 4;
    static final int FLOATS = 6;
    static final int INTS = 7;
    static final int SPARSE_TENSOR = 11;
  }

  /**
   * The declaration of an input or output.
   *
   * @param elementType 0 if there is none
   * @param dimensions empty if no shape is declared; an empty dimension is a symbolic one
   */
  record ValueInfo(String name, int elementType, Optional<List<OptionalLong>> dimensions) {}
}
