package surety.language.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Cauchy;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Histogram;
import surety.certificates.density.Laplace;
import surety.certificates.density.Logistic;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.certificates.density.Pareto;
import surety.certificates.density.Polynomial;
import surety.certificates.density.StudentT;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;
import surety.certificates.density.Weibull;

/**
 * Distributions of a u + b, where the family has one: then the input is a coordinate itself, and
 * independent inputs stay independent inputs.
 */
final class AffineImages {
  private AffineImages() {}

  /** For a factor that is not 0; none, too, if its numbers would be beyond those of the kernel. */
  static Optional<Distribution> of(Distribution distribution, Rational a, Rational b) {
    try {
      return image(distribution, a, b);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Distribution> image(Distribution distribution, Rational a, Rational b) {
    if (a.equals(Rational.ONE) && b.isZero()) {
      return Optional.of(distribution);
    }
    if (distribution instanceof Truncated t) {
      Interval image = new Interval(t.lower(), t.upper()).image(a, b);
      return image(t.base(), a, b).map(base -> new Truncated(base, image.lower(), image.upper()));
    }
    if (distribution instanceof Normal n) {
      return Optional.of(new Normal(n.mean().times(a).plus(b), n.deviation().times(a.abs())));
    }
    if (distribution instanceof NormalOfVariance n) {
      return Optional.of(
          Covariance.normal(n.mean().times(a).plus(b), n.variance().times(a).times(a)));
    }
    return ofCentre(distribution, a, b)
        .or(() -> ofEnds(distribution, a, b))
        .or(() -> a.signum() > 0 && b.isZero() ? stretched(distribution, a) : Optional.empty());
  }

  /** Of the other symmetric ones with a location and a scale. */
  private static Optional<Distribution> ofCentre(
      Distribution distribution, Rational a, Rational b) {
    if (distribution instanceof Logistic l) {
      return Optional.of(new Logistic(l.mean().times(a).plus(b), l.scale().times(a.abs())));
    }
    if (distribution instanceof Laplace l) {
      return Optional.of(new Laplace(l.mean().times(a).plus(b), l.scale().times(a.abs())));
    }
    if (distribution instanceof StudentT t) {
      return Optional.of(
          new StudentT(t.freedom(), t.median().times(a).plus(b), t.scale().times(a.abs())));
    }
    return distribution instanceof Cauchy c
        ? Optional.of(new Cauchy(c.median().times(a).plus(b), c.scale().times(a.abs())))
        : Optional.empty();
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
    return distribution instanceof Polynomial p
        ? Optional.of(ofPolynomial(p, a, b))
        : Optional.empty();
  }

  /** The density at y is that at u = (y - b) / a, divided by the magnitude of a. */
  private static Polynomial ofPolynomial(Polynomial p, Rational a, Rational b) {
    Rational slope = Rational.ONE.dividedBy(a);
    List<List<Rational>> pieces = new ArrayList<>();
    for (int i = 0; i < p.coefficients().size(); i++) {
      pieces.add(
          p.about(i, b.negate().times(slope), slope).stream()
              .map(c -> c.times(slope.abs()))
              .toList());
    }
    if (a.signum() < 0) {
      Collections.reverse(pieces);
    }
    return new Polynomial(images(p.edges(), a, b), pieces);
  }

  /** Of those that begin at 0, or at what is stretched too. */
  private static Optional<Distribution> stretched(Distribution distribution, Rational a) {
    if (distribution instanceof Exponential e) {
      return Optional.of(new Exponential(e.rate().dividedBy(a)));
    }
    if (distribution instanceof Gamma g) {
      return Optional.of(new Gamma(g.shape(), g.scale().times(a)));
    }
    if (distribution instanceof Weibull w) {
      return Optional.of(new Weibull(w.shape(), w.scale().times(a)));
    }
    return distribution instanceof Pareto p
        ? Optional.of(new Pareto(p.shape(), p.minimum().times(a)))
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
