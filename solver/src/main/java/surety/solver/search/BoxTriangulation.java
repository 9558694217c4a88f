package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.solver.domain.KuhnTriangulation;
import surety.solver.domain.Slice;
import surety.solver.domain.SlicePolynomial;

/** Replaces boxes by their Kuhn simplices. */
final class BoxTriangulation {
  private BoxTriangulation() {}

  /**
   * The Kuhn simplices, which are not bounded yet; the box is replaced by them.
   *
   * @param degrees of the density's polynomials, one for each coordinate
   * @param logUnit what masses are measured in, as a logarithm to base 2
   */
  static List<SimplexCell> of(
      PlainNetwork network, List<Integer> degrees, BoxNode box, double logUnit) {
    double volume = 1;
    for (int q = 0; q < degrees.size(); q++) {
      volume *= box.sides().get(q).width() / (q + 1);
    }
    List<BoxDensity.Product> summands = new ArrayList<>();
    for (int j = 0; j < box.summands(); j++) {
      List<SlicePolynomial> polynomials = new ArrayList<>();
      for (int q = 0; q < degrees.size(); q++) {
        polynomials.add(box.sides().get(q).polynomial(j, degrees.get(q)));
      }
      summands.add(new BoxDensity.Product(box.logWeight(j), polynomials));
    }
    BoxDensity density = new BoxDensity(summands, logUnit);
    List<SimplexCell> cells = new ArrayList<>();
    for (Vertex[] simplex : simplices(network, box.sides())) {
      cells.add(new SimplexCell(simplex, density, volume));
    }
    box.triangulate(degrees, cells);
    return cells;
  }

  private static List<Vertex[]> simplices(PlainNetwork network, List<Slice> sides) {
    Vertex[] corners = new Vertex[1 << sides.size()];
    for (int corner = 0; corner < corners.length; corner++) {
      double[] z = new double[sides.size()];
      for (int q = 0; q < z.length; q++) {
        Slice side = sides.get(q);
        z[q] = KuhnTriangulation.isUpper(corner, q) ? side.upper() : side.lower();
      }
      corners[corner] = network.vertex(z);
    }
    return KuhnTriangulation.simplices(sides.size()).stream()
        .map(simplex -> Arrays.stream(simplex).mapToObj(k -> corners[k]).toArray(Vertex[]::new))
        .toList();
  }
}
