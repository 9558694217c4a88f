package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.rejection.RejectedException;

class BoxCellTest {
  private static final String HISTOGRAM = "histogram([-1, -1/3, 1/5, 1], [1/4, 0, 3/4])";

  @Test
  void cutsShareTheirEnd() throws RejectedException {
    BoxCell root = CellTestCase.problem("uniform(0, 1)", "normal(0, 1)").branches().get(0).root();
    List<BoxCell> parts = root.cut(1, 2.5);
    assertEquals(root.sides().get(0), parts.get(0).sides().get(0));
    assertEquals(root.sides().get(1).lower(), parts.get(0).sides().get(1).lower());
    assertEquals(parts.get(0).sides().get(1).upper(), parts.get(1).sides().get(1).lower());
    assertEquals(root.sides().get(1).upper(), parts.get(1).sides().get(1).upper());
    assertEquals(1, parts.get(1).depth());
  }

  @Test
  void massesOfPartsAddUp() throws RejectedException {
    SplittableRandom random = new SplittableRandom(7);
    for (String text :
        new String[] {"uniform(-1/3, 7/10)", "beta(2, 3)", HISTOGRAM, "triangular(0, 1/3, 1)"}) {
      List<BoxCell> leaves = new ArrayList<>();
      leaves.add(CellTestCase.problem(text, "beta(2, 2)").branches().get(0).root());
      for (int k = 0; k < 25; k++) {
        BoxCell box = leaves.remove(random.nextInt(leaves.size()));
        int coordinate = random.nextInt(2);
        Side side = box.sides().get(coordinate);
        boolean atKnot = !side.isInOnePiece() && random.nextBoolean();
        leaves.addAll(
            atKnot
                ? box.cutAtKnot(coordinate, side.firstPiece())
                : box.cut(coordinate, side.hull().middle()));
      }
      Dyadic lower = Dyadic.ZERO;
      Dyadic upper = Dyadic.ZERO;
      for (BoxCell leaf : leaves) {
        lower = lower.plus(leaf.mass().lower());
        upper = upper.plus(leaf.mass().upper());
      }
      assertTrue(lower.compareTo(Rational.ONE) <= 0, text);
      assertTrue(upper.compareTo(Rational.ONE) >= 0, text);
      assertTrue(upper.minus(lower).compareTo(Rational.parse("1e-10")) < 0, text);
    }
  }

  @Test
  void knotsThatAreNoDoublesSeparateThePieces() throws RejectedException {
    BoxCell root = CellTestCase.problem(HISTOGRAM).branches().get(0).root();
    assertEquals(2, root.sides().get(0).lastPiece());
    List<BoxCell> first = root.cutAtKnot(0, 0);
    assertTrue(first.get(0).sides().get(0).isInOnePiece());
    assertFalse(first.get(1).sides().get(0).isInOnePiece());
    List<BoxCell> second = first.get(1).cutAtKnot(0, 1);
    DensityPolynomial gap = second.get(0).summands(new int[] {2}).get(0).polynomials().get(0);
    assertEquals(0, gap.coefficients()[0]);
    assertEquals(0, gap.remainder());
    assertEquals(
        15.0 / 16,
        second.get(1).summands(new int[] {0}).get(0).polynomials().get(0).coefficients()[0],
        1e-15);
    assertEquals(
        3.0 / 8,
        first.get(0).summands(new int[] {0}).get(0).polynomials().get(0).coefficients()[0],
        1e-15);
    List<BoxCell> other = root.cutAtKnot(0, 1);
    assertFalse(other.get(0).sides().get(0).isInOnePiece());
    assertTrue(other.get(1).sides().get(0).isInOnePiece());
  }

  @Test
  void cutsBesideAKnotKeepIt() throws RejectedException {
    BoxCell root = CellTestCase.problem(HISTOGRAM).branches().get(0).root();
    double below = Rational.of(-1, 3).doubleFloor();
    List<BoxCell> parts = root.cut(0, below);
    assertTrue(parts.get(0).sides().get(0).isInOnePiece());
    assertEquals(0, parts.get(1).sides().get(0).firstPiece());
    List<BoxCell> above = root.cut(0, Math.nextUp(below));
    assertEquals(1, above.get(0).sides().get(0).lastPiece());
    assertEquals(1, above.get(1).sides().get(0).firstPiece());
  }

