package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.bounds.BoxForms;
import surety.certificates.bounds.CondensedNetwork;

/**
 * A box on which the network has been condensed: what it is there, and what events are there, it is
 * and they are on all boxes inside. Threads share it; what it remembers can be computed again.
 */
final class CondensedBox {
  private final CondensedNetwork network;
  private final Optional<CondensedBox> outer;
  private final BoxComparisons comparisons;
  private volatile List<Reduced> reduced = List.of();

  private record Reduced(CompiledEvent event, CompiledEvent here) {}

  /**
   * On a box.
   *
   * @param outer one that contains it, if there is one
   * @param bounds of all forms over the box
   */
  CondensedBox(
      CondensedNetwork network,
      Optional<CondensedBox> outer,
      BranchDomain domain,
      BoxForms bounds) {
    this.network = network;
    this.outer = outer;
    this.comparisons = new BoxComparisons(domain, bounds);
  }

  CondensedNetwork network() {
    return network;
  }

  /** An event that is the same as the given one on the box; kept for as long as the event is. */
  CompiledEvent reduced(CompiledEvent event) {
    Optional<CompiledEvent> known = known(event);
    return known.isPresent() ? known.get() : reduce(event);
  }

  private Optional<CompiledEvent> known(CompiledEvent event) {
    for (Reduced known : reduced) {
      if (known.event == event) {
        return Optional.of(known.here);
      }
    }
    return Optional.empty();
  }

  /** By one thread at a time, as bounds have scratch memory. */
  private synchronized CompiledEvent reduce(CompiledEvent event) {
    Optional<CompiledEvent> known = known(event);
    if (known.isPresent()) {
      return known.get();
    }
    CompiledEvent there = outer.map(box -> box.reduced(event)).orElse(event);
    CompiledEvent here = there.reduced(comparisons);
    List<Reduced> more = new ArrayList<>(reduced);
    more.add(new Reduced(event, here));
    reduced = List.copyOf(more);
    return here;
  }
}
