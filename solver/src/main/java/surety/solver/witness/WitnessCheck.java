package surety.solver.witness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;

/**
 * The test that every witness has passed: the input is in the cell and in the supports, and the
 * event holds for the outputs that the network gives for it over the rationals, or for all outputs
 * within rigorous enclosures if the network is not piecewise linear. Whoever proposed the input,
 * doubles or Z3, need not be trusted.
 */
record WitnessCheck(Network network, InputSpace space, Event event) {
  /** Refuses parts that do not fit together. */
  WitnessCheck {
    if (network.inputs() != space.fixed().size()) {
      throw new IllegalArgumentException(
          "The network has %d inputs, the statement %d"
              .formatted(network.inputs(), space.fixed().size()));
    }
    if (network.outputs() != event.form().coefficients().size()) {
      throw new IllegalArgumentException(
          "The network has %d outputs, the event is about %d"
              .formatted(network.outputs(), event.form().coefficients().size()));
    }
  }

  /** The witness with these random inputs, if they are one. */
  Optional<Witness> confirm(ExactCell cell, List<Rational> random) {
    if (!space.supports(random) || !cell.contains(random)) {
      return Optional.empty();
    }
    List<Rational> inputs = space.inputs(random);
    if (!network.isPiecewiseLinear()) {
      return confirmByEnclosure(inputs);
    }
    List<Rational> outputs = List.of(network.evaluateExactly(inputs.toArray(new Rational[0])));
    return event.holds(outputs)
        ? Optional.of(new Witness(inputs, outputs, true))
        : Optional.empty();
  }

  /**
   * The values of smooth functions are no rationals. The event holds if it does at both ends of an
   * enclosure of its form, since the values for which it holds are a half-line.
   */
  private Optional<Witness> confirmByEnclosure(List<Rational> inputs) {
    Interval[] outputs =
        network.enclose(inputs.stream().map(Interval::of).toArray(Interval[]::new));
    if (!Arrays.stream(outputs).allMatch(Interval::isBounded)) {
      return Optional.empty();
    }
    Rational low = Rational.ZERO;
    Rational high = Rational.ZERO;
    for (int j = 0; j < outputs.length; j++) {
      Rational coefficient = event.form().coefficients().get(j);
      Rational a = coefficient.times(Rational.ofDouble(outputs[j].lower()));
      Rational b = coefficient.times(Rational.ofDouble(outputs[j].upper()));
      low = low.plus(coefficient.signum() >= 0 ? a : b);
      high = high.plus(coefficient.signum() >= 0 ? b : a);
    }
    boolean holds =
        event.comparison().holds(low.compareTo(event.threshold()))
            && event.comparison().holds(high.compareTo(event.threshold()));
    List<Rational> rounded =
        Arrays.stream(outputs).map(y -> Rational.ofDouble(y.middle())).toList();
    return holds ? Optional.of(new Witness(inputs, rounded, false)) : Optional.empty();
  }
}
