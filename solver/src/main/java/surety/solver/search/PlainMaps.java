package surety.solver.search;

import java.util.Arrays;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.LinearOperator;
import surety.certificates.stop.Stop;

/** Affine maps in plain doubles: what is rounded here costs tightness at most. */
final class PlainMaps {
  private PlainMaps() {}

  /** Whether two maps have so few values between them that their product is much larger. */
  static boolean isNarrow(AffineLayer outer, AffineLayer inner) {
    long composed = (long) outer.rows() * inner.columns();
    long apart = (long) outer.rows() * outer.columns() + (long) inner.rows() * inner.columns();
    return composed > 2 * apart;
  }

  /** The map that changes nothing. */
  static AffineLayer identity(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return AffineLayer.diagonal(ones, new double[width]);
  }

  /** Whether a layer of activations is an affine map that is not the identity. */
  static boolean isAffine(ActivationLayer layer) {
    return layer.activations().stream().anyMatch(Scaling.class::isInstance)
        && layer.activations().stream()
            .allMatch(a -> a instanceof Scaling || a.equals(Activation.IDENTITY));
  }

  /** The map that such a layer is. */
  static AffineLayer of(ActivationLayer layer) {
    double[] factors = new double[layer.inputs()];
    double[] shifts = new double[layer.inputs()];
    for (int j = 0; j < factors.length; j++) {
      factors[j] = layer.activation(j).slope(0);
      shifts[j] = layer.activation(j).apply(0);
    }
    return AffineLayer.diagonal(factors, shifts);
  }

  /** First the inner map, then the outer one. */
  static AffineLayer compose(AffineLayer outer, AffineLayer inner, Stop stop) {
    double[][] weights = new double[outer.rows()][inner.columns()];
    double[] biases = new double[outer.rows()];
    for (int row = 0; row < outer.rows(); row++) {
      stop.check();
      biases[row] = outer.bias(row);
      for (int k = 0; k < inner.rows(); k++) {
        double w = outer.weight(row, k);
        if (w != 0) {
          biases[row] += w * inner.bias(k);
          addRow(weights[row], w, inner, k);
        }
      }
    }
    return AffineLayer.of(weights, biases);
  }

  private static void addRow(double[] sum, double factor, AffineLayer layer, int row) {
    LinearOperator operator = layer.operator();
    for (int k = 0; k < operator.entries(row); k++) {
      sum[operator.column(row, k)] += factor * operator.weight(row, k);
    }
  }
}
