package surety.certificates.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

/**
 * The rules of the operators that take elements or slices one by one, wherever constant indices or
 * switches say.
 */
final class ElementOperators {

  private static final long ONE_HOT_COUNTS_FROM_THE_END = 11;

  private ElementOperators() {}

  /** For each index the element of its row along an axis. */
  static Value gatherElements(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Integers indices = call.integers(1);
    int[] sources = along(call, input.shape(), indices);
    return picked(call, input, indices.shape(), i -> sources[i]);
  }

  /** For each vector of indices the slice there, for each batch its own. */
  static Value gatherNd(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Integers indices = call.integers(1);
    Shape shape = input.shape();
    int rank = shape.rank();
    long batches = call.intAttribute("batch_dims", 0);
    if (batches < 0 || batches >= Math.min(rank, indices.shape().rank())) {
      throw call.error("batch_dims is %d of the shapes %s, %s", batches, shape, indices.shape());
    }
    int[] starts = starts(call, shape, indices, (int) batches);
    int inner = (int) batches + indices.shape().dim(-1);
    Shape result = indices.shape().part(0, indices.shape().rank() - 1);
    int slice = shape.product(inner, rank);
    return picked(
        call,
        input,
        result.then(shape.part(inner, rank)),
        i -> starts[i / slice] + Math.floorMod(i, slice));
  }

