package surety.certificates.network;

import java.util.Arrays;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;

/**
 * How fast a linear form g of a network's outputs can grow with each input: numbers L_q with {@code
 * |g(x) - g(y)| <= sum_q L_q |x_q - y_q|} for all x and y.
 *
 * <p><em>Why it is sound.</em> Backwards over the gates, there are always numbers L_w for the wires
 * w that are left with {@code |g(x) - g(y)| <= sum_w L_w |w(x) - w(y)|}. At first they are the
 * magnitudes of the form's coefficients, for a wire that is an output several times their sum. Then
 * the wires of the last gate are replaced by what it reads: a difference of {@code sum_k a_k w_k +
 * b} is at most {@code sum_k |a_k|} times the differences of the w_k, and one of an activation at
 * most its greatest slope times that of its argument. All sums and products are rounded up; where
 * one overflows, L is infinite. A wire that does not enter has L = 0, whatever else is infinite.
 */
public final class Growth {
  private Growth() {}

  /**
   * Computes L, one number for each input of the network.
   *
   * @param form the coefficients of g, one for each output
   */
  public static double[] of(Network network, List<Rational> form) {
    Network.checkLength(form.size(), network.outputs());
    double[] growth = new double[network.wires()];
    for (int i = 0; i < form.size(); i++) {
      add(growth, network.output().at(i), form.get(i).abs().doubleCeiling());
    }
    return of(network, growth);
  }

  /**
   * The same for a form of any wires.
   *
   * @param magnitudes at least the magnitude of each wire's coefficient
   */
  public static double[] of(Network network, double[] magnitudes) {
    double[] growth = magnitudes.clone();
    int first = growth.length;
    for (int k = network.gates().size() - 1; k >= 0; k--) {
      Gate gate = network.gates().get(k);
      first -= gate.size();
      if (gate instanceof Gate.Activations activations) {
        addActivations(growth, first, activations);
      } else {
        for (Gate.Term term : ((Gate.Affine) gate).terms()) {
          addTerm(growth, first, term);
        }
      }
    }
    return Arrays.copyOf(growth, network.inputs());
  }

  private static void addActivations(double[] growth, int first, Gate.Activations gate) {
    for (int i = 0; i < gate.size(); i++) {
      Activation activation = gate.layer().activation(i);
      double step = Rounding.multiplyUp(growth[first + i], activation.greatestSlope());
      add(growth, gate.wires().at(i), step);
    }
  }

  private static void addTerm(double[] growth, int first, Gate.Term term) {
    LinearOperator operator = term.layer().operator();
    for (int row = 0; row < operator.rows(); row++) {
      double above = growth[first + row];
      for (int k = 0; above > 0 && k < operator.entries(row); k++) {
        double weight = Math.abs(operator.weight(row, k));
        int wire = term.wires().at(operator.column(row, k));
        add(growth, wire, Rounding.multiplyUp(above, weight));
      }
    }
  }

  private static void add(double[] growth, int wire, double more) {
    growth[wire] = Rounding.addUp(growth[wire], more);
  }
}
