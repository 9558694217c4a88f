package surety.certificates.onnx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import surety.certificates.activation.Activation;
import surety.certificates.onnx.OnnxModel.Node;

/** The operators that can be read, each with what it may look like and its rule. */
final class Operators {

  /** What a node with one output gives, as a function of what it takes. */
  @FunctionalInterface
  interface Rule {
    Value apply(Call call) throws NetworkFormatException;
  }

  /** What a node gives with each of its outputs. */
  @FunctionalInterface
  private interface Rules {
    List<Value> apply(Call call) throws NetworkFormatException;
  }

  private static final int ANY_NUMBER = Integer.MAX_VALUE;
  private static final String WINDOW = "auto_pad dilations pads strides";

  /** An operator that takes so many inputs and these attributes, by their names. */
  private record Operator(
      int fewest, int most, String attributes, Rules rules, boolean hasManyOutputs) {}

  private static final Map<String, Operator> ALL =
      new TreeMap<>(
          Map.ofEntries(
              operator("Add", 2, 2, Arithmetic.SUM::ofInputs, ""),
              operator("Sub", 2, 2, Arithmetic.DIFFERENCE::ofInputs, ""),
              operator("Mul", 2, 2, Arithmetic.PRODUCT::ofInputs, ""),
              operator("Div", 2, 2, ElementwiseOperators::divide, ""),
              operator("Neg", 1, 1, ElementwiseOperators::negate, ""),
              operator("Sqrt", 1, 1, ElementwiseOperators::sqrt, ""),
              operator("Exp", 1, 1, ElementwiseOperators::exp, ""),
              operator("Log", 1, 1, ElementwiseOperators::log, ""),
              operator("Pow", 2, 2, PowerOperators::pow, ""),
              operator("Reciprocal", 1, 1, ElementwiseOperators::reciprocal, ""),
              operator("Sum", 1, ANY_NUMBER, ElementwiseOperators::sum, ""),
              operator("Mean", 1, ANY_NUMBER, ElementwiseOperators::mean, ""),
              operator("Max", 1, ANY_NUMBER, ExtremeOperators::max, ""),
              operator("Min", 1, ANY_NUMBER, ExtremeOperators::min, ""),
              reduction("ReduceSum", ReduceOperators::sum),
              reduction("ReduceMean", ReduceOperators::mean),
              reduction("ReduceL1", ReduceOperators::l1),
              reduction("ReduceL2", ReduceOperators::l2),
              reduction("ReduceSumSquare", ReduceOperators::sumSquare),
              reduction("ReduceLogSum", ReduceOperators::logSum),
              reduction("ReduceLogSumExp", ReduceOperators::logSumExp),
              reduction("ReduceMax", ReduceOperators::max),
              reduction("ReduceMin", ReduceOperators::min),
              reduction("ReduceProd", ReduceOperators::product),
              operator("MatMul", 2, 2, MatrixOperators::matMul, ""),
              operator("Gemm", 2, 3, MatrixOperators::gemm, "alpha beta transA transB"),
              operator("Conv", 2, 3, ConvolutionOperators::conv, "group kernel_shape " + WINDOW),
              operator(
                  "ConvTranspose",
                  2,
                  3,
                  ConvolutionOperators::convTranspose,
                  "group kernel_shape output_padding output_shape " + WINDOW),
              operator(
                  "AveragePool",
                  1,
                  1,
                  PoolOperators::average,
                  "ceil_mode count_include_pad kernel_shape " + WINDOW),
              operator(
                  "MaxPool",
                  1,
                  1,
                  PoolOperators::greatest,
                  "ceil_mode kernel_shape storage_order " + WINDOW),
              operator("GlobalAveragePool", 1, 1, ReduceOperators::channelMean, ""),
              operator("GlobalMaxPool", 1, 1, ReduceOperators::channelMax, ""),
              operator(
                  "BatchNormalization",
                  5,
                  5,
                  NormalizationOperators::batch,
                  "epsilon momentum spatial training_mode"),
              operator(
                  "LayerNormalization",
                  2,
                  3,
                  NormalizationOperators::layer,
                  "axis epsilon stash_type"),
              operator("InstanceNormalization", 3, 3, NormalizationOperators::instance, "epsilon"),
              operator(
                  "GroupNormalization",
                  3,
                  3,
                  NormalizationOperators::group,
                  "epsilon num_groups stash_type"),
              operator("Softmax", 1, 1, ScoreOperators::softmax, "axis"),
              operator("LogSoftmax", 1, 1, ScoreOperators::logSoftmax, "axis"),
              function("Relu", Activation.RELU),
              function("Sin", Activation.SIN),
              function("Cos", Activation.COS),
              operator("Celu", 1, 1, ActivationOperators::celu, "alpha"),
              function("Erf", Activation.ERF),
              function("HardSwish", Activation.HARD_SWISH),
              operator("Gelu", 1, 1, ActivationOperators::gelu, "approximate"),
              operator("Mish", 1, 1, ActivationOperators::mish, ""),
              operator("ThresholdedRelu", 1, 1, ActivationOperators::thresholdedRelu, "alpha"),
              function("Tanh", Activation.TANH),
              function("Sigmoid", Activation.SIGMOID),
              function("Softplus", Activation.SOFTPLUS),
              function("Softsign", Activation.SOFTSIGN),
              function("Abs", Activation.ABS),
              operator("LeakyRelu", 1, 1, ActivationOperators::leakyRelu, "alpha"),
              operator("Elu", 1, 1, ActivationOperators::elu, "alpha"),
              operator("Selu", 1, 1, ActivationOperators::selu, "alpha gamma"),
              operator("HardSigmoid", 1, 1, ActivationOperators::hardSigmoid, "alpha beta"),
              operator("PRelu", 2, 2, ActivationOperators::pRelu, ""),
              operator("Clip", 1, 3, ActivationOperators::clip, "min max"),
              operator("Identity", 1, 1, call -> call.input(0), ""),
              operator("Dropout", 1, 3, ShapeOperators::dropout, "ratio seed"),
              operator("Flatten", 1, 1, ShapeOperators::flatten, "axis"),
              operator("Reshape", 2, 2, ShapeOperators::reshape, "allowzero"),
              operator("Squeeze", 1, 2, ShapeOperators::squeeze, "axes"),
              operator("Unsqueeze", 1, 2, ShapeOperators::unsqueeze, "axes"),
              operator("Transpose", 1, 1, ShapeOperators::transpose, "perm"),
              operator("Expand", 2, 2, ShapeOperators::expand, ""),
              operator("Tile", 2, 2, PartOperators::tile, ""),
              operator("Pad", 1, 4, PartOperators::pad, "mode pads value"),
              operator("Upsample", 1, 2, ResizeOperator::upsample, "mode scales"),
              operator(
                  "Resize",
                  1,
                  4,
                  ResizeOperator::resize,
                  "antialias axes coordinate_transformation_mode cubic_coeff_a exclude_outside"
                      + " extrapolation_value keep_aspect_ratio_policy mode nearest_mode"),
              operator("DepthToSpace", 1, 1, SpaceOperators::depthToSpace, "blocksize mode"),
              operator("SpaceToDepth", 1, 1, SpaceOperators::spaceToDepth, "blocksize"),
              operator("Slice", 1, 5, PartOperators::slice, "starts ends axes"),
              operator("Gather", 2, 2, PartOperators::gather, "axis"),
              operator("GatherElements", 2, 2, ElementOperators::gatherElements, "axis"),
              operator("GatherND", 2, 2, ElementOperators::gatherNd, "batch_dims"),
              operator("OneHot", 3, 3, ElementOperators::oneHot, "axis"),
              operator("Trilu", 1, 2, ElementOperators::trilu, "upper"),
              operator("Compress", 2, 2, ElementOperators::compress, "axis"),
              operator("NonZero", 1, 1, ElementOperators::nonZero, ""),
              operator("ScatterND", 3, 3, ScatterOperators::slices, "reduction"),
              operator("ScatterElements", 3, 3, ScatterOperators::elements, "axis reduction"),
              operator("Scatter", 3, 3, ScatterOperators::elements, "axis"),
              Map.entry(
                  "Split",
                  new Operator(1, 2, "axis split num_outputs", PartOperators::split, true)),
              operator("Concat", 1, ANY_NUMBER, ConcatOperator::concat, "axis"),
              operator("Cast", 1, 1, CastOperator::cast, "to saturate"),
              operator(
                  "Constant",
                  0,
                  0,
                  ConstantOperator::constant,
                  "sparse_value value value_float value_floats value_int value_ints"),
              operator("ConstantOfShape", 1, 1, IntegerOperators::constantOfShape, "value"),
              operator("Shape", 1, 1, IntegerOperators::shape, "start end"),
              operator("Size", 1, 1, IntegerOperators::size, ""),
              operator("Range", 3, 3, IntegerOperators::range, ""),
              constants("Equal", sign -> sign == 0),
              constants("Less", sign -> sign < 0),
              constants("LessOrEqual", sign -> sign <= 0),
              constants("Greater", sign -> sign > 0),
              constants("GreaterOrEqual", sign -> sign >= 0),
              operator("And", 2, 2, ConstantOperators.logical((a, b) -> a & b), ""),
              operator("Or", 2, 2, ConstantOperators.logical((a, b) -> a | b), ""),
              operator("Xor", 2, 2, ConstantOperators.logical((a, b) -> a ^ b), ""),
              operator("Not", 1, 1, ConstantOperators::not, ""),
              operator("Floor", 1, 1, ConstantOperators.step(ConstantOperators::floor), ""),
              operator("Ceil", 1, 1, ConstantOperators.step(ConstantOperators::ceil), ""),
              operator("Sign", 1, 1, ConstantOperators.step(ConstantOperators::sign), ""),
              operator("Round", 1, 1, ConstantOperators.step(ConstantOperators::round), ""),
              operator("Mod", 2, 2, IntegerOperators::remainder, "fmod"),
              operator(
                  "DequantizeLinear", 2, 3, QuantizationOperators::dequantize, "axis block_size"),
              operator("Where", 3, 3, IntegerOperators::where, "")));

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
          "%s: it has %d inputs, but takes %s; export the network again",
          node.describe(),
          inputs,
          operator.most == ANY_NUMBER
              ? "at least " + operator.fewest
              : operator.fewest + " to " + operator.most);
    }
    List<String> known = List.of(operator.attributes.split(" "));
    for (String attribute : new TreeSet<>(node.attributes().keySet())) {
      if (!known.contains(attribute)) {
        throw new NetworkFormatException(
            "%s: attribute %s is not supported; export the network for opset 7 to 22",
            node.describe(), NetworkFormatException.quote(attribute));
      }
    }
  }

  /** Whether all outputs of a node may be used, and not only the first. */
  static boolean hasManyOutputs(Node node) {
    Operator operator = ALL.get(node.operator());
    return operator != null && operator.hasManyOutputs;
  }

  /** What the outputs of a {@link #check checked} node stand for: of those that may be used. */
  static List<Value> apply(Call call) throws NetworkFormatException {
    List<Value> values = ALL.get(call.node().operator()).rules.apply(call);
    for (Value value : values) {
      if (value instanceof Value.Real real && real.shape().size() == 0) {
        throw call.error("it gives a tensor of shape %s without numbers", real.shape());
      }
    }
    return values;
  }

  private static Map.Entry<String, Operator> operator(
      String name, int fewest, int most, Rule rule, String attributes) {
    Rules rules = call -> List.of(rule.apply(call));
    return Map.entry(name, new Operator(fewest, most, attributes, rules, false));
  }

  private static Map.Entry<String, Operator> function(String name, Activation activation) {
    return operator(name, 1, 1, ActivationOperators.always(activation), "");
  }

  private static Map.Entry<String, Operator> constants(String name, IntPredicate holds) {
    return operator(name, 2, 2, ConstantOperators.comparison(holds), "");
  }

  private static Map.Entry<String, Operator> reduction(String name, Rule rule) {
    return operator(name, 1, 2, rule, "axes keepdims noop_with_empty_axes");
  }
}
