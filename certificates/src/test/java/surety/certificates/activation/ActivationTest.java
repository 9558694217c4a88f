package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.arithmetic.Interval;

/** Values and slopes of every activation, against their definitions in high precision. */
class ActivationTest {
  /** How many units in the last place an end of an enclosure, or a plain value, may be off. */
  private static final int ULPS = 8;

  /** The same for slopes: that of the logistic function divides by a rounded square. */
  private static final int SLOPE_ULPS = 10;

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void valuesAreEnclosedTightly(Activation f) {
    for (double x : Activations.points(f)) {
      BigDecimal exact = PreciseFunctions.value(f, new BigDecimal(x));
      Supplier<String> what = () -> f + "(" + x + ")";
      Interval enclosure = f.enclose(x);
      Accuracy.assertContains(enclosure, exact, what);
      Accuracy.assertNear(exact, enclosure.lower(), ULPS, f, () -> what.get() + " from below");
      Accuracy.assertNear(exact, enclosure.upper(), ULPS, f, () -> what.get() + " from above");
      assertEquals(enclosure, f.enclose(Interval.of(x)));
    }
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void slopesAreEnclosedTightlyFromTheInsideOfEachSection(Activation f) {
    for (double x : Activations.points(f)) {
      for (Section section : f.sections()) {
        if (section.contains(x)) {
          BigDecimal exact = PreciseFunctions.slope(f, section, new BigDecimal(x));
          Supplier<String> what = () -> f + "'(" + x + ") in " + section;
          Interval enclosure = f.encloseSlope(section, x);
          Accuracy.assertContains(enclosure, exact, what);
          Accuracy.assertNear(
              exact, enclosure.lower(), SLOPE_ULPS, f, () -> what.get() + " from below");
          Accuracy.assertNear(
              exact, enclosure.upper(), SLOPE_ULPS, f, () -> what.get() + " from above");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void noSlopeIsGreaterThanTheGreatestAndOneComesNear(Activation f) {
    double most = 0;
    for (double x : Activations.points(f)) {
      for (Section section : f.sections()) {
        if (section.contains(x)) {
          most = Math.max(most, f.encloseSlope(section, x).abs().lower());
        }
      }
    }
    double found = most;
    assertTrue(found <= f.greatestSlope(), () -> f + " " + found);
    boolean isUnbounded = f.greatestSlope() == Double.POSITIVE_INFINITY;
    assertTrue(
        found >= 0.9999 * f.greatestSlope() - Double.MIN_VALUE
            || found == Double.MAX_VALUE
            || (isUnbounded && found > 1e30));
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void plainValuesAndSlopesAreNearToo(Activation f) {
    for (double x : Activations.points(f)) {
      Accuracy.assertNear(
          PreciseFunctions.value(f, new BigDecimal(x)),
          f.apply(x),
          ULPS,
          f,
          () -> f + "(" + x + ")");
      List<Section> around = f.sections().stream().filter(s -> s.contains(x)).toList();
      if (around.size() == 1) {
        BigDecimal slope = PreciseFunctions.slope(f, around.get(0), new BigDecimal(x));
        Accuracy.assertNear(slope, f.slope(x), SLOPE_ULPS, f, () -> f + "'(" + x + ")");
      } else {
        double slope = f.slope(x);
        assertTrue(
            around.stream().anyMatch(s -> f.encloseSlope(s, x).contains(slope)),
            () -> "slope " + slope + " of " + f + " at " + x + " is that of neither side");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void plainValuesAndSlopesAreNumbersEverywhere(Activation f) {
    for (double x : new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, 1e308, -1e308, -0.0}) {
      if (!f.isDefinedOn(x, x)) {
        assertEquals(Interval.WHOLE, f.enclose(x));
        continue;
      }
      assertFalse(Double.isNaN(f.apply(x)), () -> f + " at " + x);
      assertFalse(Double.isNaN(f.slope(x)), () -> f + "' at " + x);
    }
  }

  @ParameterizedTest
  @MethodSource("surety.certificates.activation.Activations#stream")
  void saysExactlyWhetherItIsNonDecreasing(Activation f) {
    boolean decreases = false;
    BigDecimal before = null;
    for (double x : Activations.points(f)) {
      BigDecimal value = PreciseFunctions.value(f, new BigDecimal(x));
      decreases |= before != null && value.compareTo(before) < 0;
      before = value;
    }
    assertEquals(!decreases, f.isNonDecreasing());
  }

  @Test
  void namesAreDifferentAndInSmallLetters() {
    List<String> names =
        Activations.all().stream()
            .map(f -> f.getClass().getName() + "=" + f.name())
            .distinct()
            .toList();
    assertEquals(28, names.size(), names::toString);
    assertEquals(
        28, Activations.all().stream().map(Activation::name).collect(Collectors.toSet()).size());
    assertTrue(Activations.all().stream().allMatch(f -> f.name().matches("[a-z ]+")));
  }

  @Test
  void equalParametersMakeEqualActivations() {
    assertEquals(new Elu(0.0), new Elu(-0.0));
    assertEquals(new Selu(0.0, -0.0), new Selu(-0.0, 0.0));
    assertEquals(PiecewiseLinear.leakyRelu(0.0), PiecewiseLinear.leakyRelu(-0.0));
    assertEquals(PiecewiseLinear.clip(-0.0, 0.0), PiecewiseLinear.clip(0.0, -0.0));
    assertEquals(Activation.TANH, new Tanh());
  }
}
