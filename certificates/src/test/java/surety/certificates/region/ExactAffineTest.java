package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static surety.certificates.region.HalfSpaceTest.half;
import static surety.certificates.region.HalfSpaceTest.point;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.RandomNetworks;
import surety.certificates.network.Wires;
import surety.certificates.rejection.RejectedException;

class ExactAffineTest {
  private static final BigInteger SIX = BigInteger.valueOf(6);

  private static List<ExactAffine> inputs() throws RejectedException {
    return List.of(
        ExactAffine.variable(2, 0, SIX),
        ExactAffine.constant(2, Rational.of(-5, 6), SIX),
        ExactAffine.variable(2, 1, SIX));
  }

  /** From the smallest double to the largest ones. */
  private static double number(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-1070, 1020));
      default -> random.nextDouble(-2, 2);
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rowsAreThoseOfTheLayer(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] weights = new double[4][3];
    double[] biases = new double[4];
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 3; column++) {
        weights[row][column] = number(random);
      }
      biases[row] = number(random);
    }
    AffineLayer layer = AffineLayer.of(weights, biases);
    Rational[] x = {Rational.of(3, 7), Rational.of(-5, 6), Rational.of(11, 13)};
    Rational[] expected = RandomNetworks.alone(layer).evaluateExactly(x);
    List<ExactAffine> rows = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      rows.add(row(layer, row, inputs()));
      assertEquals(expected[row], rows.get(row).at(point("3/7", "11/13")));
    }
    AffineLayer swap =
        AffineLayer.selection(
            4, new int[] {3, 0}, new double[] {-0.5, 0}, new double[] {1, biases[1]});
    assertEquals(
        expected[3].times(Rational.of(-1, 2)).plus(Rational.ONE),
        row(swap, 0, rows).at(point("3/7", "11/13")));
    assertTrue(row(swap, 1, rows).isConstant());
  }

  /** A row of a layer that is applied to some functions. */
  private static ExactAffine row(AffineLayer layer, int row, List<ExactAffine> functions)
      throws RejectedException {
    Wires wires = Wires.range(0, functions.size());
    return ExactAffine.row(new Gate.Affine(List.of(new Gate.Term(layer, wires))), row, functions);
  }

  @Test
  void termsAreAddedExactly() throws RejectedException {
    List<ExactAffine> wires = inputs();
    AffineLayer first = AffineLayer.of(new double[][] {{1, 0.5}}, new double[] {1e30});
    AffineLayer second =
        AffineLayer.selection(1, new int[] {0}, new double[] {-1e-30}, new double[] {-0.75});
    Gate.Affine gate =
        new Gate.Affine(
            List.of(new Gate.Term(first, Wires.of(0, 2)), new Gate.Term(second, Wires.of(2))));
    RationalPoint point = point("3/7", "11/13");
    Rational y = wires.get(2).at(point);
    Rational expected =
        wires
            .get(0)
            .at(point)
            .plus(y.times(Rational.of(1, 2)))
            .minus(y.times(Rational.ofDouble(1e-30)))
            .plus(Rational.ofDouble(1e30))
            .minus(Rational.of(3, 4));
    assertEquals(expected, ExactAffine.row(gate, 0, wires).at(point));
  }

  @Test
  void linesOfAnyFractionsAreApplied() throws RejectedException {
    ExactAffine f = ExactAffine.variable(2, 0, SIX).mapped(Rational.of(-5, 12), Rational.of(7, 18));
    ExactAffine g = ExactAffine.variable(2, 1, SIX).mapped(Rational.of(3, 8), Rational.of(-1, 5));
    AffineLayer difference = AffineLayer.of(new double[][] {{0.5, -3}}, new double[] {0.25});
    ExactAffine h = row(difference, 0, List.of(f, g)).mapped(Rational.of(1, 3), Rational.of(1, 7));
    Rational x = Rational.of(3, 7);
    Rational y = Rational.of(11, 13);
    Rational fx = Rational.of(-5, 12).times(x).plus(Rational.of(7, 18));
    Rational gy = Rational.of(3, 8).times(y).plus(Rational.of(-1, 5));
    Rational sum =
        fx.times(Rational.of(1, 2)).minus(gy.times(Rational.of(3))).plus(Rational.of(1, 4));
    Rational expected = sum.times(Rational.of(1, 3)).plus(Rational.of(1, 7));
    assertEquals(expected, h.at(point("3/7", "11/13")));
    assertEquals(Rational.of(-5, 72), h.coefficient(0));
    HalfSpace half = h.atLeast(Dyadic.of(0.5));
    assertEquals(expected.compareTo(Rational.of(1, 2)), half.side(point("3/7", "11/13")));
  }

  @Test
  void linesAreApplied() throws RejectedException {
    ExactAffine f = ExactAffine.variable(2, 1, SIX).mapped(Rational.of(-1, 4), Rational.of(3));
    assertEquals(Rational.of(-1, 4), f.coefficient(1));
    assertEquals(Rational.ZERO, f.coefficient(0));
    assertEquals(Rational.of(3), f.constant());
    assertFalse(f.isConstant());
    ExactAffine zero = f.mapped(Rational.ZERO, Rational.ZERO);
    assertTrue(zero.isConstant());
    assertEquals(Rational.ZERO, zero.constant());
  }

  @Test
  void halfSpacesAreInIntegers() throws RejectedException {
    AffineLayer layer = AffineLayer.of(new double[][] {{0.5, 1, -2}}, new double[] {0});
    ExactAffine f = row(layer, 0, inputs()); // x/2 - 5/6 - 2y
    assertEquals(half(-5, 3, -12), f.atLeast(Dyadic.ZERO));
    assertEquals(half(-11, 3, -12), f.atLeast(Dyadic.ONE));
  }

  /** A step costs the square of the length, so that a long chain would cost the third power. */
  @Test
  void numbersAreNotTooLong() throws RejectedException {
    Rational third = Rational.of(1, 3);
    assertRefusedSoon(f -> f.mapped(third, Rational.ONE));
    AffineLayer tiny = AffineLayer.of(new double[][] {{0x1p-1000}}, new double[1]);
    assertRefusedSoon(f -> row(tiny, 0, List.of(f)));
    AffineLayer wide = AffineLayer.of(new double[][] {{0x1p-900}}, new double[] {1});
    assertRefusedSoon(f -> row(wide, 0, List.of(f)));
    AffineLayer both = AffineLayer.of(new double[][] {{1, 1}}, new double[1]);
    ExactAffine[] before = {ExactAffine.variable(2, 0, SIX)};
    assertRefusedSoon(
        f -> {
          before[0] = before[0].mapped(third, Rational.ONE);
          return row(both, 0, List.of(f.mapped(Rational.of(1, 5), third), before[0]));
        });
  }

  private interface Step {
    ExactAffine after(ExactAffine f) throws RejectedException;
  }

  private static void assertRefusedSoon(Step step) throws RejectedException {
    ExactAffine f = ExactAffine.variable(2, 0, SIX);
    for (int k = 0; k < 100_000; k++) {
      try {
        f = step.after(f);
      } catch (RejectedException e) {
        assertTrue(e.getMessage().contains("too long for regions"), e.getMessage());
        assertTrue(k > 10, "after " + k + " steps");
        return;
      }
    }
    fail("never");
  }
}
