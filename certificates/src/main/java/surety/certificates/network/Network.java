package surety.certificates.network;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

/**
 * A feed-forward network: the composition of its layers, first to last, as a function over the
 * reals from R^inputs to R^outputs. Without layers it is the identity.
 *
 * @param inputs the number of inputs, at least one
 * @param layers the layers, each taking as many values as the one before it gives
 */
public record Network(int inputs, List<Layer> layers) {

  public Network {
    layers = List.copyOf(layers);
    if (inputs < 1) {
      throw new IllegalArgumentException("A network needs at least one input, not " + inputs);
    }
    int width = inputs;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      if (layer.inputs() != width) {
        throw new IllegalArgumentException(
            "Layer %d takes %d values, but %d come in".formatted(i, layer.inputs(), width));
      }
      width = layer.outputs();
    }
  }

  /** The number of outputs. */
  public int outputs() {
    return layers.isEmpty() ? inputs : layers.get(layers.size() - 1).outputs();
  }

  /**
   * The outputs in plain doubles, rounded to nearest at each step: an estimate, without any
   * guarantee (an overflow may even give infinities or NaN).
   *
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   */
  public double[] evaluate(double[] x) {
    checkLength(x.length, inputs);
    double[] values = x.clone();
    for (Layer layer : layers) {
      values = layer.evaluate(values);
    }
    return values;
  }

  /** Whether all layers are piecewise linear. Then {@link #evaluateExactly} works. */
  public boolean isPiecewiseLinear() {
    return layers.stream().allMatch(Layer::isPiecewiseLinear);
  }

  /**
   * The outputs over the rationals, exactly.
   *
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   * @throws UnsupportedOperationException if the network is not piecewise linear: then its outputs
   *     at rational points are no rationals, and {@link #enclose} tells what is known
   */
  public Rational[] evaluateExactly(Rational[] x) {
    return evaluateExactly(x, Stop.NEVER);
  }

  /** The same, unless it is stopped: with long numbers it may take longer than anybody waits. */
  public Rational[] evaluateExactly(Rational[] x, Stop stop) {
    checkLength(x.length, inputs);
    Rational[] values = x.clone();
    for (Layer layer : layers) {
      values = layer.evaluateExactly(values, stop);
    }
    return values;
  }

  /**
   * Encloses each output over all points of the box {@code x}; at a point, up to rounding. An end
   * is infinite where nothing is known, as after an overflow.
   *
   * <p><em>Why it is sound.</em> By induction over the layers: each one encloses its outputs for
   * all points of a box that contains the outputs of the layers before it. Over a wide box the
   * result is loose, as it forgets that neurons depend on each other.
   *
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   */
  public Interval[] enclose(Interval[] x) {
    return enclose(x, Stop.NEVER);
  }

  /** The same, unless it is stopped. */
  public Interval[] enclose(Interval[] x, Stop stop) {
    checkLength(x.length, inputs);
    Interval[] values = x.clone();
    for (Layer layer : layers) {
      values = layer.enclose(values, stop);
    }
    return values;
  }

  static void checkLength(int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "Expected a vector of %d elements, not %d".formatted(expected, actual));
    }
  }
}
