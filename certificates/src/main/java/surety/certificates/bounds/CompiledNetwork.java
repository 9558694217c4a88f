package surety.certificates.bounds;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Identity;
import surety.certificates.activation.Relu;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

/**
 * A network and an affine form of its outputs, ready for propagation: the form is the only output.
 *
 * <p>Between two activation layers stand zero or more affine maps. The form's coefficients are
 * multiplied into the last affine layer, if that is the last layer, which loses nothing when
 * outputs are compared with each other; the products are exact rationals, rounded once, and the
 * rounding is the map's weight and bias error.
 */
public final class CompiledNetwork {
  private final List<List<AffineMap>> maps;
  private final boolean[][] relu;
  private final List<List<CurvedNeuron>> curved;
  private final Stop stop;

  private CompiledNetwork(
      List<List<AffineMap>> maps, List<ActivationLayer> activations, Stop stop) {
    this.stop = stop;
    this.maps = List.copyOf(maps);
    this.relu = new boolean[activations.size()][];
    this.curved = activations.stream().map(CompiledNetwork::curvedNeurons).toList();
    for (int layer = 0; layer < relu.length; layer++) {
      List<Activation> functions = activations.get(layer).activations();
      relu[layer] = new boolean[functions.size()];
      for (int j = 0; j < functions.size(); j++) {
        relu[layer][j] = functions.get(j) instanceof Relu;
      }
    }
  }

  private static List<CurvedNeuron> curvedNeurons(ActivationLayer layer) {
    List<CurvedNeuron> neurons = new ArrayList<>();
    for (int j = 0; j < layer.inputs(); j++) {
      Activation activation = layer.activation(j);
      if (!(activation instanceof Identity || activation instanceof Relu)) {
        neurons.add(CurvedNeuron.of(j, activation));
      }
    }
    return List.copyOf(neurons);
  }

  /**
   * Compiles a network.
   *
   * @param form one coefficient for each output; negated if {@code negated}
   * @param stop asked now, and whenever anything is propagated through the network
   */
  public static CompiledNetwork of(Network network, AffineForm form, boolean negated, Stop stop) {
    List<List<AffineMap>> maps = new ArrayList<>();
    List<ActivationLayer> activations = new ArrayList<>();
    List<AffineMap> current = new ArrayList<>();
    List<Layer> layers = network.layers();
    int last = layers.size() - 1;
    AffineLayer lastAffine =
        last >= 0 && layers.get(last) instanceof AffineLayer affine ? affine : null;
    for (Layer layer : layers.subList(0, lastAffine == null ? layers.size() : last)) {
      stop.check();
      if (layer instanceof AffineLayer affine) {
        current.add(AffineMap.of(affine));
      } else {
        maps.add(List.copyOf(current));
        activations.add((ActivationLayer) layer);
        current.clear();
      }
    }
    current.add(new OutputMap(lastAffine, form.scaled(), stop).map(negated));
    maps.add(List.copyOf(current));
    return new CompiledNetwork(maps, activations, stop);
  }

  /** Ends a propagation that nobody wants any more. */
  void checkStop() {
    stop.check();
  }

  /** Number of activation layers. */
  public int activationLayers() {
    return relu.length;
  }

  /** Whether a neuron of an activation layer is a ReLU. */
  boolean isRelu(int layer, int neuron) {
    return relu[layer][neuron];
  }

  /** The neurons of an activation layer that are neither ReLU nor the identity. */
  List<CurvedNeuron> curved(int layer) {
    return curved.get(layer);
  }

  /**
   * The affine maps before activation layer {@code layer}, or before the output if there is none.
   */
  List<AffineMap> mapsBefore(int layer) {
    return maps.get(layer);
  }

  /** The last map before the output, as a layer of one row. */
  private record OutputMap(AffineLayer last, AffineForm.Scaled form, Stop stop) {
    AffineMap map(boolean negated) {
      int outputs = form.numerators().size();
      int columns = last == null ? outputs : last.columns();
      double[] weights = new double[columns];
      double weightError = 0;
      for (int k = 0; k < columns; k++) {
        stop.check();
        int column = k;
        Interval weight =
            enclose(last == null ? form.coefficient(k) : form.sum(j -> last.weight(j, column)));
        weights[k] = weight.middle();
        weightError = Rounding.addUp(weightError, weight.width());
      }
      Interval bias = enclose(last == null ? Dyadic.ZERO : form.sum(last::bias));
      double[] row = negated ? negate(weights) : weights;
      double centre = negated ? -bias.middle() : bias.middle();
      AffineLayer layer = AffineLayer.of(new double[][] {row}, new double[] {centre});
      return AffineMap.of(layer, weightError, bias.width());
    }

    private Interval enclose(Dyadic sum) {
      Interval enclosure = sum.enclosureOver(form.denominator());
      if (!enclosure.isBounded()) {
        throw new IllegalArgumentException(
            "a coefficient of the claim times a weight of the network is beyond 1e308");
      }
      return enclosure;
    }

    private static double[] negate(double[] values) {
      double[] negated = new double[values.length];
      for (int k = 0; k < values.length; k++) {
        negated[k] = -values[k];
      }
      return negated;
    }
  }
}
