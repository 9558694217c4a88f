package surety.solver.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Histogram;
import surety.certificates.density.Marginal;
import surety.certificates.density.Polynomial;
import surety.certificates.density.Restricted;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.density.Truncated;

/**
 * A density on panels, each integrated by Gauss and Legendre's rule. The density need not have the
 * integral 1: it is divided by that over all panels, so that a part far out in a tail is as good as
 * any other. For quantiles the density is linear in a panel.
 */
final class PanelDistribution extends ConnectedDistribution {
  private static final long serialVersionUID = 1L;
  private static final GaussLegendre RULE = new GaussLegendre(8);

  /** Towards an end of a piece panels get shorter by halves, so often. */
  private static final int HALVINGS = 40;

  /** A half has so many panels, as those of a polynomial piece. */
  private static final int PANELS = 8;

  /** In interquartile ranges: beyond, panels grow. */
  private static final double NEAR = 64;

  private static final double GROWTH = 1.25;

  private final transient DoubleUnaryOperator density;
  private final double[] ends;
  private final double[] cumulative;
  private final double total;
  private final double mean;
  private final double variance;

  /** With moments only where these are said to exist. */
  private PanelDistribution(
      RandomGenerator random,
      DoubleUnaryOperator density,
      double[] ends,
      boolean hasMean,
      boolean hasVariance) {
    super(random);
    this.density = density;
    this.ends = ends;
    double[] sums = new double[ends.length];
    double first = 0;
    for (int k = 1; k < ends.length; k++) {
      sums[k] = sums[k - 1] + RULE.integrate(density, ends[k - 1], ends[k]);
      first += RULE.integrate(x -> x * density.applyAsDouble(x), ends[k - 1], ends[k]);
    }
    this.total = sums[ends.length - 1];
    double middle = first / total;
    double second = 0;
    for (int k = 1; k < ends.length; k++) {
      second +=
          RULE.integrate(
              x -> (x - middle) * (x - middle) * density.applyAsDouble(x), ends[k - 1], ends[k]);
    }
    this.cumulative = Arrays.stream(sums).map(s -> s / total).toArray();
    this.mean = hasMean ? middle : Double.NaN;
    this.variance = hasVariance ? second / total : Double.NaN;
  }

  private PanelDistribution(RandomGenerator random, DoubleUnaryOperator density, double[] ends) {
    this(random, density, ends, true, true);
  }

  /** Of a distribution that is none of those of Commons Math. */
  static RealDistribution of(Distribution distribution, Families families, RandomGenerator random) {
    Marginal marginal = Marginal.of(distribution);
    StandardCoordinate exact = marginal.exact();
    TreeSet<Double> breaks = new TreeSet<>();
    double scale = Families.number(exact.scale());
    double shift = Families.number(exact.shift());
    breaks.add(
        exact
            .lower()
            .map(z -> Families.number(exact.input(z)))
            .orElse(scale * marginal.suggestedLower() + shift));
    breaks.add(
        exact
            .upper()
            .map(z -> Families.number(exact.input(z)))
            .orElse(scale * marginal.suggestedUpper() + shift));
    exact.knots().forEach(z -> breaks.add(Families.number(exact.input(z))));
    Distribution base = base(distribution);
    if (base instanceof Histogram histogram) {
      return new PanelDistribution(random, steps(histogram), ends(breaks));
    }
    if (base instanceof Polynomial polynomial) {
      return new PanelDistribution(random, pieces(polynomial), even(breaks));
    }
    RealDistribution known = families.of(base);
    double[] ends = graded(known, breaks);
    // With an infinite end it has no moments that the whole has not.
    boolean isBounded = exact.lower().isPresent() && exact.upper().isPresent();
    return new PanelDistribution(
        random,
        known::density,
        ends,
        isBounded || Double.isFinite(known.getNumericalMean()),
        isBounded || Double.isFinite(known.getNumericalVariance()));
  }

  /** What is truncated or restricted; else the distribution itself. */
  static Distribution base(Distribution distribution) {
    if (distribution instanceof Truncated t) {
      return t.base();
    }
    return distribution instanceof Restricted r ? base(r.base()) : distribution;
  }

  private static double[] ends(NavigableSet<Double> breaks) {
    return breaks.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] even(NavigableSet<Double> breaks) {
    TreeSet<Double> all = new TreeSet<>(breaks);
    for (double lower : breaks) {
      Double upper = breaks.higher(lower);
      for (int k = 1; upper != null && k < 8 * PANELS; k++) {
        all.add(lower + (upper - lower) * k / (8 * PANELS));
      }
    }
    return ends(all);
  }

