package surety.certificates.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.ExactSum;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Sums of what the leaves contribute to each threshold's event and to its complement. All sums are
 * exact, so that neither their order nor the number of threads makes a difference.
 *
 * <p>Thresholds ascend, so a leaf is inside the events from some threshold on, outside up to
 * another, and undecided between.
 */
final class Tally {
  private final List<Threshold> thresholds;
  private final Map<Integer, Sums> sums = new TreeMap<>();

  Tally(List<Threshold> thresholds) {
    this.thresholds = thresholds;
  }

  /** What an undecided leaf contributes at a threshold. */
  interface Undecided {
    /** Encloses the leaf's mass in the event. */
    Interval below(Threshold threshold);
  }

  /**
   * Adds a leaf on which g lies between {@code least} and {@code greatest}.
   *
   * @param scale all masses are times {@code 2^scale}
   */
  void add(int scale, double least, double greatest, Interval mass, Undecided undecided) {
    Sums group = sums.computeIfAbsent(scale, key -> new Sums(thresholds.size()));
    int inside = firstIncluding(greatest);
    int open = firstNotExcluding(least);
    add(group.insideLower, inside, mass.lower());
    add(group.insideUpper, inside, mass.upper());
    add(group.outsideLower, open, mass.lower());
    add(group.outsideUpper, open, mass.upper());
    for (int k = open; k < inside; k++) {
      Interval below = undecided.below(thresholds.get(k));
      double upper = Math.min(below.upper(), mass.upper());
      add(group.belowLower, k, below.lower());
      add(group.belowUpper, k, upper);
      add(group.aboveLower, k, Math.max(0, Rounding.subtractDown(mass.lower(), upper)));
      add(group.aboveUpper, k, Math.max(0, Rounding.subtractUp(mass.upper(), below.lower())));
    }
  }

  /** Sums are made when they are needed: most groups of tiny masses have few. */
  private static void add(ExactSum[] sums, int index, double x) {
    if (x == 0) {
      return;
    }
    if (sums[index] == null) {
      sums[index] = new ExactSum();
    }
    sums[index].add(x);
  }

  private int firstIncluding(double greatest) {
    int low = 0;
    int high = thresholds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (thresholds.get(middle).includes(greatest)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int firstNotExcluding(double least) {
    int low = 0;
    int high = thresholds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (thresholds.get(middle).excludes(least)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Adds all that another tally of the same thresholds has. */
  void add(Tally other) {
    other.sums.forEach(
        (scale, group) ->
            sums.computeIfAbsent(scale, key -> new Sums(thresholds.size())).add(group));
  }

  /** Sums of masses: of the event and of its complement, each from below and from above. */
  record Totals(Dyadic eventLower, Dyadic eventUpper, Dyadic restLower, Dyadic restUpper) {
    Totals plus(Totals other) {
      return new Totals(
          eventLower.plus(other.eventLower),
          eventUpper.plus(other.eventUpper),
          restLower.plus(other.restLower),
          restUpper.plus(other.restUpper));
    }
  }

  /** The exact sums at each threshold. */
  Totals[] totals() {
    Totals[] totals = new Totals[thresholds.size()];
    Arrays.fill(totals, new Totals(Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO));
    sums.forEach((scale, group) -> group.addTo(totals, scale));
    return totals;
  }

  /** The sums of the leaves whose masses have the same scale. */
  private static final class Sums {
    private final ExactSum[] insideLower;
    private final ExactSum[] insideUpper;
    private final ExactSum[] outsideLower;
    private final ExactSum[] outsideUpper;
    private final ExactSum[] belowLower;
    private final ExactSum[] belowUpper;
    private final ExactSum[] aboveLower;
    private final ExactSum[] aboveUpper;

    Sums(int thresholds) {
      insideLower = new ExactSum[thresholds + 1];
      insideUpper = new ExactSum[thresholds + 1];
      outsideLower = new ExactSum[thresholds + 1];
      outsideUpper = new ExactSum[thresholds + 1];
      belowLower = new ExactSum[thresholds];
      belowUpper = new ExactSum[thresholds];
      aboveLower = new ExactSum[thresholds];
      aboveUpper = new ExactSum[thresholds];
    }

    void add(Sums other) {
      add(insideLower, other.insideLower);
      add(insideUpper, other.insideUpper);
      add(outsideLower, other.outsideLower);
      add(outsideUpper, other.outsideUpper);
      add(belowLower, other.belowLower);
      add(belowUpper, other.belowUpper);
      add(aboveLower, other.aboveLower);
      add(aboveUpper, other.aboveUpper);
    }

    private static void add(ExactSum[] to, ExactSum[] from) {
      for (int i = 0; i < to.length; i++) {
        if (from[i] != null) {
          to[i] = to[i] == null ? new ExactSum() : to[i];
          to[i].add(from[i]);
        }
      }
    }

    private static Dyadic value(ExactSum sum) {
      return sum == null ? Dyadic.ZERO : sum.value();
    }

    /** A leaf counted at index i is inside from threshold i on, outside before threshold i. */
    void addTo(Totals[] totals, int scale) {
      Dyadic lower = Dyadic.ZERO;
      Dyadic upper = Dyadic.ZERO;
      for (int k = 0; k < totals.length; k++) {
        lower = lower.plus(value(insideLower[k]));
        upper = upper.plus(value(insideUpper[k]));
        Dyadic below = lower.plus(value(belowLower[k]));
        Dyadic notAbove = upper.plus(value(belowUpper[k]));
        totals[k] =
            totals[k].plus(
                new Totals(below.shift(scale), notAbove.shift(scale), Dyadic.ZERO, Dyadic.ZERO));
      }
      lower = Dyadic.ZERO;
      upper = Dyadic.ZERO;
      for (int k = totals.length - 1; k >= 0; k--) {
        lower = lower.plus(value(outsideLower[k + 1]));
        upper = upper.plus(value(outsideUpper[k + 1]));
        Dyadic above = lower.plus(value(aboveLower[k]));
        Dyadic notBelow = upper.plus(value(aboveUpper[k]));
        totals[k] =
            totals[k].plus(
                new Totals(Dyadic.ZERO, Dyadic.ZERO, above.shift(scale), notBelow.shift(scale)));
      }
    }
  }
}
