package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Histogram;
import surety.certificates.density.Normal;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;

/**
 * One random input exactly, as FORMAT.md section 4 prescribes it: {@code x = scale z + shift} with
 * the standard coordinate z of proof trees. All ranges and knots here are values of x.
 *
 * @param scale positive
 * @param shift where z is 0
 * @param domain from the least to the largest value
 * @param knots where one piece of the density ends and the next begins, ascending
 * @param support the parts of the domain where the density may be positive, ascending
 */
record RandomCoordinate(
    Rational scale, Rational shift, Range domain, List<Rational> knots, List<Range> support) {
  /** Keeps copies. */
  RandomCoordinate {
    knots = List.copyOf(knots);
    support = List.copyOf(support);
  }

  static RandomCoordinate of(Distribution distribution) {
    if (distribution instanceof Uniform u) {
      return simple(u.upper().minus(u.lower()), u.lower(), Range.of(u.lower(), u.upper()));
    }
    if (distribution instanceof Beta) {
      return simple(Rational.ONE, Rational.ZERO, Range.of(Rational.ZERO, Rational.ONE));
    }
    if (distribution instanceof Normal n) {
      return simple(n.deviation(), n.mean(), Range.LINE);
    }
    if (distribution instanceof Exponential e) {
      return simple(Rational.ONE.dividedBy(e.rate()), Rational.ZERO, Range.atLeast(Rational.ZERO));
    }
    if (distribution instanceof Gamma g) {
      return simple(g.scale(), Rational.ZERO, Range.atLeast(Rational.ZERO));
    }
    if (distribution instanceof Triangular t) {
      return triangular(t);
    }
    if (distribution instanceof Histogram h) {
      return histogram(h);
    }
    return truncated((Truncated) distribution);
  }

  private static RandomCoordinate simple(Rational scale, Rational shift, Range domain) {
    return new RandomCoordinate(scale, shift, domain, List.of(), List.of(domain));
  }

  private static RandomCoordinate triangular(Triangular t) {
    Range domain = Range.of(t.lower(), t.upper());
    List<Rational> knots = domain.containsInside(t.mode()) ? List.of(t.mode()) : List.of();
    return new RandomCoordinate(
        t.upper().minus(t.lower()), t.lower(), domain, knots, List.of(domain));
  }

  private static RandomCoordinate histogram(Histogram h) {
    List<Rational> edges = h.edges();
    int bins = h.weights().size();
    List<Range> support = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (h.weights().get(bin).signum() > 0) {
        append(support, edges.get(bin), edges.get(bin + 1));
      }
    }
    return new RandomCoordinate(
        Rational.ONE,
        Rational.ZERO,
        Range.of(edges.get(0), edges.get(bins)),
        edges.subList(1, bins),
        support);
  }

  /** Adds a range, joined to the last one if that ends where it begins. */
  private static void append(List<Range> support, Rational lower, Rational upper) {
    int last = support.size() - 1;
    if (last >= 0 && support.get(last).upper().equals(Optional.of(lower))) {
      support.set(last, new Range(support.get(last).lower(), Optional.of(upper)));
    } else {
      support.add(Range.of(lower, upper));
    }
  }

  private static RandomCoordinate truncated(Truncated t) {
    RandomCoordinate base = of(t.base());
    Range domain = base.domain.intersect(Range.of(t.lower(), t.upper())).orElseThrow();
    if (t.base() instanceof Uniform) { // stays uniform on what is left, so z is that on [0, 1]
      Rational lower = domain.lower().orElseThrow();
      return simple(domain.upper().orElseThrow().minus(lower), lower, domain);
    }
    return new RandomCoordinate(
        base.scale,
        base.shift,
        domain,
        base.knots.stream().filter(domain::containsInside).toList(),
        base.support.stream().flatMap(range -> range.intersect(domain).stream()).toList());
  }

  /** The input for a standard coordinate. */
  Rational input(Rational z) {
    return scale.times(z).plus(shift);
  }

  /** The domain with infinite ends replaced, as in the root of a proof tree. */
  Range truncatedTo(double lower, double upper) {
    return Range.of(
        domain.lower().orElseGet(() -> input(Rational.ofDouble(lower))),
        domain.upper().orElseGet(() -> input(Rational.ofDouble(upper))));
  }

  /**
   * A value well inside of the support: the middle of its longest range; where that has no end, the
   * one where the standard coordinate is 0 (the mean of a normal distribution) or 1 beyond its only
   * end.
   */
  Rational typical() {
    Range longest = support.get(0);
    for (Range range : support) {
      if (range.isBounded() && longest.isBounded() && width(range).compareTo(width(longest)) > 0) {
        longest = range;
      }
    }
    if (longest.isBounded()) {
      return longest.middle();
    }
    return longest.lower().map(lower -> lower.plus(scale)).orElse(shift);
  }

  private static Rational width(Range range) {
    return range.upper().orElseThrow().minus(range.lower().orElseThrow());
  }
}
