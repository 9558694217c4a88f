package surety.certificates.cell;

import java.util.List;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledSum;

/**
 * Sums of what the leaves contribute to each threshold's event and to its complement. Neither their
 * order nor the number of threads makes a difference, and the memory that they take is bounded by
 * the number of thresholds.
 *
 * <p>Thresholds ascend, so a leaf is inside the events from some threshold on, outside up to
 * another, and undecided between.
 */
final class Tally {
  private final List<Threshold> thresholds;

  /** What is inside from threshold k on, at k. */
  private final Masses inside;

  /** What is outside before threshold k, at k. */
  private final Masses outside;

  /** What undecided leaves have below threshold k, at k. */
  private final Masses below;

  /** What they have above it. */
  private final Masses above;

  Tally(List<Threshold> thresholds) {
    this.thresholds = thresholds;
    inside = new Masses(thresholds.size() + 1);
    outside = new Masses(thresholds.size() + 1);
    below = new Masses(thresholds.size());
    above = new Masses(thresholds.size());
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
    int included = firstIncluding(greatest);
    int open = firstNotExcluding(least);
    inside.add(included, scale, mass.lower(), mass.upper());
    outside.add(open, scale, mass.lower(), mass.upper());
    for (int k = open; k < included; k++) {
      Interval part = undecided.below(thresholds.get(k));
      double upper = Math.min(part.upper(), mass.upper());
      below.add(k, scale, part.lower(), upper);
      above.add(
          k,
          scale,
          Math.max(0, Rounding.subtractDown(mass.lower(), upper)),
          Math.max(0, Rounding.subtractUp(mass.upper(), part.lower())));
    }
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
    inside.add(other.inside);
    outside.add(other.outside);
    below.add(other.below);
    above.add(other.above);
  }

  /** Sums of masses: of the event and of its complement, each from below and from above. */
  record Totals(Dyadic eventLower, Dyadic eventUpper, Dyadic restLower, Dyadic restUpper) {}

  /** The sums at each threshold. */
  Totals[] totals() {
    int count = thresholds.size();
    Dyadic[] restLower = new Dyadic[count];
    Dyadic[] restUpper = new Dyadic[count];
    Mass rest = new Mass();
    for (int k = count - 1; k >= 0; k--) {
      rest.add(outside.at(k + 1));
      Mass all = new Mass(rest, above.at(k));
      restLower[k] = all.lower.lower();
      restUpper[k] = all.upper.upper();
    }
    Totals[] totals = new Totals[count];
    Mass event = new Mass();
    for (int k = 0; k < count; k++) {
      event.add(inside.at(k));
      Mass all = new Mass(event, below.at(k));
      totals[k] = new Totals(all.lower.lower(), all.upper.upper(), restLower[k], restUpper[k]);
    }
    return totals;
  }

  /** Enclosures of masses, one for each index. */
  private static final class Masses {
    private final Mass[] masses;

    Masses(int count) {
      masses = new Mass[count];
    }

    /** Nothing yet, if nothing was added there. */
    Mass at(int index) {
      return masses[index] == null ? new Mass() : masses[index];
    }

    void add(int index, int scale, double lower, double upper) {
      if (upper > 0) {
        masses[index] = at(index);
        masses[index].lower.add(lower, scale);
        masses[index].upper.add(upper, scale);
      }
    }

    void add(Masses other) {
      for (int i = 0; i < masses.length; i++) {
        if (other.masses[i] != null) {
          masses[i] = at(i);
          masses[i].add(other.masses[i]);
        }
      }
    }
  }

  /** A sum of masses from below, and the same sum from above. */
  private static final class Mass {
    private final ScaledSum lower = new ScaledSum();
    private final ScaledSum upper = new ScaledSum();

    Mass() {}

    Mass(Mass first, Mass second) {
      add(first);
      add(second);
    }

    void add(Mass other) {
      lower.add(other.lower);
      upper.add(other.upper);
    }
  }
}
