package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.network.Selection;

/**
 * What people want to see of a network.
 *
 * @param layers one line for each gate, such as {@code affine, 2 to 12} and {@code relu, 12}
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
    for (Gate gate : network.gates()) {
      if (gate instanceof Gate.Activations activations) {
        layers.add(String.join(", ", names(activations.layer())) + ", " + gate.size());
      } else if (gate instanceof Gate.Affine affine) {
        int inputs = affine.terms().stream().mapToInt(term -> term.wires().size()).sum();
        layers.add("%s, %d to %d".formatted(word(affine), inputs, gate.size()));
        parameters += affine.terms().stream().mapToLong(term -> parameters(term.layer())).sum();
      }
    }
    return new NetworkOutline(layers, parameters);
  }

  private static String word(Gate.Affine gate) {
    if (gate.terms().size() > 1) {
      return "sum";
    }
    LinearOperator operator = gate.terms().get(0).layer().operator();
    return operator instanceof Selection
        ? "selection"
        : operator instanceof Convolution ? "convolution" : "affine";
  }

  /** Each name once, and the identity only alone. */
  private static Set<String> names(ActivationLayer layer) {
    Set<String> names = new TreeSet<>();
    layer.activations().forEach(activation -> names.add(activation.name()));
    if (names.size() > 1) {
      names.remove(Activation.IDENTITY.name());
    }
    return names;
  }

  /** Of a convolution those of its window, and a bias for each channel if it has any. */
  private static long parameters(AffineLayer layer) {
    if (layer.operator() instanceof Convolution convolution) {
      long biases = layer.isLinear() ? 0 : convolution.resultChannels();
      return biases + convolution.weights();
    }
    long count = 0;
    for (int row = 0; row < layer.rows() && !(layer.operator() instanceof Selection); row++) {
      count += layer.operator().nonzeros(row).length + (layer.bias(row) == 0 ? 0 : 1);
    }
    return count;
  }
}
