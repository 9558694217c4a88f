package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

/**
 * What people want to see of a network.
 *
 * @param layers one line for each, such as {@code affine, 2 to 12} and {@code Relu, 12}
 * @param parameters how many weights and biases there are that are not 0
 */
public record NetworkOutline(List<String> layers, long parameters) {
  public NetworkOutline {
    layers = List.copyOf(layers);
  }

  /** Looks at each number of a network once. */
  static NetworkOutline of(Network network) {
    List<String> layers = new ArrayList<>();
    long parameters = 0;
    for (Layer layer : network.layers()) {
      if (layer instanceof ActivationLayer activations) {
        layers.add(String.join(", ", names(activations)) + ", " + activations.outputs());
      } else {
        AffineLayer affine = (AffineLayer) layer;
        String word = affine.isSelection() ? "selection, " : "affine, ";
        layers.add(word + affine.inputs() + " to " + affine.outputs());
        parameters += affine.isSelection() ? 0 : parameters(affine);
      }
    }
    return new NetworkOutline(layers, parameters);
  }

  /** Each name once. Values that are only carried past the layer have no activation. */
  private static Set<String> names(ActivationLayer layer) {
    Set<String> names = new TreeSet<>();
    layer.activations().forEach(activation -> names.add(activation.name()));
    if (names.size() > 1) {
      names.remove(Activation.IDENTITY.name());
    }
    return names;
  }

  private static long parameters(AffineLayer layer) {
    long count = 0;
    for (int row = 0; row < layer.rows(); row++) {
      count += layer.nonzeros(row) + (layer.bias(row) == 0 ? 0 : 1);
    }
    return count;
  }
}
