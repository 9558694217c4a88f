package surety.certificates.cell;

import java.util.List;
import java.util.Optional;
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
 * @param fixedInputs for each input its value, if it is fixed
 */
record FormRange(
    Network network,
    AffineForm form,
    boolean negated,
    List<Optional<Rational>> fixedInputs,
    Stop stop) {

  /**
   * What is known of the form's values.
   *
   * @param range contains all of them; an end is infinite where nothing is known
   * @param constant the only one, if there is but one and it is known
   */
  record Values(Interval range, Optional<Rational> constant) {
    /** Whether the event holds for all of them. */
    boolean areIn(Threshold threshold) {
      return constant.map(threshold::holds).orElseGet(() -> threshold.includes(range.upper()));
    }

    /** Whether it holds for none of them. */
    boolean areOutside(Threshold threshold) {
      return constant
          .map(v -> !threshold.holds(v))
          .orElseGet(() -> threshold.excludes(range.lower()));
    }
  }

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

  /** The form's values over a box of inputs. */
  Values over(Interval[] inputs) {
    List<Interval> wires = network.encloseWires(inputs, stop);
    Interval sum = Interval.ZERO;
    for (int k = 0; k < network.outputs(); k++) {
      Rational coefficient = form.coefficients().get(k);
      if (!coefficient.isZero()) {
        sum = sum.plus(wires.get(network.output().at(k)).times(Interval.of(coefficient)));
      }
    }
    Optional<Rational> constant =
        ConstantForm.of(
            this,
            (gate, neuron) ->
                known(
                    wires.get(((Gate.Activations) network.gates().get(gate)).wires().at(neuron))));
    return new Values(known(negated ? sum.negate() : sum), constant);
  }

  /** A lower end that is infinity, or an upper one that is minus infinity, says nothing. */
  private static Interval known(Interval range) {
    return new Interval(
        range.lower() == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : range.lower(),
        range.upper() == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : range.upper());
  }
}
