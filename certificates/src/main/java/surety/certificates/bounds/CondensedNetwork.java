package surety.certificates.bounds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;

/**
 * What a network's forms are on one box, and so on all boxes inside of it: affine forms of the
 * coordinates and of the few neurons that may bend there. All others are proven to be affine on the
 * box and have been substituted, up to rounding errors that the rows carry.
 */
public final class CondensedNetwork implements Arguments {
  private final CondensedNeuron[] neurons;
  private final CondensedRow[] forms;
  private final Map<Long, Interval> substituted;
  private final Arguments before;

  /**
   * @param neurons each takes only those before it
   * @param substituted what enters the neurons that have been substituted here, by {@link #key}
   * @param before knows what enters those that had been before
   */
  CondensedNetwork(
      List<CondensedNeuron> neurons,
      List<CondensedRow> forms,
      Map<Long, Interval> substituted,
      Arguments before) {
    this.neurons = neurons.toArray(CondensedNeuron[]::new);
    this.forms = forms.toArray(CondensedRow[]::new);
    this.substituted = new HashMap<>(substituted);
    for (CondensedNeuron neuron : neurons) {
      this.substituted.put(key(neuron.gate(), neuron.index()), neuron.range());
    }
    this.before = before;
  }

  /**
   * Of a whole network, over a box.
   *
   * @param inputs each input as a form of the coordinates
   * @param forward bounds over the box, by which it is known which neurons may bend
   * @return nothing if numbers overflow, or if there would be too many
   */
  public static Optional<CondensedNetwork> of(
      CompiledNetwork network, CentredBox box, List<CondensedRow> inputs, BoxBounds forward) {
    return Condensation.of(network, box, inputs, forward);
  }

  static long key(int gate, int neuron) {
    return (long) gate << 32 | neuron;
  }

  /** How many neurons may bend. */
  public int neurons() {
    return neurons.length;
  }

  CondensedNeuron neuron(int k) {
    return neurons[k];
  }

  /** The number of forms. */
  int forms() {
    return forms.length;
  }

  CondensedRow form(int form) {
    return forms[form];
  }

  @Override
  public Interval entering(int gate, int neuron) {
    Interval here = substituted.get(key(gate, neuron));
    return here != null ? here : before.entering(gate, neuron);
  }

  /** The bounds of its forms over a box inside of its own. */
  public BackwardBounds over(CentredBox box) {
    return new BackwardBounds(this, box);
  }
}
