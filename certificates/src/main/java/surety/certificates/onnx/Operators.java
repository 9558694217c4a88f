package surety.certificates.onnx;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import surety.certificates.onnx.OnnxModel.Node;

/** The operators that can be read, each with what it may look like and its rule. */
final class Operators {

  /** What a node with one output gives, as a function of what it takes. */
  @FunctionalInterface
  interface Rule {
    Value apply(Invocation call) throws NetworkFormatException;
  }

  /** What a node gives with each of its outputs. */
  @FunctionalInterface
  private interface Rules {
    List<Value> apply(Invocation call) throws NetworkFormatException;
  }

  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  /** An operator that takes so many inputs and these attributes. */
  private record Operator(
      int fewest, int most, Set<String> attributes, Rules rules, boolean hasManyOutputs) {

    Operator(int fewest, int most, Set<String> attributes, Rule rule) {
      this(fewest, most, attributes, call -> List.of(rule.apply(call)), false);
    }
  }

  private static final Map<String, Operator> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Add", elementwise(ElementwiseOperators::add)),
              Map.entry("Sub", elementwise(ElementwiseOperators::subtract)),
              Map.entry("Sum", new Operator(1, ANY_NUMBER, Set.of(), ElementwiseOperators::sum)),
              Map.entry("Max", new Operator(1, ANY_NUMBER, Set.of(), ExtremeOperators::max)),
              Map.entry("Min", new Operator(1, ANY_NUMBER, Set.of(), ExtremeOperators::min)),
              Map.entry(
                  "Concat", new Operator(1, ANY_NUMBER, Set.of("axis"), ConcatOperator::concat)),
              Map.entry(
                  "Split",
                  new Operator(
                      1, 2, Set.of("axis", "split", "num_outputs"), PartOperators::split, true)),
              Map.entry(
                  "Slice",
                  new Operator(1, 5, Set.of("starts", "ends", "axes"), PartOperators::slice)),
              Map.entry("Gather", new Operator(2, 2, Set.of("axis"), PartOperators::gather)),
              Map.entry("Tile", new Operator(2, 2, Set.of(), PartOperators::tile)),
              Map.entry(
                  "Pad", new Operator(1, 4, Set.of("mode", "pads", "value"), PartOperators::pad)),
              Map.entry("Mean", new Operator(1, ANY_NUMBER, Set.of(), ElementwiseOperators::mean)),
              Map.entry("ReduceSum", reduction(ReduceOperators::sum)),
              Map.entry("ReduceMean", reduction(ReduceOperators::mean)),
              Map.entry("ReduceMax", reduction(ReduceOperators::max)),
              Map.entry("ReduceMin", reduction(ReduceOperators::min)),
              Map.entry(
                  "BatchNormalization",
                  new Operator(
                      5,
                      5,
                      Set.of("epsilon", "momentum", "spatial", "training_mode"),
                      NormalizationOperators::batch)),
              Map.entry("Sqrt", unary(ElementwiseOperators::sqrt)),
              Map.entry("Exp", unary(ElementwiseOperators::exp)),
              Map.entry("Reciprocal", unary(ElementwiseOperators::reciprocal)),
              Map.entry("Cast", unary(CastOperator::cast, "to", "saturate")),
              Map.entry("Shape", unary(ShapeArithmetic::shape, "start", "end")),
              Map.entry("Size", unary(ShapeArithmetic::size)),
              Map.entry("ConstantOfShape", unary(ShapeArithmetic::constantOfShape, "value")),
              Map.entry("Range", new Operator(3, 3, Set.of(), ShapeArithmetic::range)),
              Map.entry("Equal", elementwise(ShapeArithmetic::equal)),
              Map.entry("Where", new Operator(3, 3, Set.of(), ShapeArithmetic::where)),
              Map.entry("Mul", elementwise(ElementwiseOperators::multiply)),
              Map.entry("Div", elementwise(ElementwiseOperators::divide)),
              Map.entry("Neg", unary(ElementwiseOperators::negate)),
              Map.entry("Relu", unary(ActivationOperators.RELU)),
              Map.entry("Tanh", unary(ActivationOperators.TANH)),
              Map.entry("Sigmoid", unary(ActivationOperators.SIGMOID)),
              Map.entry("Softplus", unary(ActivationOperators.SOFTPLUS)),
              Map.entry("Softsign", unary(ActivationOperators.SOFTSIGN)),
              Map.entry("Abs", unary(ActivationOperators.ABS)),
              Map.entry("LeakyRelu", unary(ActivationOperators::leakyRelu, "alpha")),
              Map.entry("Elu", unary(ActivationOperators::elu, "alpha")),
              Map.entry("Selu", unary(ActivationOperators::selu, "alpha", "gamma")),
              Map.entry("HardSigmoid", unary(ActivationOperators::hardSigmoid, "alpha", "beta")),
              Map.entry("PRelu", new Operator(2, 2, Set.of(), ActivationOperators::pRelu)),
              Map.entry(
                  "Clip", new Operator(1, 3, Set.of("min", "max"), ActivationOperators::clip)),
              Map.entry(
                  "Gemm",
                  new Operator(
                      2, 3, Set.of("alpha", "beta", "transA", "transB"), MatrixOperators::gemm)),
              Map.entry("MatMul", new Operator(2, 2, Set.of(), MatrixOperators::matMul)),
              Map.entry("Identity", unary(call -> call.input(0))),
              Map.entry(
                  "Dropout", new Operator(1, 3, Set.of("ratio", "seed"), ShapeOperators::dropout)),
              Map.entry("Squeeze", new Operator(1, 2, Set.of("axes"), ShapeOperators::squeeze)),
              Map.entry("Unsqueeze", new Operator(1, 2, Set.of("axes"), ShapeOperators::unsqueeze)),
              Map.entry("Expand", new Operator(2, 2, Set.of(), ShapeOperators::expand)),
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

