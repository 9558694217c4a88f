package surety.language.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Histogram;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;

/**
 * Distributions of a u + b, where the family has one: then the input is a coordinate itself, and
 * independent inputs stay independent inputs.
 */
final class AffineImages {
  private AffineImages() {}

  /** For a factor that is not 0. */
  static Optional<Distribution> of(Distribution distribution, Rational a, Rational b) {
    if (a.equals(Rational.ONE) && b.isZero()) {
      return Optional.of(distribution);
    }
    if (distribution instanceof Truncated t) {
      Interval image = new Interval(t.lower(), t.upper()).image(a, b);
      return of(t.base(), a, b).map(base -> new Truncated(base, image.lower(), image.upper()));
    }
    if (distribution instanceof Normal n) {
      return Optional.of(new Normal(n.mean().times(a).plus(b), n.deviation().times(a.abs())));
    }
    if (distribution instanceof NormalOfVariance n) {
      return Optional.of(
          Covariance.normal(n.mean().times(a).plus(b), n.variance().times(a).times(a)));
    }
    return ofEnds(distribution, a, b);
  }

  private static Optional<Distribution> ofEnds(Distribution distribution, Rational a, Rational b) {
    if (distribution instanceof Uniform u) {
      List<Rational> ends = images(List.of(u.lower(), u.upper()), a, b);
      return Optional.of(new Uniform(ends.get(0), ends.get(1)));
    }
    if (distribution instanceof Triangular t) {
      List<Rational> ends = images(List.of(t.lower(), t.mode(), t.upper()), a, b);
      return Optional.of(new Triangular(ends.get(0), ends.get(1), ends.get(2)));
    }
    if (distribution instanceof Histogram h) {
      List<Rational> weights = new ArrayList<>(h.weights());
      if (a.signum() < 0) {
        Collections.reverse(weights);
      }
      return Optional.of(new Histogram(images(h.edges(), a, b), weights));
    }
    if (distribution instanceof Exponential e && a.signum() > 0 && b.isZero()) {
      return Optional.of(new Exponential(e.rate().dividedBy(a)));
    }
    return distribution instanceof Gamma g && a.signum() > 0 && b.isZero()
        ? Optional.of(new Gamma(g.shape(), g.scale().times(a)))
        : Optional.empty();
  }

  private static List<Rational> images(List<Rational> ends, Rational a, Rational b) {
    List<Rational> images = new ArrayList<>();
    ends.forEach(end -> images.add(end.times(a).plus(b)));
    if (a.signum() < 0) {
      Collections.reverse(images);
    }
    return images;
  }
}
