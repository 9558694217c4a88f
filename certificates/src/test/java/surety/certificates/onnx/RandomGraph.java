package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;

/**
 * A seeded model with branches: each node takes any of the earlier values, and beside it the same
 * graph over {@link NaiveTensor}s.
 */
final class RandomGraph implements SeededModel {

  /** One node; as a magnitude it takes and gives upper bounds of absolute values. */
  @FunctionalInterface
  private interface Rule {
    List<NaiveTensor> apply(List<NaiveTensor> inputs, boolean magnitude);
  }

  private record Step(List<String> inputs, List<String> outputs, Rule rule) {}

  private static final int LARGEST = 12;

  private final SplittableRandom random;
  private final Proto graph = new Proto();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, int[]> values = new LinkedHashMap<>();
  private final int opset;
  private final int type;
  private final RandomConstants constants;
  private final int[] inputDims;
  private final byte[] file;
  private int roundings;

  RandomGraph(long seed) {
    random = new SplittableRandom(seed);
    opset = random.nextInt(7, 23);
    type = random.nextInt(4) == 0 ? Onnx.DOUBLE : Onnx.FLOAT;
    constants = new RandomConstants(random, graph, opset, type);
    inputDims =
        random.nextInt(4) == 0
            ? new int[] {1, random.nextInt(1, 4), random.nextInt(1, 3)}
            : new int[] {1, random.nextInt(1, 6)};
    values.put("x", inputDims);
    int count = random.nextInt(2, 14);
    for (int i = 0; i < count; i++) {
      step();
    }
    finish();
    long[] declared = inputDims();
    Proto all = new Proto().append(graph).append(Onnx.input("x", type, declared));
    file = Onnx.model(opset, all.append(Onnx.output("y", type)));
  }

  @Override
  public byte[] file() {
    return file.clone();
  }

  @Override
  public boolean isDouble() {
    return type == Onnx.DOUBLE;
  }

  @Override
  public long[] inputDims() {
    return Arrays.stream(inputDims).asLongStream().toArray();
  }

  @Override
  public int roundings() {
    return roundings;
  }

  @Override
  public Rational[] evaluate(Rational[] x) {
    return run(x, false);
  }

  @Override
  public Rational[] magnitudes(Rational[] x) {
    return run(Arrays.stream(x).map(Rational::abs).toArray(Rational[]::new), true);
  }

