package surety.solver.search;

/** A proof tree that no search of this kind makes, so that none can go on from it. */
public final class OtherTreeException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param message of what is in the tree, for the end of a sentence
   */
  public OtherTreeException(String message) {
    super(message);
  }
}
