package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.stop.Stop;

class BernsteinFormTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** How far two forms are from each other at a point, exactly. */
  private static Rational distance(BernsteinForm a, BernsteinForm b, Rational[] point) {
    return BernsteinBasisTest.value(a.basis(), a.degree(), a.coefficients(), point)
        .minus(BernsteinBasisTest.value(b.basis(), b.degree(), b.coefficients(), point))
        .abs();
  }

  private static void requireWithin(
      BernsteinForm form, BernsteinForm near, SplittableRandom random) {
    for (int k = 0; k < 12; k++) {
      Rational[] point = BernsteinBasisTest.barycentric(random, form.basis().vertices());
      if (k < point.length) { // a vertex
        Arrays.fill(point, Rational.ZERO);
        point[k] = Rational.ONE;
      }
      Rational allowed = exact(near.error()).minus(exact(form.error()));
      assertTrue(distance(form, near, point).compareTo(allowed) <= 0, near::toString);
    }
  }

  @Test
  void anyCoefficientsAreWithinTheirError() {
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 300; i++) {
      int vertices = random.nextInt(1, 5);
      int degree = random.nextInt(1, 6);
      int lower = random.nextInt(degree);
      BernsteinBasis basis = new BernsteinBasis(vertices, degree, Stop.NEVER);
      int scale = random.nextInt(4) == 0 ? random.nextInt(-1060, 900) : 0;
      double[] form = new double[basis.size(degree)];
      Arrays.setAll(form, b -> Math.scalb(random.nextDouble(-1, 1), scale));
      double[] given = new double[basis.size(lower)];
      Arrays.setAll(given, b -> Math.scalb(random.nextDouble(-1, 1), scale));
      double error = random.nextBoolean() ? 0 : Math.scalb(1.0, scale);
      BernsteinForm full = new BernsteinForm(basis, degree, form, error);
      BernsteinForm near = full.by(given, lower);
      assertEquals(lower, near.degree());
      requireWithin(full, near, random);
    }
  }

  /** Elevated coefficients have next to no error, and it covers their roundings. */
  @Test
  void aFormOfLowerDegreeIsFoundAgain() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 200; i++) {
      int lower = random.nextInt(4);
      int degree = lower + random.nextInt(1, 4);
      BernsteinBasis basis = new BernsteinBasis(random.nextInt(2, 5), degree, Stop.NEVER);
      double[] given = random.doubles(basis.size(lower), -1, 1).toArray();
      double[] elevated = given;
      for (int m = lower + 1; m <= degree; m++) {
        elevated = basis.elevate(elevated, m);
      }
      double shift = random.nextDouble(-3, 3); // the constant is found, too
      double[] moved = Arrays.stream(elevated).map(c -> c + shift).toArray();
      BernsteinForm full = new BernsteinForm(basis, degree, moved, 0);
      BernsteinForm near = full.by(given, lower);
      assertTrue(near.error() < 1e-13, near::toString);
      requireWithin(full, near, random);
    }
  }

  @Test
  void theConstantIsInTheMiddle() {
    BernsteinBasis basis = new BernsteinBasis(2, 1, Stop.NEVER);
    BernsteinForm line = new BernsteinForm(basis, 1, new double[] {1, 4}, 0.25);
    BernsteinForm constant = line.by(new double[1], 0);
    assertEquals(2.5, constant.coefficients()[0]);
    assertEquals(1.75, constant.error(), 1e-14);
    assertTrue(constant.error() >= 1.75);
  }

  @Test
  void whatIsUnknownStaysAsItIs() {
    BernsteinBasis basis = new BernsteinBasis(2, 2, Stop.NEVER);
    BernsteinForm form = new BernsteinForm(basis, 2, new double[] {1, 2, 3}, 0);
    for (double bad :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertSame(form, form.by(new double[] {1, bad}, 1));
      assertSame(form, form.by(new double[] {bad}, 0));
    }
    BernsteinForm huge =
        new BernsteinForm(basis, 2, new double[] {-Double.MAX_VALUE, 0, Double.MAX_VALUE}, 0);
    assertSame(huge, huge.by(new double[1], 0)); // the distance is beyond all doubles
  }

  /** Products of polynomials over simplices, as densities are. */
  @Test
  void loweredDensitiesEncloseTheFullOnes() {
    SplittableRandom random = new SplittableRandom(43);
    for (int i = 0; i < 60; i++) {
      int n = random.nextInt(1, 4);
      int each = random.nextInt(1, n == 1 ? 12 : 7 - n);
      Interval side = new Interval(0, 1);
      List<DensityPolynomial> polynomials =
          IntStream.range(0, n)
              .mapToObj(
                  q -> {
                    double[] c = random.doubles(each + 1, -1, 1).toArray();
                    return new DensityPolynomial(0.5, c, 0, 0);
                  })
              .toList();
      int degree = n * each;
      BernsteinBasis basis = new BernsteinBasis(n + 1, degree, Stop.NEVER);
      BernsteinDensity density =
          BernsteinDensity.ofProduct(polynomials, Collections.nCopies(n, side), basis, 0);
      double size = Math.scalb(1.0, -random.nextInt(4));
      double[][] vertices = new double[n][n + 1];
      for (double[] row : vertices) {
        double start = (1 - size) * random.nextDouble();
        Arrays.setAll(row, v -> start + size * random.nextDouble());
      }
      BernsteinForm full = density.form(vertices, new double[n][n + 1]);
      for (int lower = 0; lower < degree; lower++) {
        BernsteinForm near = full.lowered(lower);
        assertEquals(lower, near.degree());
        requireWithin(full, near, random);
      }
      for (int high : new int[] {degree, 254, Integer.MAX_VALUE}) {
        BernsteinForm same = full.lowered(high);
        assertArrayEquals(full.coefficients(), same.coefficients());
        assertEquals(full.error(), same.error());
      }
    }
  }

  private static BernsteinForm random(SplittableRandom random, int n, int degree, double size) {
    BernsteinBasis basis = new BernsteinBasis(n + 1, degree + random.nextInt(2), Stop.NEVER);
    double[] coefficients = random.doubles(basis.size(degree), -size, size).toArray();
    return new BernsteinForm(basis, degree, coefficients, size * random.nextInt(2) * 1e-10);
  }

  private static Rational value(BernsteinForm form, Rational[] lambda) {
    return BernsteinBasisTest.value(form.basis(), form.degree(), form.coefficients(), lambda);
  }

  /** A part's form and the whole one are the same function, up to what the error has grown by. */
  @Test
  void partsAreWithinTheirErrorOfTheWhole() {
    SplittableRandom random = new SplittableRandom(44);
    for (int run = 0; run < 300; run++) {
      int n = random.nextInt(1, 5);
      double size = new double[] {1, 1e-320, 1e300, 1e-200}[random.nextInt(4)];
      BernsteinForm whole = random(random, n, random.nextInt(0, n < 3 ? 9 : 5), size);
      int j = random.nextInt(1, n + 1);
      int i = random.nextInt(j);
      double ratio = random.nextInt(4) == 0 ? 0.5 : random.nextDouble(1e-6, 1);
      for (boolean isFirst : new boolean[] {true, false}) {
        BernsteinForm part = whole.part(i, j, ratio, isFirst);
        assertEquals(whole.degree(), part.degree());
        Rational grown = exact(part.error()).minus(exact(whole.error()));
        for (int k = 0; k < 3; k++) {
          Rational[] lambda = BernsteinBasisTest.barycentric(random, n + 1);
          Rational[] of = lambda.clone();
          int gone = isFirst ? j : i; // w took its place
          of[gone] = Rational.ZERO;
          of[i] = of[i].plus(lambda[gone].times(Rational.ONE.minus(exact(ratio))));
          of[j] = of[j].plus(lambda[gone].times(exact(ratio)));
          Rational off = value(whole, of).minus(value(part, lambda)).abs();
          assertTrue(off.compareTo(grown) <= 0, () -> part + " is off by " + off);
        }
        assertTrue(grown.doubleFloor() <= 1e-13 * size + 1e-322, part::toString);
      }
    }
  }

  @Test
  void theOrderOfTheVerticesChangesNothing() {
    SplittableRandom random = new SplittableRandom(45);
    for (int run = 0; run < 200; run++) {
      int n = random.nextInt(1, 5);
      BernsteinForm form = random(random, n, random.nextInt(0, 5), 1);
      int[] order = BernsteinBasisTest.permutation(random, n + 1);
      BernsteinForm other = form.reordered(order);
      Rational[] lambda = BernsteinBasisTest.barycentric(random, n + 1);
      Rational[] moved = new Rational[n + 1];
      Arrays.setAll(moved, place -> lambda[order[place]]);
      assertEquals(value(form, lambda), value(other, moved));
      assertEquals(form.error(), other.error());
    }
  }
}
