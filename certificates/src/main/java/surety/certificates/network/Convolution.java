package surety.certificates.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rounding;

/**
 * An operator whose rows share their weights: a window of weights moves over a grid. Only the
 * weights of the window are stored.
 *
 * <p>The arguments are blocks of channels, and each channel is a grid with some axes; so are the
 * results. The numbers of all of them run as the elements of a tensor [batch, group, channel, axis
 * 1, axis 2, ...] do, the last index fastest. A result reads all channels of its own block (the
 * same batch, the same group), in each of them the arguments that the {@link WindowAxis axes} say,
 * and has the weights of its group and its own channel. Without axes it is a matrix that is
 * multiplied with each batch.
 */
public final class Convolution implements LinearOperator {
  private final int batches;
  private final int groups;
  private final int channels;
  private final int results;
  private final List<WindowAxis> axes;

  /** The weights as a tensor [group, channel of the result, channel of the argument, taps]. */
  private final double[] weights;

  private final boolean hasZeros;
  private final int argumentGrid;
  private final int resultGrid;
  private final int taps;

  /** For each place in a channel of the results how many arguments of each channel it reads. */
  private final int[] windows;

  /**
   * An operator.
   *
   * @param channels of the arguments, in each block
   * @param results channels of the results, in each block
   * @param weights as many as groups, times results, times channels, times taps of all axes
   * @throws IllegalArgumentException if a count is wrong or a number is not finite
   */
  public Convolution(
      int batches, int groups, int channels, int results, List<WindowAxis> axes, double[] weights) {
    this.batches = batches;
    this.groups = groups;
    this.channels = channels;
    this.results = results;
    this.axes = List.copyOf(axes);
    if (batches < 1 || groups < 1) {
      throw new IllegalArgumentException(
          "A convolution of %d batches in %d groups".formatted(batches, groups));
    }
    AffineLayer.requireShape(results, channels);
    argumentGrid = product(axes.stream().mapToInt(WindowAxis::arguments));
    resultGrid = product(axes.stream().mapToInt(WindowAxis::results));
    taps = product(axes.stream().mapToInt(WindowAxis::taps));
    product(IntStream.of(batches, groups, results, resultGrid));
    product(IntStream.of(batches, groups, channels, argumentGrid));
    Network.checkLength(weights.length, product(IntStream.of(groups, results, channels, taps)));
    this.weights = AffineLayer.finite(weights, "weight");
    hasZeros = Arrays.stream(weights).anyMatch(weight -> weight == 0);
    windows = new int[resultGrid];
    for (int place = 0; place < resultGrid; place++) {
      windows[place] = count(place);
    }
  }

  private static int product(IntStream factors) {
    return factors.reduce(1, Math::multiplyExact);
  }

  @Override
  public int rows() {
    return batches * groups * results * resultGrid;
  }

  @Override
  public int columns() {
    return batches * groups * channels * argumentGrid;
  }

  /** How many weights are stored. */
  public int weights() {
    return weights.length;
  }

  /** How many channels of results a batch has, in all groups. */
  public int resultChannels() {
    return groups * results;
  }

  @Override
  public int entries(int row) {
    return channels * windows[row % resultGrid];
  }

  @Override
  public int column(int row, int entry) {
    int place = row % resultGrid;
    int channel = entry / windows[place];
    return (block(row) * channels + channel) * argumentGrid
        + placeOf(place, entry % windows[place], true);
  }

  @Override
  public double weight(int row, int entry) {
    int place = row % resultGrid;
    int channel = entry / windows[place];
    return weights[
        firstWeight(row) + channel * taps + placeOf(place, entry % windows[place], false)];
  }

