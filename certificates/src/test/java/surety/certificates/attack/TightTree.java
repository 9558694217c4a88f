package surety.certificates.attack;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.BranchDomain;
import surety.certificates.cell.Problem;
import surety.certificates.cell.SimplexCell;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.writing.ProofWriter;

/**
 * The tree of which the bounds are as close as rounding allows: boxes are cut at knots, simplices
 * where a neuron bends, so that on all leaves the networks are affine but for rounding errors.
 */
final class TightTree {
  /** What is nearer to a kink than that counts as being on it. */
  private static final double NEAR = 1e-10;

  private static final int MOST_CUTS = 8;
  private static final double[] CUTS = {-4, -2, 0, 1, 2, 4, 7};

  private final Scene scene;
  private final ProofWriter writer;

  private TightTree(Scene scene, ProofWriter writer) {
    this.scene = scene;
    this.writer = writer;
  }

  static byte[] of(Scene scene, Problem problem) {
    return Trees.tree(
        writer -> {
          TightTree tree = new TightTree(scene, writer);
          try {
            for (int b = 0; b < problem.branches().size(); b++) {
              BranchDomain branch = problem.branches().get(b);
              tree.grow(scene.world().branches().get(b), branch.root());
            }
          } catch (RejectedException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void grow(World.Branch branch, BoxCell box) throws IOException, RejectedException {
    int n = branch.dimension();
    for (int q = 0; q < n; q++) {
      if (!box.sides().get(q).isInOnePiece()) {
        growAtKnot(branch, box, q);
        return;
      }
      if (branch.summands().get(0).coordinates().get(q).isUnbounded()) {
        double lower = box.sides().get(q).hull().lower();
        double upper = box.sides().get(q).hull().upper();
        double cut =
            Arrays.stream(CUTS).filter(c -> c > lower && c < upper).findFirst().orElse(lower);
        if (cut > lower) {
          writer.boxSplit(q, cut);
          for (BoxCell part : box.cut(q, cut)) {
            grow(branch, part);
          }
          return;
        }
        if (lower >= 7 || upper <= -4) {
          writer.boxLeaf();
          return;
        }
      }
    }
    int[] degrees = new int[n];
    for (World.Summand summand : branch.summands()) {
      for (int q = 0; q < n; q++) {
        degrees[q] = Math.max(degrees[q], summand.coordinates().get(q).degree());
      }
    }
    writer.triangulate(degrees);
    for (SimplexCell simplex : box.triangulate(degrees)) {
      grow(branch, simplex, MOST_CUTS);
    }
  }

  /** A knot that is so near to an end that nobody knows whether it is inside leaves a box. */
  private void growAtKnot(World.Branch branch, BoxCell box, int q)
      throws IOException, RejectedException {
    int knot = box.sides().get(q).firstPiece();
    List<BoxCell> parts;
    try {
      parts = box.cutAtKnot(q, knot);
    } catch (RejectedException e) {
      writer.boxLeaf();
      return;
    }
    writer.knotSplit(q, knot);
    for (BoxCell part : parts) {
      grow(branch, part);
    }
  }

  private void grow(World.Branch branch, SimplexCell simplex, int left)
      throws IOException, RejectedException {
    int n = branch.dimension();
    double[][] vertices = new double[n + 1][];
    for (int v = 0; v <= n; v++) {
      vertices[v] = inputs(branch, simplex, v);
    }
    for (Model model : scene.models()) {
      for (Model.Kink kink : left == 0 ? List.<Model.Kink>of() : model.kinks()) {
        double[] h = new double[n + 1];
        for (int v = 0; v <= n; v++) {
          h[v] =
              model.arguments(kink.layer(), vertices[v])[kink.neuron()] - kink.at().doubleFloor();
        }
        for (int j = 1; j <= n; j++) {
          for (int i = 0; i < j; i++) {
            if (Math.min(h[i], h[j]) < -NEAR && Math.max(h[i], h[j]) > NEAR) {
              cut(branch, simplex, i, j, h[i] / (h[i] - h[j]), left);
              return;
            }
          }
        }
      }
    }
    writer.simplexLeaf(31);
  }

  private void cut(World.Branch branch, SimplexCell simplex, int i, int j, double ratio, int left)
      throws IOException, RejectedException {
    writer.edgeSplit(i, j, ratio);
    for (SimplexCell part : simplex.cut(i, j, ratio)) {
      grow(branch, part, left - 1);
    }
  }

  /** The networks' inputs at a vertex. */
  private static double[] inputs(World.Branch branch, SimplexCell simplex, int vertex) {
    List<Known> coordinates = branch.summands().get(0).coordinates();
    double[] x = new double[branch.inputs().size()];
    for (int k = 0; k < x.length; k++) {
      Affine map = branch.inputs().get(k);
      x[k] = map.constant().doubleFloor();
      for (int q = 0; q < coordinates.size(); q++) {
        double u =
            coordinates.get(q).scale() * simplex.coordinate(vertex, q).middle()
                + coordinates.get(q).shift();
        x[k] += map.slopes().get(q).doubleFloor() * u;
      }
    }
    return x;
  }
}
