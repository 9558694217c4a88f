package surety.solver.witness;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * An input for which an event happens, with what the network gives for it over the reals.
 *
 * @param inputs all inputs of the network, exact, in its order
 * @param outputs all outputs of the network for them
 * @param isExact whether the outputs are exact; if not, the network is not piecewise linear, the
 *     outputs are rounded, and the event holds for all outputs within proven enclosures
 */
public record Witness(List<Rational> inputs, List<Rational> outputs, boolean isExact) {
  /** Keeps copies. */
  public Witness {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** The same with the first outputs only. */
  Witness of(int count) {
    return new Witness(inputs, outputs.subList(0, count), isExact);
  }
}
