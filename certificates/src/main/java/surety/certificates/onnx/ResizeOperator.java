package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;

/**
 * The rules of Resize and Upsample, axis by axis. Each index of the result is a place between two
 * indices of the input, which is a fraction: of a scale, which is the number in the file, or of two
 * lengths. Linear interpolation is the exact mean of the two elements there, with these fractions
 * as weights. To take the nearest element only factors that are integers, or one over a power of
 * two that divides the length, are read: other places are rounded, by each program in its own way.
 */
final class ResizeOperator {

  private static final long UPSAMPLE_TAKES_INPUTS = 9;
  private static final long UPSAMPLE_ENDS = 10;
  private static final long RESIZE_SAYS_HOW = 11;
  private static final String FOR_TENSORFLOW = "tf_half_pixel_for_nn";
  private static final long WITHOUT_TENSORFLOW = 13;
  private static final long ASKS_FOR_AXES = 18;
  private static final Rational HALF = Rational.of(1, 2);
  private static final List<String> COORDINATES =
      List.of(
          "half_pixel",
          "half_pixel_symmetric",
          "pytorch_half_pixel",
          "asymmetric",
          "align_corners",
          FOR_TENSORFLOW);
  private static final List<String> ROUNDINGS =
      List.of("floor", "ceil", "round_prefer_floor", "round_prefer_ceil");

  /** How an index of the result becomes a place of the input, and the place an index. */
  private record Way(boolean isLinear, String coordinates, String rounding) {}

  /**
   * An axis.
   *
   * @param factor the length of the result over that of the input, before it is rounded
   */
  private record Scale(int length, int result, Rational factor) {}

  private ResizeOperator() {}

  static Value upsample(Call call) throws NetworkFormatException {
    long opset = call.context().opset();
    if (opset >= UPSAMPLE_ENDS) {
      throw call.error("there is no such operator from opset %d on", UPSAMPLE_ENDS);
    }
    boolean asInput = opset >= UPSAMPLE_TAKES_INPUTS;
    if (asInput != call.has(1)) {
      throw call.error(
          "scales is an attribute before opset %d and an input from then on",
          UPSAMPLE_TAKES_INPUTS);
    }
    double[] scales = asInput ? scales(call, 1) : call.floatsAttribute("scales");
    return resized(call, allAxes(call), scales, new long[0], old(call));
  }

