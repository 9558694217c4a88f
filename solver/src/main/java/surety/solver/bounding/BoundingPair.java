package surety.solver.bounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import org.apache.commons.math3.random.RandomVectorGenerator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Network;

/**
 * Two networks of affine and ReLU layers with {@code lower(x) <= network(x) <= upper(x)} for every
 * x of the box, output by output, over the reals. Nothing is said of points outside the box.
 */
public final class BoundingPair {
  private static final int MOST_HALTON = 40;

  private final Network lower;
  private final Network upper;
  private final List<Interval> box;
  private final double[] guaranteed;

  BoundingPair(Network lower, Network upper, List<Interval> box, double[] guaranteed) {
    this.lower = lower;
    this.upper = upper;
    this.box = List.copyOf(box);
    this.guaranteed = guaranteed.clone();
  }

  /** The lower network. */
  public Network lower() {
    return lower;
  }

  /** The upper network; the same object if the network is piecewise linear itself. */
  public Network upper() {
    return upper;
  }

  /** Where the networks are bounds. */
  public List<Interval> box() {
    return box;
  }

  /**
   * How far apart the two are over the box, for each output. The largest distance is bounded, with
   * a guarantee; besides, largest and mean distance are estimated.
   *
   * <p>The estimates are from the points of a Halton sequence, which fill the box evenly, or for
   * more than 40 inputs from random points, always the same ones; they are computed in plain
   * doubles. But for that rounding, the largest distance found is at most the largest one.
   *
   * @param points how many, at least one
   */
  public List<Distance> distances(int points) {
    double[] largest = new double[guaranteed.length];
    double[] sums = new double[guaranteed.length];
    RandomVectorGenerator sequence = sequence();
    for (int k = 0; k < points; k++) {
      double[] x = point(sequence.nextVector());
      double[] low = lower.evaluate(x);
      double[] up = upper.evaluate(x);
      for (int i = 0; i < sums.length; i++) {
        double distance = Math.max(0, up[i] - low[i]);
        largest[i] = Math.max(largest[i], distance);
        sums[i] += distance;
      }
    }
    List<Distance> distances = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      distances.add(new Distance(guaranteed[i], largest[i], sums[i] / points));
    }
    return distances;
  }

  private RandomVectorGenerator sequence() {
    int inputs = box.size();
    SplittableRandom random = new SplittableRandom(1);
    return inputs <= MOST_HALTON
        ? new HaltonSequenceGenerator(inputs)
        : () -> random.doubles(inputs).toArray();
  }

  private double[] point(double[] unit) {
    double[] x = new double[box.size()];
    for (int i = 0; i < x.length; i++) {
      Interval side = box.get(i);
      double t = unit[i];
      x[i] = Math.min(side.upper(), (1 - t) * side.lower() + t * side.upper());
    }
    return x;
  }

  @Override
  public String toString() {
    return "BoundingPair[" + lower + ", " + upper + ", " + Arrays.toString(guaranteed) + "]";
  }
}
