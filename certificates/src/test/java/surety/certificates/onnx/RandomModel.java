package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;

/**
 * A seeded model: a chain of random operators over random shapes, with constants in every place
 * that ONNX has for them, and beside it the same chain over {@link NaiveTensor}s.
 */
final class RandomModel implements SeededModel {

  /** One operator; as a magnitude it takes and gives upper bounds of absolute values. */
  private interface Step {
    NaiveTensor apply(NaiveTensor x, boolean magnitude);
  }

  private static final int LARGEST = 48;

  private final SplittableRandom random;
  private final Proto graph = new Proto();
  private final List<Step> steps = new ArrayList<>();
  private final int opset;
  private final int type;
  private final RandomConstants constants;
  private final long[] inputDims;
  private final byte[] file;
  private int[] dims;
  private String value = "x";
  private int roundings;

  RandomModel(long seed) {
    random = new SplittableRandom(seed);
    opset = random.nextInt(7, 23);
    type = random.nextInt(4) == 0 ? Onnx.DOUBLE : Onnx.FLOAT;
    constants = new RandomConstants(random, graph, opset, type);
    dims = inputShape();
    inputDims = Arrays.stream(dims).asLongStream().toArray();
    int count = random.nextInt(1, 9);
    for (int i = 0; i < count; i++) {
      step();
    }
    if (steps.isEmpty()) {
      relu();
    }
    if (random.nextInt(3) == 0) {
      graph.append(Onnx.node("unused", "Sigmoid", "x", constants.name()));
    }
    node("Identity", value, "y");
    file = finished();
  }

  private int[] inputShape() {
    int n = random.nextInt(1, 7);
    return switch (random.nextInt(6)) {
      case 0 -> new int[] {n};
      case 1 -> new int[] {1, 1, 1, n};
      case 2 -> new int[] {1, random.nextInt(1, 4), n};
      case 3 -> new int[] {n, 1};
      default -> new int[] {1, n};
    };
  }

  @Override
  public byte[] file() {
    return file.clone();
  }

  private byte[] finished() {
    Proto all = new Proto().append(graph);
    long[] declared = inputDims.clone();
    if (declared.length > 1 && declared[0] == 1 && random.nextBoolean()) {
      declared[0] = -1;
    }
    all.append(Onnx.input("x", type, declared)).append(Onnx.output("y", type));
    return Onnx.model(opset, all);
  }

  int opset() {
    return opset;
  }

  @Override
  public boolean isDouble() {
    return type == Onnx.DOUBLE;
  }

  @Override
  public long[] inputDims() {
    return inputDims.clone();
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
    NaiveTensor tensor =
        NaiveTensor.of(Arrays.stream(inputDims).mapToInt(d -> (int) d).toArray(), x);
    for (Step step : steps) {
      tensor = step.apply(tensor, magnitude);
    }
    return tensor.elements().toArray(Rational[]::new);
  }

  private void step() {
    switch (random.nextInt(12)) {
      case 0, 1 -> matMulRight();
      case 2 -> matMulLeft();
      case 3, 4 -> gemm();
      case 5 -> elementwise("Add", Rational::plus);
      case 6 -> elementwise("Sub", Rational::minus);
      case 7 -> elementwise("Mul", Rational::times);
      case 8 -> divide();
      case 9 -> relu();
      case 10 -> reshapeOrFlatten();
      default -> transposeOrDropout();
    }
  }

  private void matMulRight() {
    if (dims.length == 0) {
      return;
    }
    int k = dims[dims.length - 1];
    int n = random.nextInt(1, 6);
    boolean vector = random.nextInt(5) == 0 && dims.length > 1;
    if (NaiveTensor.size(dims) / k * n > LARGEST) {
      return;
    }
    NaiveTensor w = tensor(vector ? new int[] {k} : new int[] {k, n});
    append("MatMul", value + "," + constants.store(w), (x, m) -> x.matMul(sign(w, m)), k + 1);
  }

  private void matMulLeft() {
    if (dims.length == 0) {
      return;
    }
    int k = dims[Math.max(0, dims.length - 2)];
    int n = random.nextInt(1, 6);
    boolean vector = random.nextInt(5) == 0 && dims.length > 1;
    if (NaiveTensor.size(dims) / k * n > LARGEST) {
      return;
    }
    NaiveTensor w = tensor(vector ? new int[] {k} : new int[] {n, k});
    append("MatMul", constants.store(w) + "," + value, (x, m) -> sign(w, m).matMul(x), k + 1);
  }

