package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Event;
import surety.certificates.stop.Stop;
import surety.solver.evaluation.Evaluation;
import surety.solver.evaluation.Occurrence;

/**
 * The test that every witness has passed: the input is in the supports, and the event holds for the
 * outputs that the network gives for it over the rationals, or for all outputs within rigorous
 * enclosures if the network is not piecewise linear. Whoever proposed the input, doubles or Z3,
 * need not be trusted.
 */
record WitnessCheck(Network network, InputSpace space, Event event) {
  /** Refuses parts that do not fit together. */
  WitnessCheck {
    if (network.inputs() != space.maps().size()) {
      throw new IllegalArgumentException(
          "The network has %d inputs, the statement %d"
              .formatted(network.inputs(), space.maps().size()));
    }
    for (Atom atom : event.atoms()) {
      if (network.outputs() != atom.form().outputs().size()) {
        throw new IllegalArgumentException(
            "The network has %d outputs, the event is about %d"
                .formatted(network.outputs(), atom.form().outputs().size()));
      }
    }
  }

  /**
   * The witness with these random inputs, if they are one.
   *
   * @param stop the network is evaluated with exact numbers, which may take long
   */
  Optional<Witness> confirm(List<Rational> random, Stop stop) {
    if (!space.supports(random)) {
      return Optional.empty();
    }
    Evaluation evaluation = Evaluation.of(network, space.inputs(random), stop);
    return evaluation.occurrence(event) == Occurrence.HAPPENS
        ? evaluation
            .rounded()
            .map(outputs -> new Witness(evaluation.inputs(), outputs, evaluation.isExact()))
        : Optional.empty();
  }
}
