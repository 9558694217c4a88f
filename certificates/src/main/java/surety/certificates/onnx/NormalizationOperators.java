package surety.certificates.onnx;

import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.arithmetic.Rounding;

/** The rules of the normalisations: of BatchNormalization at inference, and of those of layers. */
final class NormalizationOperators {

  private static final float VARIANCE_OFFSET = 1e-5f;
  private static final double LEAST_CONSTANT = 0x1p-40;
  private static final long TRAINING_IS_AN_ATTRIBUTE = 14;
  private static final long SCALES_ARE_PER_CHANNEL = 21;

  private NormalizationOperators() {}

  /**
   * {@code (x - mean) / sqrt(variance + epsilon) scale + bias} for each channel, which is axis 1.
   * The root is a fraction or enclosed: what is claimed is the function with the exact root.
   */
  static Value batch(Call call) throws NetworkFormatException {
    if (call.flag("training_mode", false)) {
      throw call.error("it is in training mode; export the network for inference");
    }
    boolean hasMore = call.node().outputs().stream().skip(1).anyMatch(name -> !name.isEmpty());
    if (call.context().opset() < TRAINING_IS_AN_ATTRIBUTE && hasMore) {
      throw call.error(
          "it has more than one output, which before opset %d means training, where it takes mean"
              + " and variance from its input; export the network for inference",
          TRAINING_IS_AN_ATTRIBUTE);
    }
    if (!call.flag("spatial", true)) {
      throw call.error("spatial = 0 is not supported; export the network for opset 9 or later");
    }
    Value.Real value = call.real(0);
    Shape shape = value.shape();
    if (shape.rank() < 2) {
      throw call.error("it needs a batch and channels, but has the shape %s", shape);
    }
    int channels = shape.dim(1);
    for (int input = 1; input <= 4; input++) {
      Shape given = call.numbers(input).shape();
      if (given.rank() != 1 || given.size() != channels) {
        throw call.error(
            "input %d has the shape %s; it must have one number for each of %d channels",
            input, given, channels);
      }
    }
    RealNumber offset = RealNumber.of(call.floatAttribute("epsilon", VARIANCE_OFFSET));
    Numbers roots =
        ElementwiseOperators.map(
            call, call.numbers(4), (i, v) -> ElementwiseOperators.root(call, v.plus(offset)));
    Numbers scales = call.numbers(1);
    Numbers factors = (Numbers) ElementwiseOperators.quotient(call, scales, roots);
    Numbers biases = call.numbers(2);
    Numbers means = call.numbers(3);
    Value.Real moved = Arithmetic.PRODUCT.of(call, means, factors);
    Arithmetic.DIFFERENCE.of(call, biases, moved); // all shifts are in the range of doubles
    Scaling[] each = new Scaling[channels];
    for (int i = 0; i < channels; i++) {
      each[i] =
          Scaling.normalization(scales.real(i), factors.real(i), means.real(i), biases.real(i));
    }
    int inner = shape.product(2, shape.rank());
    return ActivationOperators.apply(call, value, i -> each[i / inner % channels]);
  }

  /**
   * Whether the constants of a BatchNormalization are between 2^-40 and 2^40, so that none on the
   * way to its factors is subnormal or overflows in any format.
   */
  static boolean isBatchWithin(Call call) throws NetworkFormatException {
    double epsilon = call.floatAttribute("epsilon", VARIANCE_OFFSET);
    Numbers scales = call.numbers(1);
    Numbers variances = call.numbers(4);
    for (int i = 0; i < scales.size(); i++) {
      Interval scale = scales.real(i).enclosure().abs();
      Interval variance = variances.real(i).enclosure();
      Interval sum = variance.plus(epsilon);
      if (!(Math.min(scale.lower(), sum.lower()) >= LEAST_CONSTANT
          && Math.max(scale.upper(), sum.upper()) <= 1 / LEAST_CONSTANT
          && epsilon >= 0
          && variance.lower() >= 0)) {
        return false;
      }
    }
    return true;
  }

  /** {@code (x - mean) / sqrt(variance + epsilon) scale + bias}, over the axes from one on. */
  static Value layer(Call call) throws NetworkFormatException {
    Value.Real x = call.real(0);
    Shape shape = x.shape();
    int axis = call.axis(call.intAttribute("axis", -1), shape.rank());
    Shape rows = Shape.SCALAR.then(shape.product(0, axis), shape.product(axis, shape.rank()));
    Value.Real normal = normalised(call, x.reshaped(rows)).reshaped(shape);
    Numbers scale = call.numbers(1);
    requireBroadcast(call, shape, scale.shape());
    Value.Real scaled = Arithmetic.PRODUCT.of(call, normal, scale);
    return call.has(2) ? ElementwiseOperators.plus(call, scaled, call.numbers(2)) : scaled;
  }

