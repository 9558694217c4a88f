package surety.certificates.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A small convolution or a transposed one, and its matrix, written down index by index. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RandomConvolution(Convolution operator, double[][] weights) {

  /** The numbers that make a {@link WindowAxis}. */
  private record Axis(
      int arguments, int results, int taps, int stride, int dilation, int pad, boolean transposed) {

    static Axis of(SplittableRandom random) {
      return new Axis(
          random.nextInt(1, 6),
          random.nextInt(1, 5),
          random.nextInt(1, 4),
          random.nextInt(1, 4),
          random.nextInt(1, 4),
          random.nextInt(4),
          random.nextBoolean());
    }

    WindowAxis window() {
      return transposed
          ? WindowAxis.transposed(arguments, results, taps, stride, dilation, pad)
          : WindowAxis.moving(arguments, results, taps, stride, dilation, pad);
    }

    /** Whether an argument enters a result through a tap. */
    boolean enters(int argument, int result, int tap) {
      int moving = transposed ? argument : result;
      int fixed = transposed ? result : argument;
      return moving * stride + tap * dilation - pad == fixed;
    }
  }

  static RandomConvolution of(SplittableRandom random) {
    int batches = random.nextInt(1, 3);
    int groups = random.nextInt(1, 3);
    int channels = random.nextInt(1, 4);
    int results = random.nextInt(1, 4);
    List<Axis> axes = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      axes.add(Axis.of(random));
    }
    int taps = axes.stream().mapToInt(Axis::taps).reduce(1, (a, b) -> a * b);
    double[] kernel = new double[groups * results * channels * taps];
    boolean hasZeros = random.nextBoolean();
    Arrays.setAll(kernel, i -> hasZeros && random.nextInt(4) == 0 ? 0 : random.nextDouble(-3, 3));
    Convolution operator =
        new Convolution(
            batches, groups, channels, results, axes.stream().map(Axis::window).toList(), kernel);
    int resultGrid = axes.stream().mapToInt(Axis::results).reduce(1, (a, b) -> a * b);
    int argumentGrid = axes.stream().mapToInt(Axis::arguments).reduce(1, (a, b) -> a * b);
    double[][] weights =
        new double[batches * groups * results * resultGrid]
            [batches * groups * channels * argumentGrid];
    for (int row = 0; row < weights.length; row++) {
      for (int column = 0; column < weights[row].length; column++) {
        int block = row / resultGrid / results;
        int channel = column / argumentGrid % channels;
        if (column / argumentGrid / channels != block) {
          continue;
        }
        int first =
            ((block % groups * results + row / resultGrid % results) * channels + channel) * taps;
        for (int tap = 0; tap < taps; tap++) {
          if (enters(axes, column % argumentGrid, row % resultGrid, tap)) {
            weights[row][column] = kernel[first + tap];
          }
        }
      }
    }
    return new RandomConvolution(operator, weights);
  }

  private static boolean enters(List<Axis> axes, int argument, int result, int tap) {
    int restOfArgument = argument;
    int restOfResult = result;
    int rest = tap;
    boolean enters = true;
    for (int i = axes.size() - 1; i >= 0; i--) {
      Axis axis = axes.get(i);
      enters &=
          axis.enters(
              restOfArgument % axis.arguments, restOfResult % axis.results, rest % axis.taps);
      restOfArgument /= axis.arguments;
      restOfResult /= axis.results;
      rest /= axis.taps;
    }
    return enters;
  }
}
