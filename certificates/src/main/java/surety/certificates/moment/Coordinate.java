package surety.certificates.moment;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Distribution;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.certificates.density.Triangular;
import surety.certificates.density.Uniform;

/**
 * What is known of a coordinate X of a law besides that it is independent of others: {@code E exp(l
 * (X - E X)) <= exp(l^2 (spread s)^2 / 2)} for all l, s being its deviation.
 *
 * @param mean encloses E X
 * @param deviation encloses s
 * @param spread at least that factor; 1 of normal numbers
 * @param isNormal whether it is normal
 */
record Coordinate(Interval mean, Interval deviation, double spread, boolean isNormal) {
  private static final Rational TWO = Rational.of(2);

  /** Of a distribution; empty if not that much is known of it. */
  static Optional<Coordinate> of(Distribution distribution) {
    if (distribution instanceof Normal normal) {
      return Optional.of(normal(normal.mean(), Interval.of(normal.deviation())));
    }
    if (distribution instanceof NormalOfVariance normal) {
      return Optional.of(normal(normal.mean(), Interval.of(normal.variance()).sqrt()));
    }
    if (distribution instanceof Uniform uniform) {
      return Optional.of(uniform(uniform));
    }
    if (distribution instanceof Beta beta) {
      return Optional.of(beta(beta));
    }
    return distribution instanceof Triangular triangular
        ? Optional.of(triangular(triangular))
        : Optional.empty();
  }

  private static Coordinate normal(Rational mean, Interval deviation) {
    return new Coordinate(Interval.of(mean), deviation, 1, true);
  }

  /**
   * On [-a, a], {@code E exp(l X) = sinh(l a) / (l a) <= exp((l a)^2 / 6)}, term by term of both
   * series as (2k + 1)! >= 6^k k!; and a^2 / 3 is the variance.
   */
  private static Coordinate uniform(Uniform uniform) {
    Rational width = uniform.upper().minus(uniform.lower());
    Rational mean = uniform.lower().plus(uniform.upper()).dividedBy(TWO);
    Rational variance = width.times(width).dividedBy(Rational.of(12));
    return new Coordinate(Interval.of(mean), Interval.of(variance).sqrt(), 1, false);
  }

  /** {@code (spread s)^2 = 1 / (4 (alpha + beta + 1))}: Marchal and Arbel (2017), theorem 2.1. */
  private static Coordinate beta(Beta beta) {
    Rational sum = beta.alpha().plus(beta.beta());
    Rational more = sum.plus(Rational.ONE);
    Rational product = beta.alpha().times(beta.beta());
    Rational variance = product.dividedBy(sum.times(sum).times(more));
    return of(beta.alpha().dividedBy(sum), variance, Rational.of(1, 4).dividedBy(more));
  }

  /** Between a and b, {@code (spread s)^2 = (b - a)^2 / 4} (Hoeffding's lemma). */
  private static Coordinate triangular(Triangular triangular) {
    Rational sum = Rational.ZERO;
    Rational squares = Rational.ZERO;
    for (Rational x : List.of(triangular.lower(), triangular.mode(), triangular.upper())) {
      sum = sum.plus(x);
      squares = squares.plus(x.times(x));
    }
    // a^2 + b^2 + c^2 - ab - bc - ca = (3 (a^2 + b^2 + c^2) - (a + b + c)^2) / 2
    Rational variance =
        squares.times(Rational.of(3)).minus(sum.times(sum)).dividedBy(Rational.of(36));
    Rational half = triangular.upper().minus(triangular.lower()).dividedBy(TWO);
    return of(sum.dividedBy(Rational.of(3)), variance, half.times(half));
  }

  private static Coordinate of(Rational mean, Rational variance, Rational parameter) {
    double spread = Interval.of(parameter.dividedBy(variance)).sqrt().upper();
    return new Coordinate(Interval.of(mean), Interval.of(variance).sqrt(), spread, false);
  }
}