  private static void requireBroadcast(Call call, Shape shape, Shape given)
      throws NetworkFormatException {
    if (!call.broadcast(shape, given).equals(shape)) {
      throw call.error("a scale of shape %s does not broadcast to the shape %s", given, shape);
    }
  }

  /** The same over all axes behind the channels, for each sample and channel. */
  static Value instance(Call call) throws NetworkFormatException {
    Shape shape = withChannels(call, call.real(0));
    return ofGroups(call, shape.dim(1), shape.dim(1));
  }

  /** The same over the channels of a group and all axes behind them, for each sample. */
  static Value group(Call call) throws NetworkFormatException {
    int channels = withChannels(call, call.real(0)).dim(1);
    long groups = call.intAttribute("num_groups", 0);
    if (groups < 1 || groups > channels || channels % groups != 0) {
      throw call.error("%d channels are not %d groups of the same size", channels, groups);
    }
    boolean isPerGroup = call.context().opset() < SCALES_ARE_PER_CHANNEL;
    return ofGroups(call, (int) groups, isPerGroup ? (int) groups : channels);
  }

  private static Shape withChannels(Call call, Value.Real x) throws NetworkFormatException {
    if (x.shape().rank() < 2) {
      throw call.error("it needs a batch and channels, but has the shape %s", x.shape());
    }
    return x.shape();
  }

  /**
   * Normalises each group of channels.
   *
   * @param scales how many scales and biases there are
   */
  private static Value ofGroups(Call call, int groups, int scales) throws NetworkFormatException {
    Value.Real x = call.real(0);
    Shape shape = x.shape();
    int rows = shape.dim(0) * groups;
    Value.Real normal = normalised(call, x.reshaped(Shape.SCALAR.then(rows, shape.size() / rows)));
    Shape parts = Shape.SCALAR.then(shape.dim(0), scales, shape.size() / shape.dim(0) / scales);
    Shape perPart = Shape.SCALAR.then(scales, 1);
    for (int input = 1; input <= 2; input++) {
      Shape given = call.numbers(input).shape();
      if (given.rank() != 1 || given.size() != scales) {
        throw call.error("input %d has the shape %s; it must be [%d]", input, given, scales);
      }
    }
    Value.Real scaled =
        Arithmetic.PRODUCT.of(call, normal.reshaped(parts), call.numbers(1).reshaped(perPart));
    return Arithmetic.SUM.of(call, scaled, call.numbers(2).reshaped(perPart)).reshaped(shape);
  }

  /**
   * Each row less its mean, over the root of the mean of the squares of that and epsilon, which is
   * positive: so the root and its reciprocal are defined whatever the numbers are.
   *
   * <p>Of n differences d_i, whose sum is 0, {@code sum_j d_j^2 >= d_i^2 + (sum_(j != i) d_j)^2 /
   * (n - 1) = d_i^2 n / (n - 1)}, so that the result is at most the root of n - 1 in size. A clip
   * there changes nothing but bounds, which are loose where the differences are small.
   */
  private static Value.Real normalised(Call call, Value.Real rows) throws NetworkFormatException {
    double epsilon = call.floatAttribute("epsilon", VARIANCE_OFFSET);
    if (!(epsilon > 0)) {
      throw call.error("epsilon is %s; it must be positive", epsilon);
    }
    Value.Real centred = Arithmetic.DIFFERENCE.of(call, rows, meanOfRows(call, rows));
    Value.Real variance = meanOfRows(call, Arithmetic.PRODUCT.of(call, centred, centred));
    Value.Real offset = Arithmetic.SUM.of(call, variance, Numbers.scalar(epsilon));
    Value.Real quotients =
        ElementwiseOperators.quotient(call, centred, ElementwiseOperators.sqrt(call, offset));
    double most = Rounding.sqrtUp(rows.shape().dim(1) - 1.0);
    return ActivationOperators.apply(call, quotients, i -> ActivationOperators.clip(-most, most));
  }

  private static Value.Real meanOfRows(Call call, Value.Real rows) throws NetworkFormatException {
    Shape shape = rows.shape();
    Value.Real sums = ReduceOperators.sumOfLast(call, rows);
    return ElementwiseOperators.quotient(call, sums, Numbers.scalar(shape.dim(1)))
        .reshaped(Shape.SCALAR.then(shape.dim(0), 1));
  }
}
