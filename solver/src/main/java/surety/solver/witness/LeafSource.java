package surety.solver.witness;

import java.io.IOException;
import surety.certificates.rejection.RejectedException;

/** Cells, to be gone through from the start as often as needed. */
@FunctionalInterface
public interface LeafSource {
  /** Of no leaves at all. */
  LeafSource NONE = visitor -> true;

  /** Takes cells until it has enough. */
  @FunctionalInterface
  interface Visitor {
    /** Takes a cell; whether it wants another one. */
    boolean visit(Leaf leaf);
  }

  /**
   * Hands out all cells in order, unless the visitor stops it.
   *
   * @return whether all have been handed out
   */
  boolean visit(Visitor visitor) throws IOException, RejectedException;
}
