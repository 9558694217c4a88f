package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Power;
import surety.certificates.activation.Scaling;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/** Functions, networks and points for the tests of bounding networks. */
final class Samples {
  private Samples() {}

  /** Every kind of non-decreasing activation that bends. */
  static List<Activation> curved() {
    return List.of(
        Activation.TANH,
        Activation.SIGMOID,
        Activation.SOFTPLUS,
        Activation.SOFTSIGN,
        new Elu(1),
        new Elu(0.3f),
        new Elu(2.5f),
        new Selu(1.6732632f, 1.0507009f));
  }

  /** Every kind of activation that is piecewise linear, with floats. */
  static List<Activation> straight() {
    return List.of(
        Activation.IDENTITY,
        Activation.RELU,
        PiecewiseLinear.leakyRelu(0.01f),
        PiecewiseLinear.leakyRelu(3),
        PiecewiseLinear.leakyRelu(0),
        PiecewiseLinear.clip(-1, 1),
        PiecewiseLinear.clip(0, 6),
        PiecewiseLinear.clip(0.1f, Double.POSITIVE_INFINITY),
        PiecewiseLinear.clip(2, 2),
        new Elu(0),
        new Selu(0, 2),
        Activation.ABS,
        PiecewiseLinear.leakyRelu(-1),
        PiecewiseLinear.leakyRelu(-0.3f),
        new Selu(0, -2));
  }

  /**
   * Every kind of activation that falls somewhere, is defined everywhere and takes large numbers.
   */
  static List<Activation> turning() {
    return List.of(
        Activation.SQUARE,
        Activation.SILU,
        Activation.APPROXIMATE_GELU,
        Activation.ERF_GATE,
        Activation.HARD_SWISH,
        new Power(4),
        new Elu(-0.7f),
        new Selu(1.5f, -1.25f),
        new Selu(-1.5f, -1.25f),
        PiecewiseLinear.leakyRelu(-0.1), // its slope is no float
        new Floored(Activation.RECIPROCAL, 0.3),
        new Scaling(RealNumber.of(Rational.of(-1, 3)), RealNumber.of(Rational.of(1, 7))));
  }

  /** The parts of an activation that has them. */
  static MonotoneParts parts(Activation activation, Interval range) {
    try {
      return MonotoneParts.of(activation, range);
    } catch (BoundingException e) {
      throw new AssertionError(e);
    }
  }

  /** Monotone functions that are defined everywhere and take large numbers. */
  static Stream<MonotoneFunction> functions() {
    List<MonotoneFunction> functions = new ArrayList<>();
    curved().forEach(activation -> functions.add(ActivationPart.of(activation)));
    functions.add(ActivationPart.of(PiecewiseLinear.leakyRelu(0.1))); // its slope is no float
    functions.add(ActivationPart.of(new Power(3)));
    functions.add(ActivationPart.of(PiecewiseLinear.clip(0.1, 0.7))); // its kinks are no floats
    functions.add(ActivationPart.of(new Floored(Activation.LOG, 0.9)));
    functions.add(ActivationPart.of(new Floored(Activation.SQRT, 0)));
    for (Activation turning :
        List.of(Activation.SQUARE, Activation.SILU, Activation.ERF_GATE, new Elu(-0.7f))) {
      MonotoneParts parts = parts(turning, Interval.of(-1e5, 1e5));
      parts.rising().ifPresent(functions::add);
      parts.falling().ifPresent(functions::add);
    }
    return functions.stream();
  }

  /** Ranges with an end at 0, around it, far from it, of one point, tiny and huge. */
  static List<Interval> ranges(SplittableRandom random) {
    List<Interval> ranges = new ArrayList<>();
    for (double size : new double[] {1e-12, 1e-3, 1, 5, 40, 1e4}) {
      double a = size * (2 * random.nextDouble() - 1);
      double b = size * (2 * random.nextDouble() - 1);
      ranges.add(Interval.of(Math.min(a, b), Math.max(a, b)));
      ranges.add(Interval.of(-size * random.nextDouble(), 0));
      ranges.add(Interval.of(0, size * random.nextDouble()));
      ranges.add(Interval.of(a));
      ranges.add(Interval.of(a, a + Math.abs(a) * 1e-6));
    }
    ranges.add(Interval.ZERO);
    ranges.add(Interval.of(-5, 5));
    return ranges;
  }

  /** Dense layers of these widths with an activation behind each and one output; float weights. */
  static Network network(long seed, Activation activation, int inputs, int... widths) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Layer> layers = new ArrayList<>();
    int before = inputs;
    for (int width : widths) {
      layers.add(dense(random, width, before));
      layers.add(ActivationLayer.uniform(width, activation));
      before = width;
    }
    layers.add(dense(random, 1, before));
    return Network.chain(inputs, layers);
  }

  private static AffineLayer dense(SplittableRandom random, int rows, int columns) {
    double[][] weights = new double[rows][columns];
    double[] biases = new double[rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        weights[row][column] = (float) ((2 * random.nextDouble() - 1) * 2 / Math.sqrt(columns));
      }
      biases[row] = (float) (random.nextDouble() - 0.5);
    }
    return AffineLayer.of(weights, biases);
  }

  static List<Interval> box(int inputs, double lower, double upper) {
    List<Interval> box = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      box.add(Interval.of(lower, upper));
    }
    return box;
  }

  /** A point of the box; its corners are likely. */
  static double[] point(SplittableRandom random, List<Interval> box) {
    double[] x = new double[box.size()];
    for (int i = 0; i < x.length; i++) {
      Interval side = box.get(i);
      double t = Math.max(0, Math.min(1, 1.2 * random.nextDouble() - 0.1));
      x[i] = Math.min(side.upper(), side.lower() + t * (side.upper() - side.lower()));
    }
    return x;
  }

  static Rational[] exact(double[] x) {
    Rational[] exact = new Rational[x.length];
    for (int i = 0; i < x.length; i++) {
      exact[i] = Rational.ofDouble(x[i]);
    }
    return exact;
  }

  /** Enclosures of the outputs at a point. */
  static List<Interval> enclose(FunctionNetwork network, double[] x) {
    List<Interval> point = new ArrayList<>();
    for (double coordinate : x) {
      point.add(Interval.of(coordinate));
    }
    List<List<Interval>> ranges = network.ranges(point, Stop.NEVER);
    return ranges.get(ranges.size() - 1);
  }
}
