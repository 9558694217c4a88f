package surety.certificates.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;

/**
 * Makes a {@link CondensedNetwork}: goes through a network once, and writes each value as an affine
 * form of the coordinates and of the values of neurons that may bend on the box. A neuron whose
 * argument stays in one linear section of its activation is substituted: an active ReLU is its
 * argument, a dead one is 0.
 */
final class Condensation {
  /** More coefficients than these are not computed. */
  private static final long MOST_COEFFICIENTS = 20_000_000;

  private final CentredBox box;
  private final CondensedSum sum;
  private final List<CondensedNeuron> neurons = new ArrayList<>();

  /** What enters each of them; and in the end, the forms. */
  private final List<SizedRow> rows = new ArrayList<>();

  private final List<CondensedNetwork.Substituted> substituted = new ArrayList<>();
  private long coefficients;
  private boolean isKnown = true;

  private Condensation(CentredBox box) {
    this.box = box;
    this.sum = new CondensedSum(box);
  }

  /**
   * Of a whole network.
   *
   * @param inputs each input as a form of the coordinates
   * @param forward bounds over the box, by which it is known which neurons may bend
   * @return nothing if numbers overflow, or if there would be too many
   */
  static Optional<CondensedNetwork> of(
      CompiledNetwork network, CentredBox box, List<CondensedRow> inputs, FormBounds forward) {
    Condensation made = new Condensation(box);
    List<SizedRow[]> vectors = new ArrayList<>();
    vectors.add(inputs.stream().map(made.sum::sized).toArray(SizedRow[]::new));
    for (Step step : network.steps()) {
      network.checkStop();
      Optional<SizedRow[]> next = made.apply(step, vectors, forward);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      vectors.add(next.get());
    }
    return made.finish(vectors.get(vectors.size() - 1), forward);
  }

  /** Of a condensed network, over a box inside of its own with these bounds. */
  static Optional<CondensedNetwork> of(
      CondensedNetwork network, CentredBox box, BackwardBounds bounds) {
    Condensation made = new Condensation(box);
    SizedRow[] values = new SizedRow[network.neurons()];
    for (int k = 0; k < values.length; k++) {
      CondensedNeuron neuron = network.neuron(k);
      SizedRow argument = made.sum.of(network.row(k), values);
      values[k] =
          made.activated(
              neuron.curve(), argument, bounds.argument(k), neuron.gate(), neuron.index());
    }
    SizedRow[] forms = new SizedRow[network.forms()];
    Arrays.setAll(forms, form -> made.sum.of(network.row(values.length + form), values));
    return made.finish(forms, network);
  }

  private Optional<CondensedNetwork> finish(SizedRow[] forms, Arguments before) {
    for (SizedRow form : forms) {
      isKnown &= form.isKnown();
      rows.add(form);
    }
    return isKnown
        ? Optional.of(new CondensedNetwork(neurons, rows, sum.total(), substituted, before))
        : Optional.empty();
  }

  private Optional<SizedRow[]> apply(Step step, List<SizedRow[]> vectors, Arguments forward) {
    if (step instanceof Step.Copy copy) {
      SizedRow[] values = new SizedRow[copy.vectors().length];
      Arrays.setAll(values, i -> vectors.get(copy.vectors()[i])[copy.elements()[i]]);
      return Optional.of(values);
    }
    if (step instanceof Step.Activation activation) {
      return Optional.of(activate(activation, vectors.get(activation.source()), forward));
    }
    Step.Affine affine = (Step.Affine) step;
    SizedRow[] values = new SizedRow[affine.rows()];
    for (int row = 0; row < values.length; row++) {
      for (Step.Term term : affine.terms()) {
        term.map().addRow(row, vectors.get(term.source()), sum);
      }
      coefficients += (long) sum.terms() * (box.dimension() + neurons.size());
      values[row] = sum.finish();
      if (coefficients > MOST_COEFFICIENTS) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private SizedRow[] activate(Step.Activation step, SizedRow[] arguments, Arguments forward) {
    SizedRow[] values = arguments.clone(); // the identity
    for (int j = 0; j < values.length; j++) {
      if (step.relu()[j]) {
        values[j] = activated(CurvedNeuron.relu(j), values[j], forward, step.gate());
      }
    }
    for (CurvedNeuron curve : step.curved()) {
      values[curve.index()] = activated(curve, values[curve.index()], forward, step.gate());
    }
    return values;
  }

  private SizedRow activated(CurvedNeuron curve, SizedRow argument, Arguments forward, int gate) {
    return activated(curve, argument, forward.entering(gate, curve.index()), gate, curve.index());
  }

  /**
   * A neuron's value as a form: on one linear section it is {@code f(p) + s (x - p)} for any p of
   * the section.
   */
  private SizedRow activated(
      CurvedNeuron curve, SizedRow argument, Interval range, int gate, int index) {
    Envelope envelope = curve.above();
    boolean isLinear = range.isBounded() && envelope.isLinear(range.lower(), range.upper());
    if (!isLinear) {
      isKnown &= argument.isKnown();
      rows.add(argument);
      neurons.add(new CondensedNeuron(curve, range, gate, index));
      return sum.neuron(curve.activation().enclose(range).magnitude());
    }
    substituted.add(new CondensedNetwork.Substituted(gate, index, range));
    if (curve.isRelu()) {
      return range.lower() >= 0 ? argument : SizedRow.zero(box.dimension());
    }
    Interval slope = envelope.slopeOfLinear(range.lower(), range.upper());
    double p = range.lower();
    Interval intercept = curve.activation().enclose(p).minus(slope.times(p));
    return sum.linear(argument, slope, intercept);
  }
}
