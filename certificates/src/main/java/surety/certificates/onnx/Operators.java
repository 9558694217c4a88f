package surety.certificates.onnx;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import surety.certificates.onnx.OnnxModel.Node;

/** The operators that can be read, each with what it may look like and its rule. */
final class Operators {

  /** What a node gives, as a function of what it takes. */
  @FunctionalInterface
  interface Rule {
    Value apply(Invocation call) throws NetworkFormatException;
  }

  /** An operator that takes so many inputs and these attributes. */
  private record Operator(int fewest, int most, Set<String> attributes, Rule rule) {}

  private static final Map<String, Operator> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Add", elementwise(ElementwiseOperators::add)),
              Map.entry("Sub", elementwise(ElementwiseOperators::subtract)),
              Map.entry("Mul", elementwise(ElementwiseOperators::multiply)),
              Map.entry("Div", elementwise(ElementwiseOperators::divide)),
              Map.entry("Relu", new Operator(1, 1, Set.of(), ElementwiseOperators::relu)),
              Map.entry(
                  "Gemm",
                  new Operator(
                      2, 3, Set.of("alpha", "beta", "transA", "transB"), MatrixOperators::gemm)),
              Map.entry("MatMul", new Operator(2, 2, Set.of(), MatrixOperators::matMul)),
              Map.entry("Identity", new Operator(1, 1, Set.of(), call -> call.input(0))),
              Map.entry(
                  "Dropout", new Operator(1, 3, Set.of("ratio", "seed"), ShapeOperators::dropout)),
              Map.entry("Flatten", new Operator(1, 1, Set.of("axis"), ShapeOperators::flatten)),
              Map.entry(
                  "Reshape", new Operator(2, 2, Set.of("allowzero"), ShapeOperators::reshape)),
              Map.entry("Transpose", new Operator(1, 1, Set.of("perm"), ShapeOperators::transpose)),
              Map.entry(
                  "Constant",
                  new Operator(
                      0,
                      0,
                      Set.of("value", "value_float", "value_floats", "value_int", "value_ints"),
                      ConstantOperator::constant))));

  private Operators() {}

  /**
   * Checks what can be checked of a node without its inputs' values.
   *
   * @throws NetworkFormatException if the operator is not supported, or not with so many inputs or
   *     with these attributes
   */
  static void check(Node node) throws NetworkFormatException {
    Operator operator = ALL.get(node.operator());
    if (operator == null || !node.inDefaultDomain()) {
      throw new NetworkFormatException(
          "Operator %s is not supported; supported are %s"
              .formatted(node.describe(), String.join(", ", ALL.keySet())));
    }
    int inputs = node.inputs().size();
    if (inputs < operator.fewest || inputs > operator.most) {
      throw new NetworkFormatException(
          "%s: it has %d inputs, but takes %d to %d; export the network again"
              .formatted(node.describe(), inputs, operator.fewest, operator.most));
    }
    for (String attribute : node.attributes().keySet()) {
      if (!operator.attributes.contains(attribute)) {
        throw new NetworkFormatException(
            "%s: attribute %s is not supported; export the network for opset 7 to 22"
                .formatted(node.describe(), NetworkFormatException.quote(attribute)));
      }
    }
  }

  /** What the first output of a {@link #check checked} node stands for. */
  static Value apply(Invocation call) throws NetworkFormatException {
    return ALL.get(call.node().operator()).rule.apply(call);
  }

  private static Operator elementwise(Rule rule) {
    return new Operator(2, 2, Set.of(), rule);
  }
}
