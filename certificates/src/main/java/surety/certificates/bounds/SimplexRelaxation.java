package surety.certificates.bounds;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Affine bounds of an activation layer over a simplex, in place.
 *
 * <p>Pre-activation h lies between affine functions L and U with values {@code centre ∓ radius} at
 * the vertices. ReLU is convex and does not decrease, so at a point with barycentric coordinates
 * lambda: relu(h) <= relu(U) = relu(sum lambda_i U_i) <= sum lambda_i relu(U_i): the values of
 * relu(U) at the vertices are an affine upper bound. Below, relu(h) >= relu(L) >= L, and relu(h) >=
 * 0; either is affine. All other activations: {@link CurvedRelaxation}.
 */
final class SimplexRelaxation {
  private SimplexRelaxation() {}

  /**
   * Replaces bounds of pre-activations by bounds of activations.
   *
   * @param centre one row for each vertex
   */
  static void apply(
      CompiledNetwork network, Step.Activation step, double[][] centre, double[][] radius) {
    for (int j = 0; j < centre[0].length; j++) {
      if (step.relu()[j]) {
        relu(centre, radius, j);
      }
    }
    for (CurvedNeuron neuron : step.curved()) {
      network.checkStop();
      curved(neuron, centre, radius);
    }
  }

  private static void curved(CurvedNeuron neuron, double[][] centre, double[][] radius) {
    int entries = centre.length;
    int j = neuron.index();
    double[] lower = new double[entries];
    double[] upper = new double[entries];
    double total = 0;
    for (int i = 0; i < entries; i++) {
      lower[i] = Rounding.subtractDown(centre[i][j], radius[i][j]);
      upper[i] = Rounding.addUp(centre[i][j], radius[i][j]);
      total += Math.abs(lower[i]) + Math.abs(upper[i]);
    }
    double[] high = new double[entries];
    double[] low = new double[entries];
    if (total <= Double.MAX_VALUE) {
      CurvedRelaxation.above(neuron.above(), lower, upper, high);
      CurvedRelaxation.above(neuron.below(), lower, upper, low);
    } else {
      Arrays.fill(high, Double.POSITIVE_INFINITY); // nothing is known
    }
    for (int i = 0; i < entries; i++) {
      set(centre[i], radius[i], j, -low[i], high[i]);
    }
  }

  private static void relu(double[][] centre, double[][] radius, int j) {
    boolean active = true;
    boolean dead = true;
    double sum = 0;
    for (int i = 0; i < centre.length; i++) {
      active &= centre[i][j] >= radius[i][j];
      dead &= centre[i][j] <= -radius[i][j];
      sum += centre[i][j] - radius[i][j]; // only chooses between two sound bounds
    }
    if (active) {
      return; // h >= L >= 0 everywhere: relu(h) = h
    }
    for (int i = 0; i < centre.length; i++) {
      if (dead) {
        centre[i][j] = 0; // h <= U <= 0 everywhere: relu(h) = 0
        radius[i][j] = 0;
      } else {
        double low = sum > 0 ? Rounding.subtractDown(centre[i][j], radius[i][j]) : 0;
        double high = Math.max(0, Rounding.addUp(centre[i][j], radius[i][j]));
        set(centre[i], radius[i], j, low, high);
      }
    }
  }

  /** At a point both bounds are just values, so that both are those of the ends. */
  static void ofPoint(
      CompiledNetwork network, Step.Activation step, double[] centre, double[] radius) {
    for (int j = 0; j < centre.length; j++) {
      if (!step.relu()[j]) {
        continue;
      }
      double low = Rounding.subtractDown(centre[j], radius[j]);
      if (low < 0) {
        set(centre, radius, j, 0, Math.max(0, Rounding.addUp(centre[j], radius[j])));
      }
    }
    for (CurvedNeuron neuron : step.curved()) {
      network.checkStop();
      int j = neuron.index();
      Interval value = neuron.enclose(centre[j], radius[j]);
      set(centre, radius, j, value.lower(), value.upper());
    }
  }

  /** Stores an interval as centre and radius; whatever double the centre is, the radius covers. */
  private static void set(double[] centre, double[] radius, int j, double low, double high) {
    if (!(0.5 * high - 0.5 * low <= Double.MAX_VALUE)) {
      centre[j] = 0; // the next map finds an infinite radius, and gives up
      radius[j] = Double.POSITIVE_INFINITY;
      return;
    }
    double middle = 0.5 * low + 0.5 * high;
    centre[j] = middle;
    radius[j] = Math.max(Rounding.subtractUp(high, middle), Rounding.subtractUp(middle, low));
  }
}
