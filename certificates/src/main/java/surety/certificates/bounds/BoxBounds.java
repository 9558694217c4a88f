package surety.certificates.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/** Affine bounds of each form over a box, by forward propagation. */
public final class BoxBounds implements BoxForms {
  private final double[][] lower;
  private final double[][] upper;
  private final Optional<State> state;

  private BoxBounds(double[][] lower, double[][] upper, Optional<State> state) {
    this.lower = lower;
    this.upper = upper;
    this.state = state;
  }

  @Override
  public Interval entering(int gate, int neuron) {
    return state.map(s -> s.entering(gate, neuron)).orElse(Interval.WHOLE);
  }

  /**
   * About how much what enters a neuron of an activation gate varies along each coordinate: by the
   * larger coefficients of its bounds. Nothing is claimed of it.
   */
  public double[] variation(int gate, int neuron) {
    double[] variation = new double[lower[0].length - 1];
    state.ifPresent(s -> Arrays.setAll(variation, q -> s.variation(gate, neuron, q + 1)));
    return variation;
  }

  @Override
  public double[] lower(int form) {
    return lower[form];
  }

  @Override
  public double[] upper(int form) {
    return upper[form];
  }

  /**
   * Computes the bounds by forward propagation.
   *
   * <p>Each neuron is carried as a centre form C and a radius form R, both affine, with |h - C| <=
   * R over the box. Affine maps send C to W C + b and R to |W| R; whatever rounding does to any
   * coefficient is added to R's constant, since |xi_q| <= 1.
   *
   * @param centre n + 1 rows over the network's inputs: centre form of each input
   * @param radius for each input a bound of what its centre form may be off
   */
  public static BoxBounds of(CompiledNetwork network, double[][] centre, double[] radius) {
    State state = new State(network, centre, radius);
    for (Step step : network.steps()) {
      if (!state.apply(step)) {
        return unknown(network.forms(), centre.length);
      }
    }
    return state.output();
  }

  private static BoxBounds unknown(int forms, int entries) {
    double[][] lower = new double[forms][entries];
    double[][] upper = new double[forms][entries];
    for (int form = 0; form < forms; form++) {
      lower[form][0] = Double.NEGATIVE_INFINITY;
      upper[form][0] = Double.POSITIVE_INFINITY;
    }
    return new BoxBounds(lower, upper, Optional.empty());
  }

  /** The forms of one layer's neurons while they are propagated. */
  private static final class State {
    private final CompiledNetwork network;
    private final List<double[][]> centres = new ArrayList<>();
    private final List<double[][]> radii = new ArrayList<>();
    private double[][] c;
    private double[][] r;

    State(CompiledNetwork network, double[][] centre, double[] radius) {
      this.network = network;
      c = copy(centre);
      r = new double[centre.length][radius.length];
      r[0] = radius.clone();
      keep();
    }

    private static double[][] copy(double[][] rows) {
      double[][] copy = new double[rows.length][];
      Arrays.setAll(copy, q -> rows[q].clone());
      return copy;
    }

    /** The forms are those of the next vector. */
    private void keep() {
      centres.add(c);
      radii.add(r);
    }

    /** Computes the next vector; false if something overflowed. */
    boolean apply(Step step) {
      boolean finite = true;
      if (step instanceof Step.Activation activation) {
        c = copy(centres.get(activation.source()));
        r = copy(radii.get(activation.source()));
        activate(activation);
      } else if (step instanceof Step.Copy copy) {
        int entries = c.length;
        c = new double[entries][];
        r = new double[entries][];
        for (int q = 0; q < entries; q++) {
          c[q] = copied(copy, centres, q);
          r[q] = copied(copy, radii, q);
        }
      } else {
        finite = sum((Step.Affine) step);
      }
      keep();
      return finite;
    }

    /** The ends of C - R and C + R over the box. */
    Interval entering(int gate, int neuron) {
      int source = network.source(gate);
      if (source < 0) {
        return Interval.WHOLE; // no form depends on it
      }
      c = centres.get(source);
      r = radii.get(source);
      return new Interval(lowerEnd(neuron, -1), upperEnd(neuron, 1));
    }

    double variation(int gate, int neuron, int q) {
      int source = network.source(gate);
      return source < 0
          ? 0
          : Math.abs(centres.get(source)[q][neuron]) + Math.abs(radii.get(source)[q][neuron]);
    }

    private static double[] copied(Step.Copy copy, List<double[][]> forms, int q) {
      double[] values = new double[copy.vectors().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = forms.get(copy.vectors()[i])[q][copy.elements()[i]];
      }
      return values;
    }

