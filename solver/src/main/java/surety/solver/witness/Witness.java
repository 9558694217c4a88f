package surety.solver.witness;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * An input for which an event happens, with what the network gives for it over the reals.
 *
 * @param inputs all inputs of the network, exact, in its order
 * @param outputs all outputs of the network for them, exact
 */
public record Witness(List<Rational> inputs, List<Rational> outputs) {
  /** Keeps copies. */
  public Witness {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