  @Test
  void wrongCutsAreRefused() throws RejectedException {
    BoxCell root = CellTestCase.problem(HISTOGRAM, "beta(2, 2)").branches().get(0).root();
    for (double value : new double[] {-1, 1, -2, 5, Double.NaN, Double.POSITIVE_INFINITY, -1e308}) {
      assertThrows(RejectedException.class, () -> root.cut(0, value));
    }
    assertThrows(RejectedException.class, () -> root.cut(2, 0.5));
    assertThrows(RejectedException.class, () -> root.cut(-1, 0.5));
    assertThrows(RejectedException.class, () -> root.cutAtKnot(0, 2));
    assertThrows(RejectedException.class, () -> root.cutAtKnot(0, -1));
    assertThrows(RejectedException.class, () -> root.cutAtKnot(1, 0));
    BoxCell left = root.cutAtKnot(0, 0).get(0);
    assertThrows(RejectedException.class, () -> left.cutAtKnot(0, 0));
    assertThrows(RejectedException.class, () -> left.cutAtKnot(0, 1));
  }

  @Test
  void wrongTriangulationsAreRefused() throws RejectedException {
    BoxCell root = CellTestCase.problem("beta(2, 2)", "beta(2, 2)").branches().get(0).root();
    assertThrows(RejectedException.class, () -> root.triangulate(new int[] {1}));
    assertThrows(RejectedException.class, () -> root.triangulate(new int[] {1, 1, 1}));
    assertThrows(RejectedException.class, () -> root.triangulate(new int[] {-1, 1}));
    assertThrows(RejectedException.class, () -> root.triangulate(new int[] {41, 1}));
    BoxCell knotted = CellTestCase.problem(HISTOGRAM).branches().get(0).root();
    RejectedException e =
        assertThrows(RejectedException.class, () -> knotted.triangulate(new int[] {0}));
    assertTrue(e.getMessage().contains("knot of coordinate 0"));
    String[] nine = new String[9];
    Arrays.fill(nine, "uniform(0, 1)");
    BoxCell wide = CellTestCase.problem(nine).branches().get(0).root();
    assertThrows(RejectedException.class, () -> wide.triangulate(new int[9]));
    String[] many = {"normal(0, 1)", "normal(0, 1)", "normal(0, 1)", "normal(0, 1)"};
    BoxCell box = CellTestCase.problem(many).branches().get(0).root();
    for (int q = 0; q < 4; q++) {
      box = box.cut(q, 0.5).get(0).cut(q, -0.5).get(1);
    }
    BoxCell heavy = box;
    assertThrows(RejectedException.class, () -> heavy.triangulate(new int[] {40, 40, 40, 40}));
  }

  @Test
  void thePointHasMassOne() throws RejectedException {
    assertEquals(Dyadic.ONE, CellTestCase.problem("= 1").branches().get(0).root().mass().lower());
  }

  /** Its mass is known, the density is not; the other coordinate is uniform all the same. */
  @Test
  void atAPoleOnlyTheMassIsKnown() throws RejectedException {
    BoxCell root = CellTestCase.problem("beta(1/2, 1/2)", "uniform(0, 1)").branches().get(0).root();
    BoxCell pole = root.cut(0, 0x1p-40).get(0);
    EvaluatedBox box = new EvaluatedBox(pole);
    double exact = 2 / Math.PI * Math.asin(0x1p-20);
    assertEquals(exact, Math.scalb(box.mass().middle(), box.scale()), 1e-18);
    Interval below = box.below(0, false, Threshold.of(Rational.of(1, 2), true));
    assertEquals(0.5 * box.mass().upper(), below.lower(), 1e-9 * box.mass().upper());
    assertEquals(0.5 * box.mass().upper(), below.upper(), 1e-9 * box.mass().upper());
    assertEquals(Optional.of(true), box.decided(0, Threshold.of(Rational.of(3), true)));
    assertTrue(box.integral(0, 0).isBounded());
    for (SimplexCell simplex : pole.triangulate(new int[] {3, 2})) {
      EvaluatedSimplex leaf = new EvaluatedSimplex(simplex, 0, 5);
      assertEquals(new Interval(0, 1), leaf.mass());
      assertEquals(new Interval(0, 1), leaf.below(0, false, Threshold.of(Rational.ONE, true)));
    }
  }
}