    private void activate(Step.Activation activation) {
      for (int j = 0; j < activation.relu().length; j++) {
        if (activation.relu()[j]) {
          relu(j);
        }
      }
      for (CurvedNeuron neuron : activation.curved()) {
        curved(neuron);
      }
    }

    /** Centre forms add up, and so do radius forms, since |h1 + h2 - C1 - C2| <= R1 + R2. */
    private boolean sum(Step.Affine step) {
      double[][] sumC = null;
      double[][] sumR = null;
      boolean finite = true;
      for (Step.Term term : step.terms()) {
        finite &= map(term.map(), centres.get(term.source()), radii.get(term.source()));
        if (sumC != null) {
          add(sumC, sumR);
        }
        sumC = c;
        sumR = r;
      }
      return finite && isFinite(c) && isFinite(r);
    }

    /** Adds other forms to these; what rounding does to a coefficient goes to the constant of R. */
    private void add(double[][] otherC, double[][] otherR) {
      for (int q = 0; q < c.length; q++) {
        double[] error = new double[c[q].length];
        for (int i = 0; i < error.length; i++) {
          error[i] = Math.abs(Rounding.sumError(c[q][i], otherC[q][i]));
          c[q][i] += otherC[q][i];
          if (q > 0) {
            error[i] = Rounding.addUp(error[i], Math.abs(Rounding.sumError(r[q][i], otherR[q][i])));
            r[q][i] += otherR[q][i];
          }
        }
        addUp(r[0], error);
      }
      addUp(r[0], otherR[0]);
    }

    /** Makes the forms those of a map's results. */
    private boolean map(AffineMap map, double[][] fromC, double[][] fromR) {
      double[][] nextC = new double[c.length][map.rows()];
      double[][] nextR = new double[c.length][map.rows()];
      double[] zero = new double[map.columns()];
      boolean finite = true;
      for (int q = 1; q < c.length; q++) {
        network.checkStop();
        double[] error = new double[map.rows()];
        finite &= map.map(fromC[q], zero, false, false, nextC[q], error);
        map.mapAbsolute(fromR[q], nextR[q], error);
        addUp(nextR[0], error);
      }
      double[] constant = new double[map.rows()];
      finite &= map.map(fromC[0], fromR[0], true, true, nextC[0], constant);
      addUp(nextR[0], constant);
      c = nextC;
      r = nextR;
      return finite && isFinite(r);
    }

