package surety.certificates.bounds;

import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * A neuron whose activation is not the identity.
 *
 * @param index among the neurons of its layer
 * @param activation what it computes
 * @param above bounds the activation from above
 * @param below bounds its negative from above, and so the activation from below
 * @param isRelu whether it is a ReLU, of which there are many, so that these have ways of their own
 */
record CurvedNeuron(
    int index, Activation activation, Envelope above, Envelope below, boolean isRelu) {
  private static final CurvedNeuron RELU = of(0, Activation.RELU);

  static CurvedNeuron of(int index, Activation activation) {
    return new CurvedNeuron(
        index,
        activation,
        new Envelope(activation, false),
        new Envelope(activation, true),
        activation.equals(Activation.RELU));
  }

  static CurvedNeuron relu(int index) {
    return new CurvedNeuron(index, RELU.activation, RELU.above, RELU.below, true);
  }

  /** Encloses the values for all arguments within a radius; the whole line if that overflows. */
  Interval enclose(double centre, double radius) {
    double lower = Rounding.subtractDown(centre, radius);
    double upper = Rounding.addUp(centre, radius);
    return lower <= upper ? activation.enclose(new Interval(lower, upper)) : Interval.WHOLE;
  }
}
