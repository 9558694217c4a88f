package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.DenseMatrix;
import surety.certificates.network.Layer;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;
import surety.solver.layers.Layers;
import surety.solver.layers.LayersException;

/**
 * A composition of affine maps and of non-decreasing functions of single values: what bounding
 * networks are built for. A network of the kernel is one, and so are squares and products.
 *
 * @param inputs the number of inputs
 */
record FunctionNetwork(int inputs, List<Step> steps) {

  private static final long LARGEST_MATRIX = 1 << 22;

  /** One step. */
  sealed interface Step permits Affine, Functions {
    /** How many values it gives. */
    int outputs();
  }

  /** An affine map. */
  record Affine(AffineLayer layer) implements Step {
    @Override
    public int outputs() {
      return layer.rows();
    }
  }

  /** A function for each value. */
  record Functions(List<MonotoneFunction> functions) implements Step {
    Functions {
      functions = List.copyOf(functions);
    }

    @Override
    public int outputs() {
      return functions.size();
    }
  }

  FunctionNetwork {
    steps = List.copyOf(steps);
  }

  /**
   * The steps of a network.
   *
   * @throws BoundingException if an activation decreases somewhere, or the network has no layers of
   *     moderate size
   */
  static FunctionNetwork of(Network network) throws BoundingException {
    List<Step> steps = new ArrayList<>();
    int number = 0;
    for (Layer layer : layers(network)) {
      if (layer instanceof AffineLayer affine) {
        requireModerate(affine);
        steps.add(new Affine(affine));
      } else {
        number++;
        steps.add(functions((ActivationLayer) layer, number));
      }
    }
    return new FunctionNetwork(network.inputs(), steps);
  }

  /** Refuses a convolution whose matrix, which is what is written, would be far larger. */
  private static void requireModerate(AffineLayer layer) throws BoundingException {
    long size = Math.multiplyFull(layer.rows(), layer.columns());
    if (size > LARGEST_MATRIX && !(layer.operator() instanceof DenseMatrix)) {
      throw new BoundingException(
          ("a layer from %d to %d numbers has %d weights if it is written out, as it is in bounding"
                  + " networks; surety check --bounding adaptive works without them")
              .formatted(layer.columns(), layer.rows(), size));
    }
  }

  private static List<Layer> layers(Network network) throws BoundingException {
    try {
      return Layers.of(network);
    } catch (LayersException e) {
      throw new BoundingException(e.getMessage());
    }
  }

  private static Functions functions(ActivationLayer layer, int number) throws BoundingException {
    List<MonotoneFunction> functions = new ArrayList<>();
    for (int neuron = 0; neuron < layer.outputs(); neuron++) {
      Activation activation = layer.activation(neuron);
      if (!activation.isDefinedOn(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)) {
        throw new BoundingException(
            ("neuron %d of activation layer %d is %s, which is not defined everywhere; bounding"
                    + " networks need activations that are; surety check --bounding adaptive works"
                    + " without them")
                .formatted(neuron + 1, number, activation.name()));
      }
      if (!activation.isNonDecreasing()) {
        throw new BoundingException(
            ("neuron %d of activation layer %d is %s, which decreases somewhere; bounding networks"
                    + " need activations that never do; surety check --bounding adaptive works"
                    + " without them")
                .formatted(neuron + 1, number, activation.name()));
      }
      functions.add(new ActivationFunction(activation));
    }
    return new Functions(functions);
  }

  int outputs() {
    return steps.isEmpty() ? inputs : steps.get(steps.size() - 1).outputs();
  }

  /**
   * Enclosures of the arguments of each step over a box, and of the outputs behind the last, by
   * interval propagation with outward rounding.
   */
  List<List<Interval>> ranges(List<Interval> box, Stop stop) {
    List<List<Interval>> ranges = new ArrayList<>();
    List<Interval> values = List.copyOf(box);
    for (Step step : steps) {
      ranges.add(values);
      values =
          step instanceof Affine affine
              ? ranges(affine.layer(), values, stop)
              : ranges((Functions) step, values);
    }
    ranges.add(values);
    return ranges;
  }

  private static List<Interval> ranges(AffineLayer layer, List<Interval> x, Stop stop) {
    List<Interval> y = new ArrayList<>(layer.rows());
    for (int row = 0; row < layer.rows(); row++) {
      stop.check();
      Interval sum = Interval.of(layer.bias(row));
      LinearOperator operator = layer.operator();
      for (int k : operator.nonzeros(row)) {
        sum = sum.plus(x.get(operator.column(row, k)).times(operator.weight(row, k)));
      }
      y.add(sum);
    }
    return y;
  }

  private static List<Interval> ranges(Functions step, List<Interval> x) {
    List<Interval> y = new ArrayList<>(x.size());
    for (int i = 0; i < x.size(); i++) {
      Interval range = x.get(i);
      y.add(range.isBounded() ? step.functions().get(i).enclose(range) : Interval.WHOLE);
    }
    return y;
  }
}
