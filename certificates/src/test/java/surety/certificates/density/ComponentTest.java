package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/** Mixtures, whose components are seen from the coordinate of the first. */
class ComponentTest {
  private static final MathContext CONTEXT = new MathContext(60);

  private static Marginal mixture(String texts) {
    List<Distribution> all =
        List.of(texts.split("; ", -1)).stream().map(Distribution::parse).toList();
    Rational weight = Rational.of(1, all.size());
    return Marginal.ofMixture(all, all.stream().map(d -> weight).toList());
  }

  private static BigDecimal decimal(Rational r) {
    return new BigDecimal(r.numerator()).divide(new BigDecimal(r.denominator()), CONTEXT);
  }

  /** The density of a distribution at an exact u. */
  private static Apfloat density(Distribution d, Rational u) {
    if (d instanceof Normal n) {
      return normal(u.minus(n.mean()), n.deviation().times(n.deviation()));
    }
    if (d instanceof NormalOfVariance n) {
      return normal(u.minus(n.mean()), n.variance());
    }
    if (d instanceof Exponential e) {
      return u.signum() < 0
          ? Precise.of(0)
          : Precise.exp(decimal(u.times(e.rate())).negate()).multiply(Precise.of(e.rate()));
    }
    if (d instanceof Histogram h) {
      return Precise.of(height(h, u));
    }
    if (d instanceof Triangular t) {
      return Precise.of(height(t, u));
    }
    Uniform uniform = (Uniform) d;
    boolean inside = u.compareTo(uniform.lower()) >= 0 && u.compareTo(uniform.upper()) <= 0;
    Rational height = Rational.ONE.dividedBy(uniform.upper().minus(uniform.lower()));
    return inside ? Precise.of(height) : Precise.of(0);
  }

  /** Inside of a bin; anything at an edge. */
  private static Rational height(Histogram h, Rational u) {
    for (int i = 0; i < h.weights().size(); i++) {
      Rational from = h.edges().get(i);
      Rational to = h.edges().get(i + 1);
      if (u.compareTo(from) >= 0 && u.compareTo(to) < 0) {
        return h.weights().get(i).dividedBy(to.minus(from));
      }
    }
    return Rational.ZERO;
  }

  private static Rational height(Triangular t, Rational u) {
    boolean isRising = u.compareTo(t.mode()) < 0;
    Rational end = isRising ? t.lower() : t.upper();
    boolean isInside = u.compareTo(t.lower()) >= 0 && u.compareTo(t.upper()) <= 0;
    return isInside
        ? u.minus(end)
            .times(Rational.of(2))
            .dividedBy(t.mode().minus(end).times(t.upper().minus(t.lower())))
        : Rational.ZERO;
  }

  private static Apfloat normal(Rational distance, Rational variance) {
    Rational exponent = distance.times(distance).dividedBy(variance).dividedBy(Rational.of(-2));
    Apfloat twoPi = ApfloatMath.pi(Precise.DIGITS).multiply(Precise.of(2));
    return Precise.exp(decimal(exponent))
        .divide(ApfloatMath.sqrt(twoPi.multiply(Precise.of(variance))));
  }

