package surety.solver.estimate;

import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;

/** Forms in plain doubles: rows of coefficients of a network's outputs, and of its inputs. */
final class FormRows {
  private final double[][] outputs;
  private final double[][] inputs;

  private FormRows(double[][] outputs, double[][] inputs) {
    this.outputs = outputs;
    this.inputs = inputs;
  }

  /**
   * Of forms of this network.
   *
   * @throws EstimateException if there are none, or one has other numbers of coefficients
   */
  static FormRows of(Network network, List<AffineForm> forms) {
    if (forms.isEmpty()) {
      throw new EstimateException("an estimate needs at least one form of outputs and inputs");
    }
    for (AffineForm form : forms) {
      boolean hasInputs = !form.inputs().isEmpty();
      if (form.outputs().size() != network.outputs()
          || (hasInputs && form.inputs().size() != network.inputs())) {
        throw new EstimateException(
            "the form %s has coefficients of %d outputs and %d inputs; the network has %d and %d"
                .formatted(
                    form.canonical(),
                    form.outputs().size(),
                    form.inputs().size(),
                    network.outputs(),
                    network.inputs()));
      }
    }
    return new FormRows(
        forms.stream().map(form -> row(form.outputs())).toArray(double[][]::new),
        forms.stream().map(form -> row(form.inputs())).toArray(double[][]::new));
  }

  private static double[] row(List<Rational> coefficients) {
    return coefficients.stream().mapToDouble(Families::number).toArray();
  }

  /** The coefficients of the outputs in a form; not to be written to. */
  double[] outputs(int form) {
    return outputs[form];
  }

  /** Those of the inputs; none if all would be 0. */
  double[] inputs(int form) {
    return inputs[form];
  }

  int count() {
    return outputs.length;
  }

  /** Whether any form has an input. */
  boolean hasInputs() {
    for (double[] row : inputs) {
      if (row.length > 0) {
        return true;
      }
    }
    return false;
  }

  /** The value of a form. */
  double value(int form, double[] y, double[] x) {
    return product(outputs[form], y) + product(inputs[form], x);
  }

  private static double product(double[] row, double[] values) {
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      sum += row[k] == 0 ? 0 : row[k] * values[k];
    }
    return sum;
  }
}
