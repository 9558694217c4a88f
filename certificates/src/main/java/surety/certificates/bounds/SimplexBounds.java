package surety.certificates.bounds;

import java.util.Arrays;
import java.util.Optional;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Affine bounds of each form over a simplex, by their values at its vertices: the form lies between
 * the affine functions with vertex values {@code lower} and {@code upper}, n + 1 each, rounded
 * outward; infinite if nothing is known.
 */
public final class SimplexBounds implements FormBounds {
  private final double[][] lower;
  private final double[][] upper;
  private final Optional<Vectors> vectors;

  private SimplexBounds(double[][] lower, double[][] upper, Optional<Vectors> vectors) {
    this.lower = lower;
    this.upper = upper;
    this.vectors = vectors;
  }

  /** What the cell knows of all vectors at its vertices: by vertex, then by vector. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Vectors(CompiledNetwork network, double[][][] centre, double[][][] radius) {

    Interval entering(int gate, int neuron) {
      int source = network.source(gate);
      if (source < 0) {
        return Interval.WHOLE; // no form depends on it
      }
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < centre.length; i++) {
        double c = centre[i][source][neuron];
        double r = radius[i][source][neuron];
        least = Math.min(least, Rounding.subtractDown(c, r));
        greatest = Math.max(greatest, Rounding.addUp(c, r));
      }
      return new Interval(least, greatest);
    }
  }

  /**
   * {@inheritDoc} It lies between affine functions, and these between their values at the vertices.
   */
  @Override
  public Interval entering(int gate, int neuron) {
    return vectors.map(v -> v.entering(gate, neuron)).orElse(Interval.WHOLE);
  }

  /**
   * About what enters a neuron of an activation gate: the values at the vertices of a function in
   * the middle of its bounds. Nothing is claimed of it.
   */
  public double[] middle(int gate, int neuron) {
    double[] middle = new double[lower[0].length];
    vectors
        .filter(v -> v.network.source(gate) >= 0)
        .ifPresent(v -> Arrays.setAll(middle, i -> v.centre[i][v.network.source(gate)][neuron]));
    return middle;
  }

  /** Bounds of what is at most that far from each form. */
  public SimplexBounds widened(double[] deviations) {
    double[][] least = new double[lower.length][];
    double[][] greatest = new double[upper.length][];
    for (int form = 0; form < lower.length; form++) {
      double d = deviations[form];
      least[form] = Arrays.stream(lower[form]).map(x -> Rounding.subtractDown(x, d)).toArray();
      greatest[form] = Arrays.stream(upper[form]).map(x -> Rounding.addUp(x, d)).toArray();
    }
    return new SimplexBounds(least, greatest, vectors);
  }

  /** The lower function of a form; not to be changed. */
  public double[] lower(int form) {
    return lower[form];
  }

  /** The upper function of a form; not to be changed. */
  public double[] upper(int form) {
    return upper[form];
  }

  @Override
  public double least(int form) {
    return Extremes.least(lower[form]);
  }

  @Override
  public double greatest(int form) {
    return Extremes.greatest(upper[form]);
  }

  /**
   * {@inheritDoc} It varies if its lower function at a vertex is above its upper one at another.
   */
  @Override
  public boolean mayBeConstant(int form) {
    return Extremes.greatest(lower[form]) <= Extremes.least(upper[form]);
  }

