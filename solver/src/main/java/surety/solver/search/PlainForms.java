package surety.solver.search;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;

/**
 * Exact forms of a network's wires, rounded, and the network as far as they need it.
 *
 * @param network its outputs are the wires that the forms read, but for its inputs
 * @param rows one for each form: over these outputs, and then the inputs
 */
public record PlainForms(Network network, AffineLayer rows) {

  /**
   * Of some forms.
   *
   * @param isTurned whether of minus them
   */
  public static PlainForms of(Network graph, List<WireForm> forms, boolean isTurned) {
    TreeSet<Integer> read = wholeGates(graph, forms);
    Wires wires =
        read.isEmpty()
            ? Wires.range(0, 1) // a network has an output
            : Wires.of(read.stream().mapToInt(Integer::intValue).toArray());
    double[][] weights = new double[forms.size()][wires.size() + graph.inputs()];
    double[] biases = new double[forms.size()];
    for (int row = 0; row < biases.length; row++) {
      WireForm form = forms.get(row);
      for (int k = 0; k < read.size(); k++) {
        weights[row][k] = middle(form.encloseWeight(wires.at(k)), isTurned);
      }
      for (int k = 0; k < graph.inputs(); k++) {
        weights[row][wires.size() + k] = middle(form.encloseWeight(k), isTurned);
      }
      biases[row] = middle(form.encloseBias(), isTurned);
    }
    return new PlainForms(
        new Network(graph.inputs(), graph.gates(), wires), AffineLayer.of(weights, biases));
  }

  /** All results of each gate of which some are read: parts of vectors would take more layers. */
  private static TreeSet<Integer> wholeGates(Network graph, List<WireForm> forms) {
    TreeSet<Integer> read = new TreeSet<>();
    forms.forEach(form -> read.addAll(form.weights().tailMap(graph.inputs()).keySet()));
    int first = graph.inputs();
    for (Gate gate : graph.gates()) {
      int end = first + gate.size();
      if (!read.subSet(first, end).isEmpty()) {
        IntStream.range(first, end).forEach(read::add);
      }
      first = end;
    }
    return read;
  }

  /** The rows at an input of the network. */
  public double[] evaluate(double[] x) {
    double[] outputs = network.evaluate(x);
    double[] values = new double[rows.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = rows.bias(row);
      for (int k = 0; k < rows.columns(); k++) {
        double weight = rows.weight(row, k);
        double of = k < outputs.length ? outputs[k] : x[k - outputs.length];
        values[row] += weight == 0 ? 0 : weight * of;
      }
    }
    return values;
  }

  private static double middle(Interval number, boolean isTurned) {
    return isTurned ? -number.middle() : number.middle();
  }
}
