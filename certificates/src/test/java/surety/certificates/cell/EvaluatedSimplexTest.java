package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.integral.BernsteinDensity;

class EvaluatedSimplexTest {
  private static final Threshold HALF = Threshold.of(Rational.of(1, 2), true);

  /** The unit interval, on which the density times 2^-scale is 1 up to a remainder. */
  static SimplexCell unitInterval(double remainder, int scale) {
    BranchDomain problem = CellTestCase.problem("uniform(0, 1)").branches().get(0);
    BernsteinDensity density =
        BernsteinDensity.ofProduct(
            List.of(new DensityPolynomial(0.5, new double[] {1}, remainder, scale)),
            List.of(new Interval(0, 1)),
            problem.basis(1),
            scale);
    Vertex[] ends = {
      new Vertex(new Interval[] {Interval.ZERO}), new Vertex(new Interval[] {Interval.ONE})
    };
    SimplexFamily family = new SimplexFamily(problem, density, Interval.ONE);
    return new SimplexCell(family, ends, List.of(0), 1);
  }

  private static EvaluatedSimplex leaf(double remainder, int scale) {
    return new EvaluatedSimplex(unitInterval(remainder, scale), 0, 0);
  }

  @Test
  void isInUnitsOfItsDensity() {
    EvaluatedSimplex leaf = leaf(0, -512);
    assertEquals(-512, leaf.scale());
    assertEquals(Interval.ONE, leaf.mass());
    Interval below = leaf.below(0, false, HALF);
    assertTrue(below.contains(0.5) && below.width() < 1e-12, below::toString);
    assertTrue(leaf.integral(0, 0).contains(0.5));
  }

  /** One comparison is never taken for granted because of another, not even a weaker one. */
  @Test
  void nothingImpliesAnything() {
    Threshold one = Threshold.of(Rational.ONE, true);
    CompiledEvent.Comparison half = new CompiledEvent.Comparison(0, HALF, true);
    CompiledEvent.Comparison weaker = new CompiledEvent.Comparison(0, one, true);
    EvaluatedSimplex leaf = leaf(0, 0);
    assertFalse(leaf.implies(half, weaker) || leaf.implies(weaker, half));
  }

  /** It is a probability, and not one in units of a density of which nothing is known. */
  @Test
  void whatOverflowsIsFromZeroToOneItself() {
    for (int scale : new int[] {-512, 0, 512}) {
      EvaluatedSimplex leaf = leaf(Double.POSITIVE_INFINITY, scale);
      assertEquals(0, leaf.scale());
      assertEquals(new Interval(0, 1), leaf.mass());
      assertEquals(new Interval(0, 1), leaf.below(0, false, HALF));
      assertEquals(Interval.WHOLE, leaf.integral(0, 0));
      assertEquals(Interval.WHOLE, leaf.product(0, 0, 0, 0));
      assertEquals(Interval.WHOLE, leaf.excess(0, 0));
    }
  }
}
