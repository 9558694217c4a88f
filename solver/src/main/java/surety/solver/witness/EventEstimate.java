package surety.solver.witness;

import java.util.Arrays;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Law;
import surety.certificates.statement.Negation;

/** How far an event is from failing, in plain doubles: an estimate to choose among points. */
final class EventEstimate {
  private final Network network;
  private final Row[] rows;
  private final Event event;

  /** An input: a constant plus multiples of coordinates. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(double constant, int[] coordinates, double[] factors) {
    static Row of(Law.InputMap map) {
      return new Row(
          nearest(map.constant()),
          map.terms().stream().mapToInt(Law.Term::coordinate).toArray(),
          map.terms().stream().mapToDouble(term -> nearest(term.coefficient())).toArray());
    }

    double at(double[] point) {
      double sum = constant;
      for (int k = 0; k < factors.length; k++) {
        sum += factors[k] * point[coordinates[k]];
      }
      return sum;
    }
  }

  EventEstimate(Network network, InputSpace space, Event event) {
    this.network = network;
    this.rows = space.maps().stream().map(Row::of).toArray(Row[]::new);
    this.event = event;
  }

  /** A double beside the number, finite. */
  static double nearest(Rational value) {
    return Math.max(-Double.MAX_VALUE, value.doubleFloor());
  }

  /**
   * The distance of the event's forms from their thresholds where the coordinates have these
   * values: positive where the event holds. NaN if the network overflows.
   */
  double slack(double[] point) {
    double[] x = new double[rows.length];
    Arrays.setAll(x, k -> rows[k].at(point));
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
