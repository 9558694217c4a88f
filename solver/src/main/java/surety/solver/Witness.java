package surety.solver;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * An input for which an event happens, as exact numbers that anybody can feed to the network.
 *
 * @param inputs one for each network input
 * @param outputs the network's exact outputs for them
 */
public record Witness(List<Rational> inputs, List<Rational> outputs) {
  /** Takes copies. */
  public Witness {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
