package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

class BernsteinBasisTest {
  static Rational[] barycentric(SplittableRandom random, int count) {
    long[] parts = new long[count];
    Arrays.setAll(parts, i -> random.nextInt(0, 10));
    parts[random.nextInt(count)] += 1;
    long total = Arrays.stream(parts).sum();
    return Arrays.stream(parts).mapToObj(p -> Rational.of(p, total)).toArray(Rational[]::new);
  }

  /** The value of a form at barycentric coordinates, by the polynomials' definition. */
  static Rational value(BernsteinBasis basis, int degree, double[] form, Rational[] lambda) {
    int vertices = basis.vertices();
    int[] exponents = basis.exponents(degree);
    Rational sum = Rational.ZERO;
    for (int b = 0; b < form.length; b++) {
      Rational term = Rational.ofDouble(form[b]);
      int left = degree;
      for (int i = 0; i < vertices; i++) {
        int a = exponents[b * vertices + i];
        term = term.times(Rational.of(Spline.binomial(left, a), BigInteger.ONE));
        left -= a;
        for (int k = 0; k < a; k++) {
          term = term.times(lambda[i]);
        }
      }
      sum = sum.plus(term);
    }
    return sum;
  }

  static int[] permutation(SplittableRandom random, int count) {
    int[] order = new int[count];
    for (int k = 0; k < count; k++) {
      int other = random.nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
    return order;
  }

  @Test
  void hasAllMultiIndicesOnce() {
    for (int vertices = 1; vertices <= 5; vertices++) {
      BernsteinBasis basis = new BernsteinBasis(vertices, 4, Stop.NEVER);
      for (int degree = 0; degree <= 4; degree++) {
        int[] exponents = basis.exponents(degree);
        Set<List<Integer>> seen = new HashSet<>();
        for (int b = 0; b < basis.size(degree); b++) {
          int[] index = Arrays.copyOfRange(exponents, b * vertices, (b + 1) * vertices);
          assertEquals(degree, Arrays.stream(index).sum());
          seen.add(Arrays.stream(index).boxed().toList());
        }
        assertEquals(basis.size(degree), seen.size());
        assertEquals(
            Spline.binomial(degree + vertices - 1, vertices - 1).intValueExact(), seen.size());
      }
    }
  }

  @Test
  void elevationKeepsTheFunction() {
    SplittableRandom random = new SplittableRandom(21);
    for (int i = 0; i < 100; i++) {
      int vertices = random.nextInt(1, 5);
      int degree = random.nextInt(1, 4); // divisions by 3 are rounded
      BernsteinBasis basis = new BernsteinBasis(vertices, degree, Stop.NEVER);
      double[] form = random.doubles(basis.size(degree - 1), -1, 1).toArray();
      double[] raised = basis.elevate(form, degree);
      Rational[] lambda = barycentric(random, vertices);
      Rational off =
          value(basis, degree - 1, form, lambda).minus(value(basis, degree, raised, lambda)).abs();
      assertTrue(off.compareTo(Rational.parse("1e-15")) < 0);
    }
    assertArrayEquals(
        new double[] {1, 1, 1}, new BernsteinBasis(3, 1, Stop.NEVER).elevate(new double[] {1}, 1));
  }

  @Test
  void productsWithLinearFunctions() {
    SplittableRandom random = new SplittableRandom(22);
    for (int i = 0; i < 100; i++) {
      int vertices = random.nextInt(1, 5);
      int degree = random.nextInt(1, 4);
      BernsteinBasis basis = new BernsteinBasis(vertices, degree, Stop.NEVER);
      double[] form = random.doubles(basis.size(degree - 1), -1, 1).toArray();
      double[] linear = random.doubles(vertices, -1, 1).toArray();
      double[] product = basis.timesLinear(form, degree, linear);
      Rational[] lambda = barycentric(random, vertices);
      Rational factor = Rational.ZERO;
      for (int k = 0; k < vertices; k++) {
        factor = factor.plus(lambda[k].times(Rational.ofDouble(linear[k])));
      }
      Rational expected = value(basis, degree - 1, form, lambda).times(factor);
      Rational off = expected.minus(value(basis, degree, product, lambda)).abs();
      assertTrue(off.compareTo(Rational.parse("1e-15")) < 0);
    }
  }

  /** A basis keeps what it was asked, and never gives it to another question. */
  @Test
  void whatIsKeptIsThatOfTheSameQuestion() {
    SplittableRandom random = new SplittableRandom(24);
    int highest = 5;
    for (int vertices = 2; vertices <= 4; vertices++) {
      BernsteinBasis kept = new BernsteinBasis(vertices, highest, Stop.NEVER);
      for (int degree = 1; degree <= highest; degree++) {
        for (int j = 1; j < vertices; j++) {
          for (int i = 0; i < j; i++) {
            BernsteinBasis fresh = new BernsteinBasis(vertices, highest, Stop.NEVER);
            assertArrayEquals(fresh.rows(degree, i, j), kept.rows(degree, i, j));
          }
        }
        double[] form = random.doubles(kept.size(degree)).toArray();
        for (int k = 0; k < 30; k++) {
          int[] order = permutation(random, vertices);
          BernsteinBasis fresh = new BernsteinBasis(vertices, highest, Stop.NEVER);
          assertArrayEquals(
              fresh.reordered(form, degree, order), kept.reordered(form, degree, order));
        }
      }
    }
  }

  /** More orders than are kept: 5,005 numbers each. */
  @Test
  void whatWasForgottenIsComputedAgain() {
    SplittableRandom random = new SplittableRandom(25);
    BernsteinBasis basis = new BernsteinBasis(7, 9, Stop.NEVER);
    double[] form = random.doubles(basis.size(9)).toArray();
    int[] first = permutation(random, 7);
    double[] expected = basis.reordered(form, 9, first);
    int[] rows = basis.rows(9, 1, 3);
    for (int k = 0; k < 900; k++) {
      basis.reordered(form, 9, permutation(random, 7));
    }
    assertArrayEquals(expected, basis.reordered(form, 9, first));
    assertArrayEquals(rows, basis.rows(9, 1, 3));
  }
}
