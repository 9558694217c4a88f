package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class NormalFormTest {
  /** A form with exact loadings beside it. */
  private record Known(NormalForm form, Rational mean, List<Rational> loadings) {}

  private static Known any(SplittableRandom random, int n) {
    Interval[] intervals = new Interval[n];
    Rational[] exact = new Rational[n];
    for (int q = 0; q < n; q++) {
      exact[q] = Rational.of(random.nextInt(-50, 51), random.nextInt(1, 60));
      if (random.nextInt(5) == 0) {
        exact[q] = exact[q].times(Rational.parse("1e-9"));
      }
      intervals[q] = Interval.of(exact[q]);
    }
    Rational mean = Rational.of(random.nextInt(-9, 10), 7);
    return new Known(NormalForm.of(Interval.of(mean), intervals), mean, List.of(exact));
  }

  private static Rational covariance(Known a, Known b) {
    Rational sum = Rational.ZERO;
    for (int q = 0; q < a.loadings.size(); q++) {
      sum = sum.plus(a.loadings.get(q).times(b.loadings.get(q)));
    }
    return sum;
  }

  @Test
  void covariancesContainTheExactOnes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      int n = random.nextInt(1, 40);
      Known a = any(random, n);
      Known b = any(random, n);
      Interval found = a.form.covariance(b.form);
      assertTrue(found.contains(covariance(a, b)));
      assertTrue(a.form.variance().contains(covariance(a, a)));
      assertTrue(found.width() < 1e-10);
    }
  }

  @Test
  void sumsContainTheExactOnes() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      int n = random.nextInt(1, 12);
      NormalForm.Sum sum = new NormalForm.Sum(n).add(Interval.of(0.5));
      Rational mean = Rational.of(1, 2);
      Rational[] loadings = new Rational[n];
      Arrays.fill(loadings, Rational.ZERO);
      for (int k = random.nextInt(1, 9); k > 0; k--) {
        Known term = any(random, n);
        Rational factor = Rational.of(random.nextInt(-20, 21), 9);
        sum.add(Interval.of(factor), term.form);
        mean = mean.plus(factor.times(term.mean));
        for (int q = 0; q < n; q++) {
          loadings[q] = loadings[q].plus(factor.times(term.loadings.get(q)));
        }
      }
      Known exact = new Known(sum.form(), mean, List.of(loadings));
      assertTrue(exact.form.mean().contains(mean));
      Known probe = any(random, n);
      assertTrue(exact.form.covariance(probe.form).contains(covariance(exact, probe)));
      assertTrue(exact.form.variance().contains(covariance(exact, exact)));
    }
  }

  /** A loading of 1e-400 is next to 0, and a root of 1e400 times the form is not constant. */
  @Test
  void whatUnderflowsIsNotConstant() {
    NormalForm tiny = NormalForm.of(Interval.ZERO, new Interval[] {Interval.of(1e-200)});
    NormalForm off = NormalForm.of(Interval.ZERO, new Interval[] {new Interval(-1e-200, 1e-200)});
    for (NormalForm form : List.of(tiny, off)) {
      NormalForm product = new NormalForm.Sum(1).add(1e-200, form).form();
      assertFalse(product.isConstant());
      assertTrue(product.variance().upper() > 0);
    }
  }

  @Test
  void whatCancelsExactlyIsConstant() {
    Known a = any(new SplittableRandom(3), 4);
    NormalForm nothing = new NormalForm.Sum(4).add(0, a.form).add(Interval.ONE).form();
    assertTrue(nothing.isConstant());
    assertEquals(Interval.ZERO, nothing.variance());
    assertEquals(Interval.ZERO, nothing.covariance(a.form));
  }

  @Test
  void whatOverflowsIsUnknown() {
    Interval[] large = {Interval.of(1e200), Interval.of(1)};
    NormalForm form = NormalForm.of(Interval.ZERO, large);
    assertEquals(Double.POSITIVE_INFINITY, form.variance().upper());
    NormalForm beyond = new NormalForm.Sum(2).add(1e200, form).form();
    assertEquals(Double.POSITIVE_INFINITY, beyond.variance().upper());
    assertEquals(Interval.WHOLE, beyond.covariance(form));
  }

  /** A product that is rounded to what is then taken away, by a loading that is not quite known. */
  @Test
  void radiiAndRoundingsOfASumAddUp() {
    double unit = 0x1p-53;
    SplittableRandom random = new SplittableRandom(5);
    NormalForm one = NormalForm.of(Interval.ZERO, new Interval[] {Interval.ONE});
    for (int i = 0; i < 200; i++) {
      double factor = random.nextDouble(1, 2);
      double loading = random.nextDouble(1, 2);
      double radius = random.nextInt(1, 10) * 2 * unit;
      Interval near = new Interval(loading - radius, loading + radius);
      NormalForm sum =
          new NormalForm.Sum(1)
              .add(factor, NormalForm.of(Interval.ZERO, new Interval[] {near}))
              .add(-factor * loading, one)
              .form();
      Interval found = sum.covariance(one);
      for (double end : new double[] {near.lower(), near.upper()}) {
        Rational rest =
            Rational.ofDouble(factor)
                .times(Rational.ofDouble(end))
                .minus(Rational.ofDouble(factor * loading));
        assertTrue(found.contains(rest), () -> rest + " is not in " + found);
      }
      assertTrue(found.width() <= 2 * factor * radius + 100 * unit, () -> "wide: " + found);
    }
  }

  /** Each product of a thousand loses nearly half a smallest double. */
  @Test
  void whatUnderflowsInASumIsInIt() {
    NormalForm.Sum sum = new NormalForm.Sum(1);
    NormalForm tiny = NormalForm.of(Interval.ZERO, new Interval[] {Interval.of(0x1p-537)});
    for (int k = 0; k < 1000; k++) {
      sum.add(0.9 * 0x1p-538, tiny);
    }
    NormalForm large = NormalForm.of(Interval.ZERO, new Interval[] {Interval.of(0x1p400)});
    Rational exact =
        Rational.ofDouble(0.9 * 0x1p-538)
            .times(Rational.ofDouble(0x1p-137))
            .times(Rational.of(1000));
    assertTrue(sum.form().covariance(large).contains(exact));
  }

  /** Of products one after the other, as of layers of a network: each is rounded once more. */
  @Test
  void roundingsOfManySumsAddUp() {
    SplittableRandom random = new SplittableRandom(6);
    NormalForm one = NormalForm.of(Interval.ZERO, new Interval[] {Interval.ONE});
    for (int i = 0; i < 100; i++) {
      NormalForm product = one;
      Rational exact = Rational.ONE;
      for (int k = 0; k < 30; k++) {
        double factor = random.nextDouble(0.7, 1.4);
        product = new NormalForm.Sum(1).add(factor, product).form();
        exact = exact.times(Rational.ofDouble(factor));
      }
      assertTrue(product.covariance(one).contains(exact));
    }
  }
}
