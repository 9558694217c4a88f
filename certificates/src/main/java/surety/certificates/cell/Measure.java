package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;

/**
 * Something that adds up over the leaves of a proof tree, and whose sum is bounded by theirs; or by
 * what is known of moments.
 */
interface Measure {
  /** An empty account. */
  Account open();

  /** Encloses the measure's numbers by what is known without a tree. */
  List<Enclosure> of(FormMoments moments);

  /** Encloses them by what is known of them, and by what else is known. */
  default List<Enclosure> closer(List<Enclosure> numbers, List<FormMoments> known) {
    List<Enclosure> closer = new ArrayList<>(numbers);
    for (FormMoments moments : known) {
      List<Enclosure> others = of(moments);
      for (int k = 0; k < closer.size(); k++) {
        closer.set(k, closer.get(k).intersect(others.get(k)));
      }
    }
    return closer;
  }

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
