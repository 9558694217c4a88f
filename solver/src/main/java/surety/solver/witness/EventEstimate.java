package surety.solver.witness;

import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;

/** How far an event is from failing, in plain doubles: an estimate to choose among points. */
final class EventEstimate {
  private final Network network;
  private final double[] fixed;
  private final int[] random;
  private final Event event;

  EventEstimate(Network network, InputSpace space, Event event) {
    this.network = network;
    this.fixed = new double[network.inputs()];
    this.random = space.places();
    for (int i = 0; i < fixed.length; i++) {
      fixed[i] = space.fixed().get(i).map(EventEstimate::nearest).orElse(0.0);
    }
    this.event = event;
  }

  /** A double beside the number, finite. */
  static double nearest(Rational value) {
    return Math.max(-Double.MAX_VALUE, value.doubleFloor());
  }

  /**
   * The distance of the event's forms from their thresholds for these random inputs: positive where
   * the event holds. NaN if the network overflows.
   */
  double slack(double[] point) {
    double[] x = fixed.clone();
    for (int k = 0; k < random.length; k++) {
      x[random[k]] = point[k];
    }
    return slack(event, network.evaluate(x));
  }

  private static double slack(Event event, double[] y) {
    if (event instanceof Conjunction all) {
      return all.parts().stream().mapToDouble(part -> slack(part, y)).reduce(Math::min).orElse(0);
    }
    if (event instanceof Disjunction any) {
      return any.parts().stream().mapToDouble(part -> slack(part, y)).reduce(Math::max).orElse(0);
    }
    if (event instanceof Negation negation) {
      return -slack(negation.part(), y);
    }
    Atom atom = (Atom) event;
    double value = -nearest(atom.threshold());
    for (int j = 0; j < y.length; j++) {
      Rational coefficient = atom.form().outputs().get(j);
      if (!coefficient.isZero()) {
        value += nearest(coefficient) * y[j];
      }
    }
    return atom.comparison().isBelow() ? -value : value;
  }
}
