package surety.certificates.proof;

/**
 * A simplex is cut on the edge from vertex i to vertex j, i before j, at {@code (1 - ratio) v_i +
 * ratio v_j}; the part that keeps v_i comes first.
 */
public record EdgeSplit(int i, int j, double ratio) implements Rule {
  @Override
  public long parts(int dimension) {
    return 2;
  }
}
