package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
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
 * A composition of layers, which is what bounding networks are built for. A network of the kernel
 * is one, and so are squares and products.
 *
 * @param inputs the number of inputs
 * @param layers first to last, each taking as many values as the one before it gives
 */
record FunctionNetwork(int inputs, List<Layer> layers) {

  private static final long LARGEST_MATRIX = 1 << 22;

  FunctionNetwork {
    layers = List.copyOf(layers);
  }

  /**
   * The layers of a network.
   *
   * @throws BoundingException if the network has no layers of moderate size
   */
  static FunctionNetwork of(Network network) throws BoundingException {
    try {
      List<Layer> layers = Layers.of(network);
      for (Layer layer : layers) {
        if (layer instanceof AffineLayer affine) {
          requireModerate(affine);
        }
      }
      return new FunctionNetwork(network.inputs(), layers);
    } catch (LayersException e) {
      throw new BoundingException(e.getMessage());
    }
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

  int outputs() {
    return layers.isEmpty() ? inputs : layers.get(layers.size() - 1).outputs();
  }

  /**
   * Enclosures of the arguments of each layer over a box, and of the outputs behind the last, by
   * interval propagation with outward rounding.
   */
  List<List<Interval>> ranges(List<Interval> box, Stop stop) {
    List<List<Interval>> ranges = new ArrayList<>();
    List<Interval> values = List.copyOf(box);
    for (Layer layer : layers) {
      ranges.add(values);
      values =
          layer instanceof AffineLayer affine
              ? ranges(affine, values, stop)
              : ranges((ActivationLayer) layer, values);
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

  private static List<Interval> ranges(ActivationLayer layer, List<Interval> x) {
    List<Interval> y = new ArrayList<>(x.size());
    for (int i = 0; i < x.size(); i++) {
      Interval range = x.get(i);
      y.add(range.isBounded() ? layer.activation(i).enclose(range) : Interval.WHOLE);
    }
    return y;
  }
}
