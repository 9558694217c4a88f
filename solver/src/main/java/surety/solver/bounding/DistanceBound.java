package surety.solver.bounding;

import java.util.List;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.AffineLayer;

/**
 * A guaranteed bound of the distance of upper and lower values, carried through the layers.
 *
 * <p>Values at a distance of at most d become, by an affine row, values at a distance of at most
 * {@code sum |w_j| d_j}, since positive and negative weights take the pairs in opposite ways. By a
 * function with bounds L and U, U(u) - L(l) is at most {@code (U(u) - U(l)) + (U(l) - L(l))}, so at
 * most the steepest slope of U times d, and the largest gap of U and L. Where a function has a part
 * that falls, too, both parts' slopes and gaps count ({@link NeuronBounds}). All is rounded up.
 */
final class DistanceBound {
  private double[] distances;

  DistanceBound(int inputs) {
    distances = new double[inputs];
  }

  void affine(AffineLayer layer) {
    double[] next = new double[layer.rows()];
    for (int row = 0; row < next.length; row++) {
      for (int k : layer.operator().nonzeros(row)) {
        double distance = distances[layer.operator().column(row, k)];
        if (distance != 0) {
          double weight = Math.abs(layer.operator().weight(row, k));
          next[row] = Rounding.addUp(next[row], Rounding.multiplyUp(weight, distance));
        }
      }
    }
    distances = next;
  }

  void functions(List<NeuronBounds> bounds) {
    for (int i = 0; i < distances.length; i++) {
      double spread = Rounding.multiplyUp(bounds.get(i).steepest(), distances[i]);
      distances[i] = Rounding.addUp(spread, bounds.get(i).gap());
    }
  }

  /** One for each value. */
  double[] values() {
    return distances.clone();
  }
}