  /**
   * Computes the bounds.
   *
   * <p>Vectors behind at most {@code firstOwnLevel} activations are shared: the cell uses their
   * enclosures at its vertices, which all cells around a vertex share, and a slack for each vector.
   * Claim, by induction over the steps: the numbers h of a shared vector lie between the affine
   * functions with vertex values {@code vertex lower - slack} and {@code vertex upper + slack}. The
   * input is affine itself, so slack 0 is right. A copy has the largest slack of what it copies.
   *
   * <p>An affine step with rows w maps slacks to at most the sum of |w|_1 times slack over its
   * terms, because the vertex enclosures were computed by rows from the enclosures before.
   *
   * <p>For a ReLU let m and M be the least and greatest of the vertex values with the slack of its
   * source. Above, by convexity, relu(h) <= sum lambda_i max(0, upper_i + slack) <= sum lambda_i
   * max(0, upper_i) + slack. Below, relu(h) >= h, which is at least the function with the vertex
   * values max(0, lower_i) less max(slack, -m); and relu(h) >= 0, which is at least that function
   * less M. So the slack after it is max(slack, min(max(0, M), max(0, -m))), and for a stable
   * neuron it does not grow. Any other activation f is proven to be linear over [m - slack, M +
   * slack], with slope s: then f(h) is between the same affine function of f's vertex values and
   * |s| slack more or less.
   *
   * <p>From the first level with a neuron of which that is not proven, too, the cell carries its
   * own bounds.
   *
   * @param vertices what the network does at each vertex
   * @param firstOwnLevel from 0 to {@link CompiledNetwork#levels}; any choice is sound
   */
  public static SimplexBounds of(
      CompiledNetwork network, PointEnclosure[] vertices, int firstOwnLevel) {
    for (PointEnclosure vertex : vertices) {
      if (!vertex.isKnown()) {
        return unknown(network.forms(), vertices.length);
      }
    }
    double[] slack = new double[network.vectors()];
    int first = firstOwnLevel;
    for (int vector = 1; vector < slack.length; vector++) {
      Step step = network.steps().get(vector - 1);
      if (step.level() > first) {
        continue; // no vector of that level is shared
      }
      if (step instanceof Step.Activation activation) {
        double before = slack[activation.source()];
        if (isLinearWhereCurved(activation, vertices, before)) {
          slack[vector] = slackAfter(activation, vertices, before);
        } else {
          first = step.level() - 1;
        }
      } else {
        slack[vector] = slackOf(step, slack);
      }
    }
    return propagate(network, vertices, first, slack);
  }

  /** The slack of a shared vector that is no activation's. */
  private static double slackOf(Step step, double[] slack) {
    double sum = 0;
    if (step instanceof Step.Copy copy) {
      for (int source : copy.vectors()) {
        sum = Math.max(sum, slack[source]);
      }
      return sum;
    }
    for (Step.Term term : ((Step.Affine) step).terms()) {
      double before = slack[term.source()];
      if (before > 0) {
        sum = Rounding.addUp(sum, Rounding.multiplyUp(before, term.map().largestNorm()));
      }
    }
    return sum;
  }

  /** Whether all neurons that are neither ReLU nor identity stay on a linear section. */
  private static boolean isLinearWhereCurved(
      Step.Activation step, PointEnclosure[] vertices, double slack) {
    for (CurvedNeuron neuron : step.curved()) {
      Interval range = range(vertices, step.source(), neuron.index(), slack);
      if (!neuron.above().isLinear(range.lower(), range.upper())) {
        return false;
      }
    }
    return true;
  }

  private static double slackAfter(Step.Activation step, PointEnclosure[] vertices, double before) {
    double slack = before;
    int source = step.source();
    for (int j = 0; j < step.relu().length; j++) {
      if (step.relu()[j]) {
        slack = Math.max(slack, overlap(vertices, source, j, before));
      }
    }
    if (before > 0) {
      for (CurvedNeuron neuron : step.curved()) {
        Interval range = range(vertices, source, neuron.index(), before);
        double steepest = neuron.above().slopeOfLinear(range.lower(), range.upper()).magnitude();
        slack = Math.max(slack, Rounding.multiplyUp(before, steepest));
      }
    }
    return slack;
  }

  /** The lesser of how far the neuron reaches above 0 and below 0; 0 if it is stable. */
  private static double overlap(PointEnclosure[] vertices, int vector, int j, double slack) {
    boolean active = true;
    boolean dead = true;
    for (PointEnclosure vertex : vertices) {
      double centre = vertex.centres(vector)[j];
      double own = vertex.radii(vector)[j];
      double radius = slack == 0 ? own : Rounding.addUp(own, slack);
      active &= centre >= radius;
      dead &= centre <= -radius;
      if (!active && !dead) {
        return straddle(vertices, vector, j, slack);
      }
    }
    return 0;
  }

