package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.BoxForms;

class JoinedFormsTest {
  /** Bounds of two forms. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(double[][] lowers, double[][] uppers) implements BoxForms {
    static Known exactly(double[] first, double[] second) {
      double[][] forms = {first, second};
      return new Known(forms, forms);
    }

    @Override
    public double[] lower(int form) {
      return lowers[form];
    }

    @Override
    public double[] upper(int form) {
      return uppers[form];
    }

    @Override
    public Interval entering(int gate, int neuron) {
      throw new AssertionError("there are no neurons");
    }
  }

  private static Rational at(double[] form, Rational[] xi) {
    Rational sum = Rational.ofDouble(form[0]);
    for (int q = 1; q < form.length; q++) {
      sum = sum.plus(Rational.ofDouble(form[q]).times(xi[q - 1]));
    }
    return sum;
  }

  private static CompiledEvent.Comparison comparison(SplittableRandom random, int form) {
    Rational t = Rational.of(random.nextInt(-6, 7), random.nextBoolean() ? 4 : 3);
    return new CompiledEvent.Comparison(
        form, Threshold.of(t, random.nextBoolean()), random.nextBoolean());
  }

  private static boolean holds(CompiledEvent.Comparison c, Rational value) {
    return c.threshold().holds(value) == c.isBelow();
  }

  private static double[] form(SplittableRandom random, int n, double size) {
    double[] form = new double[n + 1];
    for (int q = 0; q <= n; q++) {
      form[q] = random.nextInt(5) == 0 ? 0 : size * random.nextDouble(-1, 1);
    }
    return form;
  }

  @Test
  void whereTheJoinedFormIsNegativeBothHold() {
    SplittableRandom random = new SplittableRandom(81);
    int negative = 0;
    for (int i = 0; i < 4000; i++) {
      int n = random.nextInt(1, 5);
      double size = Math.scalb(1.0, random.nextInt(-3, 4));
      double[] first = form(random, n, size);
      double[] second = random.nextBoolean() ? form(random, n, size) : first.clone();
      second[0] += random.nextDouble(-0.1, 0.1);
      CompiledEvent.Comparison one = comparison(random, 0);
      CompiledEvent.Comparison other = comparison(random, 1);
      double[] joined = JoinedForms.greater(Known.exactly(first, second), one, other);
      for (int point = 0; point < 20; point++) {
        Rational[] xi = new Rational[n];
        for (int q = 0; q < n; q++) {
          xi[q] = Rational.of(random.nextInt(-4, 5), 4);
        }
        if (at(joined, xi).signum() < 0) {
          negative++;
          assertTrue(holds(one, at(first, xi)) && holds(other, at(second, xi)), one + ", " + other);
        }
      }
    }
    assertTrue(negative > 5000, "only " + negative);
  }

  /** Each form lies somewhere between its bounds: at all corners the joined one is above both. */
  @Test
  void itIsAboveWhateverLiesBetweenTheBounds() {
    SplittableRandom random = new SplittableRandom(82);
    for (int i = 0; i < 3000; i++) {
      int n = random.nextInt(1, 5);
      double[][] lowers = {form(random, n, 1), form(random, n, 1e-3)};
      if (random.nextBoolean()) {
        double times = new double[] {1, -1, -3, 1.0 / 3}[random.nextInt(4)];
        lowers[1] = Arrays.stream(lowers[0]).map(c -> times * c).toArray();
      }
      double[][] uppers = {lowers[0].clone(), lowers[1].clone()};
      for (double[] upper : uppers) {
        int q = random.nextInt(1, n + 1);
        upper[q] += random.nextDouble(-0.1, 0.1);
        upper[0] += random.nextDouble(0.11, 0.3); // more than that
      }
      CompiledEvent.Comparison[] both = {comparison(random, 0), comparison(random, 1)};
      double[] joined = JoinedForms.greater(new Known(lowers, uppers), both[0], both[1]);
      Rational[] corner = new Rational[n];
      Arrays.setAll(corner, q -> Rational.of(random.nextBoolean() ? 1 : -1));
      for (int f = 0; f < 2; f++) {
        boolean isBelow = both[f].isBelow();
        Threshold t = both[f].threshold();
        Rational highest = at(isBelow ? uppers[f] : lowers[f], corner);
        Rational over = highest.minus(Rational.ofDouble(isBelow ? t.inner() : t.outer()));
        Rational excess = isBelow ? over : over.negate();
        assertTrue(at(joined, corner).compareTo(excess) >= 0, both[f] + " of " + i);
      }
    }
  }

  @Test
  void ofEqualFormsItIsOneOfThem() {
    double[] form = {0.5, 1, -2};
    CompiledEvent.Comparison below =
        new CompiledEvent.Comparison(0, Threshold.of(Rational.ONE, true), true);
    CompiledEvent.Comparison same = new CompiledEvent.Comparison(1, below.threshold(), true);
    double[] joined = JoinedForms.greater(Known.exactly(form, form), below, same);
    assertEquals(-0.5, joined[0], 1e-14);
    assertEquals(1, joined[1]);
    assertEquals(-2, joined[2]);
  }

  @Test
  void whatIsUnknownIsNotNegative() {
    double infinity = Double.POSITIVE_INFINITY;
    double[] form = {0.5, 1};
    Known unknown =
        new Known(new double[][] {{-infinity, 0}, form}, new double[][] {{infinity, 0}, form});
    Threshold t = Threshold.of(Rational.ONE, true);
    for (boolean isBelow : new boolean[] {true, false}) {
      CompiledEvent.Comparison first = new CompiledEvent.Comparison(0, t, isBelow);
      CompiledEvent.Comparison second = new CompiledEvent.Comparison(1, t, !isBelow);
      assertEquals(infinity, JoinedForms.greater(unknown, first, second)[0]);
      assertEquals(infinity, JoinedForms.greater(unknown, second, first)[0]);
    }
  }

  private static CompiledEvent.Comparison negative(int form) {
    return new CompiledEvent.Comparison(form, Threshold.of(Rational.ZERO, true), true);
  }

  /** Above g and 0, as near as an affine function can be at the ends of the range of g. */
  private static double[] joinedWithZero(double... g) {
    return JoinedForms.greater(Known.exactly(g, new double[2]), negative(0), negative(1));
  }

  @Test
  void itIsTheChordOverTheGreaterOfBoth() {
    assertArrayEquals(new double[] {1.5, 1.5}, joinedWithZero(1, 2), 1e-12); // from -1 to 3
    assertArrayEquals(new double[] {0.5, 0.5}, joinedWithZero(-1, 2), 1e-5); // from -3 to 1
  }

  @Test
  void itIsTheGreaterOneIfThatIsSo() {
    assertArrayEquals(new double[] {2, 1}, joinedWithZero(2, 1), 1e-12);
    assertArrayEquals(new double[] {0, 0}, joinedWithZero(-2, 1), 1e-12);
  }
}
