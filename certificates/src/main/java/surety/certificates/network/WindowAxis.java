package surety.certificates.network;

import java.util.Arrays;

/**
 * One axis along which a window moves: for each result the arguments that it reads, ascending, and
 * for each of them the tap, which is its place in the window. A place of the window outside of the
 * arguments is left out. Immutable.
 */
public final class WindowAxis {

  /** The argument that a result reads through a tap; any other number if there is none. */
  @FunctionalInterface
  private interface Source {
    long of(int result, int tap);
  }

  private final int arguments;
  private final int taps;
  private final int[][] sources;
  private final int[][] tapsOf;

  private WindowAxis(int arguments, int results, int taps, boolean isAscending, Source source) {
    if (arguments < 1 || results < 1 || taps < 1) {
      throw new IllegalArgumentException(
          "A window of %d taps from %d arguments to %d results"
              .formatted(taps, arguments, results));
    }
    this.arguments = arguments;
    this.taps = taps;
    this.sources = new int[results][];
    this.tapsOf = new int[results][];
    int[] foundSources = new int[taps];
    int[] foundTaps = new int[taps];
    for (int result = 0; result < results; result++) {
      int count = 0;
      for (int i = 0; i < taps; i++) {
        int tap = isAscending ? i : taps - 1 - i;
        long argument = source.of(result, tap);
        if (argument >= 0 && argument < arguments) {
          foundSources[count] = (int) argument;
          foundTaps[count++] = tap;
        }
      }
      sources[result] = Arrays.copyOf(foundSources, count);
      tapsOf[result] = Arrays.copyOf(foundTaps, count);
    }
  }

  /**
   * The axis whose result r reads argument {@code r stride + tap dilation - pad} through each tap.
   *
   * @param pad how many places are before the first argument
   */
  public static WindowAxis moving(
      int arguments, int results, int taps, long stride, long dilation, long pad) {
    requirePositive(stride, dilation);
    return new WindowAxis(
        arguments, results, taps, true, (result, tap) -> result * stride + tap * dilation - pad);
  }

  /**
   * The same with arguments and results exchanged: argument a enters result {@code a stride + tap
   * dilation - pad} through each tap.
   */
  public static WindowAxis transposed(
      int arguments, int results, int taps, long stride, long dilation, long pad) {
    requirePositive(stride, dilation);
    return new WindowAxis(
        arguments,
        results,
        taps,
        false,
        (result, tap) -> {
          long distance = result + pad - tap * dilation;
          return distance % stride == 0 ? distance / stride : -1;
        });
  }

  private static void requirePositive(long stride, long dilation) {
    if (stride < 1 || dilation < 1) {
      throw new IllegalArgumentException(
          "A window moves by %d, its taps are %d apart".formatted(stride, dilation));
    }
  }

  /** The number of arguments. */
  public int arguments() {
    return arguments;
  }

  /** The number of results. */
  public int results() {
    return sources.length;
  }

  /** The number of taps. */
  public int taps() {
    return taps;
  }

  /** How many arguments a result reads. */
  public int count(int result) {
    return sources[result].length;
  }

  /** One of the arguments that a result reads. */
  public int source(int result, int index) {
    return sources[result][index];
  }

  /** The tap through which it is read. */
  public int tap(int result, int index) {
    return tapsOf[result][index];
  }

  /** Which of the arguments that a result reads is this one; negative if it is none of them. */
  int indexOf(int result, int argument) {
    return Arrays.binarySearch(sources[result], argument);
  }
}
