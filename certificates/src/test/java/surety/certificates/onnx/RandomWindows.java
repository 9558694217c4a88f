package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import surety.certificates.arithmetic.Rational;

/** A model of one seeded convolution or pool of an input that is reshaped before it. */
final class RandomWindows {
  private static final String[] AUTO = {"NOTSET", "NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID"};

  private final SplittableRandom random;
  private final Proto graph = new Proto();
  private final List<Proto> attributes = new ArrayList<>();
  private final int opset;
  private final int rank;
  private final int groups;
  private final int[] dims;
  private final int[] taps;
  private final int[] strides;
  private final int[] dilations;
  private final int[] before;
  private final int[] after;
  private final String auto;
  private UnaryOperator<NaiveTensor> rule;
  private boolean isRead = true;

  private RandomWindows(long seed, boolean isDilated) {
    random = new SplittableRandom(seed);
    opset = random.nextInt(7, 23);
    rank = random.nextInt(1, 4);
    groups = random.nextInt(1, 3);
    dims = new int[2 + rank];
    dims[0] = random.nextInt(1, 3);
    dims[1] = groups * random.nextInt(1, 3);
    taps = random.ints(rank, 1, 4).toArray();
    strides = random.ints(rank, 1, 4).toArray();
    dilations = isDilated ? random.ints(rank, 1, 3).toArray() : random.ints(rank, 1, 2).toArray();
    before = new int[rank];
    after = new int[rank];
    auto = AUTO[random.nextInt(AUTO.length)];
    for (int i = 0; i < rank; i++) {
      dims[2 + i] = extent(i) + random.nextInt(rank == 3 ? 2 : 4);
      if (auto.equals("NOTSET")) {
        before[i] = random.nextInt(taps[i]);
        after[i] = random.nextInt(taps[i]);
      }
    }
  }

  private int extent(int axis) {
    return (taps[axis] - 1) * dilations[axis] + 1;
  }

  static RandomWindows convolution(long seed) {
    RandomWindows windows = new RandomWindows(seed, true);
    windows.convolution(false);
    return windows;
  }

  static RandomWindows transposed(long seed) {
    RandomWindows windows = new RandomWindows(seed, true);
    windows.convolution(true);
    return windows;
  }

  static RandomWindows average(long seed) {
    RandomWindows windows = new RandomWindows(seed, false);
    windows.pool(true);
    return windows;
  }

  static RandomWindows greatest(long seed) {
    RandomWindows windows = new RandomWindows(seed, true);
    windows.pool(false);
    return windows;
  }

  private static Proto text(String name, String text) {
    return new Proto().string(1, name).string(4, text).varint(20, 3);
  }

  private static long[] longs(int[] numbers) {
    return Arrays.stream(numbers).asLongStream().toArray();
  }

