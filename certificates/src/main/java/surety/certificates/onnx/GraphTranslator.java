package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import surety.certificates.network.NamedNetwork;
import surety.certificates.network.Port;
import surety.certificates.network.Wires;
import surety.certificates.onnx.OnnxModel.Graph;
import surety.certificates.onnx.OnnxModel.Node;
import surety.certificates.onnx.OnnxModel.ValueInfo;

/**
 * Follows the graph from its outputs back to its inputs and gives each value on the way its
 * meaning. Nodes that no output depends on are never looked at.
 */
final class GraphTranslator {

  private static final long OLDEST_OPSET = 7;
  private static final long NEWEST_OPSET = 22;

  private final Graph graph;
  private final long opset;
  private final Budget budget;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Node> producers = new HashMap<>();
  private final Set<String> inputNames = new HashSet<>();

  private final Map<String, byte[]> files;

  private GraphTranslator(OnnxModel model, Map<String, byte[]> files, Budget budget) {
    graph = model.graph();
    opset = model.opset();
    this.files = files;
    this.budget = budget;
  }

  /**
   * What a graph computes.
   *
   * @param files the contents of the files beside the model, by name
   */
  static NamedNetwork translate(OnnxModel model, Map<String, byte[]> files, Budget budget)
      throws NetworkFormatException {
    if (model.opset() < OLDEST_OPSET || model.opset() > NEWEST_OPSET) {
      throw new NetworkFormatException(
          "The model uses version %d of the ONNX operator set; supported are %d to %d; convert it"
              + " with onnx.version_converter",
          model.opset(), OLDEST_OPSET, NEWEST_OPSET);
    }
    return new GraphTranslator(model, files, budget).translate();
  }

  private NamedNetwork translate() throws NetworkFormatException {
    for (OnnxTensor tensor : graph.initializers()) {
      if (values.put(tensor.name(), new Value.Stored(tensor)) != null) {
        throw definedTwice(tensor.name());
      }
    }
    for (SparseTensor tensor : graph.sparseInitializers()) {
      if (values.put(tensor.name(), new Value.Sparse(tensor)) != null) {
        throw definedTwice(tensor.name());
      }
    }
    List<ValueInfo> inputs = freeInputs();
    registerProducers();
    Optional<String> missing = GraphEnds.missing(inputs, graph.outputs());
    MissingOperators.refuse(graph.outputs(), producers, missing);
    if (missing.isPresent()) {
      throw new NetworkFormatException("%s", missing.get());
    }
    GraphEnds.requireDifferent(graph.outputs());
    Map<String, Shape> shapes = new LinkedHashMap<>();
    long size = 0;
    for (ValueInfo input : inputs) {
      Shape shape = GraphEnds.inputShape(input);
      budget.spend(shape.size(), "input " + quote(input.name()));
      shapes.put(input.name(), shape);
      size += shape.size();
    }
    if (size > Integer.MAX_VALUE) {
      throw new NetworkFormatException(
          "The inputs have %d elements together, which are too many", size);
    }
    Context context = new Context(opset, budget, new Circuit((int) size), files);
    List<Port> from = new ArrayList<>();
    int first = 0;
    for (Map.Entry<String, Shape> input : shapes.entrySet()) {
      int elements = input.getValue().size();
      values.put(input.getKey(), new Computed(input.getValue(), Wires.range(first, elements)));
      from.add(new Port(input.getKey(), elements));
      first += elements;
    }
    List<Port> to = new ArrayList<>();
    List<Wires> wires = new ArrayList<>();
    for (ValueInfo output : graph.outputs()) {
      Computed result = result(output, context, from);
      to.add(new Port(output.name(), result.shape().size()));
      wires.add(result.wires());
    }
    return new NamedNetwork(context.circuit().network(joined(wires)), from, to);
  }

  private Wires joined(List<Wires> outputs) throws NetworkFormatException {
    if (outputs.size() == 1) {
      return outputs.get(0);
    }
    budget.spend(outputs.stream().mapToLong(Wires::size).sum(), "the vector of all outputs");
    return Wires.concat(outputs);
  }

