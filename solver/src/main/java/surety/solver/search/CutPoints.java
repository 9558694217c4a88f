package surety.solver.search;

import java.util.Optional;

/** Where cells are to be cut for neurons that bend. */
@FunctionalInterface
public interface CutPoints {
  /** Wherever it pays: at kinks, and in halves where a neuron bends smoothly. */
  CutPoints ADAPTIVE = (activationLayer, neuron) -> Optional.empty();

  /**
   * The pre-activations at which cells are cut for a neuron that is neither ReLU nor the identity,
   * ascending; empty if wherever it pays.
   *
   * @param activationLayer counted among the network's activation layers, from 0
   */
  Optional<double[]> of(int activationLayer, int neuron);
}
