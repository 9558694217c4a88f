package surety.solver.search;

import java.util.Arrays;
import surety.certificates.bounds.CurvedRelaxation;
import surety.solver.search.PlainNetwork.Hidden;
import surety.solver.search.PlainNetwork.Stage;

/**
 * Affine bounds of all rows over one simplex, as the kernel computes them, in plain doubles.
 *
 * <p>Up to the first layer with a ReLU that changes its sign over the simplex, the rows are affine
 * and known by their values at the vertices. From there on each neuron has an affine lower and an
 * affine upper bound. They are kept as deviations from the neuron's true values at the vertices:
 * most of these deviations are zero, and only the others cost time. An unstable ReLU is bounded
 * above by the values of its upper bound at the vertices, cut off at zero (it is convex), and below
 * by its lower bound or by zero. Other activations are bounded by the kernel's own rules.
 *
 * <p>What each relaxation adds to the gap is kept: it tells where a cut is worth most.
 *
 * <p>Scratch memory of one thread.
 */
final class SimplexBounds {
  /** Signs are not worth a split where one side is this small against the other. */
  private static final double NEGLIGIBLE = 1e-13;

  private final PlainNetwork network;
  private final int corners;
  private final double[] lower;
  private final double[] upper;
  private final int[] touched;
  private final double[] added;
  private double[] below;
  private double[] above;
  private double[] nextBelow;
  private double[] nextAbove;
  private final double[] low;
  private final double[] high;
  private final double[] newLow;
  private final double[] newHigh;
  private int touchedCount;
  private int firstUnstable;

  SimplexBounds(PlainNetwork network) {
    this.network = network;
    this.corners = network.inputs() + 1;
    int widest = network.widest();
    lower = new double[network.rows() * corners];
    upper = new double[network.rows() * corners];
    touched = new int[widest];
    added = new double[network.neurons()];
    below = new double[widest * corners];
    above = new double[widest * corners];
    nextBelow = new double[widest * corners];
    nextAbove = new double[widest * corners];
    low = new double[corners];
    high = new double[corners];
    newLow = new double[corners];
    newHigh = new double[corners];
  }

  /**
   * The lower bounds' values at the vertices, row after row; overwritten by the next computation.
   */
  double[] lower() {
    return lower;
  }

  /**
   * The upper bounds' values at the vertices, row after row; overwritten by the next computation.
   */
  double[] upper() {
    return upper;
  }

  /** The hidden layer from which the bounds are not exact, or the number of hidden layers. */
  int firstUnstable() {
    return firstUnstable;
  }

  /** Computes the bounds over the simplex with these corners. */
  void compute(Vertex[] simplex) {
    int depth = network.hidden().size();
    firstUnstable = findFirstUnstable(simplex);
    Arrays.fill(added, 0);
    for (int row = 0; row < network.rows(); row++) {
      for (int i = 0; i < corners; i++) {
        lower[row * corners + i] = simplex[i].y(row);
      }
    }
    System.arraycopy(lower, 0, upper, 0, lower.length);
    if (firstUnstable == depth) {
      return;
    }
    Hidden first = network.hidden().get(firstUnstable);
    Arrays.fill(below, 0, first.width() * corners, 0);
    Arrays.fill(above, 0, first.width() * corners, 0);
    activate(simplex, first);
    for (int layer = firstUnstable + 1; layer < depth; layer++) {
      affine(network.stages().get(layer));
      activate(simplex, network.hidden().get(layer));
    }
    affine(network.stages().get(depth));
    for (int i = 0; i < lower.length; i++) {
      lower[i] += below[i];
      upper[i] += above[i];
    }
  }

  private int findFirstUnstable(Vertex[] simplex) {
    int depth = network.hidden().size();
    for (int layer = 0; layer < depth; layer++) {
      Hidden hidden = network.hidden().get(layer);
      for (int word = 0; word < hidden.relu().length; word++) {
        long positive = 0;
        long negative = 0;
        for (Vertex vertex : simplex) {
          positive |= vertex.positive(hidden.wordOffset() + word);
          negative |= vertex.negative(hidden.wordOffset() + word);
        }
        if ((positive & negative) != 0) {
          return layer;
        }
      }
      for (CurvedNeuron neuron : hidden.curved()) {
        if (!isLinear(simplex, hidden.offset() + neuron.index(), neuron)) {
          return layer;
        }
      }
    }
    return depth;
  }

