package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import surety.certificates.density.Distribution;

class CoordinateTest {
  /** The integral of f times a density that is not normalised, over that of the density. */
  private static double mean(
      DoubleUnaryOperator f, DoubleUnaryOperator density, double a, double b) {
    double sum = 0;
    double mass = 0;
    int steps = 20_000;
    for (int k = 0; k < steps; k++) {
      double x = a + (b - a) * (k + 0.5) / steps;
      sum += f.applyAsDouble(x) * density.applyAsDouble(x);
      mass += density.applyAsDouble(x);
    }
    return sum / mass;
  }

  /** Mean, deviation, and that exponentials are no greater on average than is said. */
  private static void requireKnown(String text, DoubleUnaryOperator density, double a, double b) {
    Coordinate known = Coordinate.of(Distribution.parse(text)).orElseThrow();
    double mean = mean(x -> x, density, a, b);
    double variance = mean(x -> (x - mean) * (x - mean), density, a, b);
    assertEquals(mean, known.mean().middle(), 1e-6, text);
    assertEquals(Math.sqrt(variance), known.deviation().middle(), 1e-6, text);
    assertTrue(known.mean().width() < 1e-14 && known.deviation().width() < 1e-14, text);
    assertFalse(known.isNormal());
    double parameter = known.spread() * known.deviation().upper();
    assertTrue(known.spread() >= 1, text);
    for (double l = -30; l <= 30; l += 0.5) {
      double rate = l / Math.sqrt(variance) / 3;
      double exponential = mean(x -> Math.exp(rate * (x - mean)), density, a, b);
      double most = Math.exp(rate * rate * parameter * parameter / 2);
      assertTrue(exponential <= most * (1 + 1e-6), text + ": " + exponential + " > " + most);
    }
  }

  @Test
  void boundedOnes() {
    requireKnown("uniform(-1, 3)", x -> 1, -1, 3);
    requireKnown("beta(2, 2)", x -> x * (1 - x), 0, 1);
    requireKnown("beta(3, 2)", x -> x * x * (1 - x), 0, 1);
    requireKnown("beta(1, 5)", x -> Math.pow(1 - x, 4), 0, 1);
    requireKnown("triangular(-1, 0, 2)", x -> x < 0 ? (x + 1) / 3 : (2 - x) / 6, -1, 2);
    requireKnown("triangular(0, 0, 1)", x -> 1 - x, 0, 1);
  }

  @Test
  void normalOnes() {
    for (String text : new String[] {"normal(2, 3)", "normal(2, sqrt(9))"}) {
      Optional<Coordinate> known = tried(text);
      if (known.isPresent()) {
        assertTrue(known.get().isNormal());
        assertTrue(known.get().mean().contains(2) && known.get().deviation().contains(3));
        assertEquals(1, known.get().spread());
      }
    }
    assertTrue(tried("normal(2, 3)").isPresent());
  }

  private static Optional<Coordinate> tried(String text) {
    try {
      return Coordinate.of(Distribution.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not the canonical text of a distribution
    }
  }

  @Test
  void othersAreNotKnown() {
    for (String text :
        new String[] {
          "exponential(1)",
          "histogram([0, 1], [1])",
          "gamma(2, 1)",
          "cauchy(0, 1)",
          "normal(0, 1) on [-1, 1]"
        }) {
      assertTrue(Coordinate.of(Distribution.parse(text)).isEmpty(), text);
    }
  }
}
