package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import surety.certificates.onnx.OnnxModel.Attribute;
import surety.certificates.onnx.OnnxModel.Graph;
import surety.certificates.onnx.OnnxModel.Node;
import surety.certificates.onnx.OnnxModel.ValueInfo;

/**
 * The part of ONNX's messages (onnx.proto) that a feed-forward network needs. Field numbers are
 * those of onnx.proto; fields that cannot change what the network computes are skipped unread.
 *
 * <p>There is one method for each message and none calls itself, however deep a file nests: the
 * subgraphs of control flow are among what is skipped.
 */
final class ModelParser {

  private static final ByteBuffer NO_DATA = ByteBuffer.allocate(0);

  /** A place in a file: anything longer is beyond the end of any. */
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

  private ModelParser() {}

  /** ModelProto. */
  static OnnxModel model(byte[] file) throws NetworkFormatException {
    if (file.length == 0) {
      throw new NetworkFormatException("Not a readable ONNX file: it is empty");
    }
    ProtobufReader in = new ProtobufReader(file, "model");
    Optional<Graph> graph = Optional.empty();
    OptionalLong opset = OptionalLong.empty();
    while (in.next()) {
      switch (in.field()) {
        case 7 -> graph = Optional.of(graph(in.once().nested("graph")));
        case 8 -> opset = opset(in, opset);
        case 25 -> refuseRedefinition(in.nested("function"));
        default -> in.skip();
      }
    }
    if (graph.isEmpty()) {
      throw new NetworkFormatException("Not a readable ONNX file: there is no graph in it");
    }
    if (opset.isEmpty()) {
      throw new NetworkFormatException(
          "Not a readable ONNX file: no version of the default operator set is given");
    }
    return new OnnxModel(opset.getAsLong(), graph.get());
  }

