package surety.certificates.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * What the kernel computes with of one coordinate u: its standard coordinate z, where {@code u =
 * scale z + shift}, and enclosures of densities and of probabilities in z. Immutable.
 *
 * <p>u is distributed as a mixture of one or more distributions, its components. The standard
 * coordinate is that of the first of them; knots are the points where some component is not smooth,
 * and the ends of its domain if they are inside of that of another.
 *
 * <p>The normalising constant of a distribution without a closed form is one over the mass of its
 * domain, enclosed like any other mass and computed once.
 */
public final class Marginal {
  private final StandardCoordinate exact;
  private final Interval scale;
  private final Interval shift;
  private final Interval domainLower;
  private final Interval domainUpper;
  private final List<Interval> knots;
  private final List<Component> components;
  private final List<ScaledInterval> weights;

  private Marginal(
      StandardCoordinate exact, List<Component> components, List<ScaledInterval> weights) {
    this.exact = exact;
    this.scale = Interval.of(exact.scale());
    this.shift = Interval.of(exact.shift());
    this.domainLower = end(exact.lower(), Double.NEGATIVE_INFINITY);
    this.domainUpper = end(exact.upper(), Double.POSITIVE_INFINITY);
    this.knots = exact.knots().stream().map(Interval::of).toList();
    this.components = List.copyOf(components);
    this.weights = List.copyOf(weights);
  }

  private static Interval end(Optional<Rational> end, double unbounded) {
    return end.isPresent() ? Interval.of(end.get()) : Interval.of(unbounded);
  }

  /**
   * Compiles a distribution.
   *
   * @throws IllegalArgumentException if it is truncated to so narrow a part that double precision
   *     cannot tell whether it has a positive probability
   */
  public static Marginal of(Distribution distribution) {
    return ofMixture(List.of(distribution), List.of(Rational.ONE));
  }

  /**
   * Compiles a mixture.
   *
   * @param distributions one or more
   * @param weights one for each of them, positive; their sum is the mass of the mixture
   * @throws IllegalArgumentException as above
   */
  public static Marginal ofMixture(List<Distribution> distributions, List<Rational> weights) {
    List<StandardForm> forms = distributions.stream().map(Marginal::form).toList();
    StandardForm first = forms.get(0);
    List<Moved> moved = forms.stream().map(form -> Moved.of(form, first)).toList();
    StandardCoordinate exact = union(first, moved);
    List<Component> components = new ArrayList<>();
    for (int j = 0; j < forms.size(); j++) {
      Moved m = moved.get(j);
      components.add(new Component(forms.get(j), m.slope, m.shift, m.pieceOf(exact)));
    }
    return new Marginal(exact, components, weights.stream().map(ScaledInterval::of).toList());
  }

  private static StandardForm form(Distribution distribution) {
    if (distribution instanceof Truncated t && t.base() instanceof Uniform u) {
      Rational lower = t.lower().map(l -> larger(l, u.lower())).orElse(u.lower());
      Rational upper = t.upper().map(r -> smaller(r, u.upper())).orElse(u.upper());
      return form(new Uniform(lower, upper));
    }
    return StandardForm.of(distribution);
  }

