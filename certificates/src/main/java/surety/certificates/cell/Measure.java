package surety.certificates.cell;

import java.util.List;
import surety.certificates.arithmetic.Enclosure;

/** Something that adds up over the leaves of a proof tree, and whose sum is bounded by theirs. */
interface Measure {
  /** An empty account. */
  Account open();

  /** What leaves have contributed so far. Not thread safe. */
  interface Account {
    /** Adds a leaf. */
    void add(EvaluatedLeaf leaf);

    /** Adds all that another account of the same measure has. */
    void addAll(Account other);

    /**
     * Encloses the measure's numbers, when all leaves of a tree have been added.
     *
     * @param tails what is outside of the root box
     */
    List<Enclosure> bounds(Tails tails);
  }
}