  static Value resize(Call call) throws NetworkFormatException {
    long opset = call.context().opset();
    if (opset < RESIZE_SAYS_HOW) {
      if (call.inputs().size() != 2) {
        throw call.error("it takes two inputs before opset %d", RESIZE_SAYS_HOW);
      }
      return resized(call, allAxes(call), scales(call, 1), new long[0], old(call));
    }
    boolean hasScales = hasElements(call, 2);
    if (hasScales == hasElements(call, 3)) {
      throw call.error("it must have either scales or sizes");
    }
    if (call.intAttribute("antialias", 0) != 0
        || !call.textAttribute("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
      throw call.error(
          "antialias and keep_aspect_ratio_policy are not supported; export it without them, to fixed sizes");
    }
    long[] axes = call.intsAttribute("axes").orElse(allAxes(call));
    if (opset < ASKS_FOR_AXES && call.intsAttribute("axes").isPresent()) {
      throw call.error("axes is an attribute from opset %d on", ASKS_FOR_AXES);
    }
    String coordinates = call.textAttribute("coordinate_transformation_mode", "half_pixel");
    if (coordinates.equals(FOR_TENSORFLOW) && opset >= WITHOUT_TENSORFLOW) {
      throw call.error("%s is no mode from opset %d on", quote(coordinates), WITHOUT_TENSORFLOW);
    }
    String rounding = call.textAttribute("nearest_mode", "round_prefer_floor");
    return resized(
        call,
        axes,
        hasScales ? scales(call, 2) : new double[0],
        hasScales ? new long[0] : call.vector(3),
        new Way(isLinear(call), coordinates, rounding));
  }

  /** What was done before there were attributes that say how. */
  private static Way old(Call call) throws NetworkFormatException {
    return new Way(isLinear(call), "asymmetric", "floor");
  }

  private static boolean isLinear(Call call) throws NetworkFormatException {
    String mode = call.textAttribute("mode", "nearest");
    if (!mode.equals("nearest") && !mode.equals("linear")) {
      throw call.error("only the modes 'nearest' and 'linear' are supported, not %s", quote(mode));
    }
    return mode.equals("linear");
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
    Value.Tensor value = way.isLinear ? call.real(0) : call.tensor(0);
    int rank = value.shape().rank();
    call.axes(axes, rank);
    int given = Math.max(scales.length, sizes.length);
    if (given != axes.length) {
      throw call.error("it has %d scales or sizes for %d axes", given, axes.length);
    }
    for (int i = 0; i < axes.length; i++) {
      int axis = call.axis(axes[i], rank);
      int length = value.shape().dim(axis);
      Scale scale =
          sizes.length > 0
              ? toSize(call, length, sizes[i])
              : scaled(call, length, scales[i], way.isLinear);
      if (!scale.factor.equals(Rational.ONE)) {
        requireKnown(call, way);
        Rational[] places = places(scale, way.coordinates);
        value =
            way.isLinear
                ? interpolated(call, (Value.Real) value, axis, places)
                : nearest(call, value, axis, scale, places, way.rounding);
      }
    }
    return value;
  }

  private static Scale toSize(Call call, int length, long size) throws NetworkFormatException {
    if (size < 1 || size > Integer.MAX_VALUE) {
      throw unsupported(call, length, size + "/" + length);
    }
    call.spend(size);
    return new Scale(length, (int) size, Rational.of(size, length));
  }

  /** The length times a factor, rounded down unless programs might round it otherwise. */
  private static Scale scaled(Call call, int length, double scale, boolean isLinear)
      throws NetworkFormatException {
    double result = length * scale;
    boolean isExact = result == Math.rint(result);
    if (!(result >= 1 && result <= Integer.MAX_VALUE) || !(isExact || isLinear)) {
      throw unsupported(call, length, String.valueOf(scale));
    }
    Rational factor = Rational.ofDouble(scale);
    BigInteger floor = floor(factor.times(Rational.of(length)));
    if (!floor.equals(BigInteger.valueOf((long) ((float) scale * length)))) {
      throw call.error(
          "a factor of %s for a length of %d may be rounded to one length or another; export the"
              + " network with sizes",
          scale, length);
    }
    if (floor.equals(BigInteger.valueOf(length)) && !factor.equals(Rational.ONE)) {
      throw call.error( // ONNX interpolates at its places, and ONNX Runtime returns its input
          "a factor of %s for a length of %d keeps the length, and programs interpolate or do not;"
              + " make it 1",
          scale, length);
    }
    call.spend(floor.longValueExact());
    return new Scale(length, floor.intValueExact(), factor);
  }

  private static NetworkFormatException unsupported(Call call, int length, String factor) {
    return call.error(
        "a factor of %s for a length of %d is not supported; to the nearest element it must be an"
            + " integer, or one over a power of two that divides the length, and linearly (mode"
            + " 'linear') the result must have a length of at least 1",
        factor, length);
  }

  private static void requireKnown(Call call, Way way) throws NetworkFormatException {
    if (!COORDINATES.contains(way.coordinates)) {
      throw call.error(
          "coordinate_transformation_mode %s is not supported; export it with one of %s",
          quote(way.coordinates), String.join(", ", COORDINATES));
    }
    if (!way.isLinear && !ROUNDINGS.contains(way.rounding)) {
      throw call.error(
          "nearest_mode %s is not supported; export it with one of %s",
          quote(way.rounding), String.join(", ", ROUNDINGS));
    }
  }

  /** The places of all indices of the result among those of the input, exactly. */
  private static Rational[] places(Scale scale, String coordinates) {
    Rational[] places = new Rational[scale.result];
    Arrays.setAll(places, i -> place(Rational.of(i), scale, coordinates));
    return places;
  }

  private static Rational place(Rational index, Scale scale, String coordinates) {
    Rational middle = index.plus(HALF).dividedBy(scale.factor);
    return switch (coordinates) {
      case "asymmetric" -> index.dividedBy(scale.factor);
      case FOR_TENSORFLOW -> middle;
      case "align_corners" ->
          scale.result == 1
              ? Rational.ZERO
              : index.times(Rational.of(scale.length - 1L, scale.result - 1L));
      case "pytorch_half_pixel" -> scale.result == 1 ? Rational.ZERO : middle.minus(HALF);
      case "half_pixel_symmetric" -> // both ends lack the same of what is rounded off
          middle
              .minus(HALF)
              .plus(Rational.of(scale.length, 2))
              .minus(Rational.of(scale.result, 2).dividedBy(scale.factor));
      default -> middle.minus(HALF); // half a pixel less
    };
  }

  private static BigInteger floor(Rational x) {
    return ConstantOperators.floor(x).numerator();
  }

  /** The elements nearest to some places of an axis. */
  private static Value.Tensor nearest(
      Call call, Value.Tensor value, int axis, Scale scale, Rational[] places, String rounding)
      throws NetworkFormatException {
    int longer = Math.max(scale.length, scale.result);
    int shorter = Math.min(scale.length, scale.result);
    if (longer % shorter != 0
        || (scale.result < scale.length && Integer.bitCount(longer / shorter) != 1)) {
      throw unsupported(call, scale.length, scale.result + "/" + scale.length);
    }
    int[] indices = new int[places.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = within(scale.length, rounded(places[i], rounding));
    }
    return call.moved(
        value, IndexMap.of(value.shape()).with(axis, indices.length, i -> indices[i]));
  }

  private static BigInteger rounded(Rational place, String rounding) {
    return switch (rounding) {
      case "floor" -> floor(place);
      case "ceil" -> ConstantOperators.ceil(place).numerator();
      case "round_prefer_floor" -> ConstantOperators.ceil(place.minus(HALF)).numerator();
      default -> floor(place.plus(HALF));
    };
  }

  private static int within(int length, BigInteger index) {
    return index.max(BigInteger.ZERO).min(BigInteger.valueOf(length - 1L)).intValueExact();
  }

  /**
   * The means of the elements before and behind some places of an axis, each weighted with how far
   * away the other one is; beyond the ends of the axis it goes on with its last elements.
   */
  private static Value.Real interpolated(Call call, Value.Real value, int axis, Rational[] places)
      throws NetworkFormatException {
    int length = value.shape().dim(axis);
    int[] before = new int[places.length];
    int[] behind = new int[places.length];
    RealNumber[] near = new RealNumber[places.length];
    RealNumber[] far = new RealNumber[places.length];
    for (int i = 0; i < places.length; i++) {
      BigInteger floor = floor(places[i]);
      Rational rest = places[i].minus(Rational.of(floor, BigInteger.ONE));
      before[i] = within(length, floor);
      behind[i] = within(length, floor.add(BigInteger.ONE));
      far[i] = RealNumber.of(before[i] == behind[i] ? Rational.ZERO : rest);
      near[i] = RealNumber.ONE.minus(far[i]);
    }
    IndexMap map = IndexMap.of(value.shape());
    Value.Real first = call.moved(value, map.with(axis, places.length, i -> before[i]));
    Value.Real second = call.moved(value, map.with(axis, places.length, i -> behind[i]));
    Integer[] ones = new Integer[value.shape().rank() - axis - 1];
    Arrays.fill(ones, 1);
    Shape along = Shape.SCALAR.then(places.length).then(ones);
    return Arithmetic.SUM.of(
        call,
        Arithmetic.PRODUCT.of(call, first, Numbers.of("", along, near)),
        Arithmetic.PRODUCT.of(call, second, Numbers.of("", along, far)));
  }
}
