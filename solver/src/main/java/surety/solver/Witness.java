package surety.solver;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * An input for which an event happens, as exact numbers that anybody can feed to the network.
 *
 * @param inputs one for each network input
 * @param outputs the network's outputs for them
 * @param isExact whether the outputs are exact; if not, the network is not piecewise linear, the
 *     outputs are rounded, and the event holds for all outputs within proven enclosures
 */
public record Witness(List<Rational> inputs, List<Rational> outputs, boolean isExact) {
  /** Takes copies. */
  public Witness {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
