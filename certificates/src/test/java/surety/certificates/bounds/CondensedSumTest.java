package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class CondensedSumTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** A box, neurons on it, and numbers that the coordinates and the neurons' values may be. */
  private static final class Case {
    private final SplittableRandom random;
    private final int n;
    private final CondensedSum sum;
    private final List<SizedRow> neurons = new ArrayList<>();
    private final List<Double> magnitudes = new ArrayList<>();
    private final List<Rational> point = new ArrayList<>();

    Case(SplittableRandom random, int n, int neurons) {
      this.random = random;
      this.n = n;
      double[] centre = random.doubles(n, -2, 2).toArray();
      double[] radius = random.doubles(n, 0, 1).toArray();
      CentredBox box = CentredBox.of(centre, radius, new double[n]);
      this.sum = new CondensedSum(box);
      for (int q = 0; q < n; q++) {
        magnitudes.add(box.magnitude()[q]);
        point.add(exact(centre[q]).plus(exact(radius[q]).times(share())));
      }
      magnitudes.add(1.0);
      point.add(Rational.ONE);
      for (int k = 0; k < neurons; k++) {
        double magnitude = random.nextDouble(0.1, 9);
        magnitudes.add(magnitude);
        point.add(exact(magnitude).times(share()));
        this.neurons.add(sum.neuron(magnitude));
      }
    }

    /** Between -1 and 1, often an end. */
    Rational share() {
      return Rational.of(random.nextInt(-1, 2), random.nextInt(1, 3));
    }

    Rational value(CondensedRow row) {
      Rational value = Rational.ZERO;
      for (int i = 0; i < row.terms().length; i++) {
        value = value.plus(exact(row.terms()[i]).times(point.get(i)));
      }
      return value;
    }

    double size(CondensedRow row) {
      double size = 0;
      for (int i = 0; i < row.terms().length; i++) {
        size += Math.abs(row.terms()[i]) * magnitudes.get(i);
      }
      return size;
    }

    SizedRow anyForm() {
      int kind = random.nextInt(4);
      if (kind == 0 && !neurons.isEmpty()) {
        return neurons.get(random.nextInt(neurons.size()));
      }
      double[] terms = random.doubles(n + 1 + random.nextInt(neurons.size() + 1), -1, 1).toArray();
      return sum.sized(new CondensedRow(terms, kind == 1 ? random.nextDouble(1e-3) : 0));
    }

    double anyOff() {
      return random.nextInt(3) == 0 ? random.nextDouble(1e-3) : 0;
    }
  }

  /** Each form and each factor is off by a part of what it may be off. */
  @Test
  void sumsAreOffByTheirErrorsAtMost() {
    SplittableRandom random = new SplittableRandom(171);
    for (int i = 0; i < 200; i++) {
      Case of = new Case(random, random.nextInt(1, 4), random.nextInt(0, 40));
      for (int sums = 0; sums < 3; sums++) {
        requireSum(of, random.nextInt(0, 6));
      }
    }
  }

  private static void requireSum(Case of, int forms) {
    Rational value = Rational.ZERO;
    double allowed = 0;
    double size = 0;
    for (int k = 0; k < forms; k++) {
      SizedRow form = of.anyForm();
      double factor = of.random.nextDouble(-3, 3);
      double off = of.anyOff();
      of.sum.add(factor, off, form);
      Rational actual = of.value(form.row()).plus(exact(form.row().error()).times(of.share()));
      value = value.plus(actual.times(exact(factor).plus(exact(off).times(of.share()))));
      allowed += Math.abs(factor) * form.row().error() + off * (form.size() + form.row().error());
      size += Math.abs(factor) * form.size();
    }
    double number = of.random.nextDouble(-3, 3);
    double off = of.anyOff();
    of.sum.add(number, off);
    value = value.plus(exact(number)).plus(exact(off).times(of.share()));
    size += Math.abs(number);
    assertEquals(forms + 1, of.sum.terms());
    SizedRow result = of.sum.finish();
    assertEquals(0, of.sum.terms());
    Rational error = value.minus(of.value(result.row())).abs();
    assertTrue(error.compareTo(exact(result.row().error())) <= 0, () -> "off by " + error);
    double rounding = RelativeError.gamma(forms + 3) * size;
    double expected = allowed + off + rounding;
    assertEquals(expected, result.row().error(), 1e-3 * rounding + 1e-14 * expected);
    assertEquals(of.size(result.row()), result.size(), 1e-12 * result.size());
    assertTrue(result.size() >= of.size(result.row()));
    assertEquals(-1, result.neuron());
  }

  @Test
  void aNeuronIsItsOwnForm() {
    CondensedSum sum =
        new CondensedSum(CentredBox.of(new double[] {0}, new double[] {2}, new double[1]));
    assertEquals(3, sum.total());
    for (int k = 0; k < 40; k++) {
      SizedRow neuron = sum.neuron(0.5);
      assertEquals(k, neuron.neuron());
      assertEquals(0.5, neuron.size());
      double[] terms = new double[2 + k + 1];
      terms[2 + k] = 1;
      assertArrayEquals(terms, neuron.row().terms());
    }
    assertEquals(23, sum.total());
  }

  /** What is zero is not added at all. */
  @Test
  void nothingIsAddedByZeros() {
    CondensedSum sum =
        new CondensedSum(CentredBox.of(new double[] {0}, new double[] {2}, new double[1]));
    SizedRow form = sum.sized(new CondensedRow(new double[] {1, 1}, 0));
    sum.add(0, 0, form);
    sum.add(3, 1, SizedRow.zero(1));
    assertEquals(0, sum.terms());
    sum.add(0, 1, form);
    assertEquals(1, sum.terms());
    SizedRow result = sum.finish();
    assertArrayEquals(new double[2], result.row().terms());
    assertEquals(3, result.row().error(), 1e-12);
    assertTrue(result.row().error() >= 3);
  }

  @Test
  void linesOfFormsAreForms() {
    CondensedSum sum =
        new CondensedSum(CentredBox.of(new double[] {0}, new double[] {2}, new double[1]));
    SizedRow form = sum.sized(new CondensedRow(new double[] {1, 1}, 0));
    assertSame(form, sum.linear(form, Interval.ONE, Interval.ZERO));
    assertTrue(sum.linear(form, Interval.ZERO, Interval.ZERO).isZero());
    requireLine(sum.linear(form, Interval.ONE, Interval.of(5)), 1, 6, 0);
    requireLine(sum.linear(form, Interval.ZERO, Interval.of(5)), 0, 5, 0);
    requireLine(sum.linear(form, Interval.of(-1, 3), Interval.ZERO), 1, 1, 6);
    requireLine(sum.linear(form, Interval.of(2), Interval.of(-1, 1)), 2, 2, 1);
  }

  private static void requireLine(SizedRow line, double slope, double intercept, double error) {
    assertArrayEquals(new double[] {slope, intercept}, line.row().terms());
    assertEquals(error, line.row().error(), 1e-12);
    assertTrue(line.row().error() >= error);
  }

  /** Products of the smallest numbers are 0, and what they multiply is large. */
  @Test
  void productsThatUnderflowAreMadeUpFor() {
    double large = 1e300;
    CondensedSum sum =
        new CondensedSum(CentredBox.of(new double[] {0}, new double[] {large}, new double[1]));
    SizedRow form = sum.sized(new CondensedRow(new double[] {1e-200, 0}, 0));
    sum.add(1e-200, 0, form);
    SizedRow result = sum.finish();
    double off = 1e-100 - result.row().terms()[0] * large;
    assertTrue(off > 0 && result.row().error() >= off);
  }

  @Test
  void neuronsOfARowAreReplacedByForms() {
    SplittableRandom random = new SplittableRandom(172);
    for (int i = 0; i < 100; i++) {
      Case of = new Case(random, 2, 3);
      double[] terms = random.doubles(random.nextInt(3, 7), -1, 1).toArray();
      SizedRow[] values = new SizedRow[3];
      Arrays.setAll(values, k -> of.anyForm());
      SizedRow result = of.sum.of(new CondensedRow(terms, 1e-3), values);
      Rational value = of.value(new CondensedRow(Arrays.copyOf(terms, 3), 0));
      double error = 1e-3;
      for (int k = 0; k < terms.length - 3; k++) {
        value = value.plus(of.value(values[k].row()).times(exact(terms[3 + k])));
        error += Math.abs(terms[3 + k]) * values[k].row().error();
      }
      Rational off = value.minus(of.value(result.row())).abs();
      assertTrue(off.compareTo(Rational.parse("1e-12")) <= 0);
      assertEquals(error, result.row().error(), 1e-12);
      assertTrue(result.row().error() >= error);
    }
  }
}
