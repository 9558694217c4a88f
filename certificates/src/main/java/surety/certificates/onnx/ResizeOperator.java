package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The rules of Resize and Upsample to the nearest element. Only factors that are integers, or one
 * over a power of two that divides the length, are read: others are rounded, by each program in its
 * own way.
 */
final class ResizeOperator {

  private static final long UPSAMPLE_TAKES_INPUTS = 9;
  private static final long UPSAMPLE_ENDS = 10;
  private static final long RESIZE_SAYS_HOW = 11;
  private static final String FOR_TENSORFLOW = "tf_half_pixel_for_nn";
  private static final long WITHOUT_TENSORFLOW = 13;
  private static final long ASKS_FOR_AXES = 18;

  /** How an index of the result becomes a place of the input, and the place an index. */
  private record Way(String coordinates, String rounding) {}

  private ResizeOperator() {}

  static Value upsample(Call call) throws NetworkFormatException {
    long opset = call.context().opset();
    if (opset >= UPSAMPLE_ENDS) {
      throw call.error("there is no such operator from opset %d on", UPSAMPLE_ENDS);
    }
    requireNearest(call);
    boolean asInput = opset >= UPSAMPLE_TAKES_INPUTS;
    if (asInput != call.has(1)) {
      throw call.error(
          "scales is an attribute before opset %d and an input from then on",
          UPSAMPLE_TAKES_INPUTS);
    }
    double[] scales = asInput ? scales(call, 1) : call.floatsAttribute("scales");
    return resized(call, allAxes(call), scales, new long[0], new Way("asymmetric", "floor"));
  }

  static Value resize(Call call) throws NetworkFormatException {
    requireNearest(call);
    long opset = call.context().opset();
    if (opset < RESIZE_SAYS_HOW) {
      if (call.inputs().size() != 2) {
        throw call.error("it takes two inputs before opset %d", RESIZE_SAYS_HOW);
      }
      return resized(
          call, allAxes(call), scales(call, 1), new long[0], new Way("asymmetric", "floor"));
    }
    boolean hasScales = hasElements(call, 2);
    if (hasScales == hasElements(call, 3)) {
      throw call.error("it must have either scales or sizes");
    }
    if (call.intAttribute("antialias", 0) != 0
        || !call.textAttribute("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
      throw call.error("antialias and keep_aspect_ratio_policy are not supported");
    }
    long[] axes = call.intsAttribute("axes").orElse(allAxes(call));
    if (opset < ASKS_FOR_AXES && call.intsAttribute("axes").isPresent()) {
      throw call.error("axes is an attribute from opset %d on", ASKS_FOR_AXES);
    }
    String coordinates = call.textAttribute("coordinate_transformation_mode", "half_pixel");
    if (coordinates.equals(FOR_TENSORFLOW) && opset >= WITHOUT_TENSORFLOW) {
      throw call.error("%s is no mode from opset %d on", quote(coordinates), WITHOUT_TENSORFLOW);
    }
    Way way = new Way(coordinates, call.textAttribute("nearest_mode", "round_prefer_floor"));
    return resized(
        call,
        axes,
        hasScales ? scales(call, 2) : new double[0],
        hasScales ? new long[0] : call.vector(3),
        way);
  }

  private static void requireNearest(Call call) throws NetworkFormatException {
    String mode = call.textAttribute("mode", "nearest");
    if (!mode.equals("nearest")) {
      throw call.error("only the mode 'nearest' is supported, not %s", quote(mode));
    }
  }

  private static long[] allAxes(Call call) throws NetworkFormatException {
    return LongStream.range(0, call.tensor(0).shape().rank()).toArray();
  }

  /** An input that is left out in some versions is a tensor without elements in others. */
  private static boolean hasElements(Call call, int index) {
    return call.has(index)
        && !(call.input(index) instanceof Value.Stored stored && stored.tensor().isEmpty());
  }

  private static double[] scales(Call call, int index) throws NetworkFormatException {
    Numbers scales = call.doubles(index);
    double[] values = new double[scales.size()];
    Arrays.setAll(values, scales::at);
    return values;
  }

  /** Either scales or sizes, as many as axes. */
  private static Value resized(Call call, long[] axes, double[] scales, long[] sizes, Way way)
      throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    call.axes(axes, shape.rank());
    int given = Math.max(scales.length, sizes.length);
    if (given != axes.length) {
      throw call.error("it has %d scales or sizes for %d axes", given, axes.length);
    }
    IndexMap map = IndexMap.of(shape);
    for (int i = 0; i < axes.length; i++) {
      int axis = call.axis(axes[i], shape.rank());
      int length = shape.dim(axis);
      int result =
          sizes.length > 0 ? size(call, length, sizes[i]) : scaled(call, length, scales[i]);
      if (result != length) {
        requireKnown(call, way);
        map = map.with(axis, result, index -> nearest(index, length, result, way));
      }
    }
    return call.moved(input, map);
  }

