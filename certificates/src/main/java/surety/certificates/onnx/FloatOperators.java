package surety.certificates.onnx;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which nodes a runtime computes as the gates that stand for them say, so that bounds of rounding
 * errors gate by gate are bounds of its own: one sum of products, one function, one division by a
 * constant or of one by a computed number, or no arithmetic at all. A product of two computed
 * numbers has no bounds: as squares it has none, and {@link GatedProducts} that have none are noted
 * there. A mean is a sum in any order, divided by the number of summands or multiplied by its
 * rounded reciprocal; a normalisation in a batch is computed from its constants in any of the usual
 * ways, or with factors computed beforehand. A maximum of two computed values is covered, too: it
 * is exact, and as far away as either of them, and its gates b + relu(a - b) are given no less.
 *
 * <p>Of all else it is not known in which steps a runtime does it; or it is known but in exact
 * numbers here, as constants that are computed from constants are.
 */
final class FloatOperators {
  /** Maps of indices, and what makes constants and shapes of nothing else. */
  private static final Set<String> NO_ARITHMETIC =
      Set.of(
          "Identity",
          "Dropout",
          "Flatten",
          "Reshape",
          "Squeeze",
          "Unsqueeze",
          "Transpose",
          "Expand",
          "Tile",
          "Pad",
          "Slice",
          "Gather",
          "Split",
          "Concat",
          "Constant",
          "ConstantOfShape",
          "Shape",
          "Size",
          "Range",
          "GatherElements",
          "GatherND",
          "Trilu",
          "Compress",
          "NonZero",
          "OneHot",
          "DepthToSpace",
          "SpaceToDepth",
          "Equal",
          "Where");

  private static final Set<String> ONE_STEP =
      Set.of(
          "Add",
          "Sub",
          "Mul",
          "Div",
          "Neg",
          "Sum",
          "Max",
          "Min",
          "Mean",
          "ReduceSum",
          "ReduceMean",
          "GlobalAveragePool",
          "AveragePool",
          "BatchNormalization",
          "ReduceMax",
          "ReduceMin",
          "MaxPool",
          "GlobalMaxPool",
          "MatMul",
          "Gemm",
          "Relu",
          "Tanh",
          "Sigmoid",
          "Softplus",
          "Softsign",
          "Abs",
          "LeakyRelu",
          "Elu",
          "Selu",
          "HardSigmoid",
          "PRelu",
          "Clip");

  private FloatOperators() {}

  /** Why the gates do not tell how a runtime computes a node, if that is so. */
  static Optional<String> obstacle(Call call) throws NetworkFormatException {
    String operator = call.node().operator();
    if (NO_ARITHMETIC.contains(operator) || IntegerOperators.isFor(call)) {
      return Optional.empty();
    }
    boolean isOfInput = IntStream.range(0, call.inputs().size()).anyMatch(call::isComputed);
    if (operator.equals("Cast")) {
      return isOfInput
          ? because(call, "converts what depends on the network's input to another format")
          : Optional.empty(); // the number next to a constant is what it is
    }
    if (!ONE_STEP.contains(operator)) {
      return because(call, "may be computed in other steps than those that have bounds here");
    }
    if (!isOfInput) {
      return because(call, "computes constants, which are exact here; fold them when exporting");
    }
    if (operator.equals("BatchNormalization") && !NormalizationOperators.isBatchWithin(call)) {
      return because(call, "has scales or variances that are tiny or huge; fold it into weights");
    }
    if (isSumOfMany(call)) {
      return because(call, "adds constants that are no doubles; fold constants when exporting");
    }
    boolean isMultiple =
        call.floatAttribute("alpha", 1) != 1
            || (call.has(2) && call.floatAttribute("beta", 1) != 1);
    return operator.equals("Gemm") && isMultiple
        ? because(call, "has an alpha or beta that is not 1; fold it into the weights")
        : Optional.empty();
  }

  /** Whether it is a sum of more than two that is no single gate. */
  private static boolean isSumOfMany(Call call) throws NetworkFormatException {
    boolean isSum = List.of("Sum", "Mean").contains(call.node().operator());
    for (int i = 0; isSum && call.inputs().size() > 2 && i < call.inputs().size(); i++) {
      if (call.real(i) instanceof Numbers constants && !constants.areDoubles()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> because(Call call, String reason) {
    return Optional.of(call.node().describe() + " " + reason);
  }
}