  private static double straddle(PointEnclosure[] vertices, int vector, int j, double slack) {
    Interval range = range(vertices, vector, j, slack);
    return Math.max(0, Math.min(range.upper(), -range.lower()));
  }

  /** Contains all values that enter a neuron. */
  private static Interval range(PointEnclosure[] vertices, int vector, int j, double slack) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (PointEnclosure vertex : vertices) {
      double centre = vertex.centres(vector)[j];
      double radius = Rounding.addUp(vertex.radii(vector)[j], slack);
      least = Math.min(least, Rounding.subtractDown(centre, radius));
      greatest = Math.max(greatest, Rounding.addUp(centre, radius));
    }
    return new Interval(least, greatest);
  }

  private static SimplexBounds propagate(
      CompiledNetwork network, PointEnclosure[] vertices, int first, double[] slack) {
    int entries = vertices.length;
    double[][][] centre = new double[entries][network.vectors()][];
    double[][][] radius = new double[entries][network.vectors()][];
    for (int vector = 0; vector < slack.length; vector++) {
      if (network.level(vector) <= first && network.isKept(vector)) {
        for (int i = 0; i < entries; i++) {
          centre[i][vector] = vertices[i].centres(vector);
          radius[i][vector] = widened(vertices[i].radii(vector), slack[vector]);
        }
      } else if (network.level(vector) > first
          && !apply(network, network.steps().get(vector - 1), centre, radius, vector)) {
        return unknown(network.forms(), entries);
      }
    }
    return ofOutput(new Vectors(network, centre, radius), slack.length - 1);
  }

  private static double[] widened(double[] radius, double slack) {
    if (slack == 0) {
      return radius;
    }
    double[] wide = new double[radius.length];
    for (int j = 0; j < wide.length; j++) {
      wide[j] = Rounding.addUp(radius[j], slack);
    }
    return wide;
  }

  /** One step of the cell's own bounds; false if something overflowed. */
  private static boolean apply(
      CompiledNetwork network, Step step, double[][][] centre, double[][][] radius, int vector) {
    boolean finite = true;
    if (step instanceof Step.Activation activation) {
      double[][] c = new double[centre.length][];
      double[][] r = new double[centre.length][];
      for (int i = 0; i < c.length; i++) {
        c[i] = centre[i][activation.source()].clone();
        r[i] = radius[i][activation.source()].clone();
        centre[i][vector] = c[i];
        radius[i][vector] = r[i];
      }
      SimplexRelaxation.apply(network, activation, c, r);
    } else {
      for (int i = 0; i < centre.length; i++) {
        finite &= VectorMap.apply(network, step, centre[i], radius[i], vector, true);
      }
    }
    return finite;
  }

  private static SimplexBounds ofOutput(Vectors vectors, int last) {
    double[][][] centre = vectors.centre;
    double[][][] radius = vectors.radius;
    int forms = centre[0][last].length;
    double[][] lower = new double[forms][centre.length];
    double[][] upper = new double[forms][centre.length];
    for (int form = 0; form < forms; form++) {
      for (int i = 0; i < centre.length; i++) {
        lower[form][i] = Rounding.subtractDown(centre[i][last][form], radius[i][last][form]);
        upper[form][i] = Rounding.addUp(centre[i][last][form], radius[i][last][form]);
      }
    }
    return new SimplexBounds(lower, upper, Optional.of(vectors));
  }

  private static SimplexBounds unknown(int forms, int entries) {
    double[][] lower = new double[forms][entries];
    double[][] upper = new double[forms][entries];
    for (int form = 0; form < forms; form++) {
      Arrays.fill(lower[form], Double.NEGATIVE_INFINITY);
      Arrays.fill(upper[form], Double.POSITIVE_INFINITY);
    }
    return new SimplexBounds(lower, upper, Optional.empty());
  }
}
