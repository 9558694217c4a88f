package surety.certificates.proof;

/** What a proof tree says of one cell: how it is cut, or that it is a leaf. */
public sealed interface Rule permits BoxCut, EdgeSplit, BoxLeaf, SimplexLeaf, Hole {
  /**
   * How many cells it makes of one.
   *
   * @param dimension number of coordinates
   */
  long parts(int dimension);
}
