package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Histogram;
import surety.certificates.density.Marginal;
import surety.certificates.density.Restricted;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.density.Truncated;
import surety.certificates.statement.Law;

/**
 * One random coordinate exactly, as FORMAT.md section 4 prescribes it: {@code x = scale z + shift}
 * with the standard coordinate z of proof trees and cells. All ranges here are values of x.
 *
 * @param scale positive
 * @param shift where z is 0
 * @param domain from the least to the largest value
 * @param support the parts of the domain where the density may be positive, ascending
 */
public record RandomCoordinate(Rational scale, Rational shift, Range domain, List<Range> support) {
  /** A coordinate that is its input and may be anywhere. */
  static final RandomCoordinate LINE =
      new RandomCoordinate(Rational.ONE, Rational.ZERO, Range.LINE, List.of(Range.LINE));

  /** Keeps a copy. */
  public RandomCoordinate {
    support = List.copyOf(support);
  }

  /** Of a coordinate's distribution. */
  public static RandomCoordinate of(Distribution distribution) {
    return of(Marginal.of(distribution), bins(distribution));
  }

  /** Those of a branch. Where a density is a sum, it may be positive anywhere in its domain. */
  static List<RandomCoordinate> of(Law.Branch branch) {
    List<RandomCoordinate> coordinates = new ArrayList<>();
    for (int q = 0; q < branch.dimension(); q++) {
      List<Distribution> distributions = branch.distributions(q);
      coordinates.add(
          distributions.size() == 1
              ? of(distributions.get(0))
              : of(Marginal.ofMixture(distributions, branch.weights()), List.of(Range.LINE)));
    }
    return coordinates;
  }

  private static RandomCoordinate of(Marginal marginal, List<Range> bins) {
    StandardCoordinate exact = marginal.exact();
    Range domain = new Range(exact.lower().map(exact::input), exact.upper().map(exact::input));
    List<Range> support = bins.stream().flatMap(bin -> bin.intersect(domain).stream()).toList();
    return new RandomCoordinate(exact.scale(), exact.shift(), domain, support);
  }

  /**
   * Of a histogram the bins that have a probability, those that touch joined; else all there is.
   */
  private static List<Range> bins(Distribution distribution) {
    if (distribution instanceof Truncated truncated) {
      return bins(truncated.base());
    }
    if (distribution instanceof Restricted restricted) {
      return bins(restricted.base());
    }
    if (!(distribution instanceof Histogram histogram)) {
      return List.of(Range.LINE);
    }
    List<Range> bins = new ArrayList<>();
    for (int i = 0; i < histogram.weights().size(); i++) {
      if (!histogram.weights().get(i).isZero()) {
        append(bins, histogram.edges().get(i), histogram.edges().get(i + 1));
      }
    }
    return bins;
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

  /** The input for a standard coordinate. */
  Rational input(Rational z) {
    return scale.times(z).plus(shift);
  }

  /** The inputs for the standard coordinates between two ends, exactly; perhaps unbounded. */
  Range range(Interval z) {
    return new Range(end(z.lower()), end(z.upper()));
  }

  private Optional<Rational> end(double z) {
    return Double.isFinite(z) ? Optional.of(input(Rational.ofDouble(z))) : Optional.empty();
  }

  /** Contains the inputs for the standard coordinates between two ends. */
  Interval enclose(Interval z) {
    return Interval.of(scale).times(z).plus(Interval.of(shift));
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