  /**
   * Panels that get shorter towards each break around the middle, and longer beyond: the ends may
   * be far out.
   */
  private static double[] graded(RealDistribution known, NavigableSet<Double> breaks) {
    double lower = breaks.first();
    double upper = breaks.last();
    double median = known.inverseCumulativeProbability(0.5);
    double unit =
        known.inverseCumulativeProbability(0.75) - known.inverseCumulativeProbability(0.25);
    double middle = Math.max(lower, Math.min(upper, median));
    double from = Math.max(lower, middle - NEAR * unit);
    double to = Math.min(upper, middle + NEAR * unit);
    TreeSet<Double> all = new TreeSet<>(breaks);
    for (double off = NEAR * unit; middle - off > lower || middle + off < upper; off *= GROWTH) {
      all.add(Math.max(lower, middle - off));
      all.add(Math.min(upper, middle + off));
    }
    TreeSet<Double> near = new TreeSet<>(breaks.subSet(from, true, to, true));
    near.addAll(List.of(from, middle, to));
    for (double start : near) {
      Double end = near.higher(start);
      double half = end == null ? 0 : (end - start) / 2;
      for (int level = 0; level < HALVINGS && half > 0; level++) {
        for (int k = PANELS; k < 2 * PANELS; k++) {
          double off = Math.scalb(half * (k + 1) / (2 * PANELS), -level);
          all.add(start + off);
          all.add(end - off);
        }
      }
    }
    all.addAll(near);
    return ends(all);
  }

  private static DoubleUnaryOperator steps(Histogram histogram) {
    double[] edges = numbers(histogram.edges());
    double[] weights = numbers(histogram.weights());
    return x -> {
      int bin = place(edges, x);
      return bin < 0 ? 0 : weights[bin] / (edges[bin + 1] - edges[bin]);
    };
  }

  private static DoubleUnaryOperator pieces(Polynomial polynomial) {
    double[] edges = numbers(polynomial.edges());
    double[][] local = new double[edges.length - 1][];
    for (int piece = 0; piece < local.length; piece++) {
      Rational from = polynomial.edges().get(piece);
      local[piece] = numbers(polynomial.about(piece, from, Rational.ONE));
    }
    return x -> {
      int piece = place(edges, x);
      double value = 0;
      for (int k = piece < 0 ? -1 : local[piece].length - 1; k >= 0; k--) {
        value = value * (x - edges[piece]) + local[piece][k];
      }
      return value;
    };
  }

  private static double[] numbers(List<Rational> numbers) {
    return numbers.stream().mapToDouble(Families::number).toArray();
  }

  /** The panel of a number; -1 outside of all. */
  private static int place(double[] edges, double x) {
    int place = Arrays.binarySearch(edges, x);
    int panel = place >= 0 ? Math.min(place, edges.length - 2) : -place - 2;
    return panel > edges.length - 2 ? -1 : panel;
  }

  @Override
  public double density(double x) {
    return x < ends[0] || x > ends[ends.length - 1] ? 0 : density.applyAsDouble(x) / total;
  }

  @Override
  public double cumulativeProbability(double x) {
    if (x <= ends[0] || x >= ends[ends.length - 1]) {
      return x <= ends[0] ? 0 : 1;
    }
    int panel = place(ends, x);
    return Math.min(1, cumulative[panel] + RULE.integrate(density, ends[panel], x) / total);
  }

  @Override
  public double inverseCumulativeProbability(double p) {
    int place = Arrays.binarySearch(cumulative, p);
    int high = Math.max(1, Math.min(place >= 0 ? place : -place - 1, ends.length - 1));
    double mass = cumulative[high] - cumulative[high - 1];
    double share = mass > 0 ? Math.min(1, (p - cumulative[high - 1]) / mass) : 0;
    return ends[high - 1] + inPanel(high - 1, share) * (ends[high] - ends[high - 1]);
  }

  /** Where in a panel a share of its mass is below, both from 0 to 1, if the density is linear. */
  private double inPanel(int panel, double share) {
    double inside = 1e-6 * (ends[panel + 1] - ends[panel]); // at an end it may jump
    double first = density.applyAsDouble(ends[panel] + inside);
    double last = density.applyAsDouble(ends[panel + 1] - inside);
    double mass = share * (first + last) / 2;
    double root = first + Math.sqrt(Math.max(0, first * first + 2 * (last - first) * mass));
    return root > 0 && Double.isFinite(root) ? Math.min(1, 2 * mass / root) : share;
  }

  @Override
  public double getNumericalMean() {
    return mean;
  }

  @Override
  public double getNumericalVariance() {
    return variance;
  }

  @Override
  public double getSupportLowerBound() {
    return ends[0];
  }

  @Override
  public double getSupportUpperBound() {
    return ends[ends.length - 1];
  }
}