  private static int[] joined(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** An attribute that is left out now and then if all its numbers are what that stands for. */
  private void attribute(String name, int[] numbers, int absent) {
    if (Arrays.stream(numbers).anyMatch(n -> n != absent) || random.nextBoolean()) {
      attributes.add(Onnx.intsAttribute(name, longs(numbers)));
    }
  }

  private void windowAttributes() {
    attribute("strides", strides, 1);
    attribute("dilations", dilations, 1);
    if (!auto.equals("NOTSET") || random.nextBoolean()) {
      attributes.add(text("auto_pad", auto));
    }
    if (auto.equals("NOTSET")) {
      attribute("pads", joined(before, after), 0);
    }
  }

  private Proto store(String name, NaiveTensor tensor) {
    double[] values = tensor.elements().stream().mapToDouble(Rational::doubleFloor).toArray();
    return Onnx.initializer(Onnx.floats(name, longs(tensor.dims()), values));
  }

  private NaiveTensor weights(int... shape) {
    Rational[] elements = new Rational[NaiveTensor.size(shape)];
    Arrays.setAll(elements, i -> Rational.ofDouble(random.nextInt(-4, 5) / 8.0));
    return NaiveTensor.of(shape, elements);
  }

  private void convolution(boolean isTransposed) {
    int others = random.nextInt(1, 4);
    int[] first = isTransposed ? of(dims[1], others) : of(groups * others, dims[1] / groups);
    NaiveTensor w = weights(joined(first, taps));
    boolean hasBias = random.nextBoolean();
    NaiveTensor bias = weights(groups * others);
    NaiveTensor none = bias.map(each -> Rational.ZERO);
    graph.append(store("w", w)).append(store("b", bias));
    if (groups > 1 || random.nextBoolean()) {
      attributes.add(Onnx.intAttribute("group", groups));
    }
    if (random.nextBoolean()) {
      attributes.add(Onnx.intsAttribute("kernel_shape", longs(taps)));
    }
    windowAttributes();
    NaiveWindows naive = isTransposed ? transposedWindows() : windows(false);
    NaiveTensor added = hasBias ? bias : none;
    rule =
        x ->
            isTransposed
                ? naive.transposed(x, w, added, groups)
                : naive.convolution(x, w, added, groups);
    String operator = isTransposed ? "ConvTranspose" : "Conv";
    node(operator, hasBias ? "r, w, b" : "r, w");
  }

  private void pool(boolean isAverage) {
    boolean isCeiled = opset >= 10 && !auto.equals("VALID") && random.nextBoolean();
    boolean countsPads = isAverage && random.nextBoolean();
    if (opset < (isAverage ? 19 : 10)) {
      Arrays.fill(dilations, 1);
    }
    attributes.add(Onnx.intsAttribute("kernel_shape", longs(taps)));
    if (isCeiled || (opset >= 10 && random.nextBoolean())) {
      attributes.add(Onnx.intAttribute("ceil_mode", isCeiled ? 1 : 0));
    }
    if (countsPads || (isAverage && random.nextBoolean())) {
      attributes.add(Onnx.intAttribute("count_include_pad", countsPads ? 1 : 0));
    }
    attribute("strides", strides, 1);
    if (opset >= (isAverage ? 19 : 10)) {
      attribute("dilations", dilations, 1);
    }
    if (!auto.equals("NOTSET") || random.nextBoolean()) {
      attributes.add(text("auto_pad", auto));
    }
    if (auto.equals("NOTSET")) {
      attribute("pads", joined(before, after), 0);
    }
    NaiveWindows naive = windows(isCeiled);
    for (int i = 0; i < rank; i++) {
      int end = (naive.results()[i] - 1) * strides[i] + extent(i);
      boolean isSame = auto.startsWith("SAME");
      isRead &= isSame || !countsPads || end <= dims[2 + i] + before[i] + after[i];
      isRead &= !isSame || end >= dims[2 + i];
      isRead &= naive.hasPlaceInside(i, dims[2 + i]);
    }
    rule = x -> isAverage ? naive.average(x, countsPads) : naive.greatest(x);
    node(isAverage ? "AveragePool" : "MaxPool", "r");
  }

  private static int[] of(int... numbers) {
    return numbers;
  }

  private void node(String operator, String inputs) {
    graph.append(Onnx.node(operator, inputs, attributes.toArray(new Proto[0])));
  }

  /** The numbers that auto_pad leaves open, as the standard says. */
  private NaiveWindows windows(boolean isCeiled) {
    int[] results = new int[rank];
    int[] pads = before.clone();
    for (int i = 0; i < rank; i++) {
      int length = dims[2 + i];
      if (auto.startsWith("SAME")) {
        results[i] = (int) Math.ceil(length / (double) strides[i]);
        int total = Math.max(0, (results[i] - 1) * strides[i] + extent(i) - length);
        pads[i] = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
      } else {
        double steps = (length + before[i] + after[i] - extent(i)) / (double) strides[i];
        results[i] = (int) (isCeiled ? Math.ceil(steps) : Math.floor(steps)) + 1;
        if (isCeiled && (results[i] - 1) * strides[i] >= length + before[i]) {
          results[i]--; // it would start in the pads behind
        }
      }
    }
    return new NaiveWindows(taps, strides, dilations, pads, results);
  }

  private NaiveWindows transposedWindows() {
    int[] results = new int[rank];
    int[] pads = before.clone();
    int[] more = new int[rank];
    boolean isGiven = !auto.equals("VALID") && random.nextInt(3) == 0;
    isGiven &= Arrays.stream(joined(before, after)).allMatch(pad -> pad == 0);
    for (int i = 0; i < rank; i++) {
      more[i] = random.nextInt(strides[i]);
      int all = strides[i] * (dims[2 + i] - 1) + more[i] + extent(i);
      results[i] = all - before[i] - after[i];
      if (isGiven || auto.startsWith("SAME")) {
        results[i] = isGiven ? Math.max(1, all - random.nextInt(3)) : dims[2 + i] * strides[i];
        int total = all - results[i];
        isRead &= total >= 0 && (opset >= 11 || total % 2 == 0);
        pads[i] = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
      }
    }
    attribute("output_padding", more, 0);
    if (isGiven) {
      attributes.add(Onnx.intsAttribute("output_shape", longs(results)));
    }
    return new NaiveWindows(taps, strides, dilations, pads, results);
  }

  /** Whether the standard says without doubt what it is. */
  boolean isRead() {
    return isRead;
  }

  /** Whether ONNX Runtime knows it; it refuses dilations with auto_pad. */
  boolean isRun() {
    return isRead && (!auto.startsWith("SAME") || Arrays.stream(dilations).allMatch(d -> d == 1));
  }

  int inputs() {
    return NaiveTensor.size(dims);
  }

  byte[] file() {
    return Onnx.network(
        opset,
        inputs(),
        Onnx.initializer(Onnx.longs("s", longs(dims))),
        Onnx.node("", "Reshape", "x, s", "r"),
        graph);
  }

  /** The outputs by the rules of the standard. */
  Rational[] evaluate(Rational[] x) {
    return rule.apply(NaiveTensor.of(dims, x)).elements().toArray(Rational[]::new);
  }

  @Override
  public String toString() {
    return "version %d, %s, %s: %s taps, strides %s, dilations %s, pads %s and %s"
        .formatted(
            opset,
            auto,
            Arrays.toString(dims),
            Arrays.toString(taps),
            Arrays.toString(strides),
            Arrays.toString(dilations),
            Arrays.toString(before),
            Arrays.toString(after));
  }
}