  @Override
  public double between(int row, int column) {
    int channel = column / argumentGrid - block(row) * channels;
    if (channel < 0 || channel >= channels) {
      return 0;
    }
    int tap = 0;
    int stride = 1;
    int place = row % resultGrid;
    int argument = column % argumentGrid;
    for (int i = axes.size() - 1; i >= 0; i--) {
      WindowAxis axis = axes.get(i);
      int result = place % axis.results();
      int index = axis.indexOf(result, argument % axis.arguments());
      if (index < 0) {
        return 0;
      }
      tap += axis.tap(result, index) * stride;
      stride *= axis.taps();
      place /= axis.results();
      argument /= axis.arguments();
    }
    return weights[firstWeight(row) + channel * taps + tap];
  }

  /** The batch and the group of a row, counted through. */
  private int block(int row) {
    return row / resultGrid / results;
  }

  /** Where the weights of a row's first channel begin. */
  private int firstWeight(int row) {
    return (block(row) % groups * results + row / resultGrid % results) * channels * taps;
  }

  /**
   * One of the places that the window of a result covers.
   *
   * @param ofArgument whether its place in a channel of the arguments is wanted, and not its tap
   */
  private int placeOf(int result, int number, boolean ofArgument) {
    int place = 0;
    int stride = 1;
    int restOfResult = result;
    int rest = number;
    for (int i = axes.size() - 1; i >= 0; i--) {
      WindowAxis axis = axes.get(i);
      int r = restOfResult % axis.results();
      int index = rest % axis.count(r);
      place += stride * (ofArgument ? axis.source(r, index) : axis.tap(r, index));
      stride *= ofArgument ? axis.arguments() : axis.taps();
      restOfResult /= axis.results();
      rest /= axis.count(r);
    }
    return place;
  }

  /** How many places the window of a result covers. */
  private int count(int result) {
    int count = 1;
    int rest = result;
    for (int i = axes.size() - 1; i >= 0; i--) {
      count *= axes.get(i).count(rest % axes.get(i).results()); // at most all taps
      rest /= axes.get(i).results();
    }
    return count;
  }

  /** All places that the window of a result covers, in order. */
  private int[] window(int result, boolean ofArgument) {
    int[] places = new int[windows[result]];
    Arrays.setAll(places, number -> placeOf(result, number, ofArgument));
    return places;
  }

  @Override
  public LinearOperator absolute() {
    return new Convolution(
        batches, groups, channels, results, axes, Arrays.stream(weights).map(Math::abs).toArray());
  }

  @Override
  public int[] nonzeros(int row) {
    return hasZeros
        ? LinearOperator.super.nonzeros(row)
        : IntStream.range(0, entries(row)).toArray();
  }

  @Override
  public long products() {
    long blocks = Math.multiplyFull(batches, groups) * results;
    return blocks * channels * Arrays.stream(windows).asLongStream().sum();
  }

  @Override
  public double rowNorm(int row) {
    int[] tapsOf = window(row % resultGrid, false);
    double norm = 0;
    for (int channel = 0; channel < channels; channel++) {
      int first = firstWeight(row) + channel * taps;
      for (int tap : tapsOf) {
        norm = Rounding.addUp(norm, Math.abs(weights[first + tap]));
      }
    }
    return norm;
  }

  /** From left to right; all rows at the same place of a grid share its window. */
  @Override
  public void apply(double[] x, double[] result) {
    for (int place = 0; place < resultGrid; place++) {
      int[] sources = window(place, true);
      int[] tapsOf = window(place, false);
      for (int row = place; row < result.length; row += resultGrid) {
        result[row] =
            sum(x, block(row) * channels * argumentGrid, sources, firstWeight(row), tapsOf);
      }
    }
  }

  private double sum(double[] x, int firstArgument, int[] sources, int firstWeight, int[] tapsOf) {
    double sum = 0;
    int argument = firstArgument;
    int weight = firstWeight;
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < sources.length; i++) {
        sum += weights[weight + tapsOf[i]] * x[argument + sources[i]];
      }
      argument += argumentGrid;
      weight += taps;
    }
    return sum;
  }
}
