package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Activations;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.PreciseFunctions;

class CurvedRelaxationTest {
  private static final BigDecimal REFERENCE = new BigDecimal("1e-90");

  private static Stream<Activation> activations() {
    return Activations.all().stream();
  }

  /** Barycentric coordinates with few bits: they add up to 1 exactly. */
  private static BigDecimal[] weights(SplittableRandom random, int count) {
    int[] parts = new int[count];
    for (int left = 64; left > 0; left--) {
      parts[random.nextInt(count)]++;
    }
    BigDecimal unit = new BigDecimal("0.015625");
    return Arrays.stream(parts)
        .mapToObj(p -> unit.multiply(BigDecimal.valueOf(p)))
        .toArray(BigDecimal[]::new);
  }

  private static BigDecimal combine(BigDecimal[] weights, double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      sum = sum.add(weights[i].multiply(new BigDecimal(values[i])));
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("activations")
  void affineFunctionsAreNowhereBelow(Activation f) {
    SplittableRandom random = new SplittableRandom(f.toString().hashCode());
    for (int i = 0; i < 60; i++) {
      boolean negated = random.nextBoolean();
      int vertices = random.nextInt(2, 5);
      double[] range = EnvelopeTest.range(random, f);
      double[] lower = new double[vertices];
      double[] upper = new double[vertices];
      for (int v = 0; v < vertices; v++) {
        double a = random.nextDouble(range[0], Math.nextUp(range[1]));
        double b = random.nextDouble(range[0], Math.nextUp(range[1]));
        boolean exact = i % 3 == 0;
        lower[v] = Math.min(a, exact ? a : b);
        upper[v] = Math.max(a, exact ? a : b);
      }
      double[] result = new double[vertices];
      CurvedRelaxation.above(new Envelope(f, negated), lower, upper, result);
      if (Arrays.stream(result).allMatch(Double::isFinite)) {
        requireAbove(random, f, negated, lower, upper, result);
      }
    }
  }

  private static void requireAbove(
      SplittableRandom random,
      Activation f,
      boolean negated,
      double[] lower,
      double[] upper,
      double[] result) {
    for (int point = 0; point < 6; point++) {
      BigDecimal[] weights = weights(random, lower.length);
      BigDecimal share = new BigDecimal(random.nextInt(3) * 0.5);
      BigDecimal h =
          BigDecimal.ONE
              .subtract(share)
              .multiply(combine(weights, lower))
              .add(share.multiply(combine(weights, upper)));
      // the reference takes arguments of any length
      BigDecimal value = PreciseFunctions.value(f, h);
      BigDecimal spare = value.abs().multiply(REFERENCE);
      BigDecimal there = combine(weights, result).add(spare);
      assertTrue(
          there.compareTo(negated ? value.negate() : value) >= 0,
          () ->
              "%s %s at %s: %s below %s, L %s U %s"
                  .formatted(
                      f,
                      negated,
                      h.round(MathContext.DECIMAL64),
                      there.round(MathContext.DECIMAL64),
                      value.round(MathContext.DECIMAL64),
                      Arrays.toString(lower),
                      Arrays.toString(upper)));
    }
  }

  @Test
  void convexOnesKeepTheValuesAtTheVertices() {
    double[] result = new double[3];
    double[] lower = {-1, -2, 0};
    double[] upper = {-0.5, 3, 0};
    CurvedRelaxation.above(
        new Envelope(PiecewiseLinear.leakyRelu(0.5), false), lower, upper, result);
    assertArrayEquals(new double[] {-0.25, 3, 0}, result);
    CurvedRelaxation.above(new Envelope(Activation.ABS, false), lower, upper, result);
    assertArrayEquals(new double[] {1, 3, 0}, result);
  }

  @Test
  void functionsThatFallTakeTheLowerBound() {
    double[] result = new double[2];
    double[] lower = {-2, -1};
    double[] upper = {-1, -0.5};
    CurvedRelaxation.above(
        new Envelope(PiecewiseLinear.leakyRelu(-1), false), lower, upper, result);
    assertArrayEquals(new double[] {2, 1}, result);
  }
}
