package surety.certificates.moment;

import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.WireForm;
import surety.certificates.cell.Threshold;
import surety.certificates.gaussian.EnclosedVector;
import surety.certificates.gaussian.PiecewiseNormal;

/**
 * What is proved of forms of a network under one component of a law: each form g is {@code T +
 * rest}, where T is a normal number plus multiples of rectified normal numbers, and is close to a
 * normal number w, its surrogate. All covariances are bilinear.
 */
final class LinearisedMoments {
  /** How many distances between a number and its surrogate are tried, and their ratio. */
  private static final int DISTANCES = 80;

  private static final double RATIO = 1.25;

  private final SurrogateNetwork network;
  private final boolean isTangent;
  private final List<Wire> forms;

  /** For each form what follows from it, or null until it is asked for. */
  private final EnclosedVector[] withLinear;

  private final EnclosedVector[] withNeurons;
  private final double[] distances;

  LinearisedMoments(SurrogateNetwork network, boolean isTangent, List<WireForm> forms) {
    this.network = network;
    this.isTangent = isTangent;
    this.forms = forms.stream().map(network::form).toList();
    this.withLinear = new EnclosedVector[forms.size()];
    this.withNeurons = new EnclosedVector[forms.size()];
    this.distances = new double[forms.size()];
    Arrays.fill(distances, Double.NaN);
  }

  /** Encloses the mean of a form less a number: a mean is at most a root of a mean square. */
  Interval first(int form, double centre) {
    Wire wire = forms.get(form);
    return network
        .mean(wire)
        .minus(Interval.of(centre))
        .plus(new Interval(-wire.rest(), wire.rest()));
  }

  /**
   * Encloses {@code E((f - a) (g - b))}. With X and Y for f - a and g - b without their rests r and
   * s it is within {@code ||X|| s + ||Y|| r + r s} of {@code E(X Y) = Cov(X, Y) + E X E Y}.
   */
  synchronized Interval second(int f, double a, int g, double b) {
    Interval x = network.mean(forms.get(f)).minus(Interval.of(a));
    Interval y = network.mean(forms.get(g)).minus(Interval.of(b));
    boolean isSquare = f == g && a == b;
    Interval product = isSquare ? x.square() : x.times(y);
    Interval exact = covariance(f, g).plus(product);
    double r = forms.get(f).rest();
    double s = forms.get(g).rest();
    if (r == 0 && s == 0) {
      return exact;
    }
    double error =
        Rounding.addUp(
            Rounding.addUp(Rounding.multiplyUp(norm(f, x), s), Rounding.multiplyUp(norm(g, y), r)),
            Rounding.multiplyUp(r, s));
    return exact.plus(new Interval(-error, error));
  }

  private double norm(int form, Interval mean) {
    double square = mean.square().plus(covariance(form, form)).upper();
    return Rounding.sqrtUp(Math.max(0, square));
  }

  private Interval covariance(int f, int g) {
    EnclosedVector factors = factors(f);
    return forms
        .get(f)
        .linear()
        .covariance(forms.get(g).linear())
        .plus(factors.dot(withLinear(g)))
        .plus(factors(g).dot(withLinear(f)))
        .plus(factors.dot(withNeurons(g)));
  }

  private EnclosedVector factors(int form) {
    return forms.get(form).factors(network.neurons().size());
  }

  private EnclosedVector withLinear(int form) {
    if (withLinear[form] == null) {
      withLinear[form] = network.neurons().covariances(forms.get(form).linear());
    }
    return withLinear[form];
  }

  private EnclosedVector withNeurons(int form) {
    if (withNeurons[form] == null) {
      withNeurons[form] = network.neurons().covariances(factors(form));
    }
    return withNeurons[form];
  }

  /** At least the root of the mean square of a form's distance from its surrogate. */
  private synchronized double distance(int form) {
    if (Double.isNaN(distances[form])) {
      Wire wire = forms.get(form);
      double norm = network.norm(network.difference(wire));
      distances[form] = Rounding.addUp(norm, wire.rest());
    }
    return distances[form];
  }

  /**
   * Encloses the probability that a form is at most, or below, t.
   *
   * <p><em>Why it is sound.</em> If g is at most t, then its surrogate w is at most t + e, or
   * further than e away from g, which has at most the probability {@code (d / e)^2} (Chebyshev), d
   * being at least the root of the mean square of g - w; likewise from below. And w is g unless a
   * tangent is left. Where w does not vary nothing is said.
   */
  Interval probability(int form, Threshold threshold) {
    SpreadNormal w = network.surrogate(forms.get(form));
    Interval t = Interval.of(threshold.exact());
    if (!PiecewiseNormal.isPossible(w.form())) {
      return new Interval(0, 1);
    }
    Interval at = w.cdf(t);
    double flips = isTangent ? Math.min(1, network.flips()) : 1;
    double lower = Math.max(0, Rounding.subtractDown(at.lower(), flips));
    double upper = Math.min(1, Rounding.addUp(at.upper(), flips));
    return byDistance(w, t, distance(form), new Interval(lower, Math.max(lower, upper)));
  }

  /**
   * By the distance d of a form from its surrogate, and what is known otherwise. What is below t -
   * e falls with e: once it is at most the lower bound, no greater e is of use; likewise above.
   */
  private static Interval byDistance(SpreadNormal w, Interval t, double d, Interval known) {
    double lower = known.lower();
    double upper = known.upper();
    double e = Math.max(d, Double.MIN_NORMAL);
    boolean mayRise = d <= Double.MAX_VALUE;
    boolean mayFall = mayRise;
    for (int k = 0; k < DISTANCES && (mayRise || mayFall); k++) {
      double share = Rounding.divideUp(d, e);
      double off = Rounding.multiplyUp(share, share);
      Interval moved = Interval.of(e);
      if (mayRise) {
        double below = w.cdf(t.minus(moved)).lower();
        mayRise = below > lower;
        lower = Math.max(lower, Rounding.subtractDown(below, off));
      }
      if (mayFall) {
        double below = w.cdf(t.plus(moved)).upper();
        mayFall = below < upper;
        upper = Math.min(upper, Rounding.addUp(below, off));
      }
      e = Math.min(e * RATIO, Double.MAX_VALUE);
    }
    return new Interval(lower, Math.max(lower, upper));
  }

  /** Encloses the mean of max(form - t, 0), which differs by at most as much as the forms do. */
  Interval excess(int form, double t) {
    Interval mean = network.surrogate(forms.get(form)).excess(Interval.of(t));
    double d = distance(form);
    return mean.plus(new Interval(-d, d)).positivePart();
  }
}
