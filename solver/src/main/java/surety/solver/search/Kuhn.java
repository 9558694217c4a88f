package surety.solver.search;

import java.util.ArrayList;
import java.util.List;
import surety.solver.domain.Slice;

/** The n! Kuhn simplices of a box, one for each order of the coordinates, in the kernel's order. */
final class Kuhn {
  private final PlainNetwork network;
  private final List<Slice> sides;
  private final Vertex[] corners;
  private final List<Vertex[]> simplices = new ArrayList<>();

  private Kuhn(PlainNetwork network, List<Slice> sides) {
    this.network = network;
    this.sides = sides;
    this.corners = new Vertex[1 << sides.size()];
  }

  static List<Vertex[]> simplices(PlainNetwork network, List<Slice> sides) {
    Kuhn kuhn = new Kuhn(network, sides);
    Vertex[] path = new Vertex[sides.size() + 1];
    path[0] = kuhn.corner(0);
    kuhn.extend(path, 1, 0);
    return kuhn.simplices;
  }

  /** Moves one more coordinate to its upper end, the lower numbers first. */
  private void extend(Vertex[] path, int length, int moved) {
    if (length == path.length) {
      simplices.add(path.clone());
      return;
    }
    for (int q = 0; q < sides.size(); q++) {
      if ((moved >> q & 1) == 0) {
        path[length] = corner(moved | 1 << q);
        extend(path, length + 1, moved | 1 << q);
      }
    }
  }

  private Vertex corner(int mask) {
    if (corners[mask] == null) {
      double[] z = new double[sides.size()];
      for (int q = 0; q < z.length; q++) {
        z[q] = (mask >> q & 1) == 0 ? sides.get(q).lower() : sides.get(q).upper();
      }
      corners[mask] = network.vertex(z);
    }
    return corners[mask];
  }
}
