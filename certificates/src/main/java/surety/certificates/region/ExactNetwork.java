package surety.certificates.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.stop.Stop;

/** A piecewise linear network with its fixed inputs put in, as exact functions of the others. */
final class ExactNetwork {
  private final List<Layer> layers;
  private final List<List<List<LinearPiece>>> pieces = new ArrayList<>();
  private final List<ExactAffine> inputs = new ArrayList<>();
  private final Stop stop;

  /**
   * Makes the network ready.
   *
   * @param stop asked for each row of each layer
   * @throws RegionException if it is not piecewise linear, or has another number of inputs
   */
  ExactNetwork(Network network, List<Input> statement, Stop stop) throws RegionException {
    this.stop = stop;
    if (network.inputs() != statement.size()) {
      throw new RegionException(
          "the network has %d inputs, the statement %d"
              .formatted(network.inputs(), statement.size()));
    }
    layers = network.layers();
    Map<Activation, List<LinearPiece>> known = new HashMap<>();
    for (int k = 0; k < layers.size(); k++) {
      List<List<LinearPiece>> ofLayer = new ArrayList<>();
      if (layers.get(k) instanceof ActivationLayer layer) {
        for (Activation activation : layer.activations()) {
          requirePiecewiseLinear(activation, k);
          ofLayer.add(known.computeIfAbsent(activation, LinearPiece::of));
        }
      }
      pieces.add(ofLayer);
    }
    addInputs(statement);
  }

  private static void requirePiecewiseLinear(Activation activation, int layer)
      throws RegionException {
    if (activation instanceof Scaling scaling && !scaling.isPiecewiseLinear()) {
      throw new RegionException(
          ("layer %d has a %s (%s), such as the root in a BatchNormalization, and regions are"
                  + " computed with exact fractions; export the network with its normalisation"
                  + " folded into the weights, which are floats then")
              .formatted(layer + 1, scaling.name(), scaling.unknown()));
    }
    if (!activation.isPiecewiseLinear()) {
      throw new RegionException(
          ("layer %d has the activation %s, which is not piecewise linear: such a network has no"
                  + " activation regions; take its relu bounding networks ('surety bound-network'"
                  + " writes them), which have")
              .formatted(layer + 1, activation.name()));
    }
  }

  private void addInputs(List<Input> statement) throws RegionException {
    BigInteger unit = BigInteger.ONE;
    int random = 0;
    for (Input input : statement) {
      if (input instanceof FixedInput fixed) {
        BigInteger denominator = fixed.value().denominator();
        unit = unit.divide(unit.gcd(denominator)).multiply(denominator);
        ExactAffine.requireShort(unit.bitLength());
      } else {
        random++;
      }
    }
    int next = 0;
    for (Input input : statement) {
      inputs.add(
          input instanceof FixedInput fixed
              ? ExactAffine.constant(random, fixed.value(), unit)
              : ExactAffine.variable(random, next++, unit));
    }
  }

  int layers() {
    return layers.size();
  }

  /** The network's inputs as functions of the random ones. */
  List<ExactAffine> inputs() {
    return inputs;
  }

  /** Whether a layer is one of activations; else it is affine. */
  boolean isActivation(int layer) {
    return layers.get(layer) instanceof ActivationLayer;
  }

  /** The pieces of a neuron's activation. */
  List<LinearPiece> pieces(int layer, int neuron) {
    return pieces.get(layer).get(neuron);
  }

  /** An affine layer applied to functions. */
  List<ExactAffine> apply(int layer, List<ExactAffine> functions) throws RegionException {
    AffineLayer affine = (AffineLayer) layers.get(layer);
    List<ExactAffine> result = new ArrayList<>(affine.rows());
    for (int row = 0; row < affine.rows(); row++) {
      stop.check();
      result.add(ExactAffine.row(affine, row, functions));
    }
    return result;
  }
}
