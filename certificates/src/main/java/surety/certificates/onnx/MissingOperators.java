package surety.certificates.onnx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import surety.certificates.onnx.OnnxModel.Node;
import surety.certificates.onnx.OnnxModel.ValueInfo;

/** Names everything that is missing at once: nobody exports a network operator by operator. */
final class MissingOperators {

  private static final int LONGEST_LIST = 20;

  /** What gives scores another scale but keeps their order, and what takes the largest one. */
  private static final Set<String> OF_SCORES =
      Set.of("Softmax", "LogSoftmax", "ArgMax", "ArgMin", "Hardmax", "TopK");

  /** What may stand behind such an operator at the end. */
  private static final Set<String> PASSED =
      Set.of("Identity", "Cast", "Squeeze", "Unsqueeze", "Reshape", "Flatten", "ArgMax", "OneHot");

  /** What to do about operators that are missing for a reason; {@code a.*} is all that begin so. */
  private record Way(String instead, String operators) {

    boolean concerns(String operator) {
      return Stream.of(operators.split(" "))
          .anyMatch(
              known ->
                  known.endsWith("*")
                      ? operator.startsWith(known.substring(0, known.length() - 1))
                      : operator.equals(known));
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("write Transpose, Mul, MatMul and ReduceSum", "Einsum"),
          new Way("write each step out, as Gemm, Sigmoid, Tanh and Mul", "LSTM GRU RNN"),
          new Way("train with a BatchNormalization", "LRN"),
          new Way("write Mul, AveragePool, Mul and Sqrt (if p is 2)", "LpPool GlobalLpPool"),
          new Way("write ReduceL2 or ReduceL1, and Div", "LpNormalization"),
          new Way("write ReduceMean, Sub, Mul, Sqrt and Div", "MeanVarianceNormalization"),
          new Way("write MatMul with a triangular matrix of ones", "CumSum"),
          new Way("write Sin, Cos and Div", "Tan"),
          new Way("write Exp, Neg, Add or Sub, and Mul", "Sinh Cosh"),
          new Way(
              "export the scores alone, without labels and lists of probabilities",
              "ai.onnx.ml.ZipMap ai.onnx.ml.ArrayFeatureExtractor ai.onnx.ml.LabelEncoder"),
          new Way("write Sub and Mul", "ai.onnx.ml.Scaler"),
          new Way("write Gemm", "ai.onnx.ml.LinearRegressor ai.onnx.ml.LinearClassifier"),
          new Way(
              "export the network without the optimisations of ONNX Runtime", "com.microsoft.*"),
          new Way("export without control flow, for fixed shapes", "If Loop Scan"),
          new Way(
              "export the network as it is before it is quantised, as roundings jump",
              "QuantizeLinear DynamicQuantizeLinear QLinearConv QLinearMatMul ConvInteger"
                  + " MatMulInteger"),
          new Way(
              "have an input, and give that a distribution",
              "Bernoulli Multinomial RandomNormal RandomNormalLike RandomUniform"
                  + " RandomUniformLike"));

  private MissingOperators() {}

  /**
   * Refuses a network whose outputs need operators that cannot be read.
   *
   * @param producers for each name the node that gives it its value
   * @param besides what else is wrong with the network, said in the same message
   * @throws NetworkFormatException with the operators in the order of the graph, and what to do
   */
  static void refuse(List<ValueInfo> outputs, Map<String, Node> producers, Optional<String> besides)
      throws NetworkFormatException {
    List<String> ends = outputs.stream().map(ValueInfo::name).toList();
    List<Node> missing = missing(ends, producers);
    if (missing.isEmpty()) {
      return;
    }
    String names =
        missing.stream().limit(LONGEST_LIST).map(Node::describe).collect(Collectors.joining(", "));
    String more =
        missing.size() > LONGEST_LIST
            ? " and %d more".formatted(missing.size() - LONGEST_LIST)
            : "";
    String message =
        missing.size() == 1
            ? "Operator %s is not supported".formatted(names)
            : "%d operators are not supported: %s%s".formatted(missing.size(), names, more);
    throw new NetworkFormatException(
        "%s%s%s",
        message,
        way(missing, ofScores(ends, producers)),
        besides.map(what -> ". " + what).orElse(""));
  }

  private static String way(List<Node> missing, List<Node> ofScores) {
    StringBuilder way = new StringBuilder();
    for (Way each : WAYS) {
      List<String> names =
          missing.stream().map(Node::operatorName).filter(each::concerns).distinct().toList();
      if (!names.isEmpty()) {
        way.append("; instead of %s %s".formatted(String.join(", ", names), each.instead));
      }
    }
    List<String> last =
        ofScores.stream().filter(missing::contains).map(Node::operatorName).distinct().toList();
    if (!last.isEmpty()) {
      way.append("; leave the %s at the end off".formatted(String.join(" and the ", last)));
      way.append(" and compare the scores before it (logits): it keeps their order, so that the");
      way.append(" largest one is the same (argmax(N) == k asks for it)");
    }
    return way.append("; supported are ").append(Operators.supported()).toString();
  }

  /** The unsupported ones of the nodes that the outputs need. */
  private static List<Node> missing(List<String> outputs, Map<String, Node> producers) {
    Map<Integer, Node> missing = new TreeMap<>();
    Set<Integer> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      Node node = producers.get(open.pop());
      if (node != null && seen.add(node.index())) {
        if (!Operators.isSupported(node)) {
          missing.put(node.index(), node);
        }
        node.inputs().forEach(open::push);
      }
    }
    return List.copyOf(missing.values());
  }

  /** The operators of scores at the ends of the network, for each end the first one. */
  private static List<Node> ofScores(List<String> outputs, Map<String, Node> producers) {
    Set<Integer> seen = new HashSet<>();
    return outputs.stream().flatMap(o -> ofScores(o, producers, seen).stream()).toList();
  }

  private static Optional<Node> ofScores(
      String output, Map<String, Node> producers, Set<Integer> seen) {
    Optional<Node> found = Optional.empty();
    Node node = producers.get(output);
    while (node != null && seen.add(node.index())) {
      boolean isOfScores = node.inDefaultDomain() && OF_SCORES.contains(node.operator());
      if (isOfScores && !Operators.isSupported(node)) {
        found = Optional.of(node);
      } else if (!isOfScores && !PASSED.contains(node.operator())) {
        break;
      }
      node = node.inputs().isEmpty() ? null : producers.get(node.inputs().get(0));
    }
    return found;
  }
}
