package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.region.HalfSpaceTest.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.integral.BernsteinBasis;
import surety.certificates.integral.BernsteinDensity;
import surety.certificates.stop.Stop;

class MeasuredSimplexTest {
  private static final List<RationalPoint> TRIANGLE =
      List.of(point("0", "0"), point("1", "0"), point("0", "1"));

  /** Over the unit square, x with the density 2 x and y uniform. */
  private static MeasuredSimplex measured(List<RationalPoint> vertices) {
    List<StandardCoordinate> coordinates = new ArrayList<>();
    List<DensityPolynomial> polynomials = new ArrayList<>();
    for (String text : List.of("beta(2, 1)", "uniform(0, 1)")) {
      Marginal marginal = Marginal.of(Distribution.parse(text));
      coordinates.add(marginal.exact());
      polynomials.add(marginal.polynomial(0, Interval.ZERO, Interval.ONE, 2));
    }
    Interval unit = Interval.of(0, 1);
    BernsteinDensity density =
        BernsteinDensity.ofProduct(
            polynomials, List.of(unit, unit), new BernsteinBasis(3, 2, Stop.NEVER), 0);
    return MeasuredSimplex.of(
        vertices,
        v ->
            List.of(
                coordinates.get(0).standard(v.numerators().get(0), v.denominator()),
                coordinates.get(1).standard(v.numerators().get(1), v.denominator())),
        Rational.ONE,
        density,
        1);
  }

  /** A third of the way to the next double, and a density that rises by 2^-12 of itself to it. */
  @Test
  void aVertexBetweenDoublesIsWhereItIs() {
    Rational slope = Rational.ofDouble(0x1p40);
    Rational length = Rational.of(1, 3).times(Rational.ofDouble(0x1p-52));
    Interval side = Interval.of(1 - 0x1p-41, 1 + 0x1p-41);
    BernsteinDensity density =
        BernsteinDensity.ofProduct(
            List.of(new DensityPolynomial(1, new double[] {1, 0x1p40}, 0, 0)),
            List.of(side),
            new BernsteinBasis(2, 1, Stop.NEVER),
            0);
    RationalPoint from = RationalPoint.of(List.of(Rational.ONE));
    RationalPoint to = RationalPoint.of(List.of(Rational.ONE.plus(length)));
    Interval mass =
        MeasuredSimplex.of(
                List.of(from, to),
                v -> List.of(Interval.ofQuotient(v.numerators().get(0), v.denominator())),
                Rational.ONE,
                density,
                1)
            .mass();
    Rational mean = Rational.ONE.plus(slope.times(length).times(Rational.of(1, 2)));
    assertTrue(mass.contains(mean.times(length)), mass::toString);
  }

  private static List<Rational> values(String... values) {
    return Arrays.stream(values).map(Rational::parse).toList();
  }

  @Test
  void theMassIsThatOfTheIntegral() {
    Interval mass = measured(TRIANGLE).mass(); // of 2 x over the triangle
    assertTrue(mass.contains(Rational.of(1, 3)), mass::toString);
    assertTrue(mass.width() < 1e-13);
  }

  /** The part of the triangle where x < 1/2 has mass 1/4 - 1/12 = 1/6. */
  @ParameterizedTest
  @CsvSource({
    "-1/2, 1/2, -1/2, false, 1/6",
    "-1/2, 1/2, -1/2, true, 1/6",
    "1/2, -1/2, 1/2, true, 1/6",
    "0, 0, 0, true, 1/3",
    "0, 0, 0, false, 0",
    "-1, 0, 0, false, 1/3",
    "1, 0, 0, true, 0",
    "1e-400, 1e-400, 1e-400, true, 0",
    "-1e-400, -1e-400, -1e-400, false, 1/3",
    "-1e-400, 1e-400, -1e-400, true, 1/6"
  })
  void partsBelowZeroAreIntegrated(String a, String b, String c, boolean inclusive, String exact) {
    Interval below = measured(TRIANGLE).below(values(a, b, c), inclusive);
    assertTrue(below.contains(Rational.parse(exact)), below::toString);
  }

  @Test
  void nothingAndAllAreExact() {
    MeasuredSimplex simplex = measured(TRIANGLE);
    assertEquals(Interval.ZERO, simplex.below(values("0", "1", "2"), true));
    assertEquals(simplex.mass(), simplex.below(values("0", "-1", "-2"), false));
  }

  @Test
  void verticesOutsideOfTheDensitysBoxStillGiveAProbability() {
    Interval mass = measured(List.of(point("0", "0"), point("9", "0"), point("0", "9"))).mass();
    assertTrue(mass.lower() >= 0 && mass.upper() <= 1);
  }
}