  private Rational[] run(Rational[] x, boolean magnitude) {
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

  /** The output: everything that was computed last, as one vector. */
  private void finish() {
    List<String> last = new ArrayList<>(values.keySet());
    last = last.subList(Math.max(0, last.size() - random.nextInt(1, 4)), last.size());
    List<String> flat = new ArrayList<>();
    for (String value : last) {
      int size = NaiveTensor.size(values.get(value));
      String name = constants.name();
      append("Reshape", List.of(value), constants.store(-1), (x, m) -> x.reshaped(size), name);
      flat.add(name);
    }
    concat(flat, List.of("y"), 0);
  }

  private void step() {
    switch (random.nextInt(16)) {
      case 0, 1 -> dense();
      case 2 -> relu();
      case 3, 4 -> sumOfTwo();
      case 5 -> sumOfMany();
      case 6, 7 -> extreme(random.nextBoolean());
      case 8 -> concatenation();
      case 9 -> split();
      case 10 -> slice();
      case 11 -> gather();
      case 12, 13, 14 -> activation();
      default -> transposeOrShift();
    }
  }

  /** Any value so far, the later ones more often. */
  private String any() {
    List<String> names = new ArrayList<>(values.keySet());
    int back = Math.min(random.nextInt(names.size()), random.nextInt(names.size()));
    return names.get(names.size() - 1 - back);
  }

  private void dense() {
    String x = any();
    int[] dims = values.get(x);
    if (dims.length == 0) {
      return;
    }
    int k = dims[dims.length - 1];
    int n = random.nextInt(1, 5);
    if (NaiveTensor.size(dims) / k * n > LARGEST) {
      return;
    }
    NaiveTensor w = tensor(k, n);
    String product = append("MatMul", x, constants.store(w), (v, m) -> v.matMul(sign(w, m)));
    roundings += k;
    if (random.nextBoolean()) {
      NaiveTensor b = tensor(n);
      append("Add", product, constants.store(b), (v, m) -> v.with(sign(b, m), Rational::plus));
    }
    if (random.nextBoolean()) {
      relu();
    }
  }

  private void relu() {
    append("Relu", any(), "", (v, m) -> v.map(RandomGraph::positive));
  }

  private void sumOfTwo() {
    List<String> two = broadcastable(2);
    boolean minus = random.nextBoolean();
    node(
        minus ? "Sub" : "Add",
        two,
        (v, m) -> List.of(v.get(0).with(v.get(1), minus && !m ? Rational::minus : Rational::plus)));
  }

  private void sumOfMany() {
    List<String> some = broadcastable(random.nextInt(1, 5));
    if (!isTooOld(some)) {
      node(
          "Sum",
          some,
          (v, m) -> List.of(v.stream().reduce((a, b) -> a.with(b, Rational::plus)).orElseThrow()));
    }
  }

  private void activation() {
    int kind = random.nextInt(6);
    if (kind == 0) {
      append("Abs", any(), "", (v, m) -> v.map(Rational::abs));
    } else if (kind == 1) {
      append("Neg", any(), "", (v, m) -> m ? v : v.map(Rational::negate));
    } else if (!isDouble()) { // ONNX Runtime has not all of these in double precision
      switch (kind) {
        case 2 -> leakyRelu();
        case 3 -> pRelu();
        case 4 -> clip();
        default -> hardSigmoid();
      }
    }
  }

  private void leakyRelu() {
    boolean given = random.nextBoolean();
    float alpha = given ? weight() : 0.01f;
    Proto[] attributes = given ? new Proto[] {Onnx.floatAttribute("alpha", alpha)} : new Proto[0];
    append("LeakyRelu", any(), "", (v, m) -> v.map(x -> leaky(x, number(alpha))), attributes);
  }

  private void pRelu() {
    String x = any();
    int[] dims = values.get(x);
    NaiveTensor slopes =
        tensor(Arrays.copyOfRange(dims, random.nextInt(dims.length + 1), dims.length));
    append(
        "PRelu",
        x,
        constants.store(slopes),
        (v, m) -> v.with(slopes, m ? (a, s) -> a : RandomGraph::leaky));
  }

  private void clip() {
    float a = weight();
    float b = weight();
    float lower = random.nextInt(3) == 0 ? Float.NEGATIVE_INFINITY : Math.min(a, b);
    float upper = random.nextInt(3) == 0 ? Float.POSITIVE_INFINITY : Math.max(a, b);
    Unary rule = (v, m) -> v.map(x -> m ? x.plus(Rational.of(2)) : clipped(x, lower, upper));
    if (opset < 11) {
      List<Proto> attributes = new ArrayList<>();
      if (lower > Float.NEGATIVE_INFINITY) {
        attributes.add(Onnx.floatAttribute("min", lower));
      }
      if (upper < Float.POSITIVE_INFINITY) {
        attributes.add(Onnx.floatAttribute("max", upper));
      }
      append("Clip", any(), "", rule, attributes.toArray(Proto[]::new));
      return;
    }
    boolean hasMin = lower > Float.NEGATIVE_INFINITY;
    boolean hasMax = upper < Float.POSITIVE_INFINITY;
    String min = hasMin ? constants.store(NaiveTensor.scalar(lower)) : "";
    String max = hasMax ? "," + constants.store(NaiveTensor.scalar(upper)) : "";
    String x = any();
    String output = constants.name();
    graph.append(Onnx.node("", "Clip", x + (hasMin || hasMax ? "," + min + max : ""), output));
    step(List.of(x), List.of(output), (v, m) -> List.of(rule.apply(v.get(0), m)));
  }

  private void hardSigmoid() {
    boolean given = random.nextBoolean();
    float alpha = given ? weight() : 0.2f;
    float beta = given ? weight() : 0.5f;
    Proto[] attributes =
        given
            ? new Proto[] {Onnx.floatAttribute("alpha", alpha), Onnx.floatAttribute("beta", beta)}
            : new Proto[0];
    append(
        "HardSigmoid",
        any(),
        "",
        (v, m) ->
            v.map(
                x ->
                    m
                        ? x.plus(Rational.of(2))
                        : clipped(x.times(number(alpha)).plus(number(beta)), 0, 1)),
        attributes);
  }

  private static Rational number(float x) {
    return Rational.ofDouble(x);
  }

  private static Rational leaky(Rational x, Rational slope) {
    return x.signum() < 0 ? x.times(slope) : x;
  }

  private static Rational clipped(Rational x, float lower, float upper) {
    if (upper < Float.POSITIVE_INFINITY && x.compareTo(number(upper)) > 0) {
      return number(upper);
    }
    return lower > Float.NEGATIVE_INFINITY && x.compareTo(number(lower)) < 0 ? number(lower) : x;
  }

  /** Before opset 8, Sum, Max and Min do not broadcast, and ONNX Runtime has them in single. */
  private boolean isTooOld(List<String> inputs) {
    return opset < 8
        && (isDouble()
            || inputs.stream()
                .anyMatch(v -> !Arrays.equals(values.get(v), values.get(inputs.get(0)))));
  }

  private void extreme(boolean smallest) {
    List<String> some = new ArrayList<>(broadcastable(random.nextInt(1, 4)));
    if (isTooOld(some)) {
      return;
    }
    NaiveTensor c = tensor(values.get(some.get(0)));
    boolean constant = random.nextInt(3) == 0;
    int place = random.nextInt(some.size() + 1);
    List<String> written = new ArrayList<>(some);
    if (constant) {
      written.add(place, constants.store(c));
    }
    String output = constants.name();
    graph.append(Onnx.node("", smallest ? "Min" : "Max", String.join(",", written), output));
    step(
        some,
        List.of(output),
        (v, m) -> {
          NaiveTensor result = constant ? sign(c, m) : v.get(0);
          for (NaiveTensor each : v) {
            result = result.with(each, m ? Rational::plus : better(smallest));
          }
          return List.of(result);
        });
  }

  private static BinaryOperator<Rational> better(boolean smallest) {
    return (a, b) -> a.compareTo(b) < 0 == smallest ? a : b;
  }

  private void concatenation() {
    String first = any();
    int[] dims = values.get(first);
    if (dims.length == 0) {
      return;
    }
    int axis = random.nextInt(dims.length);
    List<String> parts = new ArrayList<>(List.of(first));
    for (int i = random.nextInt(3); i > 0; i--) {
      String next = any();
      int[] other = values.get(next).clone();
      if (other.length == dims.length) {
        other[axis] = dims[axis];
        if (Arrays.equals(other, dims)) {
          parts.add(next);
        }
      }
    }
    int size = parts.stream().mapToInt(part -> NaiveTensor.size(values.get(part))).sum();
    if (size <= LARGEST) {
      concat(parts, List.of(constants.name()), axis);
    }
  }

  /** A Concat, sometimes with a constant among the parts. */
  private void concat(List<String> parts, List<String> output, int axis) {
    int[] dims = values.get(parts.get(0)).clone();
    dims[axis] = random.nextInt(1, 3);
    NaiveTensor c = tensor(dims);
    int place = random.nextInt(4);
    List<String> written = new ArrayList<>(parts);
    if (place <= parts.size()) {
      written.add(place, constants.store(c));
    }
    boolean fromTheEnd = opset >= 11 && random.nextBoolean();
    graph.append(
        Onnx.node(
            "",
            "Concat",
            String.join(",", written),
            output.get(0),
            Onnx.intAttribute("axis", fromTheEnd ? axis - dims.length : axis)));
    step(
        parts,
        output,
        (v, m) -> {
          List<NaiveTensor> all = new ArrayList<>(v);
          if (place <= v.size()) {
            all.add(place, sign(c, m));
          }
          return List.of(all.stream().reduce((a, b) -> a.followedBy(b, axis)).orElseThrow());
        });
  }

  private void split() {
    String x = any();
    int[] dims = values.get(x);
    if (dims.length == 0) {
      return;
    }
    int axis = random.nextInt(dims.length);
    int outputs = random.nextInt(1, Math.min(3, dims[axis]) + 1);
    int[] cuts = new int[outputs + 1];
    cuts[outputs] = dims[axis];
    boolean equal = dims[axis] % outputs == 0 && random.nextBoolean();
    for (int i = 1; i < outputs; i++) {
      cuts[i] =
          equal
              ? dims[axis] / outputs * i
              : random.nextInt(cuts[i - 1] + 1, dims[axis] - outputs + i + 1);
    }
    List<Proto> attributes = new ArrayList<>();
    if (axis > 0 || random.nextBoolean()) {
      attributes.add(Onnx.intAttribute("axis", random.nextBoolean() ? axis - dims.length : axis));
    }
    String lengths = "";
    long[] written = new long[outputs];
    Arrays.setAll(written, i -> cuts[i + 1] - cuts[i]);
    if (!equal && opset < 13) {
      attributes.add(Onnx.intsAttribute("split", written));
    } else if (!equal) {
      lengths = "," + constants.store(written);
    } else if (opset >= 18) {
      attributes.add(Onnx.intAttribute("num_outputs", outputs));
    }
    List<String> names = IntStream.range(0, outputs).mapToObj(i -> constants.name()).toList();
    graph.append(
        Onnx.node(
            "", "Split", x + lengths, String.join(",", names), attributes.toArray(Proto[]::new)));
    step(
        List.of(x),
        names,
        (v, m) ->
            IntStream.range(0, outputs)
                .mapToObj(
                    i -> v.get(0).picked(axis, IntStream.range(cuts[i], cuts[i + 1]).toArray()))
                .toList());
  }

  private void slice() {
    String x = any();
    int[] dims = values.get(x);
    if (dims.length == 0) {
      return;
    }
    int axis = random.nextInt(dims.length);
    int dim = dims[axis];
    int step =
        opset < 10 ? 1 : random.nextInt(5) < 3 ? random.nextInt(1, 3) : -1 - random.nextInt(2);
    int from = random.nextInt(dim);
    int[] indices = IntStream.iterate(from, i -> i >= 0 && i < dim, i -> i + step).toArray();
    indices = Arrays.copyOf(indices, random.nextInt(1, indices.length + 1));
    long end = (long) indices[indices.length - 1] + Integer.signum(step);
    long start = random.nextBoolean() ? from : from - dim;
    if (end < 0) {
      end = random.nextBoolean() ? -dim - 1 : -1000;
    } else if (end == dim) {
      end = random.nextBoolean() ? dim : Integer.MAX_VALUE;
    } else if (random.nextBoolean()) {
      end -= dim;
    }
    int[] picked = indices;
    Rule rule = (v, m) -> List.of(v.get(0).picked(axis, picked));
    if (opset < 10) {
      String output = constants.name();
      graph.append(
          Onnx.node(
              "",
              "Slice",
              x,
              output,
              Onnx.intsAttribute("starts", start),
              Onnx.intsAttribute("ends", end),
              Onnx.intsAttribute("axes", axis)));
      step(List.of(x), List.of(output), rule);
      return;
    }
    String inputs = constants.store(start) + "," + constants.store(end);
    if (axis > 0 || step != 1) {
      inputs +=
          ","
              + (axis == 0 && random.nextBoolean()
                  ? ""
                  : constants.store(opset < 11 ? axis : axis - dims.length));
    }
    if (step != 1) {
      inputs += "," + constants.store(step);
    }
    append("Slice", x, inputs, (v, m) -> v.picked(axis, picked));
  }

  private void gather() {
    String x = any();
    int[] dims = values.get(x);
    if (dims.length == 0) {
      return;
    }
    int axis = random.nextInt(dims.length);
    int[] indices = random.ints(random.nextInt(1, 4), 0, dims[axis]).toArray();
    if (NaiveTensor.size(dims) / dims[axis] * indices.length > LARGEST) {
      return;
    }
    long[] written =
        Arrays.stream(indices)
            .mapToLong(i -> opset >= 11 && random.nextBoolean() ? i - dims[axis] : i)
            .toArray();
    append(
        "Gather",
        x,
        constants.store(written),
        (v, m) -> v.picked(axis, indices),
        Onnx.intAttribute("axis", axis));
  }

  private void transposeOrShift() {
    String x = any();
    int[] dims = values.get(x);
    if (random.nextBoolean()) {
      int[] reversed = IntStream.range(0, dims.length).map(i -> dims.length - 1 - i).toArray();
      append("Transpose", x, "", (v, m) -> v.transposed(reversed));
      return;
    }
    NaiveTensor c = tensor(dims);
    append("Mul", x, constants.store(c), (v, m) -> v.with(sign(c, m), Rational::times));
  }

  /** Up to so many values that broadcast with each other, not to anything large. */
  private List<String> broadcastable(int most) {
    List<String> chosen = new ArrayList<>(List.of(any()));
    int[] dims = values.get(chosen.get(0));
    for (int i = 1; i < 4 * most && chosen.size() < most; i++) {
      String next = any();
      int[] both = broadcast(dims, values.get(next));
      if (NaiveTensor.size(both) > 0 && NaiveTensor.size(both) <= LARGEST) {
        chosen.add(next);
        dims = both;
      }
    }
    while (chosen.size() < 2 && most > 1) {
      chosen.add(chosen.get(0));
    }
    return chosen;
  }

  /** The common shape, with a 0 where there is none. */
  private static int[] broadcast(int[] a, int[] b) {
    int[] dims = new int[Math.max(a.length, b.length)];
    for (int i = 1; i <= dims.length; i++) {
      int left = i <= a.length ? a[a.length - i] : 1;
      int right = i <= b.length ? b[b.length - i] : 1;
      dims[dims.length - i] = left == right || left == 1 || right == 1 ? Math.max(left, right) : 0;
    }
    return dims;
  }

  @FunctionalInterface
  private interface Unary {
    NaiveTensor apply(NaiveTensor x, boolean magnitude);
  }

  private String append(String operator, String x, String more, Unary rule, Proto... attributes) {
    String output = constants.name();
    append(operator, List.of(x), more, rule, output, attributes);
    return output;
  }

  private void append(
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

  private void node(String operator, List<String> inputs, Rule rule) {
    String output = constants.name();
    graph.append(Onnx.node("", operator, String.join(",", inputs), output));
    step(inputs, List.of(output), rule);
  }

  private void step(List<String> inputs, List<String> outputs, Rule rule) {
    Step step = new Step(inputs, outputs, rule);
    steps.add(step);
    roundings += 2 + inputs.size();
    List<NaiveTensor> zeros =
        inputs.stream().map(name -> values.get(name)).map(dims -> zeros(dims)).toList();
    List<NaiveTensor> results = rule.apply(zeros, false);
    for (int i = 0; i < results.size(); i++) {
      values.put(outputs.get(i), results.get(i).dims());
    }
  }

  private static NaiveTensor zeros(int[] dims) {
    Rational[] zeros = new Rational[NaiveTensor.size(dims)];
    Arrays.fill(zeros, Rational.ZERO);
    return NaiveTensor.of(dims, zeros);
  }

  private NaiveTensor tensor(int... shape) {
    Rational[] elements = new Rational[NaiveTensor.size(shape)];
    Arrays.setAll(
        elements, i -> Rational.ofDouble(isDouble() ? random.nextDouble(-1, 1) : weight()));
    return NaiveTensor.of(shape, elements);
  }

  private float weight() {
    return random.nextBoolean() ? random.nextInt(-8, 9) / 8f : (float) random.nextDouble(-1, 1);
  }

  private static Rational positive(Rational x) {
    return x.signum() < 0 ? Rational.ZERO : x;
  }

  private static NaiveTensor sign(NaiveTensor constant, boolean magnitude) {
    return magnitude ? constant.map(Rational::abs) : constant;
  }
}
