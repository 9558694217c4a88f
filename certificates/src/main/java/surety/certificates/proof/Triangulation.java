package surety.certificates.proof;

import java.util.List;

/**
 * A box becomes its Kuhn simplices, in the lexicographic order of the permutations.
 *
 * @param degrees for each coordinate the degree of the density's polynomial
 */
public record Triangulation(List<Integer> degrees) implements Rule {
  /** Keeps its own list. */
  public Triangulation {
    degrees = List.copyOf(degrees);
  }
}
