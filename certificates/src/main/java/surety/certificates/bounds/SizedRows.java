package surety.certificates.bounds;

import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Rounding;

/**
 * The rows of a condensed network, and what it costs in rounding to go back through them on its
 * box: see {@link BackwardBounds}.
 *
 * @param losses {@code gamma S + E} of each neuron's argument, and of each form
 * @param tiny what the products of one step back lose that underflow
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
record SizedRows(
    CondensedNeuron[] neurons, CondensedRow[] forms, double[] losses, double gamma, double tiny) {

  /**
   * Of neurons and forms.
   *
   * @param total at least 1 and the magnitudes of all coordinates and neurons' values
   */
  static SizedRows of(
      List<CondensedNeuron> neurons, List<SizedRow> arguments, List<SizedRow> forms, double total) {
    int m = neurons.size();
    double gamma = RelativeError.gamma(2 * m + 4);
    double[] losses = new double[m + forms.size()];
    CondensedRow[] rows = new CondensedRow[forms.size()];
    Arrays.setAll(rows, form -> forms.get(form).row());
    double all = total;
    for (int j = 0; j < losses.length; j++) {
      SizedRow row = j < m ? arguments.get(j) : forms.get(j - m);
      losses[j] = Rounding.addUp(Rounding.multiplyUp(gamma, row.size()), row.row().error());
      all = Rounding.addUp(all, Rounding.addUp(row.size(), row.row().error()));
    }
    return new SizedRows(
        neurons.toArray(new CondensedNeuron[0]),
        rows,
        losses,
        gamma,
        Rounding.multiplyUp(Double.MIN_VALUE, all));
  }
}