  /** Whether a node's operator can be read at all. */
  static boolean isSupported(Node node) {
    return node.inDefaultDomain() && ALL.containsKey(node.operator());
  }

  /** All operators that can be read, for a message. */
  static String supported() {
    return String.join(", ", ALL.keySet());
  }

  /**
   * Checks what can be checked of a {@link #isSupported supported} node without its inputs' values.
   *
   * @throws NetworkFormatException if it is not supported with so many inputs or with these
   *     attributes
   */
  static void check(Node node) throws NetworkFormatException {
    Operator operator = ALL.get(node.operator());
    int inputs = node.inputs().size();
    if (inputs < operator.fewest || inputs > operator.most) {
      throw new NetworkFormatException(
          "%s: it has %d inputs, but takes %s; export the network again"
              .formatted(
                  node.describe(),
                  inputs,
                  operator.most == ANY_NUMBER
                      ? "at least " + operator.fewest
                      : operator.fewest + " to " + operator.most));
    }
    for (String attribute : node.attributes().keySet()) {
      if (!operator.attributes.contains(attribute)) {
        throw new NetworkFormatException(
            "%s: attribute %s is not supported; export the network for opset 7 to 22"
                .formatted(node.describe(), NetworkFormatException.quote(attribute)));
      }
    }
  }

  /** Whether all outputs of a node may be used, and not only the first. */
  static boolean hasManyOutputs(Node node) {
    Operator operator = ALL.get(node.operator());
    return operator != null && operator.hasManyOutputs;
  }

  /** What the outputs of a {@link #check checked} node stand for: of those that may be used. */
  static List<Value> apply(Invocation call) throws NetworkFormatException {
    List<Value> values = ALL.get(call.node().operator()).rules.apply(call);
    for (Value value : values) {
      if (value instanceof Value.Real real && real.shape().size() == 0) {
        throw call.error("it gives a tensor of shape %s without numbers".formatted(real.shape()));
      }
    }
    return values;
  }

  private static Operator unary(Rule rule, String... attributes) {
    return new Operator(1, 1, Set.of(attributes), rule);
  }

  private static Operator reduction(Rule rule) {
    return new Operator(1, 2, Set.of("axes", "keepdims", "noop_with_empty_axes"), rule);
  }

  private static Operator elementwise(Rule rule) {
    return new Operator(2, 2, Set.of(), rule);
  }
}
