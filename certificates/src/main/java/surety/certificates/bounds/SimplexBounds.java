package surety.certificates.bounds;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Affine bounds of the output over a simplex, by their values at its vertices: the output lies
 * between the affine functions with vertex values {@code lower} and {@code upper}, n + 1 each,
 * rounded outward; infinite if nothing is known.
 */
public final class SimplexBounds {
  private final double[] lower;
  private final double[] upper;

  private SimplexBounds(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /** The lower function; not to be changed. */
  public double[] lower() {
    return lower;
  }

  /** The upper function; not to be changed. */
  public double[] upper() {
    return upper;
  }

  /**
   * Computes the bounds.
   *
   * <p>For the activation layers before {@code firstOwnLayer} the cell uses the enclosures at its
   * vertices, which all cells around a vertex share, and a slack. Claim, by induction over the
   * layers: at each of them the pre-activations h lie between the affine functions with vertex
   * values {@code vertex lower - slack} and {@code vertex upper + slack}. The first layer's are
   * affine in the input, so slack 0 is right. For a ReLU let m and M be the least and greatest of
   * these vertex values. Above, by convexity, relu(h) <= sum lambda_i max(0, upper_i + slack) <=
   * sum lambda_i max(0, upper_i) + slack. Below, relu(h) >= h, which is at least the function with
   * the vertex values max(0, lower_i) less max(slack, -m); and relu(h) >= 0, which is at least that
   * function less M. So after the layer the slack is max(slack, min(max(0, M), max(0, -m))), and
   * for a stable neuron it does not grow. An affine layer with rows w maps it to at most |w|_1
   * times slack, because the vertex enclosures were computed by rows from the enclosures before.
   * Any other activation f is proven to be linear over [m - slack, M + slack], with slope s: then
   * f(h) is between the same affine function of f's vertex values and |s| slack more or less. From
   * {@code firstOwnLayer} on, or from the first layer with a neuron of which that is not proven,
   * the cell carries its own bounds.
   *
   * @param vertices what the network does at each vertex
   * @param firstOwnLayer from 0 to the number of activation layers; any choice is sound
   */
  public static SimplexBounds of(
      CompiledNetwork network, PointEnclosure[] vertices, int firstOwnLayer) {
    for (PointEnclosure vertex : vertices) {
      if (!vertex.isKnown()) {
        return unknown(vertices.length);
      }
    }
    double slack = 0;
    int first = 0;
    while (first < firstOwnLayer && isLinearWhereCurved(network, vertices, first, slack)) {
      int layer = first++;
      slack = slackAfter(network, vertices, layer, slack);
      for (AffineMap map : network.mapsBefore(layer + 1)) {
        slack = slack == 0 ? 0 : Rounding.multiplyUp(slack, map.largestNorm());
      }
    }
    return propagate(network, vertices, first, slack);
  }

  /** Whether all neurons that are neither ReLU nor identity stay on a linear section. */
  private static boolean isLinearWhereCurved(
      CompiledNetwork network, PointEnclosure[] vertices, int layer, double slack) {
    for (CurvedNeuron neuron : network.curved(layer)) {
      Interval range = range(vertices, layer, neuron.index(), slack);
      if (!neuron.above().isLinear(range.lower(), range.upper())) {
        return false;
      }
    }
    return true;
  }

  private static double slackAfter(
      CompiledNetwork network, PointEnclosure[] vertices, int layer, double before) {
    double slack = before;
    int neurons = vertices[0].centres(layer).length;
    for (int j = 0; j < neurons; j++) {
      if (network.isRelu(layer, j)) {
        slack = Math.max(slack, overlap(vertices, layer, j, before));
      }
    }
    if (before > 0) {
      for (CurvedNeuron neuron : network.curved(layer)) {
        Interval range = range(vertices, layer, neuron.index(), before);
        double steepest = neuron.above().slopeOfLinear(range.lower(), range.upper()).magnitude();
        slack = Math.max(slack, Rounding.multiplyUp(before, steepest));
      }
    }
    return slack;
  }

  /** The lesser of how far the neuron reaches above 0 and below 0; 0 if it is stable. */
  private static double overlap(PointEnclosure[] vertices, int layer, int j, double slack) {
    boolean active = true;
    boolean dead = true;
    for (PointEnclosure vertex : vertices) {
      double centre = vertex.centres(layer)[j];
      double own = vertex.radii(layer)[j];
      double radius = slack == 0 ? own : Rounding.addUp(own, slack);
      active &= centre >= radius;
      dead &= centre <= -radius;
      if (!active && !dead) {
        return straddle(vertices, layer, j, slack);
      }
    }
    return 0;
  }

  private static double straddle(PointEnclosure[] vertices, int layer, int j, double slack) {
    Interval range = range(vertices, layer, j, slack);
    return Math.max(0, Math.min(range.upper(), -range.lower()));
  }

  /** Contains all values that enter a neuron. */
  private static Interval range(PointEnclosure[] vertices, int layer, int j, double slack) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (PointEnclosure vertex : vertices) {
      double centre = vertex.centres(layer)[j];
      double radius = Rounding.addUp(vertex.radii(layer)[j], slack);
      least = Math.min(least, Rounding.subtractDown(centre, radius));
      greatest = Math.max(greatest, Rounding.addUp(centre, radius));
    }
    return new Interval(least, greatest);
  }

  private static SimplexBounds propagate(
      CompiledNetwork network, PointEnclosure[] vertices, int first, double slack) {
    int entries = vertices.length;
    double[][] centre = new double[entries][];
    double[][] radius = new double[entries][];
    for (int i = 0; i < entries; i++) {
      centre[i] = vertices[i].centres(first).clone();
      radius[i] = vertices[i].radii(first).clone();
      if (slack > 0) {
        for (int j = 0; j < radius[i].length; j++) {
          radius[i][j] = Rounding.addUp(radius[i][j], slack);
        }
      }
    }
    for (int layer = first; layer < network.activationLayers(); layer++) {
      SimplexRelaxation.apply(network, layer, centre, radius);
      for (AffineMap map : network.mapsBefore(layer + 1)) {
        for (int i = 0; i < entries; i++) {
          network.checkStop();
          double[] nextCentre = new double[map.rows()];
          double[] nextRadius = new double[map.rows()];
          if (!map.map(centre[i], radius[i], true, true, nextCentre, nextRadius)) {
            return unknown(entries);
          }
          centre[i] = nextCentre;
          radius[i] = nextRadius;
        }
      }
    }
    return ofOutput(centre, radius);
  }

  private static SimplexBounds ofOutput(double[][] centre, double[][] radius) {
    double[] lower = new double[centre.length];
    double[] upper = new double[centre.length];
    for (int i = 0; i < centre.length; i++) {
      lower[i] = Rounding.subtractDown(centre[i][0], radius[i][0]);
      upper[i] = Rounding.addUp(centre[i][0], radius[i][0]);
    }
    return new SimplexBounds(lower, upper);
  }

  private static SimplexBounds unknown(int entries) {
    double[] lower = new double[entries];
    double[] upper = new double[entries];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    return new SimplexBounds(lower, upper);
  }
}
