package surety.certificates.bounds;

import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * A neuron whose activation is neither the identity nor ReLU.
 *
 * @param index among the neurons of its layer
 * @param activation what it computes
 * @param above bounds the activation from above
 * @param below bounds its negative from above, and so the activation from below
 */
record CurvedNeuron(int index, Activation activation, Envelope above, Envelope below) {

  static CurvedNeuron of(int index, Activation activation) {
    return new CurvedNeuron(
        index, activation, new Envelope(activation, false), new Envelope(activation, true));
  }

  /** Encloses the values for all arguments within a radius; the whole line if that overflows. */
  Interval enclose(double centre, double radius) {
    double lower = Rounding.subtractDown(centre, radius);
    double upper = Rounding.addUp(centre, radius);
    return lower <= upper ? activation.enclose(new Interval(lower, upper)) : Interval.WHOLE;
  }
}