  private void gemm() {
    if (dims.length != 2) {
      return;
    }
    boolean transA = random.nextInt(3) == 0;
    boolean transB = random.nextBoolean();
    boolean computedFirst = random.nextInt(4) > 0;
    int[] own = (computedFirst ? transA : transB) ? new int[] {dims[1], dims[0]} : dims;
    int k = computedFirst ? own[1] : own[0];
    int n = random.nextInt(1, 6);
    int[] result = computedFirst ? new int[] {own[0], n} : new int[] {n, own[1]};
    if (NaiveTensor.size(result) > LARGEST) {
      return;
    }
    boolean flipped = computedFirst ? transB : transA;
    NaiveTensor w = tensor(computedFirst == flipped ? new int[] {n, k} : new int[] {k, n});
    float alpha = random.nextBoolean() ? 1 : weight();
    float beta = random.nextBoolean() ? 1 : weight();
    NaiveTensor c = tensor(broadcastable(result));
    boolean hasC = opset < 11 || random.nextInt(4) > 0;
    String factors =
        computedFirst ? value + "," + constants.store(w) : constants.store(w) + "," + value;
    List<Proto> attributes = new ArrayList<>();
    if (alpha != 1 || random.nextBoolean()) {
      attributes.add(Onnx.floatAttribute("alpha", alpha));
    }
    if (beta != 1) {
      attributes.add(Onnx.floatAttribute("beta", beta));
    }
    if (transA) {
      attributes.add(Onnx.intAttribute("transA", 1));
    }
    if (transB || random.nextBoolean()) {
      attributes.add(Onnx.intAttribute("transB", transB ? 1 : 0));
    }
    append(
        "Gemm",
        factors + (hasC ? "," + constants.store(c) : ""),
        (x, m) -> {
          NaiveTensor a = computedFirst ? x : sign(w, m);
          NaiveTensor b = computedFirst ? sign(w, m) : x;
          NaiveTensor product =
              (transA ? a.transposed(1, 0) : a)
                  .matMul(transB ? b.transposed(1, 0) : b)
                  .map(e -> e.times(number(alpha, m)));
          return hasC
              ? product.with(sign(c, m).map(e -> e.times(number(beta, m))), Rational::plus)
              : product;
        },
        k + 4,
        attributes.toArray(Proto[]::new));
  }

  private void elementwise(String operator, BinaryOperator<Rational> operation) {
    int[] shape = broadcastable(dims);
    if (random.nextInt(6) == 0 && shape.length > 0 && dims[dims.length - shape.length] == 1) {
      shape[0] = random.nextInt(1, 4); // the constant makes the value larger
    }
    if (random.nextInt(8) == 0) {
      shape = IntStream.concat(IntStream.of(1), Arrays.stream(shape)).toArray();
    }
    NaiveTensor c = tensor(shape);
    if (NaiveTensor.size(dims) * 3 > LARGEST) {
      return;
    }
    boolean left = random.nextInt(3) == 0;
    append(
        operator,
        left ? constants.store(c) + "," + value : value + "," + constants.store(c),
        (x, m) -> {
          BinaryOperator<Rational> f =
              m && operator.equals("Sub") ? (a, b) -> a.plus(b) : operation;
          return left ? sign(c, m).with(x, f) : x.with(sign(c, m), f);
        },
        1);
  }

  private void divide() {
    NaiveTensor c =
        tensor(broadcastable(dims))
            .map(
                e ->
                    Rational.ofDouble(
                        Math.scalb(e.signum() < 0 ? -1.0 : 1.0, random.nextInt(-3, 4))));
    append(
        "Div",
        value + "," + constants.store(c),
        (x, m) -> x.with(sign(c, m), Rational::dividedBy),
        1);
  }

  private void relu() {
    append("Relu", value, (x, m) -> x.map(e -> e.signum() < 0 ? Rational.ZERO : e), 0);
  }

