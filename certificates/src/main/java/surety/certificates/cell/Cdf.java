package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;

/**
 * The probabilities of a form's being below each of many thresholds.
 *
 * @param events ascending: those below a threshold, of one form, before them events that never
 *     happen, and behind them ones that always do
 */
record Cdf(List<CompiledEvent> events) implements Measure {
  /** Keeps its own list. */
  Cdf {
    events = List.copyOf(events);
  }

  @Override
  public Account open() {
    return new Tally(events);
  }

  /**
   * Sums over the leaves. Thresholds ascend, so a leaf is inside the events from some threshold on,
   * outside up to another, and undecided between: it is added once for either, and for each of
   * those between.
   */
  private static final class Tally implements Account {
    private final List<CompiledEvent> events;
    private final List<CompiledEvent.Comparison> open;

    /** What is inside from threshold k on, at k. */
    private final Sums inside;

    /** What is outside before threshold k, at k. */
    private final Sums outside;

    /** What undecided leaves have below threshold k, at k. */
    private final Sums below;

    /** What they have above it. */
    private final Sums above;

    Tally(List<CompiledEvent> events) {
      this.events = events;
      this.open =
          events.stream()
              .filter(CompiledEvent.Comparison.class::isInstance)
              .map(CompiledEvent.Comparison.class::cast)
              .toList();
      inside = new Sums(open.size() + 1);
      outside = new Sums(open.size() + 1);
      below = new Sums(open.size());
      above = new Sums(open.size());
    }

    @Override
    public void add(EvaluatedLeaf leaf) {
      if (open.isEmpty()) {
        return;
      }
      Interval range = leaf.range(open.get(0).form());
      int included = firstIncluding(range.upper());
      int first = firstNotExcluding(range.lower());
      inside.at(included).add(leaf.mass(), leaf.scale());
      outside.at(first).add(leaf.mass(), leaf.scale());
      for (int k = first; k < included; k++) {
        EventMass mass = EventMass.of(open.get(k), leaf);
        below.at(k).add(mass.inside(), leaf.scale());
        above.at(k).add(mass.outside(), leaf.scale());
      }
    }

    private int firstIncluding(double greatest) {
      int low = 0;
      int high = open.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (open.get(middle).threshold().includes(greatest)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    private int firstNotExcluding(double least) {
      int low = 0;
      int high = open.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (open.get(middle).threshold().excludes(least)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    @Override
    public void addAll(Account other) {
      Tally tally = (Tally) other;
      inside.add(tally.inside);
      outside.add(tally.outside);
      below.add(tally.below);
      above.add(tally.above);
    }

    @Override
    public List<Enclosure> bounds(Tails tails) {
      EnclosedSum[] rests = new EnclosedSum[open.size()];
      EnclosedSum rest = new EnclosedSum();
      for (int k = rests.length - 1; k >= 0; k--) {
        rest.add(outside.at(k + 1));
        rests[k] = sum(rest, above.at(k));
      }
      List<Enclosure> bounds = new ArrayList<>();
      EnclosedSum event = new EnclosedSum();
      int k = 0;
      for (CompiledEvent asked : events) {
        if (asked instanceof CompiledEvent.Comparison) {
          event.add(inside.at(k));
          EnclosedSum all = sum(event, below.at(k));
          bounds.add(EventProbability.probability(asked, all, rests[k], tails));
          k++;
        } else {
          bounds.add(EventProbability.probability(asked, event, event, tails));
        }
      }
      return bounds;
    }

    private static EnclosedSum sum(EnclosedSum a, EnclosedSum b) {
      EnclosedSum sum = new EnclosedSum();
      sum.add(a);
      sum.add(b);
      return sum;
    }
  }

  /** Sums, one for each index; most of them stay empty. */
  private static final class Sums {
    private final EnclosedSum[] sums;

    Sums(int count) {
      sums = new EnclosedSum[count];
    }

    EnclosedSum at(int index) {
      if (sums[index] == null) {
        sums[index] = new EnclosedSum();
      }
      return sums[index];
    }

    void add(Sums other) {
      for (int k = 0; k < sums.length; k++) {
        if (other.sums[k] != null) {
          at(k).add(other.sums[k]);
        }
      }
    }
  }
}
