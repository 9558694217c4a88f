package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class BivariateNormalTest {
  private static Interval of(String number) {
    return Interval.of(Rational.parse(number));
  }

  private static Interval covariance(Interval h, Interval k, Interval rho) {
    return rho.times(StandardNormal.cdf(h))
        .times(StandardNormal.cdf(k))
        .plus(BivariateNormal.rectified(h, k, rho).dividedBy(StandardNormal.twoPi()));
  }

  private static Interval probability(Interval h, Interval k, Interval rho) {
    return StandardNormal.cdf(h)
        .times(StandardNormal.cdf(k))
        .plus(BivariateNormal.dependence(h, k, rho));
  }

  private static void requireAround(String expected, Interval interval, double width) {
    Rational last = Rational.parse(expected).abs().times(Rational.parse("1e-18"));
    Interval wider = interval.plus(new Interval(-last.doubleCeiling(), last.doubleCeiling()));
    Rational exact = Rational.parse(expected);
    assertTrue(exact.isZero() || wider.contains(exact), expected + " is not in " + interval);
    assertTrue(interval.width() <= width, "wide: " + interval);
  }

  /** To 20 digits, by formulas of arithmetic in 30. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.5, 0.33333333333333333333, 0.1278247915835880833, 0.14534394743021934328",
    "0, 0, -0.5, 0.16666666666666666667, 0.1278247915835880833, -0.10465605256978065672",
    "0.7, -0.3, 0.1, 0.30142942290495131856, 0.0037164802284369572511, 0.029555199204375690701",
    "0.7, -0.3, -0.9, 0.15628649157617343138, 0.3405985755977306992, -0.2064653801296124325",
    "1.5, 1.5, 0.99, 0.92589318750387025449, 0.10650102642110451887, 0.87909047640690429427",
    "-2, 3, 0.5, 0.022750111246472435952, 0.00007609613215901353593, 0.011371821870504798726",
    "0.5, 0.5, 0.999999, 0.69126382967150987246, 0.47325049683968342431, 0.55344001312351172878",
    "-6, -6, 0.9, 1.5583842498259824308e-10, 7.079300910492760449e-11, 1.1267058211418444461e-11"
  })
  void referenceValues(String h, String k, String rho, String p, String j, String covariance) {
    requireAround(p, probability(of(h), of(k), of(rho)), 1e-13);
    requireAround(j, BivariateNormal.rectified(of(h), of(k), of(rho)), 1.5e-14);
    requireAround(covariance, covariance(of(h), of(k), of(rho)), 1e-14);
  }

  private static List<String> table() throws IOException {
    try (var in = BivariateNormalTest.class.getResourceAsStream("/bivariate-normal.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().skip(1).toList();
    }
  }

  /**
   * In 50 digits, by other integrals: P(U <= h, V <= k) is that of {@code phi(x) Phi((k - rho x) /
   * q)}, and E(R S) follows from it.
   */
  @Test
  void agreesWithOtherFormulas() throws IOException {
    List<String> lines = table();
    assertEquals(260, lines.size());
    for (String line : lines) {
      String[] fields = line.split(",", -1);
      Interval h = Interval.of(Double.parseDouble(fields[0]));
      Interval k = Interval.of(Double.parseDouble(fields[1]));
      Interval rho = Interval.of(Double.parseDouble(fields[2]));
      requireAround(fields[3], probability(h, k, rho), 1e-13);
      requireAround(fields[4], covariance(h, k, rho), 3e-14);
    }
  }

  /** max(X, 0) with itself, and with max(-X, 0), which is 0 where it is not. */
  @Test
  void limitsOfFullCorrelation() {
    for (double h : new double[] {-3, -1, -0.25, 0, 0.5, 2, 6}) {
      Interval at = Interval.of(h);
      Interval cdf = StandardNormal.cdf(at);
      Interval density = StandardNormal.density(at);
      Interval mean = at.times(cdf).plus(density);
      Interval square = at.square().plus(Interval.ONE).times(cdf).plus(at.times(density));
      requireMeeting(square.minus(mean.square()), covariance(at, at, Interval.ONE));
      Interval other = at.negate();
      Interval otherMean = mean.minus(at);
      Interval minus = mean.times(otherMean).negate();
      requireMeeting(minus, covariance(at, other, Interval.of(-1)));
      requireMeeting(Interval.ZERO, probability(at, other, Interval.of(-1)));
      requireMeeting(cdf, probability(at, at, Interval.ONE));
    }
  }

  private static void requireMeeting(Interval a, Interval b) {
    assertTrue(
        a.lower() <= b.upper() && b.lower() <= a.upper(), () -> a + " and " + b + " do not meet");
    assertTrue(b.width() <= 2e-13, () -> "wide: " + b);
  }

  /** With means of 0, Cov = (q + rho (pi/2 + asin rho) - 1) / (2 pi). */
  @Test
  void meansOfZero() {
    for (double rho : new double[] {-0.999, -0.5, 0, 1e-9, 0.3, 0.9999}) {
      double q = Math.sqrt((1 - rho) * (1 + rho));
      double closed = (q + rho * (Math.PI / 2 + Math.asin(rho)) - 1) / (2 * Math.PI);
      Interval found = covariance(Interval.ZERO, Interval.ZERO, Interval.of(rho));
      assertTrue(
          found.lower() - 1e-15 <= closed && closed <= found.upper() + 1e-15,
          rho + ": " + closed + " is not in " + found);
    }
  }

  /** Of wide arguments all values of narrow ones inside are enclosed. */
  @Test
  void enclosesTheValuesOfAllPointsInside() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 3000; i++) {
      Interval h = around(random, 3);
      Interval k = i % 5 == 0 ? h : around(random, 3);
      Interval rho = random.nextInt(4) == 0 ? nearOne(random) : around(random, 1);
      Interval wide = BivariateNormal.rectified(h, k, rho);
      Interval wideDependence = BivariateNormal.dependence(h, k, rho);
      Interval a = inside(random, h);
      Interval b = inside(random, k);
      Interval c = Interval.of(Math.max(-1, Math.min(1, inside(random, rho).lower())));
      requireOverlap(wide, BivariateNormal.rectified(a, b, c));
      requireOverlap(wideDependence, BivariateNormal.dependence(a, b, c));
      assertTrue(wide.lower() >= 0);
    }
  }

  private static void requireOverlap(Interval wide, Interval narrow) {
    assertTrue(
        wide.lower() <= narrow.upper() && narrow.lower() <= wide.upper(),
        () -> narrow + " is outside of " + wide);
  }

  private static Interval around(SplittableRandom random, double most) {
    double x = random.nextDouble(-most, most);
    double radius = random.nextInt(3) == 0 ? 0 : Math.pow(10, random.nextDouble(-16, 0));
    return new Interval(x - radius, x + radius);
  }

  private static Interval nearOne(SplittableRandom random) {
    double x = 1 - Math.pow(10, random.nextDouble(-17, -1));
    double radius = Math.pow(10, random.nextDouble(-17, -3));
    Interval rho = new Interval(x - radius, x + radius);
    return random.nextBoolean() ? rho : rho.negate();
  }

  private static Interval inside(SplittableRandom random, Interval x) {
    double share = random.nextDouble();
    double at = (1 - share) * x.lower() + share * x.upper();
    return Interval.of(Math.max(x.lower(), Math.min(x.upper(), at)));
  }

  @Test
  void nothingIsLeftFarOut() {
    for (double far : new double[] {39, 50, 1e10, 1e300}) {
      Interval x = Interval.of(far);
      Interval rho = Interval.of(0.5);
      assertTrue(BivariateNormal.rectified(x, Interval.ONE, rho).upper() <= Double.MIN_NORMAL);
      assertTrue(BivariateNormal.rectified(x.negate(), x, rho).upper() <= Double.MIN_NORMAL);
    }
    Interval unknown = BivariateNormal.rectified(Interval.WHOLE, Interval.ONE, Interval.of(0.5));
    assertTrue(unknown.lower() <= 0 && unknown.upper() >= Math.PI / 2);
  }

  /** Of J, at most pi/2 exp(-h^2 / 2) for each unit of the correlation. */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.5", "3, 0.8", "4, 0.9", "6, 0.95", "8, 0.98"})
  void correlationsOfAWideIntervalMatterLessFarOut(double h, double rho) {
    Interval at = Interval.of(h);
    double radius = 1 / 64.0;
    Interval wide = BivariateNormal.rectified(at, at, new Interval(rho - radius, rho + radius));
    for (int sign = -1; sign <= 1; sign++) {
      Interval narrow = BivariateNormal.rectified(at, at, Interval.of(rho + sign * radius));
      requireOverlap(wide, narrow);
    }
    double slope = 1.571 * Math.exp(-h * h / 2);
    assertTrue(wide.width() <= 2.1 * slope * radius + 2e-14, () -> "wide: " + wide);
  }

  /** There it may have either sign, if the correlation may. */
  @Test
  void nothingOrLittleIsLeftOfADependenceFarOut() {
    Interval mixed = new Interval(-0.25, 0.5);
    Interval far = BivariateNormal.dependence(Interval.of(40), Interval.ONE, mixed);
    assertTrue(far.lower() < 0 && far.upper() > 0 && far.width() < Double.MIN_NORMAL);
    Interval positive =
        BivariateNormal.dependence(Interval.of(40), Interval.ONE, new Interval(0, 0.5));
    assertTrue(positive.lower() == 0 && positive.upper() > 0, positive::toString);
    Interval near = BivariateNormal.dependence(Interval.ONE, Interval.ONE, new Interval(0, 0.5));
    assertTrue(near.lower() == 0 && near.upper() > 0, near::toString);
    Interval negative =
        BivariateNormal.dependence(Interval.of(40), Interval.ONE, new Interval(-0.5, -0.25));
    assertTrue(negative.lower() < 0 && negative.upper() == 0, negative::toString);
    // P(U <= 0, V <= 0) is between 0 and 1/2, and 1/4 if they are independent
    Interval unknown =
        BivariateNormal.dependence(Interval.WHOLE, Interval.ZERO, new Interval(-0.5, 1));
    assertTrue(unknown.contains(-0.25) && unknown.contains(0.25), unknown::toString);
  }
}