  /** OperatorSetIdProto: the default domain's version, or what was known before. */
  private static OptionalLong opset(ProtobufReader model, OptionalLong known)
      throws NetworkFormatException {
    int offset = model.offset();
    ProtobufReader in = model.nested("opset_import");
    String domain = "";
    long version = 0;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> domain = in.once().string();
        case 2 -> version = in.once().integer();
        default -> in.skip();
      }
    }
    if (!domain.isEmpty() && !domain.equals("ai.onnx")) {
      return known;
    }
    if (known.isPresent() && known.getAsLong() != version) {
      throw model.error(
          offset,
          "a second version of the default operator set, %d after %d",
          version,
          known.getAsLong());
    }
    return OptionalLong.of(version);
  }

  /** FunctionProto: a model may not give a standard operator another meaning. */
  private static void refuseRedefinition(ProtobufReader in) throws NetworkFormatException {
    String name = "";
    String domain = "";
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.once().string();
        case 10 -> domain = in.once().string();
        default -> in.skip();
      }
    }
    if (domain.isEmpty() || domain.equals("ai.onnx")) {
      throw new NetworkFormatException(
          "The model defines a function %s in the standard domain, which is not supported; inline"
              + " the model's functions",
          quote(name));
    }
  }

  /** GraphProto. */
  private static Graph graph(ProtobufReader in) throws NetworkFormatException {
    List<Node> nodes = new ArrayList<>();
    List<OnnxTensor> initializers = new ArrayList<>();
    List<SparseTensor> sparseInitializers = new ArrayList<>();
    List<ValueInfo> inputs = new ArrayList<>();
    List<ValueInfo> outputs = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case 1 -> nodes.add(node(in.nested("node"), nodes.size()));
        case 5 -> initializers.add(initializer(in.nested("initializer")));
        case 11 -> inputs.add(ValueInfoParser.valueInfo(in.nested("input")));
        case 12 -> outputs.add(ValueInfoParser.valueInfo(in.nested("output")));
        case 15 -> {
          SparseTensor tensor = sparseTensor(in.nested("sparse_initializer"));
          if (tensor.name().isEmpty()) {
            throw in.error(in.offset(), "a sparse initializer has no name");
          }
          sparseInitializers.add(tensor);
        }
        default -> in.skip();
      }
    }
    return new Graph(
        List.copyOf(nodes),
        List.copyOf(initializers),
        List.copyOf(sparseInitializers),
        List.copyOf(inputs),
        List.copyOf(outputs));
  }

  /** NodeProto. */
  private static Node node(ProtobufReader in, int index) throws NetworkFormatException {
    List<String> inputs = new ArrayList<>(0);
    List<String> outputs = new ArrayList<>(0);
    String name = "";
    String operator = "";
    String domain = "";
    Map<String, Attribute> attributes = new HashMap<>(0);
    while (in.next()) {
      switch (in.field()) {
        case 1 -> inputs.add(in.string());
        case 2 -> outputs.add(in.string());
        case 3 -> name = in.once().string();
        case 4 -> operator = in.once().string();
        case 5 -> {
          Attribute attribute = attribute(in.nested("attribute"));
          if (attributes.put(attribute.name(), attribute) != null) {
            throw in.error(in.offset(), "attribute %s is given twice", quote(attribute.name()));
          }
        }
        case 7 -> domain = in.once().string();
        default -> in.skip();
      }
    }
    if (operator.isEmpty() || outputs.isEmpty()) {
      throw in.error(in.offset(), "node number %d has no operator or no output", index);
    }
    return new Node(
        index,
        name,
        domain,
        operator,
        List.copyOf(inputs),
        List.copyOf(outputs),
        Map.copyOf(attributes));
  }

  /** AttributeProto. */
  private static Attribute attribute(ProtobufReader in) throws NetworkFormatException {
    String name = "";
    long type = 0;
    float number = 0;
    long integer = 0;
    String text = "";
    Optional<OnnxTensor> tensor = Optional.empty();
    Optional<SparseTensor> sparseTensor = Optional.empty();
    ByteArrayOutputStream numbers = new ByteArrayOutputStream(0);
    LongList integers = new LongList();
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.once().string();
        case 2 -> number = in.once().float32();
        case 3 -> integer = in.once().integer();
        case 4 -> text = text(in.once().data());
        case 5 -> tensor = Optional.of(tensor(in.once().nested("tensor")));
        case 7 -> in.fixed(4, numbers);
        case 8 -> in.integers(integers);
        case 20 -> type = in.once().integer();
        case 22 -> sparseTensor = Optional.of(sparseTensor(in.once().nested("sparse_tensor")));
        case 21 ->
            throw in.error(
                in.offset(), "attribute %s refers to a function's parameter", quote(name));
        default -> in.skip();
      }
    }
    if (name.isEmpty()) {
      throw in.error(in.offset(), "an attribute has no name");
    }
    return new Attribute(
        name,
        narrow(type),
        number,
        integer,
        text,
        tensor,
        sparseTensor,
        finished(numbers),
        integers.finished());
  }

  /** Bytes that need not be text: what is none has no meaning either. */
  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static OnnxTensor initializer(ProtobufReader in) throws NetworkFormatException {
    OnnxTensor tensor = tensor(in);
    if (tensor.name().isEmpty()) {
      throw in.error(in.offset(), "an initializer has no name");
    }
    return tensor;
  }

  /** SparseTensorProto. */
  private static SparseTensor sparseTensor(ProtobufReader in) throws NetworkFormatException {
    Optional<OnnxTensor> values = Optional.empty();
    Optional<OnnxTensor> indices = Optional.empty();
    LongList dims = new LongList();
    while (in.next()) {
      switch (in.field()) {
        case 1 -> values = Optional.of(tensor(in.once().nested("values")));
        case 2 -> indices = Optional.of(tensor(in.once().nested("indices")));
        case 3 -> in.integers(dims);
        default -> in.skip();
      }
    }
    return new SparseTensor(values, indices, dims.finished());
  }

  /** TensorProto. */
  private static OnnxTensor tensor(ProtobufReader in) throws NetworkFormatException {
    LongList dims = new LongList();
    LongList integers = new LongList();
    ByteArrayOutputStream floats = new ByteArrayOutputStream(0);
    ByteArrayOutputStream doubles = new ByteArrayOutputStream(0);
    ByteBuffer raw = NO_DATA;
    String name = "";
    long type = 0;
    boolean external = false;
    Map<String, String> entries = new HashMap<>(0);
    boolean segmented = false;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> in.integers(dims);
        case 2 -> type = in.once().integer();
        case 3 -> {
          segmented = true;
          in.skip();
        }
        case 4 -> in.fixed(4, floats);
        case 5, 7 -> in.integers(integers);
        case 8 -> name = in.once().string();
        case 9 -> raw = in.once().data();
        case 10 -> in.fixed(8, doubles);
        case 13 -> {
          external = true;
          entry(in.nested("external data"), entries);
        }
        case 14 -> external |= in.once().integer() != 0;
        default -> in.skip();
      }
    }
    return new OnnxTensor(
        name,
        dims.finished(),
        narrow(type),
        raw,
        finished(floats),
        finished(doubles),
        integers.finished(),
        external ? Optional.of(external(in, entries)) : Optional.empty(),
        segmented);
  }

  /** StringStringEntryProto: a later one of the same key is another meaning. */
  private static void entry(ProtobufReader in, Map<String, String> entries)
      throws NetworkFormatException {
    String key = "";
    String value = "";
    while (in.next()) {
      switch (in.field()) {
        case 1 -> key = in.once().string();
        case 2 -> value = in.once().string();
        default -> in.skip();
      }
    }
    if (entries.put(key, value) != null) {
      throw in.error(in.offset(), "%s of external data is given twice", quote(key));
    }
  }

  private static ExternalData external(ProtobufReader in, Map<String, String> entries)
      throws NetworkFormatException {
    return new ExternalData(
        entries.getOrDefault("location", ""),
        place(in, entries, "offset"),
        place(in, entries, "length"));
  }

  private static OptionalLong place(ProtobufReader in, Map<String, String> entries, String key)
      throws NetworkFormatException {
    String value = entries.get(key);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!PLACE.matcher(value).matches()) {
      throw in.error(in.offset(), "%s of external data is no number but %s", key, quote(value));
    }
    return OptionalLong.of(Long.parseLong(value));
  }

  /** The number, or -1 for one that no enum has. */
  static int narrow(long number) {
    return number == (int) number ? (int) number : -1;
  }

  private static ByteBuffer finished(ByteArrayOutputStream bytes) {
    return bytes.size() == 0 ? NO_DATA : ByteBuffer.wrap(bytes.toByteArray());
  }
}
