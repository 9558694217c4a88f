package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.WindowAxis;

/**
 * The rules of Conv and ConvTranspose, with constant weights and any number of spatial axes. Their
 * gate has the weights of the window only.
 */
final class ConvolutionOperators {

  private static final long TRANSPOSED_SAYS_WHICH_SIDE = 11;

  private ConvolutionOperators() {}

  /** A window of weights moves over each group of channels. */
  static Value conv(Call call) throws NetworkFormatException {
    Computed x = call.computed(0);
    Numbers w = call.doubles(1);
    int groups = groups(call, x.shape(), w.shape());
    int channels = w.shape().dim(1);
    int results = w.shape().dim(0) / groups;
    if (x.shape().dim(1) != Math.multiplyFull(channels, groups)
        || w.shape().dim(0) != Math.multiplyExact(results, groups)) {
      throw unfit(call, x.shape(), w.shape(), groups);
    }
    Shape grid = x.shape().part(2, x.shape().rank());
    List<WindowAxis> axes = new ArrayList<>();
    for (Window window : Window.all(call, grid, taps(call, w.shape()))) {
      int arguments = grid.dim(axes.size());
      long way = window.way(arguments);
      axes.add(window.axis(call, arguments, way < 0 ? 0 : way / window.stride() + 1));
    }
    return withBias(call, append(call, x, groups, results, axes, w));
  }

  /** The transposed map: each number of the input adds a multiple of the window to the result. */
  static Value convTranspose(Call call) throws NetworkFormatException {
    Computed x = call.computed(0);
    Numbers w = call.doubles(1);
    int groups = groups(call, x.shape(), w.shape());
    int results = w.shape().dim(1);
    if (x.shape().dim(1) != w.shape().dim(0) || w.shape().dim(0) % groups != 0) {
      throw unfit(call, x.shape(), w.shape(), groups);
    }
    Shape grid = x.shape().part(2, x.shape().rank());
    List<WindowAxis> axes = transposedAxes(call, grid, taps(call, w.shape()));
    int taps = w.shape().product(2, w.shape().rank());
    Shape flat = Shape.SCALAR.then(groups, w.shape().dim(0) / groups, results, taps);
    Value.Real byResult = call.moved(w.reshaped(flat), IndexMap.of(flat).permuted(0, 2, 1, 3));
    return withBias(call, append(call, x, groups, results, axes, (Numbers) byResult));
  }

  private static List<WindowAxis> transposedAxes(Call call, Shape grid, long[] taps)
      throws NetworkFormatException {
    Window.AutoPad auto = Window.AutoPad.of(call);
    List<Window> windows = Window.declared(call, taps, auto);
    boolean isGiven = call.intsAttribute("output_shape").isPresent();
    long[] given = Window.list(call, "output_shape", taps.length, 1);
    long[] more = Window.list(call, "output_padding", taps.length, 0);
    List<WindowAxis> axes = new ArrayList<>();
    for (Window window : windows) {
      int axis = axes.size();
      int arguments = grid.dim(axis);
      if (more[axis] >= window.stride()) {
        throw call.error(
            "output_padding %d must be less than the stride %d", more[axis], window.stride());
      }
      long all = window.stride() * (arguments - 1) + window.extent() + more[axis];
      if (isGiven || auto.isSame()) {
        long results = isGiven ? given[axis] : arguments * window.stride();
        Window padded = padded(call, window, all - results, auto);
        axes.add(padded.transposed(call, arguments, results));
      } else {
        long results = all - window.before() - window.after();
        axes.add(window.transposed(call, arguments, results));
      }
    }
    return axes;
  }

  /** The window with the pads that make up for the difference to the wanted length. */
  private static Window padded(Call call, Window window, long total, Window.AutoPad auto)
      throws NetworkFormatException {
    if (window.before() != 0 || window.after() != 0) {
      throw call.error("it has pads and output_shape; export it with pads only");
    }
    if (total < 0) {
      throw call.error("the wanted output is longer by %d than what it computes", -total);
    }
    if (total % 2 != 0 && call.context().opset() < TRANSPOSED_SAYS_WHICH_SIDE) {
      throw call.error(
          "before opset %d the standard says the opposite of what programs do with an odd pad of"
              + " %d; export it with pads",
          TRANSPOSED_SAYS_WHICH_SIDE, total);
    }
    return window.padded(total, auto);
  }

  private static int groups(Call call, Shape x, Shape w) throws NetworkFormatException {
    if (x.rank() < 3 || w.rank() != x.rank()) {
      throw call.error(
          "it needs a batch, channels and further axes, and weights of as many dimensions, but has"
              + " the shapes %s and %s",
          x, w);
    }
    long groups = call.intAttribute("group", 1);
    if (groups < 1 || groups > x.dim(1)) {
      throw call.error("group is %d; it must be between 1 and the %d channels", groups, x.dim(1));
    }
    return (int) groups;
  }

  private static NetworkFormatException unfit(Call call, Shape x, Shape w, int groups) {
    return call.error(
        "weights of shape %s do not fit to the channels of a tensor of shape %s in %d groups",
        w, x, groups);
  }

  /** The lengths of the window, which the weights have and an attribute may repeat. */
  private static long[] taps(Call call, Shape w) throws NetworkFormatException {
    long[] taps = w.part(2, w.rank()).dims().stream().mapToLong(i -> i).toArray();
    long[] declared = call.intsAttribute("kernel_shape").orElse(taps);
    if (!Arrays.equals(taps, declared)) {
      throw call.error(
          "kernel_shape is %s, but the weights have the shape %s", Arrays.toString(declared), w);
    }
    return taps;
  }

  /** The value plus one constant for each channel, if there is such an input. */
  private static Value withBias(Call call, Computed value) throws NetworkFormatException {
    if (!call.has(2)) {
      return value;
    }
    Numbers biases = call.numbers(2);
    Shape perChannel = Shape.SCALAR.then(value.shape().dim(1));
    if (!biases.shape().equals(perChannel)) {
      throw call.error(
          "the bias has the shape %s; it must be %s, a number for each channel",
          biases.shape(), perChannel);
    }
    Integer[] ones = new Integer[value.shape().rank() - 2];
    Arrays.fill(ones, 1);
    return ElementwiseOperators.plus(call, value, biases.reshaped(perChannel.then(ones)));
  }

  /**
   * The gate of a convolution of a tensor [batch, channels, axes].
   *
   * @param results for each group
   * @param w as a tensor [group, result, channel of the group, taps]
   */
  static Computed append(
      Call call, Computed x, int groups, int results, List<WindowAxis> axes, Numbers w)
      throws NetworkFormatException {
    Shape shape = x.shape();
    int batches = shape.dim(0);
    long[] dims = new long[shape.rank()];
    dims[0] = batches;
    dims[1] = Math.multiplyFull(groups, results);
    for (int i = 0; i < axes.size(); i++) {
      dims[2 + i] = axes.get(i).results();
    }
    Shape result = Shape.checked(dims, call.node().describe());
    call.spend(w.size() + 2L * result.size());
    double[] weights = new double[w.size()];
    Arrays.setAll(weights, w::at);
    Convolution operator =
        new Convolution(batches, groups, shape.dim(1) / groups, results, axes, weights);
    call.budget().spendProducts(operator.products(), call.node().describe());
    return call.append(x, new AffineLayer(operator, new double[result.size()]), result);
  }
}
