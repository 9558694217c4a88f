package surety.solver.bounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

/**
 * A function that is composed of affine maps and activations, and so has bounding networks: powers,
 * products, maxima, the softmax (appendix B of the paper), every network, and whatever is made of
 * these one behind the other and side by side. Polynomials are, and with them every continuous
 * function is approximated (Theorem 3.13 of the paper). Immutable.
 *
 * <p>What takes several values is written with functions of one: of {@code x + y} and {@code x -
 * y}. Each of these is an affine map, which takes upper and lower bounds as they belong.
 */
public final class ComposedFunction {
  private final FunctionNetwork network;

  private ComposedFunction(int inputs, List<Layer> layers) {
    this.network = new FunctionNetwork(inputs, layers);
  }

  /** An affine map, or an activation for each value. */
  public static ComposedFunction of(Layer layer) {
    return new ComposedFunction(layer.inputs(), List.of(layer));
  }

  /** The same activation of each of some values. */
  public static ComposedFunction of(Activation activation, int values) {
    return of(ActivationLayer.uniform(values, activation));
  }

  /**
   * A network.
   *
   * @throws BoundingException if the network has no layers of moderate size
   */
  public static ComposedFunction of(Network network) throws BoundingException {
    FunctionNetwork functions = FunctionNetwork.of(ExponentialSums.without(network));
    return new ComposedFunction(functions.inputs(), functions.layers());
  }

  /** The values themselves. */
  public static ComposedFunction identity(int values) {
    return new ComposedFunction(values, List.of());
  }

  /** {@code x^2}. */
  public static ComposedFunction square() {
    return of(Activation.SQUARE, 1);
  }

  /** {@code x y = (x + y)^2 / 4 - (x - y)^2 / 4}. */
  public static ComposedFunction product() {
    double[][] sums = {{1, 1}, {1, -1}};
    double[][] quarters = {{0.25, -0.25}};
    return of(AffineLayer.of(sums, new double[2]))
        .then(of(Activation.SQUARE, 2))
        .then(of(AffineLayer.of(quarters, new double[1])));
  }

  /**
   * The largest of some values, exactly: {@code max(x, y) = y + relu(x - y)}.
   *
   * @param values how many, at least one
   */
  public static ComposedFunction maximum(int values) {
    return folded(values, Activation.RELU);
  }

  /**
   * All shares {@code e^x_i / (e^x_1 + ... + e^x_n)}, of which each is {@code s(-m_i)} with the
   * logistic function s and {@code m_i = ln sum_j e^(x_j - x_i)} over all j but i. So no
   * exponential and no quotient occurs, whose ranges would be huge.
   *
   * @param values how many, at least two
   */
  public static ComposedFunction softmax(int values) {
    if (values < 2) {
      throw new IllegalArgumentException("a softmax has at least two values, not " + values);
    }
    double[][] differences = new double[values * (values - 1)][values];
    int row = 0;
    for (int i = 0; i < values; i++) {
      for (int j = 0; j < values; j++) {
        if (j != i) {
          differences[row][j] = 1;
          differences[row][i] = -1;
          row++;
        }
      }
    }
    ComposedFunction sum = logOfSum(values - 1);
    double[] negative = new double[values];
    Arrays.fill(negative, -1);
    return of(AffineLayer.of(differences, new double[differences.length]))
        .then(beside(Collections.nCopies(values, sum)))
        .then(of(AffineLayer.diagonal(negative, new double[values])))
        .then(of(Activation.SIGMOID, values));
  }

  /**
   * {@code ln(e^x_1 + ... + e^x_n)}, as {@code ln(e^a + e^b) = b + softplus(a - b)}.
   *
   * @param values how many, at least one
   */
  static ComposedFunction logOfSum(int values) {
    return folded(values, Activation.SOFTPLUS);
  }

  /** Replaces neighbours a and b by {@code b + f(a - b)} until one value is left. */
  private static ComposedFunction folded(int values, Activation function) {
    if (values < 1) {
      throw new IllegalArgumentException("there must be values, not " + values);
    }
    ComposedFunction result = identity(values);
    double[][] apart = {{1, -1}, {0, 1}};
    double[][] together = {{1, 1}};
    ComposedFunction pair =
        of(AffineLayer.of(apart, new double[2]))
            .then(of(new ActivationLayer(List.of(function, Activation.IDENTITY))))
            .then(of(AffineLayer.of(together, new double[1])));
    for (int left = values; left > 1; left = (left + 1) / 2) {
      List<ComposedFunction> parts = new ArrayList<>(Collections.nCopies(left / 2, pair));
      if (left % 2 == 1) {
        parts.add(identity(1));
      }
      result = result.then(beside(parts));
    }
    return result;
  }

  /**
   * This function, and then another one of its outputs.
   *
   * @throws IllegalArgumentException if that does not take as many values
   */
  public ComposedFunction then(ComposedFunction next) {
    if (next.inputs() != outputs()) {
      throw new IllegalArgumentException(
          "%d values go into a function of %d".formatted(outputs(), next.inputs()));
    }
    List<Layer> layers = new ArrayList<>(network.layers());
    layers.addAll(next.network.layers());
    return new ComposedFunction(inputs(), layers);
  }

  /**
   * Functions side by side: the first takes the first inputs and gives the first outputs, and so
   * on.
   *
   * @param parts at least one
   */
  public static ComposedFunction beside(List<ComposedFunction> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("there must be a function to put side by side");
    }
    int inputs = parts.stream().mapToInt(ComposedFunction::inputs).sum();
    return new ComposedFunction(
        inputs, SideBySide.of(parts.stream().map(part -> part.network).toList()));
  }

  /** How many values it takes. */
  public int inputs() {
    return network.inputs();
  }

  /** How many values it gives. */
  public int outputs() {
    return network.outputs();
  }

  /**
   * An upper and a lower ReLU network over a box, as {@link BoundingNetworks#of(Network, List,
   * int)}.
   *
   * @throws BoundingException as there
   * @throws IllegalArgumentException as there
   */
  public BoundingPair bounds(List<Interval> box, int segments) throws BoundingException {
    return BoundingNetworks.of(network, box, segments);
  }

  /** The composition itself. */
  FunctionNetwork network() {
    return network;
  }
}
