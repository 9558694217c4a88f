package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.network.WindowAxis;

/**
 * A window that moves along one spatial axis, as the attributes of convolutions and pools declare
 * it. All numbers are ints, so that what is made of them does not overflow.
 *
 * @param taps its length, at least 1
 * @param stride by how much it moves, at least 1
 * @param dilation how far its taps are apart, at least 1
 * @param before how many places are put before the axis, at least 0
 * @param after how many are put behind it, at least 0
 */
record Window(long taps, long stride, long dilation, long before, long after) {

  /** How the places around an axis are chosen. */
  enum AutoPad {
    NOTSET,
    VALID,
    SAME_UPPER,
    SAME_LOWER;

    /** Whether the number of results is given, and the places around the axis follow from it. */
    boolean isSame() {
      return this == SAME_UPPER || this == SAME_LOWER;
    }

    static AutoPad of(Call call) throws NetworkFormatException {
      String name = call.textAttribute("auto_pad", NOTSET.name());
      for (AutoPad each : values()) {
        if (each.name().equals(name)) {
          return each;
        }
      }
      throw call.error("auto_pad is %s; it must be one of %s", quote(name), List.of(values()));
    }
  }

  /**
   * The windows of all spatial axes.
   *
   * @param grid the lengths of these axes
   * @param taps of the window
   */
  static List<Window> all(Call call, Shape grid, long[] taps) throws NetworkFormatException {
    List<Window> windows = new ArrayList<>();
    AutoPad auto = AutoPad.of(call);
    for (Window window : declared(call, taps, auto)) {
      int arguments = grid.dim(windows.size());
      if (auto.isSame()) {
        long results = (arguments - 1) / window.stride + 1;
        long places = (results - 1) * window.stride + window.extent();
        windows.add(window.padded(Math.max(0, places - arguments), auto));
      } else {
        windows.add(window);
      }
    }
    return windows;
  }

  /** The same with the places that the attribute pads declares, which only NOTSET may have. */
  static List<Window> declared(Call call, long[] taps, AutoPad auto) throws NetworkFormatException {
    int rank = taps.length;
    long[] strides = list(call, "strides", rank, 1);
    long[] dilations = list(call, "dilations", rank, 1);
    long[] pads = list(call, "pads", 2 * rank, 0);
    if (auto != AutoPad.NOTSET && Arrays.stream(pads).anyMatch(pad -> pad != 0)) {
      throw call.error("it has pads and auto_pad %s; export it with pads only", auto);
    }
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      windows.add(new Window(taps[i], strides[i], dilations[i], pads[i], pads[rank + i]));
    }
    return windows;
  }

  /**
   * The lengths of the window.
   *
   * @param rank the number of spatial axes
   */
  static long[] taps(Call call, int rank) throws NetworkFormatException {
    if (call.intsAttribute("kernel_shape").isEmpty()) {
      throw call.error("it has no kernel_shape; export the network again");
    }
    return list(call, "kernel_shape", rank, 1);
  }

  /** An attribute with so many numbers, each at least {@code least}, which also stands for none. */
  static long[] list(Call call, String name, int count, long least) throws NetworkFormatException {
    Optional<long[]> given = call.intsAttribute(name);
    if (given.isEmpty()) {
      long[] absent = new long[count];
      Arrays.fill(absent, least);
      return absent;
    }
    long[] numbers = given.get();
    if (numbers.length != count) {
      throw call.error("%s has %d numbers, but there must be %d", name, numbers.length, count);
    }
    for (long number : numbers) {
      if (number < least || number > Integer.MAX_VALUE) {
        throw call.error("%s has the number %d, which is not supported", name, number);
      }
    }
    return numbers;
  }

  /** How many places it reaches over. */
  long extent() {
    return (taps - 1) * dilation + 1;
  }

  /** The same with so many places around the axis; an odd one goes behind it for SAME_UPPER. */
  Window padded(long total, AutoPad auto) {
    long less = total / 2;
    boolean isUpper = auto == AutoPad.SAME_UPPER;
    return new Window(
        taps, stride, dilation, isUpper ? less : total - less, isUpper ? total - less : less);
  }

  /** How far the window can move over an axis of so many arguments; negative if it is too long. */
  long way(int arguments) {
    return arguments + before + after - extent();
  }

  /**
   * The axis of an operator, which is paid for.
   *
   * @param arguments the length of the axis
   * @param results that of the axis behind it
   */
  WindowAxis axis(Call call, int arguments, long results) throws NetworkFormatException {
    pay(call, results);
    return WindowAxis.moving(arguments, (int) results, (int) taps, stride, dilation, before);
  }

  /** The same of a transposed operator. */
  WindowAxis transposed(Call call, int arguments, long results) throws NetworkFormatException {
    pay(call, results);
    return WindowAxis.transposed(arguments, (int) results, (int) taps, stride, dilation, before);
  }

  private void pay(Call call, long results) throws NetworkFormatException {
    if (results < 1) {
      throw call.error(
          "its window reaches over %d places, so that nothing would be left", extent());
    }
    boolean isFar = results > Integer.MAX_VALUE;
    call.spend(isFar ? Long.MAX_VALUE : 2 * Math.multiplyFull((int) results, (int) taps));
  }
}
