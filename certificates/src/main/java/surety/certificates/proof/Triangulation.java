package surety.certificates.proof;

import java.util.List;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.SimplexCell;
import surety.certificates.rejection.RejectedException;

/**
 * A box becomes its Kuhn simplices, in the lexicographic order of the permutations.
 *
 * @param degrees for each coordinate the degree of the density's polynomial
 */
public record Triangulation(List<Integer> degrees) implements BoxCut {
  /** Keeps its own list. */
  public Triangulation {
    degrees = List.copyOf(degrees);
  }

  @Override
  public List<SimplexCell> parts(BoxCell box) throws RejectedException {
    return box.triangulate(degrees.stream().mapToInt(Integer::intValue).toArray());
  }

  /** n! simplices; those of more coordinates than are triangulated do not matter. */
  @Override
  public long parts(int dimension) {
    long parts = 1;
    for (int k = 2; k <= Math.min(dimension, BoxCell.MOST_TRIANGULATED); k++) {
      parts *= k;
    }
    return parts;
  }
}
