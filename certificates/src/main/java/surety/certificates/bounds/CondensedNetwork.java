package surety.certificates.bounds;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * What a network's forms are on one box, and so on all boxes inside of it: affine forms of the
 * coordinates and of the few neurons that may bend there. All others are proven to be affine on the
 * box and have been substituted, up to rounding errors that the rows carry.
 */
public final class CondensedNetwork implements Arguments {
  private final CondensedNeuron[] neurons;

  /** What enters each neuron, in their order, and then the forms. */
  private final CondensedRow[] rows;

  private final double[] losses;
  private final double gamma;
  private final double tiny;
  private final List<Substituted> substituted;
  private final Arguments before;

  /**
   * Of neurons and rows.
   *
   * @param rows what enters each neuron, which takes only those before it, and then the forms
   * @param total at least 1 and the magnitudes of all coordinates and neurons' values
   * @param substituted what enters the neurons that have been substituted here
   * @param before knows what enters those that had been before
   */
  CondensedNetwork(
      List<CondensedNeuron> neurons,
      List<SizedRow> rows,
      double total,
      List<Substituted> substituted,
      Arguments before) {
    int m = neurons.size();
    this.neurons = neurons.toArray(new CondensedNeuron[0]);
    this.rows = new CondensedRow[rows.size()];
    this.losses = new double[rows.size()];
    this.gamma = RelativeError.gamma(2 * m + 4);
    this.substituted = substituted;
    this.before = before;
    double all = total;
    for (int j = 0; j < losses.length; j++) {
      this.rows[j] = rows.get(j).row();
      double error = this.rows[j].error();
      double size = rows.get(j).size();
      losses[j] = Rounding.addUp(Rounding.multiplyUp(gamma, size), error);
      all = Rounding.addUp(all, Rounding.addUp(size, error));
    }
    this.tiny = all * Double.MIN_NORMAL; // exact: all is at least 1
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
    return rows.length - neurons.length;
  }

  /** What enters neuron j, or form number {@code j - neurons()}. */
  CondensedRow row(int j) {
    return rows[j];
  }

  /** {@code gamma S + E} of that row, as {@link BackwardBounds} explains. */
  double loss(int j) {
    return losses[j];
  }

  /** Of all that a coefficient is computed with when one goes back. */
  double gamma() {
    return gamma;
  }

  /** More than the products of all steps back lose that underflow: fewer than 2^52 in each. */
  double tiny() {
    return tiny;
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
