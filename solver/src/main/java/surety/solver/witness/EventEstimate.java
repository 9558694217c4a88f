package surety.solver.witness;

import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;

/** How far an event is from failing, in plain doubles: an estimate to choose among points. */
final class EventEstimate {
  private final Network network;
  private final double[] fixed;
  private final int[] random;
  private final double[] coefficients;
  private final double threshold;
  private final boolean below;

  EventEstimate(Network network, InputSpace space, Event event) {
    this.network = network;
    this.fixed = new double[network.inputs()];
    this.random = new int[space.dimension()];
    int next = 0;
    for (int i = 0; i < fixed.length; i++) {
      Optional<Rational> value = space.fixed().get(i);
      if (value.isPresent()) {
        fixed[i] = nearest(value.get());
      } else {
        random[next++] = i;
      }
    }
    this.coefficients =
        event.form().coefficients().stream().mapToDouble(EventEstimate::nearest).toArray();
    this.threshold = nearest(event.threshold());
    this.below = event.comparison().isBelow();
  }

  /** A double beside the number, finite. */
  static double nearest(Rational value) {
    return Math.max(-Double.MAX_VALUE, value.doubleFloor());
  }

  /**
   * The distance of the event's form from the threshold for these random inputs: positive where the
   * event holds. NaN if the network overflows.
   */
  double slack(double[] point) {
    double[] x = fixed.clone();
    for (int k = 0; k < random.length; k++) {
      x[random[k]] = point[k];
    }
    double[] y = network.evaluate(x);
    double value = -threshold;
    for (int j = 0; j < y.length; j++) {
      if (coefficients[j] != 0) {
        value += coefficients[j] * y[j];
      }
    }
    return below ? -value : value;
  }
}