  /** The length times a factor that is an integer, or one over a power of two. */
  private static int scaled(Call call, int length, double scale) throws NetworkFormatException {
    double result = length * scale;
    if (!(result >= 1 && result <= Integer.MAX_VALUE) || result != Math.rint(result)) {
      throw unsupported(call, length, String.valueOf(scale));
    }
    return size(call, length, (long) result);
  }

  private static int size(Call call, int length, long size) throws NetworkFormatException {
    boolean grows = size >= length && size <= Integer.MAX_VALUE && size % length == 0;
    boolean shrinks = size >= 1 && length % size == 0 && Long.bitCount(length / size) == 1;
    if (!grows && !shrinks) {
      throw unsupported(call, length, size + "/" + length);
    }
    call.spend(size);
    return (int) size;
  }

  private static NetworkFormatException unsupported(Call call, int length, String factor) {
    return call.error(
        "a factor of %s for a length of %d is not supported; it must be an integer, or one over a"
            + " power of two that divides the length",
        factor, length);
  }

  private static void requireKnown(Call call, Way way) throws NetworkFormatException {
    boolean isKnown =
        List.of(
                    "half_pixel",
                    "half_pixel_symmetric",
                    "pytorch_half_pixel",
                    "asymmetric",
                    "align_corners",
                    FOR_TENSORFLOW)
                .contains(way.coordinates)
            && List.of("floor", "ceil", "round_prefer_floor", "round_prefer_ceil")
                .contains(way.rounding);
    if (!isKnown) {
      throw call.error(
          "coordinate_transformation_mode %s with nearest_mode %s is not supported",
          quote(way.coordinates), quote(way.rounding));
    }
  }

  /** Exact: the place is a fraction, {@code numerator / denominator}. */
  private static int nearest(int index, int length, int result, Way way) {
    long numerator = (2L * index + 1) * length; // (index + 1/2) length / result
    long denominator = 2L * result;
    switch (way.coordinates) {
      case "asymmetric" -> numerator = 2L * index * length;
      case FOR_TENSORFLOW -> {}
      case "align_corners" -> {
        numerator = result == 1 ? 0 : index * (length - 1L);
        denominator = Math.max(1, result - 1);
      }
      default -> // half a pixel less, but for PyTorch of a single result
          numerator =
              result == 1 && way.coordinates.equals("pytorch_half_pixel") ? 0 : numerator - result;
    }
    long nearest =
        switch (way.rounding) {
          case "floor" -> Math.floorDiv(numerator, denominator);
          case "ceil" -> -Math.floorDiv(-numerator, denominator);
          case "round_prefer_floor" -> -Math.floorDiv(denominator - 2 * numerator, 2 * denominator);
          default -> Math.floorDiv(2 * numerator + denominator, 2 * denominator);
        };
    return (int) Math.max(0, Math.min(length - 1, nearest));
  }
}
