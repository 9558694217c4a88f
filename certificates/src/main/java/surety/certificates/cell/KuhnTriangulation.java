package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.arithmetic.Interval;
import surety.certificates.integral.BernsteinDensity;

/**
 * Kuhn's triangulation of a box: for each permutation p of the coordinates the simplex {@code {x :
 * xi_p0 >= xi_p1 >= ...}} in coordinates xi from 0 to 1. Every point lies in one of them, two of
 * them meet only where two coordinates are equal, and by symmetry all have the same volume.
 */
final class KuhnTriangulation {
  private final BoxCell box;
  private final SimplexFamily family;
  private final Map<Integer, Vertex> corners = new HashMap<>();
  private final List<SimplexCell> simplices = new ArrayList<>();

  private KuhnTriangulation(BoxCell box, BernsteinDensity density) {
    this.box = box;
    this.family = new SimplexFamily(box.domain(), density, unit(box));
  }

  static List<SimplexCell> of(BoxCell box, BernsteinDensity density) {
    KuhnTriangulation triangulation = new KuhnTriangulation(box, density);
    int n = box.sides().size();
    triangulation.visit(new int[n], 0, 0);
    return triangulation.simplices;
  }

  /** Encloses the volume of one simplex: that of the box divided by n!. */
  private static Interval unit(BoxCell box) {
    Interval volume = Interval.ONE;
    long factorial = 1;
    for (int q = 0; q < box.sides().size(); q++) {
      volume = volume.times(box.sides().get(q).length());
      factorial *= q + 1;
    }
    return volume.dividedBy(Interval.of((double) factorial));
  }

  private void visit(int[] permutation, int depth, int used) {
    int n = permutation.length;
    if (depth == n) {
      Vertex[] vertices = new Vertex[n + 1];
      int corner = 0;
      vertices[0] = corner(0);
      for (int k = 0; k < n; k++) {
        corner |= 1 << permutation[k];
        vertices[k + 1] = corner(corner);
      }
      simplices.add(
          new SimplexCell(
              family, vertices, Arrays.stream(permutation).boxed().toList(), box.depth() + 1));
      return;
    }
    for (int q = 0; q < n; q++) {
      if ((used >> q & 1) == 0) {
        permutation[depth] = q;
        visit(permutation, depth + 1, used | 1 << q);
      }
    }
  }

  /** The corner at the upper ends of the coordinates in the bit set. */
  private Vertex corner(int upper) {
    return corners.computeIfAbsent(
        upper,
        bits -> {
          Interval[] z = new Interval[box.sides().size()];
          Arrays.setAll(
              z,
              q -> (bits >> q & 1) == 1 ? box.sides().get(q).upper() : box.sides().get(q).lower());
          return new Vertex(z);
        });
  }
}
