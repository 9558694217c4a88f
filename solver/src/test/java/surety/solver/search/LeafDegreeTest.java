package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.integral.BernsteinBasis;
import surety.certificates.integral.BernsteinDensity;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.stop.Stop;
import surety.solver.domain.SlicePolynomial;

class LeafDegreeTest {
  private static final int N = 4;
  private static final ThresholdObjective OBJECTIVE = new ThresholdObjective(0.5, true);
  private static final PlainNetwork SUM =
      Cases.plain(
          Network.chain(
              N, List.of(AffineLayer.of(new double[][] {{0.1, 0.2, 0.3, 0.4}}, new double[] {0}))));

  /** Beta(2, 2) and Beta(3, 2) in turn. */
  private static final double[][] BETAS = {{0, 6, -6}, {0, 0, 12, -12}};

  private static SimplexCell cell(double[][] densities, double[][] corners, double volume) {
    List<SlicePolynomial> polynomials = new ArrayList<>();
    for (int q = 0; q < N; q++) {
      polynomials.add(new SlicePolynomial(0, densities[q % densities.length], 0, 0));
    }
    Vertex[] vertices = new Vertex[N + 1];
    for (int i = 0; i <= N; i++) {
      vertices[i] = SUM.vertex(corners[i]);
    }
    return new SimplexSplitter(SUM, OBJECTIVE)
        .cell(vertices, BoxDensity.ofProduct(polynomials, 0), volume);
  }

  /** A corner of a cube somewhere inside of the unit cube. */
  private static double[][] corners(SplittableRandom random, double size) {
    double[][] corners = new double[N + 1][N];
    for (int q = 0; q < N; q++) {
      double start = (1 - size) * random.nextDouble();
      for (int i = 0; i <= N; i++) {
        corners[i][q] = i == q ? start + size : start;
      }
    }
    return corners;
  }

  @Test
  void smallCellsGetLowDegrees() {
    SplittableRandom random = new SplittableRandom(5);
    LeafDegree degrees = new LeafDegree(OBJECTIVE, 1e-3);
    double before = 11;
    for (int k = 1; k <= 6; k++) {
      double size = Math.scalb(1.0, -k);
      double sum = 0;
      for (int i = 0; i < 20; i++) {
        SimplexCell leaf = cell(BETAS, corners(random, size), Math.pow(size, N) / 24);
        int degree = degrees.of(leaf, 0);
        sum += degree == SimplexLeaf.FULL_DEGREE ? 10 : degree;
      }
      assertTrue(sum / 20 < before || sum == 200, k + ": " + sum / 20);
      before = sum / 20;
    }
    assertTrue(before <= 3, "at last " + before);
  }

  /** As the kernel sees it, the error is seldom more than it was to be, and never by far. */
  @Test
  void theErrorIsAboutWhatIsAllowed() {
    SplittableRandom random = new SplittableRandom(6);
    LeafDegree degrees = new LeafDegree(OBJECTIVE, 0);
    BernsteinBasis basis = new BernsteinBasis(N + 1, 10, Stop.NEVER);
    List<DensityPolynomial> polynomials = new ArrayList<>();
    for (int q = 0; q < N; q++) {
      polynomials.add(new DensityPolynomial(0, BETAS[q % 2], 0, 0));
    }
    BernsteinDensity density =
        BernsteinDensity.ofProduct(
            polynomials, Collections.nCopies(N, new Interval(0, 1)), basis, 0);
    int lowered = 0;
    int more = 0;
    for (int i = 0; i < 100; i++) {
      double size = Math.scalb(1.0, -random.nextInt(1, 6));
      double volume = Math.pow(size, N) / 24;
      double[][] corners = corners(random, size);
      SimplexCell leaf = cell(BETAS, corners, volume);
      double ordinary = leaf.mass() * 0.1;
      int degree = degrees.of(leaf, ordinary);
      if (degree == SimplexLeaf.FULL_DEGREE) {
        continue;
      }
      lowered++;
      double[][] vertices = new double[N][N + 1];
      for (int q = 0; q < N; q++) {
        for (int v = 0; v <= N; v++) {
          vertices[q][v] = corners[v][q];
        }
      }
      double error = density.form(vertices, new double[N][N + 1]).lowered(degree).error();
      double allowed = 0.5 * LeafDegree.SHARE * ordinary / volume;
      more += error > allowed ? 1 : 0;
      assertTrue(error <= 20 * allowed, error + " where " + allowed + " is allowed");
    }
    assertTrue(lowered > 50, "lowered " + lowered);
    assertTrue(more < 0.3 * lowered, more + " of " + lowered);
  }

  @Test
  void whatIsCheapStaysAsItIs() {
    SplittableRandom random = new SplittableRandom(7);
    LeafDegree degrees = new LeafDegree(OBJECTIVE, 1e-3);
    for (double[][] densities : List.of(new double[][] {{1}}, new double[][] {{0, 2}})) {
      SimplexCell leaf = cell(densities, corners(random, 0.125), 1e-5);
      assertEquals(SimplexLeaf.FULL_DEGREE, degrees.of(leaf, 1));
    }
  }
}
