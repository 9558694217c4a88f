package surety.solver.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;

class SliceTest {
  private static Slice whole(String distribution) {
    return new Axis(Marginal.of(Distribution.parse(distribution))).whole();
  }

  @Test
  void massesOfPartsAddUp() {
    for (String text : List.of("beta(5/2, 2)", "normal(0, 1)", "exponential(2)", "uniform(1, 3)")) {
      Slice whole = whole(text);
      List<Slice> parts = whole.cut(whole.middle());
      assertEquals(0, Log2.sum(parts.get(0).logMass(), parts.get(1).logMass()), 1e-12);
    }
  }

  @Test
  void equalPartsAreComputedOnce() {
    Slice whole = whole("normal(0, 1)");
    assertSame(whole.cut(1).get(0), whole.cut(1).get(0));
  }

  @Test
  void knotsThatAreNoDoublesSeparatePieces() {
    Slice whole = whole("histogram([0, 1/10, 1/3, 1], [1/4, 1/4, 1/2])");
    assertFalse(whole.isSmooth());
    List<Slice> parts = whole.cutAtKnot(whole.innerKnot());
    assertTrue(parts.get(0).isSmooth() || parts.get(1).isSmooth());
    Slice last = whole.cutAtKnot(1).get(1);
    assertTrue(last.isSmooth());
    assertEquals(-1, last.logMass(), 1e-12);
    assertEquals(0, last.polynomial(0, 3).degree());
  }

  @Test
  void aCutBesideAKnotLeavesItInOnePart() {
    Slice whole = whole("triangular(0, 1/2, 1)");
    assertTrue(whole.cut(0.25).get(0).isSmooth());
    assertFalse(whole.cut(0.25).get(1).isSmooth());
    assertTrue(whole.cut(0.5).get(0).isSmooth() && whole.cut(0.5).get(1).isSmooth());
  }

  @Test
  void polynomialsComeWithTheirErrors() {
    Slice part = whole("normal(0, 1)").cut(1).get(0).cut(0).get(1);
    double last = 1;
    for (int degree : new int[] {1, 2, 4, 8}) {
      SlicePolynomial polynomial = part.polynomial(0, degree);
      assertTrue(polynomial.relativeError() < last);
      last = polynomial.relativeError();
      double density = Math.exp(-0.125) / Math.sqrt(2 * Math.PI);
      double value = Math.scalb(polynomial.at(0.5), polynomial.scale());
      assertEquals(density, value, polynomial.relativeError() + 1e-15);
    }
  }

  @Test
  void whatIsTooNarrowCannotBeCut() {
    Slice narrow = whole("uniform(1, 2)").cut(1e-15).get(0);
    assertFalse(narrow.surrounds(0));
    assertTrue(whole("uniform(1, 2)").surrounds(0.5));
  }

  /** A long tail is cut off first, at a number where halving zero's distance gets to. */
  @Test
  void longTailsAreCutOff() {
    Slice normal = whole("normal(0, 1)");
    assertEquals(8, normal.cutPoint());
    Slice below = normal.cut(8).get(0);
    assertEquals(-8, below.cutPoint());
    assertEquals(0, below.cut(-8).get(1).cutPoint());
    assertEquals(32, whole("exponential(1)").cutPoint());
    assertEquals(0.5, whole("beta(2, 2)").cutPoint());
  }

  /** The kernel does not see a knot inside that is within rounding of an end. */
  @Test
  void aKnotAtAnEndIsNoPlaceForACut() {
    Slice whole = whole("triangular(0, 1/3, 1)");
    Slice upper = whole.cut(Rational.of(1, 3).doubleFloor()).get(1);
    assertEquals(-1, upper.innerKnot());
    assertFalse(upper.isSmooth());
    assertTrue(upper.isCuttable());
  }
}
