package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;

/** A seeded model with branches: each node takes any of the earlier values. */
final class RandomGraph implements SeededModel {

  private final TwinGraph twin;
  private final RandomParts parts;
  private final RandomActivations activations;
  private final byte[] file;

  RandomGraph(long seed) {
    twin = new TwinGraph(seed);
    parts = new RandomParts(twin);
    activations = new RandomActivations(twin);
    int count = twin.random.nextInt(2, 14);
    for (int i = 0; i < count; i++) {
      step();
    }
    finish();
    Proto all = new Proto().append(twin.graph).append(Onnx.input("x", twin.type, inputDims()));
    file = Onnx.model(twin.opset, all.append(Onnx.output("y", twin.type)));
  }

  @Override
  public byte[] file() {
    return file.clone();
  }

  @Override
  public boolean isDouble() {
    return twin.isDouble();
  }

  @Override
  public long[] inputDims() {
    return twin.inputDims();
  }

  @Override
  public int roundings() {
    return twin.roundings();
  }

  @Override
  public Rational[] evaluate(Rational[] x) {
    return twin.run(x, false);
  }

  @Override
  public Rational[] magnitudes(Rational[] x) {
    return twin.run(Arrays.stream(x).map(Rational::abs).toArray(Rational[]::new), true);
  }

  private void step() {
    switch (twin.random.nextInt(16)) {
      case 0, 1 -> dense();
      case 2 -> relu();
      case 3, 4 -> sumOfTwo();
      case 5 -> sumOfMany();
      case 6, 7 -> extreme(twin.random.nextBoolean());
      case 8 -> parts.concatenation();
      case 9 -> parts.split();
      case 10 -> parts.slice();
      case 11 -> parts.gather();
      case 12, 13, 14 -> activations.activation();
      default -> transposeOrShift();
    }
  }

  /** The output: everything that was computed last, as one vector. */
  private void finish() {
    List<String> last = new ArrayList<>(twin.values.keySet());
    last = last.subList(Math.max(0, last.size() - twin.random.nextInt(1, 4)), last.size());
    List<String> flat = new ArrayList<>();
    for (String value : last) {
      int size = NaiveTensor.size(twin.values.get(value));
      String name = twin.constants.name();
      twin.append(
          "Reshape", List.of(value), twin.constants.store(-1), (x, m) -> x.reshaped(size), name);
      flat.add(name);
    }
    parts.concat(flat, List.of("y"), 0);
  }

  private void dense() {
    String x = twin.any();
    int[] dims = twin.values.get(x);
    if (dims.length == 0) {
      return;
    }
    int k = dims[dims.length - 1];
    int n = twin.random.nextInt(1, 5);
    if (NaiveTensor.size(dims) / k * n > TwinGraph.LARGEST) {
      return;
    }
    NaiveTensor w = twin.tensor(k, n);
    String product =
        twin.append("MatMul", x, twin.constants.store(w), (v, m) -> v.matMul(TwinGraph.sign(w, m)));
    if (twin.random.nextBoolean()) {
      NaiveTensor b = twin.tensor(n);
      twin.append(
          "Add",
          product,
          twin.constants.store(b),
          (v, m) -> v.with(TwinGraph.sign(b, m), Rational::plus));
    }
    if (twin.random.nextBoolean()) {
      relu();
    }
  }

  private void relu() {
    twin.append("Relu", twin.any(), "", (v, m) -> v.map(RandomGraph::positive));
  }

  private void sumOfTwo() {
    List<String> two = broadcastable(2);
    boolean minus = twin.random.nextBoolean();
    twin.node(
        minus ? "Sub" : "Add",
        two,
        (v, m) -> List.of(v.get(0).with(v.get(1), minus && !m ? Rational::minus : Rational::plus)));
  }

  private void sumOfMany() {
    List<String> some = broadcastable(twin.random.nextInt(1, 5));
    if (!isTooOld(some)) {
      twin.node(
          "Sum",
          some,
          (v, m) -> List.of(v.stream().reduce((a, b) -> a.with(b, Rational::plus)).orElseThrow()));
    }
  }

  /**
   * Before twin.opset 8, Sum, Max and Min do not broadcast, and ONNX Runtime has them in single.
   */
  private boolean isTooOld(List<String> inputs) {
    return twin.opset < 8
        && (twin.isDouble()
            || inputs.stream()
                .anyMatch(v -> !Arrays.equals(twin.values.get(v), twin.values.get(inputs.get(0)))));
  }

  private void extreme(boolean smallest) {
    List<String> some = new ArrayList<>(broadcastable(twin.random.nextInt(1, 4)));
    if (isTooOld(some)) {
      return;
    }
    NaiveTensor c = twin.tensor(twin.values.get(some.get(0)));
    boolean constant = twin.random.nextInt(3) == 0;
    int place = twin.random.nextInt(some.size() + 1);
    List<String> written = new ArrayList<>(some);
    if (constant) {
      written.add(place, twin.constants.store(c));
    }
    String output = twin.constants.name();
    twin.graph.append(Onnx.node("", smallest ? "Min" : "Max", String.join(",", written), output));
    twin.step(
        some,
        List.of(output),
        (v, m) -> {
          NaiveTensor result = constant ? TwinGraph.sign(c, m) : v.get(0);
          for (NaiveTensor each : v) {
            result = result.with(each, m ? Rational::plus : better(smallest));
          }
          return List.of(result);
        });
  }

  private static BinaryOperator<Rational> better(boolean smallest) {
    return (a, b) -> a.compareTo(b) < 0 == smallest ? a : b;
  }

  private void transposeOrShift() {
    String x = twin.any();
    int[] dims = twin.values.get(x);
    if (twin.random.nextBoolean()) {
      int[] reversed = IntStream.range(0, dims.length).map(i -> dims.length - 1 - i).toArray();
      twin.append("Transpose", x, "", (v, m) -> v.transposed(reversed));
      return;
    }
    NaiveTensor c = twin.tensor(dims);
    twin.append(
        "Mul", x, twin.constants.store(c), (v, m) -> v.with(TwinGraph.sign(c, m), Rational::times));
  }

  /** Up to so many values that broadcast with each other, not to anything large. */
  private List<String> broadcastable(int most) {
    List<String> chosen = new ArrayList<>(List.of(twin.any()));
    int[] dims = twin.values.get(chosen.get(0));
    for (int i = 1; i < 4 * most && chosen.size() < most; i++) {
      String next = twin.any();
      int[] both = broadcast(dims, twin.values.get(next));
      if (NaiveTensor.size(both) > 0 && NaiveTensor.size(both) <= TwinGraph.LARGEST) {
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

  private static Rational positive(Rational x) {
    return x.signum() < 0 ? Rational.ZERO : x;
  }
}
