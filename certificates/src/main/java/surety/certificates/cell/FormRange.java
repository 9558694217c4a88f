package surety.certificates.cell;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

/**
 * Which values an affine form of a network's outputs takes over a box of inputs, whose sides may be
 * infinite: loose, but where the network is saturated, dead or constant it knows ends that no
 * relaxation over an unbounded box has.
 *
 * @param negated whether it is minus the form
 */
record FormRange(Network network, AffineForm form, boolean negated, Stop stop) {

  /** How many products it takes to evaluate the network once. */
  long products() {
    long products = 0;
    for (Gate gate : network.gates()) {
      if (gate instanceof Gate.Affine affine) {
        for (Gate.Term term : affine.terms()) {
          products += (long) term.layer().rows() * term.layer().columns();
        }
      }
    }
    return products;
  }

  /** Contains the form's values; an end is infinite where nothing is known. */
  Interval over(Interval[] inputs) {
    Interval[] outputs = network.enclose(inputs, stop);
    Interval sum = Interval.ZERO;
    for (int k = 0; k < outputs.length; k++) {
      Rational coefficient = form.coefficients().get(k);
      if (!coefficient.isZero()) {
        sum = sum.plus(outputs[k].times(Interval.of(coefficient)));
      }
    }
    Interval range = negated ? sum.negate() : sum;
    // after an overflow a lower end may be infinity: then nothing is known of it
    return new Interval(
        range.lower() == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : range.lower(),
        range.upper() == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : range.upper());
  }
}
