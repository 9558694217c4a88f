package surety.certificates.bounds;

import java.util.Arrays;
import java.util.List;
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

  /** {@code gamma S + E} of each neuron's argument, and of each form. */
  private final double[] losses;

  private final double gamma;
  private final double tiny;

  /** Of each form, null until it is asked for. */
  private final Interval[] ranges;

  /** The same on a larger box, as far as somebody has asked for it there. */
  private final Interval[] inherited;

  private final FormBounds bounds;
  private final List<Substituted> substituted;
  private final Arguments before;

  /**
   * @param rows the neurons, each taking only those before it, and the forms
   * @param bounds over the box
   * @param substituted what enters the neurons that have been substituted here
   * @param before knows what enters those that had been before
   */
  CondensedNetwork(
      SizedRows rows, FormBounds bounds, List<Substituted> substituted, Arguments before) {
    this.neurons = rows.neurons();
    this.forms = rows.forms();
    this.losses = rows.losses();
    this.gamma = rows.gamma();
    this.tiny = rows.tiny();
    this.bounds = bounds;
    this.ranges = new Interval[forms.length];
    this.inherited = new Interval[forms.length];
    Arrays.setAll(inherited, bounds::known);
    this.substituted = substituted;
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

  /** What enters a neuron that has been substituted. */
  record Substituted(int gate, int index, Interval range) {}

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

  /** {@code gamma S + E} of what enters a neuron. */
  double loss(int k) {
    return losses[k];
  }

  /** {@code gamma S + E} of a form. */
  double lossOfForm(int form) {
    return losses[neurons.length + form];
  }

  /** Of all that a coefficient is computed with when one goes back. */
  double gamma() {
    return gamma;
  }

  /** What the products of one step back lose that underflow. */
  double tiny() {
    return tiny;
  }

  /** Contains all values of a form on the box, as far as that has been computed. */
  Interval known(int form) {
    Interval here = ranges[form];
    return here != null ? here : inherited[form];
  }

  /** Contains all values of a form on the box. Several threads may ask, and bounds have scratch. */
  Interval range(int form) {
    Interval known = ranges[form];
    if (known == null) {
      synchronized (ranges) {
        known = bounds.range(form);
        ranges[form] = known;
      }
    }
    return known;
  }

  @Override
  public Interval entering(int gate, int neuron) {
    for (CondensedNeuron kept : neurons) {
      if (kept.gate() == gate && kept.index() == neuron) {
        return kept.range();
      }
    }
    for (Substituted here : substituted) {
      if (here.gate == gate && here.index == neuron) {
        return here.range;
      }
    }
    return before.entering(gate, neuron);
  }

  /** The bounds of its forms over a box inside of its own. */
  public BackwardBounds over(CentredBox box) {
    return new BackwardBounds(this, box);
  }
}
