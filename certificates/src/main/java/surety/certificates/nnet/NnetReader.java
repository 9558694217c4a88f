package surety.certificates.nnet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.stop.Stop;

/**
 * Reads a network from a file in the NNet text format: comments, sizes, the inputs' least and
 * greatest values, means and ranges, and then for each layer its weights, row by row, and its
 * biases.
 *
 * <p>The network is the one that the format's own readers evaluate, over the reals: of inputs and
 * outputs in their physical units. An input is cut to its least and greatest value, and normalised:
 * (x - mean) / range. Each layer but the last ends in ReLUs. An output is denormalised with the
 * last mean and the last range: y range + mean.
 *
 * <p>Each number is the double nearest to the decimal in the file, which is what all readers of the
 * format make of it; with these doubles everything is exact, quotients too.
 */
public final class NnetReader {
  private static final int LONGEST_LINE = 1 << 12;

  /** The shortest number, a digit and what ends it. */
  private static final int BYTES_PER_NUMBER = 2;

  private final NnetLines lines;
  private int[] sizes;
  private int inputs;

  private NnetReader(byte[] file, Stop stop) {
    lines = new NnetLines(file, stop);
  }

  /**
   * Whether a file is of this format and not of another: it begins with a comment, or its first
   * line has numbers and commas only. No ONNX file does. The first byte of a comment is no field of
   * a message; and after a first line of numbers a file is text to its end, or refused here, while
   * an ONNX file has the version of its operator set behind a byte that is no text.
   */
  public static boolean isOne(byte[] file) {
    String start = new String(file, 0, Math.min(file.length, LONGEST_LINE), ISO_8859_1);
    int end = start.indexOf('\n');
    String first = end < 0 ? start : start.substring(0, end);
    return start.startsWith("//") || first.strip().matches("[0-9]+[ \t]*,[0-9, \t]*");
  }

  /**
   * The network in a file, unless somebody stops it.
   *
   * @throws NetworkFormatException if it is not a network in this format
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static Network read(byte[] file, Stop stop) throws NetworkFormatException {
    return new NnetReader(file, stop).read();
  }

  private Network read() throws NetworkFormatException {
    readSizes();
    List<Layer> layers = new ArrayList<>();
    double[] least = lines.numbers(inputs, "the inputs' least values");
    double[] greatest = lines.numbers(inputs, "the inputs' greatest values");
    layers.add(clips(least, greatest));
    double[] means = lines.numbers(inputs + 1, "the means of the inputs and of the outputs");
    double[] ranges = lines.numbers(inputs + 1, "the ranges of the inputs and of the outputs");
    layers.add(normalisation(means, ranges));
    for (int k = 1; k < sizes.length; k++) {
      layers.add(layer(k));
      if (k + 1 < sizes.length) {
        layers.add(ActivationLayer.uniform(sizes[k], Activation.RELU));
      }
    }
    lines.expectEnd();
    double[] factors = new double[sizes[sizes.length - 1]];
    double[] shifts = factors.clone();
    Arrays.fill(factors, ranges[inputs]);
    Arrays.fill(shifts, means[inputs]);
    layers.add(AffineLayer.diagonal(factors, shifts));
    return Network.chain(inputs, layers);
  }

  private void readSizes() throws NetworkFormatException {
    lines.skipComments();
    int[] counts =
        lines.counts(4, "the numbers of layers, inputs and outputs, and the largest size,");
    int layers = counts[0];
    if (layers > lines.bytesLeft()) {
      throw lines.error(
          "%d layers do not fit into the file; it was cut short, or the number is wrong", layers);
    }
    sizes = lines.counts(layers + 1, "the sizes of the layers");
    inputs = sizes[0];
    if (inputs != counts[1] || sizes[layers] != counts[2]) {
      throw lines.error(
          "the sizes begin with %d and end with %d, but the line before says %d inputs and %d"
              + " outputs; correct one of them",
          inputs, sizes[layers], counts[1], counts[2]);
    }
    long numbers = 4L * inputs;
    for (int k = 1; k < sizes.length; k++) {
      numbers += (sizes[k - 1] + 1L) * sizes[k];
      if (numbers > lines.bytesLeft() / BYTES_PER_NUMBER) {
        throw lines.error(
            "layers of these sizes have more numbers than the file can hold; it was cut short, or"
                + " the sizes are wrong");
      }
    }
    if (lines.numbers(1, "the flag of symmetry")[0] != 0) {
      throw lines.error(
          "a network that mirrors its inputs (flag 1) is not supported; only the flag 0 is");
    }
  }

  private Layer clips(double[] least, double[] greatest) throws NetworkFormatException {
    Activation[] clips = new Activation[inputs];
    for (int i = 0; i < inputs; i++) {
      if (least[i] > greatest[i]) {
        throw lines.error(
            "the greatest value of input %d, %s, is less than its least one, %s; exchange them",
            i, greatest[i], least[i]);
      }
      clips[i] = PiecewiseLinear.clip(least[i], greatest[i]);
    }
    return new ActivationLayer(Arrays.asList(clips));
  }

  /** (x - mean) / range for each input: fractions, so that nothing is rounded. */
  private Layer normalisation(double[] means, double[] ranges) throws NetworkFormatException {
    RealNumber[] factors = new RealNumber[inputs];
    RealNumber[] shifts = new RealNumber[inputs];
    boolean areDoubles = true;
    for (int i = 0; i <= inputs; i++) {
      if (ranges[i] == 0) {
        throw lines.error(
            "the range of %s is 0, so that it says nothing; write 1 where nothing is normalised",
            i < inputs ? "input " + i : "the outputs");
      }
    }
    for (int i = 0; i < inputs; i++) {
      Rational factor = Rational.ONE.dividedBy(Rational.ofDouble(ranges[i]));
      factors[i] = RealNumber.of(factor);
      shifts[i] = RealNumber.of(factor.times(Rational.ofDouble(means[i]).negate()));
      Interval shift = shifts[i].enclosure();
      if (!factors[i].enclosure().isBounded() || !shift.isBounded()) {
        throw lines.error(
            "the quotients by the range of input %d, %s, are beyond the range of doubles",
            i, ranges[i]);
      }
      areDoubles &= factors[i].isDouble() && shifts[i].isDouble();
    }
    if (areDoubles) {
      return AffineLayer.diagonal(doubles(factors), doubles(shifts));
    }
    Activation[] scalings = new Activation[inputs];
    Arrays.setAll(scalings, i -> new Scaling(factors[i], shifts[i]));
    return new ActivationLayer(Arrays.asList(scalings));
  }

  private static double[] doubles(RealNumber[] numbers) {
    return Arrays.stream(numbers).mapToDouble(x -> x.enclosure().lower()).toArray();
  }

  private Layer layer(int k) throws NetworkFormatException {
    int rows = sizes[k];
    int columns = sizes[k - 1];
    double[] weights = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      double[] read = lines.numbers(columns, "the weights of row %d of layer %d".formatted(row, k));
      System.arraycopy(read, 0, weights, row * columns, columns);
    }
    double[] biases = new double[rows];
    for (int row = 0; row < rows; row++) {
      biases[row] = lines.numbers(1, "the bias of row %d of layer %d".formatted(row, k))[0];
    }
    return AffineLayer.dense(rows, columns, weights, biases);
  }
}