  private void reshapeOrFlatten() {
    int size = NaiveTensor.size(dims);
    if (random.nextBoolean()) {
      int axis = random.nextInt(opset < 11 ? 0 : -dims.length, dims.length + 1);
      int cut = axis < 0 ? axis + dims.length : axis;
      int rows = NaiveTensor.size(Arrays.copyOf(dims, cut));
      append(
          "Flatten",
          value,
          (x, m) -> x.reshaped(rows, size / rows),
          0,
          axis == 1 ? new Proto[0] : new Proto[] {Onnx.intAttribute("axis", axis)});
      return;
    }
    int[] target =
        switch (random.nextInt(4)) {
          case 0 -> new int[] {size};
          case 1 -> new int[] {size, 1};
          case 2 -> size % 2 == 0 ? new int[] {2, size / 2} : new int[] {1, 1, size};
          default -> new int[] {1, size};
        };
    long[] written = Arrays.stream(target).asLongStream().toArray();
    if (random.nextBoolean()) {
      written[random.nextInt(written.length)] = -1;
    } else if (dims.length > 0 && dims[0] == target[0]) {
      written[0] = 0;
    }
    append("Reshape", value + "," + constants.store(written), (x, m) -> x.reshaped(target), 0);
  }

  private void transposeOrDropout() {
    if (random.nextInt(4) == 0) {
      String inputs = value;
      Proto[] attributes = {};
      if (opset < 12) {
        attributes = new Proto[] {Onnx.floatAttribute("ratio", 0.25f)};
      } else if (random.nextBoolean()) {
        String ratio = constants.name();
        String training = constants.name();
        graph.append(Onnx.initializer(Onnx.floats(ratio, Onnx.dims(), 0.25)));
        graph.append(Onnx.initializer(Onnx.header(training, Onnx.BOOL).bytes(9, new byte[1])));
        inputs += "," + ratio + "," + training;
      }
      append("Dropout", inputs, (x, m) -> x, 0, attributes);
      return;
    }
    int[] permutation = IntStream.range(0, dims.length).toArray();
    for (int i = dims.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = permutation[i];
      permutation[i] = permutation[j];
      permutation[j] = swap;
    }
    append(
        "Transpose",
        value,
        (x, m) -> x.transposed(permutation),
        0,
        Onnx.intsAttribute("perm", Arrays.stream(permutation).asLongStream().toArray()));
  }

  private void append(
      String operator, String inputs, Step step, int moreRoundings, Proto... attributes) {
    String output = constants.name();
    node(operator, inputs, output, attributes);
    value = output;
    steps.add(step);
    roundings += moreRoundings;
    Rational[] zeros = new Rational[NaiveTensor.size(dims)];
    Arrays.fill(zeros, Rational.ZERO);
    dims = step.apply(NaiveTensor.of(dims, zeros), false).dims();
  }

  private void node(String operator, String inputs, String output, Proto... attributes) {
    String label = random.nextBoolean() ? "" : "node " + output;
    graph.append(Onnx.node(label, operator, inputs, output, attributes));
  }

  /** Dimensions of a constant that broadcasts to the given ones. */
  private int[] broadcastable(int[] target) {
    int[] shape = Arrays.copyOfRange(target, random.nextInt(target.length + 1), target.length);
    if (random.nextInt(3) == 0) {
      shape = target.clone();
    }
    for (int i = 0; i < shape.length; i++) {
      shape[i] = random.nextInt(4) == 0 ? 1 : shape[i];
    }
    return shape;
  }

  private NaiveTensor tensor(int[] shape) {
    Rational[] elements = new Rational[NaiveTensor.size(shape)];
    Arrays.setAll(elements, i -> Rational.ofDouble(isDouble() ? wideWeight() : weight()));
    return NaiveTensor.of(shape, elements);
  }

  private float weight() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> random.nextInt(-16, 17) / 8f;
      case 2 -> Math.scalb(random.nextBoolean() ? 1f : -1f, random.nextInt(-4, 3));
      default -> (float) random.nextDouble(-2, 2);
    };
  }

  private double wideWeight() {
    return random.nextBoolean() ? random.nextDouble(-2, 2) : weight();
  }

  private static NaiveTensor sign(NaiveTensor constant, boolean magnitude) {
    return magnitude ? constant.map(Rational::abs) : constant;
  }

  private static Rational number(float x, boolean magnitude) {
    Rational exact = Rational.ofDouble(x);
    return magnitude ? exact.abs() : exact;
  }
}
