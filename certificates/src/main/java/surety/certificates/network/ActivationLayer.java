package surety.certificates.network;

import java.util.Collections;
import java.util.List;
import surety.certificates.activation.Activation;

/**
 * Applies one scalar function to each neuron.
 *
 * @param activations one for each neuron, at least one
 */
public record ActivationLayer(List<Activation> activations) implements Layer {

  public ActivationLayer {
    activations = List.copyOf(activations);
    if (activations.isEmpty()) {
      throw new IllegalArgumentException("An activation layer needs at least one neuron");
    }
  }

  /** The layer of {@code neurons} neurons that all have the same activation. */
  public static ActivationLayer uniform(int neurons, Activation activation) {
    return new ActivationLayer(Collections.nCopies(neurons, activation));
  }

  /** The activation of one neuron. */
  public Activation activation(int neuron) {
    return activations.get(neuron);
  }

  @Override
  public int inputs() {
    return activations.size();
  }

  @Override
  public int outputs() {
    return activations.size();
  }

  @Override
  public double[] evaluate(double[] x) {
    Network.checkLength(x.length, inputs());
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = activations.get(i).apply(x[i]);
    }
    return y;
  }

  @Override
  public String toString() {
    return "ActivationLayer[" + activations.size() + " neurons]";
  }
}