  private Computed result(ValueInfo output, Context context, List<Port> inputs)
      throws NetworkFormatException {
    if (!(valueOf(output.name(), context) instanceof Computed result)) {
      throw new NetworkFormatException(
          "The output %s does not depend on %s; a constant is no network",
          quote(output.name()),
          inputs.size() == 1 ? "the input " + quote(inputs.get(0).name()) : "any input");
    }
    GraphEnds.checkOutput(output, result.shape());
    return result;
  }

  /** The inputs that no initializer gives a value to. */
  private List<ValueInfo> freeInputs() throws NetworkFormatException {
    List<ValueInfo> free = new ArrayList<>();
    for (ValueInfo input : graph.inputs()) {
      if (!inputNames.add(input.name())) {
        throw definedTwice(input.name());
      }
      if (!values.containsKey(input.name())) {
        free.add(input);
      }
    }
    return free;
  }

  private void registerProducers() throws NetworkFormatException {
    for (Node node : graph.nodes()) {
      for (String output : node.outputs()) {
        if (output.isEmpty()) {
          continue;
        }
        if (values.containsKey(output)
            || inputNames.contains(output)
            || producers.put(output, node) != null) {
          throw definedTwice(output);
        }
      }
    }
  }

  /** The value of a name, after those of everything that it depends on: depth first, on a stack. */
  private Value valueOf(String wanted, Context context) throws NetworkFormatException {
    Deque<Node> path = new ArrayDeque<>();
    BitSet onPath = new BitSet();
    Optional<String> needed = Optional.of(wanted).filter(name -> !values.containsKey(name));
    String reader = "the output of the network";
    while (needed.isPresent() || !path.isEmpty()) {
      if (needed.isPresent()) {
        Node node = producer(needed.get(), reader);
        if (onPath.get(node.index())) {
          throw new NetworkFormatException(
              "The graph has a cycle through %s at %s; a feed-forward network has none",
              quote(needed.get()), node.describe());
        }
        Operators.check(node);
        onPath.set(node.index());
        path.push(node);
      } else {
        Node node = path.pop();
        onPath.clear(node.index());
        Call call = invocation(node, context);
        putAll(node.outputs(), Operators.apply(call));
        context.circuit().unevaluable(FloatOperators.obstacle(call));
      }
      needed = path.isEmpty() ? Optional.empty() : unknownInput(path.peek());
      reader = path.isEmpty() ? "" : path.peek().describe();
    }
    return values.get(wanted);
  }

  private Optional<String> unknownInput(Node node) {
    return node.inputs().stream()
        .filter(name -> !name.isEmpty() && !values.containsKey(name))
        .findFirst();
  }

  private void putAll(List<String> names, List<Value> results) {
    for (int i = 0; i < results.size(); i++) {
      if (!names.get(i).isEmpty()) {
        values.put(names.get(i), results.get(i));
      }
    }
  }

  private Call invocation(Node node, Context context) {
    List<Value> inputs = new ArrayList<>();
    for (String name : node.inputs()) {
      inputs.add(name.isEmpty() ? new Value.Omitted() : values.get(name));
    }
    return new Call(node, inputs, context);
  }

  /** The node that gives a name its value: with its first output, if that is all it may have. */
  private Node producer(String name, String reader) throws NetworkFormatException {
    Node node = producers.get(name);
    if (node == null) {
      throw new NetworkFormatException(
          "Nothing in the graph defines %s, which %s needs; export the network again",
          quote(name), reader);
    }
    if (!node.outputs().get(0).equals(name) && !Operators.hasManyOutputs(node)) {
      throw new NetworkFormatException(
          "%s: its further output %s is used, but only the first output is supported",
          node.describe(), quote(name));
    }
    return node;
  }

  private static NetworkFormatException definedTwice(String name) {
    return new NetworkFormatException(
        "The graph defines %s twice; each name must have one meaning", quote(name));
  }
}
