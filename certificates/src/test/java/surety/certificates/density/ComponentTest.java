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
    Uniform uniform = (Uniform) d;
    boolean inside = u.compareTo(uniform.lower()) >= 0 && u.compareTo(uniform.upper()) <= 0;
    Rational height = Rational.ONE.dividedBy(uniform.upper().minus(uniform.lower()));
    return inside ? Precise.of(height) : Precise.of(0);
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
        "normal(0, sqrt(1/1000000007)); uniform(-1/10, 1/3)"
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
        Apfloat scale = Precise.of(exact.scale());
        Apfloat remainder =
            Precise.of(p.remainder()).multiply(ApfloatMath.pow(Precise.of(2), p.scale()));
        for (double share : new double[] {0.001, random.nextDouble(), 0.999}) {
          double inside = Math.max(a, Math.min(b, a + share * (b - a)));
          if (isFar(all.get(j), exact.input(Rational.ofDouble(inside)))) {
            continue; // smaller than the oracle's numbers
          }
          Apfloat truth =
              density(all.get(j), exact.input(Rational.ofDouble(inside))).multiply(scale);
          Apfloat off = ApfloatMath.abs(value(p, inside).subtract(truth));
          assertTrue(
              off.compareTo(remainder.add(truth.multiply(Precise.of(1e-40)))) <= 0,
              () -> "off by " + off + " at " + inside + ": " + p);
        }
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
}