  private static boolean isLinear(Vertex[] simplex, int neuron, CurvedNeuron curve) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Vertex vertex : simplex) {
      min = Math.min(min, vertex.pre(neuron));
      max = Math.max(max, vertex.pre(neuron));
    }
    return curve.isLinear(min, max);
  }

  /** Deviations after the stage from those before it. */
  private void affine(Stage stage) {
    int rows = stage.rows();
    Arrays.fill(nextBelow, 0, rows * corners, 0);
    Arrays.fill(nextAbove, 0, rows * corners, 0);
    for (int t = 0; t < touchedCount; t++) {
      int from = touched[t] * corners;
      int start = stage.starts()[touched[t]];
      for (int k = start; k < stage.starts()[touched[t] + 1]; k++) {
        int row = stage.isSparse() ? stage.places()[k] : k - start;
        double w = stage.columns()[k];
        double[] toLower = w >= 0 ? below : above;
        double[] toUpper = w >= 0 ? above : below;
        int to = row * corners;
        for (int i = 0; i < corners; i++) {
          nextBelow[to + i] += w * toLower[from + i];
          nextAbove[to + i] += w * toUpper[from + i];
        }
      }
    }
    double[] swap = below;
    below = nextBelow;
    nextBelow = swap;
    swap = above;
    above = nextAbove;
    nextAbove = swap;
  }

  /** Deviations after the activations from those before them; remembers which are not zero. */
  private void activate(Vertex[] simplex, Hidden hidden) {
    touchedCount = 0;
    for (int j = 0; j < hidden.width(); j++) {
      int at = j * corners;
      int neuron = hidden.offset() + j;
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      double width = 0;
      for (int i = 0; i < corners; i++) {
        double v = simplex[i].pre(neuron);
        min = Math.min(min, v + below[at + i]);
        max = Math.max(max, v + above[at + i]);
        width += above[at + i] - below[at + i];
      }
      if (hidden.isCurved(j)) {
        continue;
      }
      if (!hidden.isRelu(j) || min >= -NEGLIGIBLE * max) {
        if (width > 0) {
          touched[touchedCount++] = j;
        }
      } else if (max > -NEGLIGIBLE * min) {
        relax(simplex, neuron, at);
        touched[touchedCount++] = j;
      }
    }
    for (CurvedNeuron curve : hidden.curved()) {
      if (bend(simplex, hidden.offset() + curve.index(), curve)) {
        touched[touchedCount++] = curve.index();
      }
    }
  }

  /** Bounds a curved neuron; false if its bounds are its true values. */
  private boolean bend(Vertex[] simplex, int neuron, CurvedNeuron curve) {
    int at = curve.index() * corners;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double before = 0;
    for (int i = 0; i < corners; i++) {
      low[i] = simplex[i].pre(neuron) + below[at + i];
      high[i] = simplex[i].pre(neuron) + above[at + i];
      min = Math.min(min, low[i]);
      max = Math.max(max, high[i]);
      before += high[i] - low[i];
    }
    if (curve.isLinear(min, max)) {
      return scale(at, curve.activation().slope(0.5 * min + 0.5 * max)) && before > 0;
    }
    double slope = secant(simplex, neuron);
    CurvedRelaxation.above(curve.above(), low, high, newHigh);
    CurvedRelaxation.above(curve.below(), low, high, newLow);
    double after = 0;
    for (int i = 0; i < corners; i++) {
      double post = simplex[i].post(neuron);
      below[at + i] = -CurvedNeuron.known(newLow[i]) - post;
      above[at + i] = CurvedNeuron.known(newHigh[i]) - post;
      after += above[at + i] - below[at + i];
    }
    added[neuron] = Math.max(0, after - Math.abs(slope) * before) / corners;
    return true;
  }

  /** Between the vertices with the least and the greatest pre-activation; 0 if those agree. */
  private static double secant(Vertex[] simplex, int neuron) {
    Vertex least = simplex[0];
    Vertex greatest = simplex[0];
    for (Vertex vertex : simplex) {
      least = vertex.pre(neuron) < least.pre(neuron) ? vertex : least;
      greatest = vertex.pre(neuron) > greatest.pre(neuron) ? vertex : greatest;
    }
    double width = greatest.pre(neuron) - least.pre(neuron);
    return width > 0 ? (greatest.post(neuron) - least.post(neuron)) / width : 0;
  }

  private boolean scale(int at, double slope) {
    for (int i = at; i < at + corners; i++) {
      double toLower = slope * (slope >= 0 ? below[i] : above[i]);
      above[i] = slope * (slope >= 0 ? above[i] : below[i]);
      below[i] = toLower;
    }
    return slope != 0;
  }

  private void relax(Vertex[] simplex, int neuron, int at) {
    double positive = 0;
    double negative = 0;
    for (int i = 0; i < corners; i++) {
      double v = simplex[i].pre(neuron) + below[at + i];
      positive += Math.max(v, 0);
      negative += Math.max(-v, 0);
    }
    boolean keepLower = positive > negative;
    added[neuron] = (keepLower ? negative : positive) / corners;
    for (int i = 0; i < corners; i++) {
      double v = simplex[i].pre(neuron);
      double post = Math.max(v, 0);
      double low = keepLower ? v + below[at + i] : 0;
      double high = Math.max(v + above[at + i], 0);
      below[at + i] = low - post;
      above[at + i] = high - post;
    }
  }

  /**
   * What the relaxation of a hidden neuron adds to the gap between its bounds, averaged over the
   * simplex of the last computation; 0 for a neuron without.
   */
  double added(int neuron) {
    return added[neuron];
  }
}