  private static Apfloat value(DensityPolynomial p, double z) {
    Apfloat h = Precise.of(z).subtract(Precise.of(p.centre()));
    Apfloat sum = Precise.of(0);
    for (int k = p.coefficients().length - 1; k >= 0; k--) {
      sum = sum.multiply(h).add(Precise.of(p.coefficients()[k]));
    }
    return sum.multiply(ApfloatMath.pow(Precise.of(2), p.scale()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normal(0, 1)",
        "normal(3, sqrt(2))",
        "normal(1/3, 1/7); normal(2, 5); normal(0, sqrt(3/10))",
        "normal(0, 1/1000); normal(1/10, 1000)",
        "normal(1000000, 1/3); normal(1000001, sqrt(1/10))",
        "uniform(0, 1); uniform(1/3, 7/3); normal(1, 1)",
        "exponential(3); uniform(1, 2); exponential(1/5)",
        "normal(0, sqrt(1/1000000007)); uniform(-1/10, 1/3)",
        "triangular(0, 1/3, 2); histogram([-1, 1/7, 1, 3], [1/6, 1/3, 1/2]); uniform(1/2, 5)",
        "histogram([0, 1, 2], [1/4, 3/4]); triangular(0, 1, 2); histogram([0, 1/3, 1], [1, 0])"
      })
  void polynomialsAndMassesEncloseEachComponentsDensity(String texts) {
    SplittableRandom random = new SplittableRandom(texts.hashCode());
    List<Distribution> all =
        List.of(texts.split("; ", -1)).stream().map(Distribution::parse).toList();
    Marginal mixture = mixture(texts);
    StandardCoordinate exact = mixture.exact();
    int pieces = exact.knots().size() + 1;
    for (int run = 0; run < 60; run++) {
      int piece = random.nextInt(pieces);
      double from = end(mixture, piece, true);
      double to = end(mixture, piece, false);
      double a = random.nextDouble(from, to);
      double b = Math.min(to, a + (to - from) * Math.scalb(1.0, -random.nextInt(12)));
      for (int j = 0; j < all.size(); j++) {
        DensityPolynomial p =
            mixture.polynomial(j, piece, Interval.of(a), Interval.of(b), random.nextInt(8));
        assertEquals(Interval.of(a, b).middle(), p.centre());
        for (double share : new double[] {0.001, random.nextDouble(), 0.999}) {
          double inside = Math.max(a, Math.min(b, a + share * (b - a)));
          if (isFar(all.get(j), exact.input(Rational.ofDouble(inside)))) {
            continue; // smaller than the oracle's numbers
          }
          requireClose(
              density(all.get(j), exact.input(Rational.ofDouble(inside))), mixture, p, inside);
        }
      }
    }
  }

  private static void requireClose(
      Apfloat density, Marginal mixture, DensityPolynomial p, double z) {
    Apfloat remainder =
        Precise.of(p.remainder()).multiply(ApfloatMath.pow(Precise.of(2), p.scale()));
    Apfloat truth = density.multiply(Precise.of(mixture.exact().scale()));
    Apfloat off = ApfloatMath.abs(value(p, z).subtract(truth));
    assertTrue(
        off.compareTo(remainder.add(truth.multiply(Precise.of(1e-40)))) <= 0,
        () -> "off by " + off + " at " + z + ": " + p);
  }

  /** Far out the last bit of a standard deviation matters: nothing else hides it there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "normal(0, sqrt(2))",
        "normal(3, sqrt(7/3))",
        "normal(0, 1); normal(900, sqrt(3)); normal(-5000, sqrt(7))",
        "normal(1/3, sqrt(11/3)); normal(1000, sqrt(13)); normal(-1000, sqrt(1/17))",
        "normal(0, sqrt(2)) on [1, inf]; normal(0, sqrt(1/7))"
      })
  void theLastBitOfADeviationIsKnown(String texts) {
    SplittableRandom random = new SplittableRandom(texts.hashCode());
    List<Distribution> all =
        List.of(texts.split("; ", -1)).stream().map(Distribution::parse).toList();
    Marginal mixture = mixture(texts);
    for (int run = 0; run < 40; run++) {
      double z = random.nextDouble(2, 2000) * (random.nextBoolean() ? 1 : -1);
      int piece = mixture.knots().isEmpty() || z < mixture.knots().get(0).lower() ? 0 : 1;
      Interval from = Interval.of(z);
      Interval to = Interval.of(z + 0x1p-30);
      for (int j = 0; j < all.size(); j++) {
        if (all.get(j) instanceof Truncated) {
          continue; // of which the constant is no closed form
        }
        DensityPolynomial p = mixture.polynomial(j, piece, from, to, random.nextInt(4));
        Rational u = mixture.exact().input(Rational.ofDouble(z));
        requireClose(density(all.get(j), u), mixture, p, z);
      }
    }
  }

  private static boolean isFar(Distribution d, Rational u) {
    Rational limit = Rational.of(10_000);
    if (d instanceof Normal n) {
      return u.minus(n.mean()).abs().compareTo(n.deviation().times(limit)) > 0;
    }
    return d instanceof NormalOfVariance v
        && u.minus(v.mean()).abs().compareTo(v.variance().times(limit)) > 0
        && v.variance().compareTo(Rational.ONE) < 0;
  }

  private static double end(Marginal mixture, int piece, boolean isLower) {
    List<Interval> knots = mixture.knots();
    if (isLower && piece > 0) {
      return knots.get(piece - 1).upper();
    }
    if (!isLower && piece < knots.size()) {
      return knots.get(piece).lower();
    }
    Interval domain = isLower ? mixture.domainLower() : mixture.domainUpper();
    if (domain.isBounded()) {
      return isLower ? domain.upper() : domain.lower();
    }
    return isLower
        ? Math.max(mixture.suggestedLower() - 1, -1e7)
        : Math.min(mixture.suggestedUpper() + 1, 1e7);
  }

  @Test
  void aMixturesMassIsTheWeightedSumOfItsComponents() {
    SplittableRandom random = new SplittableRandom(5);
    Distribution first = Distribution.parse("normal(1, 2)");
    Distribution second = Distribution.parse("uniform(0, 3)");
    Distribution third = Distribution.parse("beta(2, 3)");
    List<Rational> weights = List.of(Rational.of(1, 2), Rational.of(1, 3), Rational.of(1, 6));
    Marginal mixture = Marginal.ofMixture(List.of(first, second, third), weights);
    for (int run = 0; run < 200; run++) {
      double a = random.nextDouble(-3, 3);
      double b = a + Math.scalb(random.nextDouble(), random.nextInt(-20, 3));
      ScaledInterval sum = ScaledInterval.ZERO;
      for (int j = 0; j < 3; j++) {
        Marginal alone = Marginal.of(List.of(first, second, third).get(j));
        ScaledInterval mass = alone.mass(standard(alone, a), standard(alone, b));
        sum = sum.plus(ScaledInterval.of(weights.get(j)).times(mass));
      }
      Interval own = mixture.mass(standard(mixture, a), standard(mixture, b)).toInterval();
      Interval expected = sum.toInterval();
      assertTrue(
          own.lower() <= expected.upper() && expected.lower() <= own.upper(),
          () -> own + " and " + expected);
      assertTrue(own.width() <= 1e-13 + 1e-10 * own.upper(), own::toString);
    }
    Interval infinite = Interval.of(Double.POSITIVE_INFINITY);
    assertTrue(mixture.mass(infinite.negate(), infinite).toInterval().contains(1));
  }

  private static Interval standard(Marginal marginal, double u) {
    Rational exact = Rational.ofDouble(u);
    return marginal.exact().standard(exact.numerator(), exact.denominator());
  }

  @Test
  void knotsAreThoseOfAllComponentsAndTheEndsOfTheirDomains() {
    Marginal mixture = mixture("uniform(0, 2); uniform(1, 5); triangular(0, 1/2, 1)");
    List<Rational> knots =
        mixture.exact().knots().stream().map(z -> mixture.exact().input(z)).toList();
    List<String> texts = knots.stream().map(Rational::toString).toList();
    assertEquals(List.of("1/2", "1", "2"), texts);
    assertEquals(Rational.ZERO, mixture.exact().input(mixture.exact().lower().orElseThrow()));
    assertEquals(Rational.of(5), mixture.exact().input(mixture.exact().upper().orElseThrow()));
    // the triangular one has no density on the last two pieces
    for (int piece = 2; piece < 4; piece++) {
      Interval from = mixture.knots().get(piece - 1);
      DensityPolynomial p = mixture.polynomial(2, piece, from, from.plus(0.1), 3);
      assertEquals(0, p.coefficients()[0]);
      assertEquals(0, p.remainder());
    }
  }

  @Test
  void anUnboundedMixtureIsUnbounded() {
    Marginal mixture = mixture("uniform(0, 1); normal(0, 1)");
    assertTrue(mixture.exact().lower().isEmpty() && mixture.exact().upper().isEmpty());
    assertEquals(-64, mixture.suggestedLower());
    assertEquals(64, mixture.suggestedUpper());
  }

  /** What a component with a bounded domain has beyond the cut is not forgotten. */
  @Test
  void tailsCountWhatBoundedComponentsHaveBeyondACut() {
    Marginal mixture = mixture("normal(0, 1); uniform(0, 10)");
    Interval above = mixture.tailAbove(5).toInterval();
    assertTrue(above.upper() >= 0.25 && above.upper() <= 0.2500003, above::toString);
    // the mean of s - 5 over [5, 10] is 5/2, of which the bound takes the greatest, 5
    Interval first = mixture.tail(1, 5, true, 1).toInterval();
    assertTrue(first.upper() >= 1.25 && first.upper() <= 2.51, first::toString);
    assertTrue(mixture.tail(1, 10, true, 1).toInterval().upper() <= 1e-30);
    assertEquals(ScaledInterval.ZERO, mixture.tail(1, -1, false, 0));
  }

  @Test
  void tailsAreThoseOfTheComponentInItsOwnScale() {
    Marginal mixture = mixture("normal(0, 1); normal(2, 3); normal(1, sqrt(5))");
    Marginal standard = Marginal.of(Distribution.parse("normal(0, 1)"));
    double[] means = {0, 2, 1};
    double[] deviations = {1, 3, Math.sqrt(5)};
    for (int j = 0; j < 3; j++) {
      for (int power = 0; power <= 2; power++) {
        double own = (40 - means[j]) / deviations[j];
        double expected = standard.tail(0, own, true, power).toInterval().upper();
        double found = mixture.tail(j, 40, true, power).toInterval().upper();
        double factor = Math.pow(deviations[j], power);
        assertEquals(1, found / (expected * factor), 1e-9);
      }
    }
  }

  /** Of one of them nothing is known where its own coordinates are beyond the doubles. */
  @Test
  void aComponentMayBeFarFromTheFirstInScale() {
    String huge = "1" + "0".repeat(200);
    Marginal mixture = mixture("normal(0, " + huge + "); normal(0, 1/" + huge + ")");
    Interval a = Interval.of(1e-5);
    Interval b = Interval.of(1);
    assertTrue(Double.isInfinite(mixture.polynomial(1, 0, a, b, 3).remainder()));
    Interval mass = mixture.mass(1, a, b).toInterval();
    assertTrue(mass.lower() == 0 && mass.upper() <= 1, mass::toString);
    assertTrue(mixture.mass(1, a.negate(), b).toInterval().contains(1));
    assertEquals(0.341340756645739, mixture.mass(0, a, b).toInterval().middle(), 1e-14);
  }
}
