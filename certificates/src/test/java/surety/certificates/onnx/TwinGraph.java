package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Rational;

/**
 * A graph that is written twice, node by node: into a model file, and as rules over {@link
 * NaiveTensor}s.
 */
final class TwinGraph {

  /** One node; as a magnitude it takes and gives upper bounds of absolute values. */
  @FunctionalInterface
  interface Rule {
    List<NaiveTensor> apply(List<NaiveTensor> inputs, boolean magnitude);
  }

  /** A node with one input that is no constant, and one output. */
  @FunctionalInterface
  interface Unary {
    NaiveTensor apply(NaiveTensor x, boolean magnitude);
  }

  private record Step(List<String> inputs, List<String> outputs, Rule rule) {}

  /** No value has more elements. */
  static final int LARGEST = 12;

  final SplittableRandom random;
  final Proto graph = new Proto();
  final int opset;
  final int type;
  final RandomConstants constants;

  /** The dimensions of the values so far. */
  final Map<String, int[]> values = new LinkedHashMap<>();

  private final List<Step> steps = new ArrayList<>();
  private final int[] inputDims;
  private int roundings;

  TwinGraph(long seed) {
    random = new SplittableRandom(seed);
    opset = random.nextInt(7, 23);
    type = random.nextInt(4) == 0 ? Onnx.DOUBLE : Onnx.FLOAT;
    constants = new RandomConstants(random, graph, opset, type);
    inputDims =
        random.nextInt(4) == 0
            ? new int[] {1, random.nextInt(1, 4), random.nextInt(1, 3)}
            : new int[] {1, random.nextInt(1, 6)};
    values.put("x", inputDims);
  }

  boolean isDouble() {
    return type == Onnx.DOUBLE;
  }

  long[] inputDims() {
    return Arrays.stream(inputDims).asLongStream().toArray();
  }

  int roundings() {
    return roundings;
  }

  /** Any value so far, the later ones more often. */
  String any() {
    List<String> names = new ArrayList<>(values.keySet());
    int back = Math.min(random.nextInt(names.size()), random.nextInt(names.size()));
    return names.get(names.size() - 1 - back);
  }

  String append(String operator, String x, String more, Unary rule, Proto... attributes) {
    String output = constants.name();
    append(operator, List.of(x), more, rule, output, attributes);
    return output;
  }

  void append(
      String operator,
      List<String> x,
      String more,
      Unary rule,
      String output,
      Proto... attributes) {
    String inputs = x.get(0) + (more.isEmpty() ? "" : "," + more);
    graph.append(Onnx.node("", operator, inputs, output, attributes));
    step(x, List.of(output), (v, m) -> List.of(rule.apply(v.get(0), m)));
  }

  void node(String operator, List<String> inputs, Rule rule) {
    String output = constants.name();
    graph.append(Onnx.node("", operator, String.join(",", inputs), output));
    step(inputs, List.of(output), rule);
  }

  private static NaiveTensor zeros(int[] dims) {
    Rational[] zeros = new Rational[NaiveTensor.size(dims)];
    Arrays.fill(zeros, Rational.ZERO);
    return NaiveTensor.of(dims, zeros);
  }

  NaiveTensor tensor(int... shape) {
    Rational[] elements = new Rational[NaiveTensor.size(shape)];
    Arrays.setAll(
        elements, i -> Rational.ofDouble(isDouble() ? random.nextDouble(-1, 1) : weight()));
    return NaiveTensor.of(shape, elements);
  }

  float weight() {
    return random.nextBoolean() ? random.nextInt(-8, 9) / 8f : (float) random.nextDouble(-1, 1);
  }

  static NaiveTensor sign(NaiveTensor constant, boolean magnitude) {
    return magnitude ? constant.map(Rational::abs) : constant;
  }

  void step(List<String> inputs, List<String> outputs, Rule rule) {
    Step step = new Step(inputs, outputs, rule);
    steps.add(step);
    roundings += 2 + LARGEST + inputs.size(); // no sum has more terms than a value elements
    List<NaiveTensor> zeros =
        inputs.stream().map(name -> values.get(name)).map(dims -> zeros(dims)).toList();
    List<NaiveTensor> results = rule.apply(zeros, false);
    for (int i = 0; i < results.size(); i++) {
      values.put(outputs.get(i), results.get(i).dims());
    }
  }

  /** The elements of the output y. */
  Rational[] run(Rational[] x, boolean magnitude) {
    Map<String, NaiveTensor> results = new HashMap<>();
    results.put("x", NaiveTensor.of(inputDims, x));
    for (Step step : steps) {
      List<NaiveTensor> inputs = step.inputs.stream().map(results::get).toList();
      List<NaiveTensor> outputs = step.rule.apply(inputs, magnitude);
      for (int i = 0; i < outputs.size(); i++) {
        results.put(step.outputs.get(i), outputs.get(i));
      }
    }
    return results.get("y").elements().toArray(Rational[]::new);
  }
}
