package surety.certificates.density;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * A distribution in its standard coordinate z, where the input is {@code scale z + shift}, with all
 * that is exact about it. Its pieces are functions of {@code ratio z}, and densities of it.
 *
 * @param ratio positive; 1 unless no fraction can be the scale of the pieces
 * @param lower the exact lower end of the domain of z; empty if unbounded
 * @param upper likewise the upper end
 * @param knots the exact points inside where one piece ends and the next begins
 * @param pieces one more than knots
 * @param normaliser the form by whose mass all masses are to be divided, itself without a
 *     normaliser; empty if the constants of the pieces make the mass of the whole distribution 1
 */
record StandardForm(
    Rational scale,
    Rational shift,
    Interval ratio,
    Optional<Rational> lower,
    Optional<Rational> upper,
    List<Rational> knots,
    List<Piece> pieces,
    Optional<StandardForm> normaliser) {
  private static final ScaledInterval ONE = ScaledInterval.ONE;

  /** That of all normal distributions. */
  static final Piece STANDARD_NORMAL =
      new Piece(List.of(new GaussianFactor()), ScaledInterval.of(Elementary.INVERSE_SQRT_TWO_PI));

  /** Closed forms of normalising constants are used up to this integer parameter. */
  private static final int CLOSED_FORM = 1000;

  /** And up to this one if the other parameter is a fraction, whose products grow. */
  private static final int CLOSED_FORM_OF_FRACTIONS = 50;

  /** And only if the fraction is no longer than this. */
  private static final int MOST_BITS = 512;

  static StandardForm of(Distribution distribution) {
    if (distribution instanceof Uniform u) {
      return bounded(u.upper().minus(u.lower()), u.lower(), new Piece(List.of(), ONE));
    }
    if (distribution instanceof Beta b) {
      return ofBeta(b.alpha().minus(Rational.ONE), b.beta().minus(Rational.ONE));
    }
    if (distribution instanceof Normal n) {
      return ofNormal(n.mean(), n.deviation(), Interval.ONE);
    }
    if (distribution instanceof NormalOfVariance n) {
      Interval deviation = n.deviation();
      Rational scale = Rational.ofDouble(deviation.middle());
      return ofNormal(n.mean(), scale, Interval.of(deviation.middle()).dividedBy(deviation));
    }
    if (distribution instanceof Exponential e) {
      return fromZero(
          Rational.ONE.dividedBy(e.rate()), new Piece(List.of(new ExponentialFactor(false)), ONE));
    }
    if (distribution instanceof Gamma g) {
      return ofGamma(g.shape().minus(Rational.ONE), g.scale());
    }
    if (distribution instanceof Triangular t) {
      return ofTriangular(t);
    }
    if (distribution instanceof Histogram h) {
      return ofHistogram(h);
    }
    if (distribution instanceof Polynomial p) {
      return ofPolynomial(p);
    }
    if (distribution instanceof LogNormal l) {
      return ofLogNormal(l);
    }
    if (distribution instanceof Weibull w) {
      return ofWeibull(w.shape(), w.scale());
    }
    if (distribution instanceof Logistic l) {
      return unbounded(l.scale(), l.mean(), new Piece(List.of(new LogisticFactor()), ONE));
    }
    if (distribution instanceof Laplace l) {
      return ofLaplace(l);
    }
    if (distribution instanceof StudentT t) {
      return ofStudent(t.freedom(), t.median(), t.scale());
    }
    if (distribution instanceof Cauchy c) {
      return ofStudent(Rational.ONE, c.median(), c.scale());
    }
    if (distribution instanceof Pareto p) {
      return ofPareto(p.shape(), p.minimum());
    }
    if (distribution instanceof Restricted r) {
      return of(r.base()).restrictedTo(r.lower(), r.upper());
    }
    Truncated t = (Truncated) distribution;
    return of(t.base()).restrictedTo(t.lower(), t.upper()).normalised();
  }

  /** The same with the mass 1. */
  private StandardForm normalised() {
    return dividedBy(Optional.of(dividedBy(Optional.empty())));
  }

  private StandardForm dividedBy(Optional<StandardForm> mass) {
    return new StandardForm(scale, shift, ratio, lower, upper, knots, pieces, mass);
  }

  private static StandardForm ofNormal(Rational mean, Rational scale, Interval ratio) {
    return onePiece(scale, mean, ratio, Optional.empty(), Optional.empty(), STANDARD_NORMAL);
  }

  private static StandardForm onePiece(
      Rational scale,
      Rational shift,
      Interval ratio,
      Optional<Rational> lower,
      Optional<Rational> upper,
      Piece piece) {
    return new StandardForm(
        scale, shift, ratio, lower, upper, List.of(), List.of(piece), Optional.empty());
  }

  /** On the whole line. */
  private static StandardForm unbounded(Rational scale, Rational shift, Piece piece) {
    return onePiece(scale, shift, Interval.ONE, Optional.empty(), Optional.empty(), piece);
  }

  /** On [0, 1] in z. */
  private static StandardForm bounded(Rational scale, Rational shift, Piece piece) {
    return onePiece(
        scale, shift, Interval.ONE, Optional.of(Rational.ZERO), Optional.of(Rational.ONE), piece);
  }

  /** On [0, infinity) in z. */
  private static StandardForm fromZero(Rational scale, Piece piece) {
    return onePiece(
        scale, Rational.ZERO, Interval.ONE, Optional.of(Rational.ZERO), Optional.empty(), piece);
  }

  private static Piece powers(Rational p, Rational q, ScaledInterval constant) {
    List<Factor> factors = new ArrayList<>();
    if (!p.isZero()) {
      factors.add(new PowerFactor(false, p));
    }
    if (!q.isZero()) {
      factors.add(new PowerFactor(true, q));
    }
    return new Piece(List.copyOf(factors), constant);
  }

  private static StandardForm ofBeta(Rational p, Rational q) {
    Optional<Rational> constant = inverseBeta(p, q);
    Piece piece = powers(p, q, constant.map(ScaledInterval::of).orElse(ONE));
    StandardForm form = bounded(Rational.ONE, Rational.ZERO, piece);
    return constant.isPresent() ? form : form.normalised();
  }

  /** 1/B(p+1, q+1) = (p+1)(p+2)...(p+q+1)/q! for an integer q, and by symmetry. */
  private static Optional<Rational> inverseBeta(Rational p, Rational q) {
    boolean swap = p.isInteger() && (!q.isInteger() || p.compareTo(q) < 0);
    Rational whole = swap ? p : q;
    Rational other = swap ? q : p;
    int limit = other.isInteger() ? CLOSED_FORM : CLOSED_FORM_OF_FRACTIONS;
    if (!whole.isInteger()
        || whole.compareTo(Rational.of(limit)) > 0
        || other.denominator().bitLength() > MOST_BITS) {
      return Optional.empty();
    }
    int n = whole.numerator().intValueExact();
    BigInteger numerator = BigInteger.ONE;
    for (int k = 1; k <= n + 1; k++) {
      BigInteger factor =
          other.numerator().add(other.denominator().multiply(BigInteger.valueOf(k)));
      numerator = numerator.multiply(factor);
    }
    BigInteger denominator = other.denominator().pow(n + 1).multiply(factorial(n));
    return Optional.of(Rational.of(numerator, denominator));
  }

  private static BigInteger factorial(int n) {
    BigInteger result = BigInteger.ONE;
    for (int k = 2; k <= n; k++) {
      result = result.multiply(BigInteger.valueOf(k));
    }
    return result;
  }

  private static StandardForm ofGamma(Rational p, Rational scale) {
    List<Factor> factors =
        p.isZero()
            ? List.of(new ExponentialFactor(false))
            : List.of(new PowerFactor(false, p), new ExponentialFactor(false));
    if (p.isInteger() && p.compareTo(Rational.of(CLOSED_FORM)) <= 0) {
      BigInteger gamma = factorial(p.numerator().intValueExact());
      ScaledInterval constant = ScaledInterval.of(Rational.of(BigInteger.ONE, gamma));
      return fromZero(scale, new Piece(factors, constant));
    }
    return fromZero(scale, new Piece(factors, ONE)).normalised();
  }

  /**
   * In units of the mode exp(mu - sigma^2) the density is exp(-(log z)^2 / (2 sigma^2)) times
   * exp(-sigma^2/2) / (sigma sqrt(2 pi)): complete the square in (log x - mu)^2 / (2 sigma^2) + log
   * x. The unit is a double next to the mode, and the ratio their quotient.
   */
  private static StandardForm ofLogNormal(LogNormal l) {
    Interval mode = Interval.of(l.logarithmOfMode()).exp();
    Rational half = Rational.of(1, 2);
    Rational square = l.sigma().times(l.sigma());
    Interval constant =
        Interval.of(square.times(half).negate())
            .exp()
            .times(Elementary.INVERSE_SQRT_TWO_PI)
            .dividedBy(Interval.of(l.sigma()));
    Factor factor = new LogGaussianFactor(Interval.of(half.dividedBy(square)));
    double unit = mode.middle();
    return onePiece(
        Rational.ofDouble(unit),
        Rational.ZERO,
        Interval.of(unit).dividedBy(mode),
        Optional.of(Rational.ZERO),
        Optional.empty(),
        new Piece(List.of(factor), ScaledInterval.of(constant)));
  }

  /** k z^(k-1) exp(-z^k), whose integral up to z is 1 - exp(-z^k). */
  private static StandardForm ofWeibull(Rational shape, Rational scale) {
    Factor stretched = new StretchedFactor(shape);
    Rational power = shape.minus(Rational.ONE);
    List<Factor> factors =
        power.isZero() ? List.of(stretched) : List.of(new PowerFactor(false, power), stretched);
    return fromZero(scale, new Piece(factors, ScaledInterval.of(shape)));
  }

  private static StandardForm ofLaplace(Laplace l) {
    ScaledInterval half = ScaledInterval.of(Interval.of(0.5));
    return new StandardForm(
        l.scale(),
        l.mean(),
        Interval.ONE,
        Optional.empty(),
        Optional.empty(),
        List.of(Rational.ZERO),
        List.of(
            new Piece(List.of(new ExponentialFactor(true)), half),
            new Piece(List.of(new ExponentialFactor(false)), half)),
        Optional.empty());
  }

  /** k z^-(k+1) for z from 1 on, whose integral from z on is z^-k. */
  private static StandardForm ofPareto(Rational shape, Rational minimum) {
    Factor power = new PowerFactor(false, shape.plus(Rational.ONE).negate());
    return onePiece(
        minimum,
        Rational.ZERO,
        Interval.ONE,
        Optional.of(Rational.ONE),
        Optional.empty(),
        new Piece(List.of(power), ScaledInterval.of(shape)));
  }

  /**
   * For an integer n the constant of (1 + z^2/n)^(-(n+1)/2) is c_n = gamma((n+1)/2) / (sqrt(n pi)
   * gamma(n/2)), so that sqrt(n) c_n is 1/pi for n = 1, 1/2 for n = 2, and sqrt(n+2) c_(n+2) = (n +
   * 1)/n sqrt(n) c_n, because gamma(x+1) = x gamma(x).
   */
  private static StandardForm ofStudent(Rational freedom, Rational median, Rational scale) {
    List<Factor> factors = List.of(new StudentFactor(freedom));
    if (!freedom.isInteger() || freedom.compareTo(Rational.of(CLOSED_FORM)) > 0) {
      return unbounded(scale, median, new Piece(factors, ONE)).normalised();
    }
    int n = freedom.numerator().intValueExact();
    Rational product = Rational.ONE;
    for (int k = n % 2 == 0 ? 2 : 1; k < n; k += 2) {
      product = product.times(Rational.of(k + 1, k));
    }
    Interval first = n % 2 == 0 ? Interval.of(0.5) : Elementary.INVERSE_PI;
    Interval constant = first.times(Interval.of(product)).dividedBy(Interval.of(n).sqrt());
    return unbounded(scale, median, new Piece(factors, ScaledInterval.of(constant)));
  }

  /** On [0, 1] in z; the constant is the width, because densities in z are. */
  private static StandardForm ofPolynomial(Polynomial p) {
    Rational width = p.upper().minus(p.lower());
    List<Rational> edges = new ArrayList<>();
    for (Rational edge : p.edges()) {
      edges.add(edge.minus(p.lower()).dividedBy(width));
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < p.coefficients().size(); i++) {
      List<Rational> local = p.about(i, p.edges().get(i), width);
      pieces.add(
          local.stream().allMatch(Rational::isZero)
              ? new Piece(List.of(), ScaledInterval.ZERO)
              : new Piece(
                  List.of(new PolynomialFactor(edges.get(i), local)), ScaledInterval.of(width)));
    }
    return new StandardForm(
        width,
        p.lower(),
        Interval.ONE,
        Optional.of(Rational.ZERO),
        Optional.of(Rational.ONE),
        List.copyOf(edges.subList(1, edges.size() - 1)),
        List.copyOf(pieces),
        Optional.empty());
  }

  /** On [0, 1], rising like 2z/c up to the mode c and falling like 2(1-z)/(1-c) from there. */
  private static StandardForm ofTriangular(Triangular t) {
    Rational width = t.upper().minus(t.lower());
    Rational mode = t.mode().minus(t.lower()).dividedBy(width);
    Rational two = Rational.of(2);
    List<Piece> pieces = new ArrayList<>();
    List<Rational> knots = new ArrayList<>();
    if (!mode.isZero()) {
      pieces.add(powers(Rational.ONE, Rational.ZERO, ScaledInterval.of(two.dividedBy(mode))));
    }
    if (pieces.size() == 1 && !mode.equals(Rational.ONE)) {
      knots.add(mode);
    }
    if (!mode.equals(Rational.ONE)) {
      Rational slope = two.dividedBy(Rational.ONE.minus(mode));
      pieces.add(powers(Rational.ZERO, Rational.ONE, ScaledInterval.of(slope)));
    }
    return new StandardForm(
        width,
        t.lower(),
        Interval.ONE,
        Optional.of(Rational.ZERO),
        Optional.of(Rational.ONE),
        List.copyOf(knots),
        List.copyOf(pieces),
        Optional.empty());
  }

  private static StandardForm ofHistogram(Histogram h) {
    List<Rational> edges = h.edges();
    int bins = h.weights().size();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      Rational width = edges.get(i + 1).minus(edges.get(i));
      pieces.add(new Piece(List.of(), ScaledInterval.of(h.weights().get(i).dividedBy(width))));
    }
    return new StandardForm(
        Rational.ONE,
        Rational.ZERO,
        Interval.ONE,
        Optional.of(edges.get(0)),
        Optional.of(edges.get(bins)),
        edges.subList(1, bins),
        List.copyOf(pieces),
        Optional.empty());
  }

  /** The part between two inputs x, with the same normaliser. */
  StandardForm restrictedTo(Optional<Rational> from, Optional<Rational> to) {
    Optional<Rational> newLower = larger(lower, from.map(this::standard));
    Optional<Rational> newUpper =
        larger(upper.map(Rational::negate), to.map(this::standard).map(Rational::negate))
            .map(Rational::negate);
    List<Rational> newKnots = new ArrayList<>();
    List<Piece> newPieces = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      int after = i;
      boolean begins =
          i == 0 || newUpper.filter(u -> knots.get(after - 1).compareTo(u) >= 0).isEmpty();
      boolean ends =
          i == knots.size() || newLower.filter(l -> knots.get(after).compareTo(l) <= 0).isEmpty();
      if (begins && ends) {
        if (!newPieces.isEmpty()) {
          newKnots.add(knots.get(i - 1));
        }
        newPieces.add(pieces.get(i));
      }
    }
    return new StandardForm(
        scale,
        shift,
        ratio,
        newLower,
        newUpper,
        List.copyOf(newKnots),
        List.copyOf(newPieces),
        normaliser);
  }

  private Rational standard(Rational x) {
    return x.minus(shift).dividedBy(scale);
  }

  private static Optional<Rational> larger(Optional<Rational> a, Optional<Rational> b) {
    return a.isEmpty() || (b.isPresent() && a.get().compareTo(b.get()) < 0) ? b : a;
  }

  /** Whether there is no probability in the domain. */
  boolean isEmpty() {
    boolean noLength =
        lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) >= 0;
    return noLength || hasNoWeight();
  }

  private boolean hasNoWeight() {
    for (Piece piece : pieces) {
      if (!piece.constant().isZero()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the ends of the domain have no double between them. */
  boolean isTooNarrow() {
    return lower.isPresent()
        && upper.isPresent()
        && Interval.of(lower.get()).upper() >= Interval.of(upper.get()).lower();
  }

  /** Whether some factor of it satisfies a condition. */
  boolean hasFactor(Predicate<Factor> condition) {
    return pieces.stream().flatMap(piece -> piece.factors().stream()).anyMatch(condition);
  }

  /** The least distance of the domain from the origin of z. */
  Rational distanceFromZero() {
    if (lower.isPresent() && lower.get().signum() > 0) {
      return lower.get();
    }
    return upper.filter(u -> u.signum() < 0).map(Rational::negate).orElse(Rational.ZERO);
  }
}