  private static Rational larger(Rational a, Rational b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Rational smaller(Rational a, Rational b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** A form seen from the standard coordinate z of another: its own is {@code slope z + shift}. */
  private record Moved(StandardForm form, Rational slope, Rational shift) {
    static Moved of(StandardForm form, StandardForm first) {
      return new Moved(
          form,
          first.scale().dividedBy(form.scale()),
          first.shift().minus(form.shift()).dividedBy(form.scale()));
    }

    Rational inFirst(Rational own) {
      return own.minus(shift).dividedBy(slope);
    }

    Optional<Rational> lower() {
      return form.lower().map(this::inFirst);
    }

    Optional<Rational> upper() {
      return form.upper().map(this::inFirst);
    }

    /** Each piece of the whole is inside of one of this form's, or outside of its domain. */
    int[] pieceOf(StandardCoordinate whole) {
      List<Rational> own = form.knots().stream().map(this::inFirst).toList();
      int[] pieceOf = new int[whole.knots().size() + 1];
      for (int p = 0; p < pieceOf.length; p++) {
        Optional<Rational> from = p == 0 ? whole.lower() : Optional.of(whole.knots().get(p - 1));
        Optional<Rational> to =
            p == pieceOf.length - 1 ? whole.upper() : Optional.of(whole.knots().get(p));
        boolean isBelow =
            to.isPresent() && lower().filter(l -> to.get().compareTo(l) <= 0).isPresent();
        boolean isAbove =
            from.isPresent() && upper().filter(u -> from.get().compareTo(u) >= 0).isPresent();
        int piece = 0;
        while (from.isPresent()
            && piece < own.size()
            && own.get(piece).compareTo(from.get()) <= 0) {
          piece++;
        }
        pieceOf[p] = isBelow || isAbove ? -1 : piece;
      }
      return pieceOf;
    }
  }

  private static StandardCoordinate union(StandardForm first, List<Moved> all) {
    Optional<Rational> lower = all.get(0).lower();
    Optional<Rational> upper = all.get(0).upper();
    TreeSet<Rational> knots = new TreeSet<>();
    for (Moved moved : all) {
      Optional<Rational> low = moved.lower();
      Optional<Rational> high = moved.upper();
      low.ifPresent(knots::add);
      high.ifPresent(knots::add);
      lower = lower.flatMap(l -> low.map(other -> smaller(l, other)));
      upper = upper.flatMap(u -> high.map(other -> larger(u, other)));
      moved.form.knots().forEach(knot -> knots.add(moved.inFirst(knot)));
    }
    lower.ifPresent(knots::remove);
    upper.ifPresent(knots::remove);
    return new StandardCoordinate(first.scale(), first.shift(), lower, upper, List.copyOf(knots));
  }

  /** The coordinate and its knots in exact numbers. */
  public StandardCoordinate exact() {
    return exact;
  }

  /** The factor of z in u. */
  public Interval scale() {
    return scale;
  }

  /** The summand in u. */
  public Interval shift() {
    return shift;
  }

  /** An enclosure of the exact lower end of z; minus infinity if there is none. */
  public Interval domainLower() {
    return domainLower;
  }

  /** An enclosure of the exact upper end of z; infinity if there is none. */
  public Interval domainUpper() {
    return domainUpper;
  }

  /**
   * Enclosures of the exact points inside the domain at which the density is not smooth, ascending.
   * Piece p lies between knot p - 1 and knot p.
   */
  public List<Interval> knots() {
    return knots;
  }

  /** Number of components. */
  public int components() {
    return components.size();
  }

  /** Enclosures of their weights. */
  public List<ScaledInterval> weights() {
    return weights;
  }

  /**
   * Encloses a component's density by a polynomial on an interval inside one piece. The polynomials
   * of all components have the same centre.
   *
   * @param piece from 0 to the number of knots
   * @param lower an enclosure of the exact lower end, bounded
   * @param upper an enclosure of the exact upper end, bounded
   * @param degree the highest degree of the polynomial, at least 0
   */
  public DensityPolynomial polynomial(
      int component, int piece, Interval lower, Interval upper, int degree) {
    Interval z = lower.hull(upper);
    return components.get(component).polynomial(piece, z, z.middle(), degree);
  }

  /** Of the only component. */
  public DensityPolynomial polynomial(int piece, Interval lower, Interval upper, int degree) {
    requireOne();
    return polynomial(0, piece, lower, upper, degree);
  }

  private void requireOne() {
    if (components.size() != 1) {
      throw new IllegalStateException("there are " + components.size() + " components");
    }
  }

  /**
   * Encloses the probability that z lies between two exact reals, known by enclosures, the first at
   * most the second. They may lie in different pieces, outside of the domain, or at infinity.
   */
  public ScaledInterval mass(Interval lower, Interval upper) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int j = 0; j < components.size(); j++) {
      sum = sum.plus(weights.get(j).times(mass(j, lower, upper)));
    }
    return sum;
  }

  /**
   * Encloses the same probability of one component, without its weight; it is at most 1 even where
   * nothing else is known of it.
   */
  public ScaledInterval mass(int component, Interval lower, Interval upper) {
    ScaledInterval mass = components.get(component).mass(lower, upper);
    return mass.value().upper() == Double.POSITIVE_INFINITY
        ? ScaledInterval.of(new Interval(Math.min(1, mass.toInterval().lower()), 1))
        : mass;
  }

  /**
   * From 0 to a proven bound of the probability below z, if the domain is unbounded there (see
   * {@link MassIntegral}), or 1. Zero if the domain is bounded below. An end beyond the range of
   * doubles is none: nobody can compute up to it, and the same bound holds.
   */
  public ScaledInterval tailBelow(double z) {
    return tail(z, false);
  }

  /** From 0 to a proven bound of the probability above z, likewise. */
  public ScaledInterval tailAbove(double z) {
    return tail(z, true);
  }

  private ScaledInterval tail(double z, boolean isAbove) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int j = 0; j < components.size(); j++) {
      sum = sum.plus(weights.get(j).times(tail(j, z, isAbove, 0)));
    }
    return sum;
  }

  /**
   * From 0 to a proven bound of the integral of {@code |s - z|^power} times a component's density
   * over all s beyond z, in the standard coordinate, if the mixture's domain is unbounded there;
   * the bound is infinite where the density does not fall, but a probability is at most 1. Zero if
   * the domain is bounded there.
   *
   * @param power at least 0
   */
  public ScaledInterval tail(int component, double z, boolean isAbove, int power) {
    if ((isAbove ? domainUpper : domainLower).isBounded()) {
      return ScaledInterval.ZERO;
    }
    ScaledInterval bound = components.get(component).tail(z, isAbove, power);
    return power == 0 && bound.toInterval().upper() > 1
        ? ScaledInterval.of(Interval.of(0, 1))
        : bound;
  }

  /** Where to cut off the domain if it is unbounded below; a double inside if it is bounded. */
  public double suggestedLower() {
    if (domainLower.isBounded()) {
      return domainLower.upper();
    }
    return components.stream()
        .mapToDouble(component -> component.suggested(false))
        .min()
        .orElseThrow();
  }

  /** Where to cut off the domain if it is unbounded above; a double inside if it is bounded. */
  public double suggestedUpper() {
    if (domainUpper.isBounded()) {
      return domainUpper.lower();
    }
    return components.stream()
        .mapToDouble(component -> component.suggested(true))
        .max()
        .orElseThrow();
  }
}
