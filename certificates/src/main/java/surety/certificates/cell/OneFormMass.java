package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * The mass of an event about one form in a leaf. Its thresholds, in their order D_1, ..., D_k of
 * inclusion, cut the line into D_1, D_2 without D_1, and so on to what is outside of D_k; on each
 * of these pieces the event happens everywhere or nowhere, so it is a union of runs of pieces. The
 * mass of a run is that of its upper end less that of its lower one; the first run has no lower
 * end, and the last one is below a threshold of minus the form, so that both keep the accuracy of
 * small masses.
 */
final class OneFormMass {
  private final CompiledEvent event;
  private final EvaluatedLeaf leaf;
  private final int form;
  private final List<Threshold> cuts;

  private OneFormMass(CompiledEvent event, EvaluatedLeaf leaf) {
    this.event = event;
    this.leaf = leaf;
    this.form = event.onlyForm();
    TreeSet<Threshold> sorted = new TreeSet<>();
    event.comparisons().forEach(c -> sorted.add(c.threshold()));
    this.cuts = new ArrayList<>(sorted);
  }

  /** Encloses the mass, in the leaf's units. */
  static Interval of(CompiledEvent event, EvaluatedLeaf leaf) {
    if (event instanceof CompiledEvent.Comparison c) { // mostly: one of its two pieces
      return c.isBelow()
          ? leaf.below(c.form(), false, c.threshold())
          : leaf.below(c.form(), true, c.threshold().complement());
    }
    return new OneFormMass(event, leaf).mass();
  }

  private Interval mass() {
    Interval sum = Interval.ZERO;
    int start = 0;
    while (start <= cuts.size()) {
      int end = start;
      boolean happens = happens(start);
      while (end < cuts.size() && happens(end + 1) == happens) {
        end++;
      }
      if (happens) {
        sum = sum.plus(run(start, end));
      }
      start = end + 1;
    }
    return sum;
  }

  /**
   * Whether the event happens on piece p: inside of D_(p+1) and beyond, outside of those before.
   */
  private boolean happens(int piece) {
    CompiledEvent decided =
        event.simplified(
            c -> Optional.of(piece < cuts.size() && c.threshold().compareTo(cuts.get(piece)) >= 0));
    return ((CompiledEvent.Decided) decided).happens();
  }

  /** The mass of the pieces from the first to the last one. */
  private Interval run(int first, int last) {
    if (first == 0) {
      return last == cuts.size() ? leaf.mass() : leaf.below(form, false, cuts.get(last));
    }
    if (last == cuts.size()) {
      return leaf.below(form, true, cuts.get(first - 1).complement());
    }
    Interval upTo = leaf.below(form, false, cuts.get(last));
    Interval before = leaf.below(form, false, cuts.get(first - 1));
    double upper = Math.max(0, Rounding.subtractUp(upTo.upper(), before.lower()));
    double lower = Math.max(0, Rounding.subtractDown(upTo.lower(), before.upper()));
    return new Interval(Math.min(lower, upper), upper);
  }
}