    private static void addUp(double[] sum, double[] terms) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] = Rounding.addUp(sum[i], terms[i]);
      }
    }

    private static boolean isFinite(double[][] values) {
      double total = 0;
      for (double[] row : values) {
        for (double value : row) {
          total += Math.abs(value);
        }
      }
      return total <= Double.MAX_VALUE;
    }

    /**
     * ReLU of neuron j. Above: over the range [a, b] of U = C + R the chord {@code slope u +
     * offset} is at least relu(u), because relu is convex and the offset is chosen so at both ends.
     * Below: relu(h) >= relu(L) >= L and >= 0.
     */
    void relu(int j) {
      double lowest = lowerEnd(j, -1);
      double greatest = upperEnd(j, 1);
      if (lowest >= 0) {
        return;
      }
      if (greatest <= 0) {
        clear(j);
        return;
      }
      double slope = 1;
      double offset = 0;
      double a = lowerEnd(j, 1);
      if (a < 0) {
        slope = Math.min(1, greatest / (greatest - a));
        double atTop = Rounding.multiplyUp(Rounding.subtractUp(1, slope), greatest);
        offset = Math.max(atTop, Rounding.multiplyUp(slope, -a));
      }
      Line below = new Line(upperEnd(j, -1) > -lowest ? 1 : 0, 0);
      replace(j, new Line(slope, offset), 1, below, -1);
    }

    /**
     * Any other activation: a line above it and one below, each over the range of the form to which
     * it is applied. That is U for a line above a function that does not decrease; if the function
     * is not monotone, the range is that of h and the form is U or L by the sign of the slope.
     * Where it is not defined over the range of h nothing is known.
     */
    void curved(CurvedNeuron neuron) {
      network.checkStop();
      int j = neuron.index();
      double low = lowerEnd(j, -1);
      double high = upperEnd(j, 1);
      if (!(high - low <= Double.MAX_VALUE) || !neuron.activation().isDefinedOn(low, high)) {
        r[0][j] = Double.POSITIVE_INFINITY; // the next map finds that, and gives up
        return;
      }
      Choice above = choice(neuron.above(), j, low, high);
      Choice below = choice(neuron.below(), j, low, high);
      Line mirrored = new Line(-below.line().slope(), -below.line().intercept());
      replace(j, above.line(), above.sign(), mirrored, below.sign());
    }

    /** A line, and the sign with which R enters the form that it is applied to. */
    private record Choice(Line line, int sign) {}

    private Choice choice(Envelope g, int j, double low, double high) {
      if (g.isNonDecreasing()) {
        return new Choice(g.above(lowerEnd(j, 1), high, c[0][j] + r[0][j]), 1);
      }
      if (g.isNonIncreasing()) {
        return new Choice(g.above(low, upperEnd(j, -1), c[0][j] - r[0][j]), -1);
      }
      Line line = g.above(low, high, c[0][j]);
      return new Choice(line, line.slope() >= 0 ? 1 : -1);
    }

    /** A lower bound of {@code C + sign R} over the box. */
    private double lowerEnd(int j, int sign) {
      double end = Rounding.addDown(c[0][j], sign * r[0][j]);
      for (int q = 1; q < c.length; q++) {
        end = Rounding.subtractDown(end, magnitudeUp(c[q][j], sign * r[q][j]));
      }
      return end;
    }

    /** An upper bound of {@code C + sign R} over the box. */
    private double upperEnd(int j, int sign) {
      double end = Rounding.addUp(c[0][j], sign * r[0][j]);
      for (int q = 1; q < c.length; q++) {
        end = Rounding.addUp(end, magnitudeUp(c[q][j], sign * r[q][j]));
      }
      return end;
    }

    private static double magnitudeUp(double a, double b) {
      return Math.max(Rounding.addUp(a, b), -Rounding.addDown(a, b));
    }

    private void clear(int j) {
      for (int q = 0; q < c.length; q++) {
        c[q][j] = 0;
        r[q][j] = 0;
      }
    }

    /**
     * The middle and half the difference of {@code above (C + p R)} and {@code below (C + q R)},
     * with the signs p and q. Each coefficient is computed with at most five roundings of terms
     * whose magnitudes add up to at most {@code (|slope above| + |slope below|) (|c_q| + |r_q|)},
     * and the intercepts for the constant; gamma_8 of that goes to the radius.
     */
    private void replace(int j, Line above, int p, Line below, int q) {
      double error = 0;
      double gamma = RelativeError.gamma(8);
      double slopes = Rounding.addUp(Math.abs(above.slope()), Math.abs(below.slope()));
      double intercepts = Rounding.addUp(Math.abs(above.intercept()), Math.abs(below.intercept()));
      for (int k = 0; k < c.length; k++) {
        double high = above.slope() * (c[k][j] + p * r[k][j]) + (k == 0 ? above.intercept() : 0);
        double low = below.slope() * (c[k][j] + q * r[k][j]) + (k == 0 ? below.intercept() : 0);
        double size = Rounding.addUp(Math.abs(c[k][j]), Math.abs(r[k][j]));
        double terms = Rounding.addUp(Rounding.multiplyUp(slopes, size), k == 0 ? intercepts : 0);
        // both the new centre and the new radius may be off by that, and by underflow
        double off = Rounding.addUp(Rounding.multiplyUp(gamma, terms), 8 * Double.MIN_VALUE);
        error = Rounding.addUp(error, Rounding.addUp(off, off));
        c[k][j] = 0.5 * high + 0.5 * low;
        r[k][j] = 0.5 * high - 0.5 * low;
      }
      r[0][j] = Rounding.addUp(r[0][j], error);
    }

    BoxBounds output() {
      int forms = c[0].length;
      double[][] lower = new double[forms][c.length];
      double[][] upper = new double[forms][c.length];
      for (int form = 0; form < forms; form++) {
        output(form, lower[form], upper[form]);
      }
      return new BoxBounds(lower, upper, Optional.of(this));
    }

    private void output(int form, double[] lower, double[] upper) {
      double error = 0;
      for (int q = 1; q < c.length; q++) {
        lower[q] = c[q][form] - r[q][form];
        upper[q] = c[q][form] + r[q][form];
        double below = Math.abs(Rounding.sumError(c[q][form], -r[q][form]));
        double above = Math.abs(Rounding.sumError(c[q][form], r[q][form]));
        error = Rounding.addUp(error, Math.max(below, above));
      }
      lower[0] = Rounding.subtractDown(Rounding.subtractDown(c[0][form], r[0][form]), error);
      upper[0] = Rounding.addUp(Rounding.addUp(c[0][form], r[0][form]), error);
    }
  }
}