  /**
   * The number of an element for each of some indices: it is where the index is, but along one axis
   * where the index says.
   */
  static int[] along(Call call, Shape shape, Integers indices) throws NetworkFormatException {
    Shape given = indices.shape();
    int rank = shape.rank();
    int axis = call.axis(call.intAttribute("axis", 0), rank);
    IndexMap map = IndexMap.of(shape);
    for (int d = 0; d < rank; d++) {
      if (given.rank() != rank || (d != axis && given.dim(d) > shape.dim(d))) {
        throw call.error("indices of shape %s are not within the shape %s", given, shape);
      }
      map = map.with(d, given.dim(d), d == axis ? i -> 0 : i -> i);
    }
    call.spend(2L * given.size());
    int[] numbers = map.sources();
    int stride = shape.product(axis + 1, rank);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += index(call, indices.at(i), shape.dim(axis)) * stride;
    }
    return numbers;
  }

  /**
   * The number of the first element of each slice whose indices are a row of a tensor.
   *
   * @param batches how many axes in front number both the rows and the slices
   */
  static int[] starts(Call call, Shape shape, Integers indices, int batches)
      throws NetworkFormatException {
    Shape given = indices.shape();
    int rank = shape.rank();
    int depth = given.rank() == 0 ? 0 : given.dim(-1);
    if (depth < 1
        || batches + depth > rank
        || !given.part(0, batches).equals(shape.part(0, batches))) {
      throw call.error("indices of shape %s do not fit to the shape %s", given, shape);
    }
    int[] starts = new int[given.size() / depth];
    call.spend(starts.length);
    int perBatch = given.product(batches, given.rank() - 1);
    for (int row = 0; row < starts.length; row++) {
      starts[row] = row / perBatch * shape.product(batches, rank);
      for (int d = 0; d < depth; d++) {
        int index = index(call, indices.at(row * depth + d), shape.dim(batches + d));
        starts[row] += index * shape.product(batches + d + 1, rank);
      }
    }
    return starts;
  }

  private static int index(Call call, long index, int length) throws NetworkFormatException {
    if (index < -length || index >= length) {
      throw call.error("index %d is not one of %d elements", index, length);
    }
    return (int) (index < 0 ? index + length : index);
  }

  /** For each constant class a vector that has one value at the class and another elsewhere. */
  static Value oneHot(Call call) throws NetworkFormatException {
    long[] classes = wholeNumbers(call, 0);
    Shape given = call.tensor(0).shape();
    long[] depths = wholeNumbers(call, 1);
    Value.Tensor values = call.tensor(2);
    if (depths.length != 1 || depths[0] < 1 || values.shape().size() != 2) {
      throw call.error("its depth must be one positive number, and its values two");
    }
    long depth = depths[0];
    if (call.context().opset() < ONE_HOT_COUNTS_FROM_THE_END
        && Arrays.stream(classes).anyMatch(k -> k < 0)) {
      throw call.error(
          "a class is negative, which counts from the end only from opset %d on",
          ONE_HOT_COUNTS_FROM_THE_END);
    }
    int axis = call.axis(call.intAttribute("axis", -1), given.rank() + 1);
    long[] dims =
        LongStream.concat(
                LongStream.concat(longs(given.part(0, axis)), LongStream.of(depth)),
                longs(given.part(axis, given.rank())))
            .toArray();
    Shape shape = Shape.checked(dims, call.node().describe());
    int inner = given.product(axis, given.rank());
    return picked(
        call,
        values,
        shape,
        i -> {
          int place = i / inner % (int) depth;
          long chosen = classes[i / inner / (int) depth * inner + i % inner];
          return chosen == place || chosen + depth == place ? 1 : 0;
        });
  }

  private static LongStream longs(Shape shape) {
    return shape.dims().stream().mapToLong(i -> i);
  }

  /** The elements of a constant input that may have either type, but has no other numbers. */
  private static long[] wholeNumbers(Call call, int input) throws NetworkFormatException {
    if (call.isInteger(input)) {
      return call.integers(input).values();
    }
    double[] numbers =
        call.constant(input).stream().mapToDouble(x -> x.enclosure().lower()).toArray();
    for (double number : numbers) {
      if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
        throw call.error("%s in input %d is no whole number", number, input);
      }
    }
    return Arrays.stream(numbers).mapToLong(x -> (long) x).toArray();
  }

  /** The upper or lower triangle of matrices, and 0 elsewhere. */
  static Value trilu(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    if (shape.rank() < 2) {
      throw call.error("it takes a triangle of matrices, not of the shape %s", shape);
    }
    long[] diagonal = call.has(1) ? call.integers(1).values() : new long[1];
    if (diagonal.length != 1) {
      throw call.error("its input 1 must be one integer");
    }
    boolean isUpper = call.flag("upper", true);
    int columns = shape.dim(-1);
    int rows = shape.dim(-2);
    long shift = Math.max(-rows, Math.min(columns, diagonal[0]));
    Value.Tensor all = ConcatOperator.joined(call, List.of(input, PartOperators.zero(input)));
    return picked(
        call,
        all,
        shape,
        i -> {
          long aboveDiagonal = i % columns - i / columns % rows - shift;
          return (isUpper ? aboveDiagonal >= 0 : aboveDiagonal <= 0) ? i : shape.size();
        });
  }

  /** What constant switches are on for: along an axis, or of all elements. */
  static Value compress(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    boolean isFlat = !call.node().attributes().containsKey("axis");
    Value.Tensor from = isFlat ? input.reshaped(Shape.SCALAR.then(input.shape().size())) : input;
    int axis = call.axis(call.intAttribute("axis", 0), from.shape().rank());
    long[] switches = call.vector(1);
    if (switches.length > from.shape().dim(axis)) {
      throw call.error("it has %d switches for %d", switches.length, from.shape().dim(axis));
    }
    int[] on = IntStream.range(0, switches.length).filter(i -> switches[i] != 0).toArray();
    return call.moved(from, IndexMap.of(from.shape()).with(axis, on.length, i -> on[i]));
  }

  /** The indices of the elements of a constant that are not 0, as columns. */
  static Value nonZero(Call call) throws NetworkFormatException {
    Value.Tensor input = call.isInteger(0) ? call.integers(0) : call.constant(0);
    Shape shape = input.shape();
    boolean[] isOn = new boolean[shape.size()];
    call.spend(isOn.length);
    for (int i = 0; i < isOn.length; i++) {
      isOn[i] =
          input instanceof Integers integers
              ? integers.at(i) != 0
              : isNonZero(call, ((Numbers) input).real(i));
    }
    int[] on = IntStream.range(0, isOn.length).filter(i -> isOn[i]).toArray();
    call.spend((long) on.length * shape.rank());
    long[] indices = new long[on.length * shape.rank()];
    for (int i = 0; i < indices.length; i++) {
      int axis = i / on.length;
      indices[i] = on[i % on.length] / shape.product(axis + 1, shape.rank()) % shape.dim(axis);
    }
    return new Integers(Shape.SCALAR.then(shape.rank(), on.length), indices);
  }

  private static boolean isNonZero(Call call, RealNumber x) throws NetworkFormatException {
    if (x.exact().isEmpty() && x.enclosure().contains(0)) {
      throw call.error("of a constant near 0 it is not known whether it is 0");
    }
    return x.exact().map(Rational::signum).orElse(1) != 0;
  }

  /** A tensor of elements of another one, by their numbers. */
  static Value.Tensor picked(Call call, Value.Tensor from, Shape shape, IntUnaryOperator source)
      throws NetworkFormatException {
    Shape flat = Shape.SCALAR.then(from.shape().size());
    return call.moved(from.reshaped(flat), IndexMap.of(flat).with(0, shape.size(), source))
        .reshaped(shape);
  }
}
