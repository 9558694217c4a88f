package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.network.WindowAxis;

/**
 * The rules of the pools: what a window covers of each channel becomes one number, its average or
 * its greatest one. Windows are products of intervals, so that a maximum can be taken axis by axis.
 */
final class PoolOperators {

  private static final long CEILS_SINCE = 10;
  private static final long AVERAGE_DILATES_SINCE = 19;

  private PoolOperators() {}

  /** The windows of a pool along each axis, and the shape of what it gives. */
  private record Windows(List<WindowAxis> axes, Shape result) {}

  /**
   * Sums, which are convolutions with ones, times the reciprocals of how many places count: those
   * inside, or with count_include_pad also those around.
   */
  static Value average(Call call) throws NetworkFormatException {
    if (call.context().opset() < AVERAGE_DILATES_SINCE) {
      refuseBefore(call, "dilations", AVERAGE_DILATES_SINCE);
    }
    Computed x = call.computed(0);
    boolean countsPads = call.flag("count_include_pad", false);
    Windows windows = windows(call, x.shape(), countsPads);
    Shape shape = x.shape();
    long[] taps = windows.axes.stream().mapToLong(WindowAxis::taps).toArray();
    double[] ones = new double[Shape.checked(taps, call.node().describe()).size()];
    Arrays.fill(ones, 1);
    Computed sums =
        ConvolutionOperators.append(
            call,
            x.reshaped(Shape.SCALAR.then(shape.product(0, 2), 1).then(shape.part(2, shape.rank()))),
            1,
            1,
            windows.axes,
            new Numbers("", Shape.SCALAR.then(ones.length), ones));
    return ElementwiseOperators.quotient(
        call, sums.reshaped(windows.result), counts(windows, countsPads, ones.length));
  }

  /** For each place of a grid of results by how much its sum is divided. */
  private static Numbers counts(Windows windows, boolean countsPads, int taps) {
    if (countsPads) {
      return Numbers.scalar(taps);
    }
    double[] counts = {1};
    Shape grid = Shape.SCALAR;
    for (WindowAxis axis : windows.axes) {
      double[] before = counts;
      int results = axis.results();
      counts = new double[before.length * results];
      Arrays.setAll(counts, i -> before[i / results] * axis.count(i % results));
      grid = grid.then(results);
    }
    return new Numbers("", grid, counts);
  }

  /** Along each axis the greatest of what each window covers, of two numbers at a time. */
  static Value greatest(Call call) throws NetworkFormatException {
    refuseBefore(call, "dilations", CEILS_SINCE);
    if (call.flag("storage_order", false)) {
      throw call.error("storage_order is about its second output, which is not supported");
    }
    Computed x = call.computed(0);
    Value.Real value = x;
    Windows windows = windows(call, x.shape(), false);
    for (int i = 0; i < windows.axes.size(); i++) {
      value = greatest(call, value, 2 + i, windows.axes.get(i));
    }
    return value;
  }

  private static Value.Real greatest(Call call, Value.Real x, int axis, WindowAxis windows)
      throws NetworkFormatException {
    List<int[]> open = new ArrayList<>(); // for each result the indices whose maximum it is
    for (int r = 0; r < windows.results(); r++) {
      int result = r;
      open.add(IntStream.range(0, windows.count(r)).map(i -> windows.source(result, i)).toArray());
    }
    Value.Real value = x;
    while (open.stream().anyMatch(indices -> indices.length > 1)) {
      IntStream.Builder left = IntStream.builder();
      IntStream.Builder right = IntStream.builder();
      IntStream.Builder single = IntStream.builder();
      int pairs = open.stream().mapToInt(indices -> indices.length / 2).sum();
      int nextPair = 0;
      int nextSingle = pairs;
      List<int[]> next = new ArrayList<>();
      for (int[] indices : open) {
        int[] halved = new int[(indices.length + 1) / 2];
        for (int i = 0; i < halved.length; i++) {
          if (2 * i + 1 < indices.length) {
            left.add(indices[2 * i]);
            right.add(indices[2 * i + 1]);
            halved[i] = nextPair++;
          } else {
            single.add(indices[2 * i]);
            halved[i] = nextSingle++;
          }
        }
        next.add(halved);
      }
      Value.Real greater =
          ExtremeOperators.extreme(
              call,
              picked(call, value, axis, left.build().toArray()),
              picked(call, value, axis, right.build().toArray()),
              false);
      int[] singles = single.build().toArray();
      value =
          singles.length == 0
              ? greater
              : (Value.Real)
                  ConcatOperator.concat(
                      call, List.of(greater, picked(call, value, axis, singles)), axis);
      open = next;
    }
    return picked(call, value, axis, open.stream().mapToInt(indices -> indices[0]).toArray());
  }

  private static Value.Real picked(Call call, Value.Real value, int axis, int... indices)
      throws NetworkFormatException {
    return call.moved(
        value, IndexMap.of(value.shape()).with(axis, indices.length, i -> indices[i]));
  }

  private static void refuseBefore(Call call, String attribute, long opset)
      throws NetworkFormatException {
    if (call.context().opset() < opset && call.node().attributes().containsKey(attribute)) {
      throw call.error("%s is an attribute from opset %d on", attribute, opset);
    }
  }

  /** Refuses windows without any place inside, whose average or greatest number is none. */
  private static Windows windows(Call call, Shape shape, boolean countsPads)
      throws NetworkFormatException {
    if (shape.rank() < 3) {
      throw call.error("it needs a batch, channels and further axes, but has the shape %s", shape);
    }
    refuseBefore(call, "ceil_mode", CEILS_SINCE);
    boolean isCeiled = call.flag("ceil_mode", false);
    Shape grid = shape.part(2, shape.rank());
    boolean isSame = Window.AutoPad.of(call).isSame();
    if (isCeiled && Window.AutoPad.of(call) == Window.AutoPad.VALID) {
      throw call.error(
          "programs disagree about ceil_mode with auto_pad VALID; export it with pads");
    }
    List<WindowAxis> axes = new ArrayList<>();
    Shape result = shape.part(0, 2);
    for (Window window : Window.all(call, grid, Window.taps(call, grid.rank()))) {
      int arguments = grid.dim(axes.size());
      WindowAxis axis = window.axis(call, arguments, results(window, arguments, isCeiled));
      for (int r = 0; r < axis.results(); r++) {
        if (axis.count(r) == 0) {
          throw call.error("window %d along axis %d covers pads only", r, 2 + axes.size());
        }
      }
      if (countsPads
          && isCeiled
          && (axis.results() - 1) * window.stride() > window.way(arguments)) {
        throw call.error(
            "with ceil_mode and count_include_pad a window reaches beyond the pads; programs"
                + " disagree about what it counts there");
      }
      if (isSame && (axis.results() - 1) * window.stride() != window.way(arguments)) {
        throw call.error(
            "auto_pad moves windows that are shorter than their stride, and programs disagree about"
                + " where to; export it with pads");
      }
      axes.add(axis);
      result = result.then(axis.results());
    }
    return new Windows(axes, result);
  }

  /**
   * How many windows there are. One that begins in the pads behind the axis is left out, as the
   * standard came to say it, and programs did before.
   */
  private static long results(Window window, int arguments, boolean isCeiled) {
    long way = window.way(arguments);
    if (way < 0) {
      return 0;
    }
    long floor = way / window.stride() + 1;
    boolean isWhole = !isCeiled || way % window.stride() == 0;
    return isWhole || floor * window.stride() >= arguments + window.before() ? floor : floor + 1;
  }
}
