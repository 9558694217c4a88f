package surety.solver.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import surety.solver.search.PlainEvent.Comparison;

/**
 * What is asked about the rows of a network: probabilities, a cdf, means, or a weighted sum of such
 * things.
 */
public sealed interface Objective {

  /** How much a cell matters, per unit of its mass. */
  double gap(RowBounds bounds);

  /**
   * What a unit of mass of which nothing is known may change, at most: how much it matters that the
   * density of a cell is known by an enclosure only. It is 1 for probabilities.
   */
  default double worth(RowBounds bounds) {
    return 1;
  }

  /** What the sum of {@code mass x gap} over all cells is to be divided by for the mean gap. */
  default double range() {
    return 1;
  }

  /**
   * Whether the density does not matter in a cell, because nothing is open there but the cell's
   * mass.
   */
  default boolean isDecided(RowBounds bounds) {
    return false;
  }

  /** The event, if all that is asked is its probability. */
  default Optional<PlainEvent> event() {
    return Optional.empty();
  }

  /**
   * Adds to the weight of each row how much the gap grows with the distance of the row's bounds, in
   * a cell.
   */
  void addWeights(RowBounds bounds, double factor, double[] weights);

  /** One weight for each row: how much the gap grows with the distance of its bounds. */
  default double[] weights(RowBounds bounds, int rows) {
    double[] weights = new double[rows];
    if (rows == 1) {
      Arrays.fill(weights, 1); // no other to be compared with
    } else {
      addWeights(bounds, 1, weights);
    }
    return weights;
  }

  /** A lower bound of the share of the event, if all that is asked is its probability; else 0. */
  default double lower(RowBounds bounds) {
    Optional<PlainEvent> event = event();
    return event.isPresent() ? EventShare.of(event.get(), bounds).lower() : 0;
  }

  /**
   * Adds the comparisons that would have to be decided in a cell if the rows' bounds were exact.
   */
  default void addOpenAtoms(RowBounds bounds, Collection<Comparison> atoms) {}

  /** The probability of an event. */
  record Probability(PlainEvent of) implements Objective {
    @Override
    public double gap(RowBounds bounds) {
      return EventShare.of(of, bounds).gap();
    }

    @Override
    public boolean isDecided(RowBounds bounds) {
      return EventShare.of(of, bounds).isDecided();
    }

    @Override
    public Optional<PlainEvent> event() {
      return Optional.of(of);
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      for (Comparison atom : EventShare.open(of, bounds).atoms()) {
        double range = bounds.greatest(atom.row()) - bounds.least(atom.row());
        weights[atom.row()] += range > 0 ? factor / range : 0;
      }
    }

    @Override
    public void addOpenAtoms(RowBounds bounds, Collection<Comparison> atoms) {
      PlainEvent open = EventShare.open(of, bounds);
      if (EventShare.rows(open) > 1) {
        open.addAtoms(atoms);
      }
    }
  }

  /**
   * The probability of values below one threshold.
   *
   * @param inclusive whether the threshold itself counts: it may have a probability of its own
   */
  record Threshold(int row, double value, boolean inclusive) implements Objective {
    /** Of the first row. */
    public Threshold(double value, boolean inclusive) {
      this(0, value, inclusive);
    }

    Share share(RowBounds bounds) {
      return bounds.below(row, value, inclusive);
    }

    @Override
    public double gap(RowBounds bounds) {
      return share(bounds).gap();
    }

    @Override
    public boolean isDecided(RowBounds bounds) {
      return share(bounds).isDecided();
    }

    @Override
    public Optional<PlainEvent> event() {
      return Optional.of(asEvent());
    }

    private PlainEvent asEvent() {
      return new Comparison(row, value, inclusive);
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      new Probability(asEvent()).addWeights(bounds, factor, weights);
    }
  }

  /** Probabilities at several points. */
  non-sealed interface Cdf extends Objective {
    /** How many. */
    int points();

    /** Adds to the gap at each point what a cell adds to it. */
    void addGaps(RowBounds bounds, double mass, double[] sums);
  }

  /** The probabilities of values below several thresholds of one row. */
  sealed interface Line extends Cdf {
    int row();

    /** Ascending, at least one. */
    double[] thresholds();

    @Override
    default int points() {
      return thresholds().length;
    }

    @Override
    default void addGaps(RowBounds bounds, double mass, double[] sums) {
      double[] thresholds = thresholds();
      double greatest = bounds.greatest(row());
      int from = Arrays.binarySearch(thresholds, bounds.least(row()));
      for (int k = from < 0 ? -from - 1 : from;
          k < thresholds.length && thresholds[k] <= greatest;
          k++) {
        sums[k] += mass * bounds.below(row(), thresholds[k], true).gap();
      }
    }
  }

  /**
   * The cdf at a few thresholds: what lies between them does not matter.
   *
   * @param each the thresholds one by one
   */
  record Points(List<Threshold> each) implements Line {
    /** With more of them the area between the bounds is as good, and quicker. */
    public static final int MOST = 16;

    /** Keeps its own list. */
    public Points {
      each = List.copyOf(each);
    }

    @Override
    public double gap(RowBounds bounds) {
      double least = bounds.least(row());
      double greatest = bounds.greatest(row());
      double sum = 0;
      for (Threshold threshold : each) {
        if (least <= threshold.value && threshold.value <= greatest) {
          sum += threshold.gap(bounds);
        }
      }
      return sum;
    }

    @Override
    public int row() {
      return each.get(0).row();
    }

    @Override
    public double[] thresholds() {
      return each.stream().mapToDouble(Threshold::value).toArray();
    }

    @Override
    public double range() {
      return each.size();
    }

    @Override
    public boolean isDecided(RowBounds bounds) {
      return each.stream().allMatch(threshold -> threshold.isDecided(bounds));
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      each.forEach(threshold -> threshold.addWeights(bounds, factor, weights));
    }
  }

  /**
   * The cdf at thresholds, and between them: the area between its bounds. From -infinity to t that
   * is the mean of max(t - g, 0).
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Band(int row, double[] thresholds) implements Line {
    /** Of the first row. */
    public Band(double[] thresholds) {
      this(0, thresholds);
    }

    @Override
    public double gap(RowBounds bounds) {
      return isNear(bounds) ? bounds.meanWidth(row) : 0;
    }

    private boolean isNear(RowBounds bounds) {
      return bounds.greatest(row) > thresholds[0]
          && bounds.least(row) <= thresholds[thresholds.length - 1];
    }

    @Override
    public boolean isDecided(RowBounds bounds) {
      return bounds.below(row, thresholds[0], true).isAll()
          || bounds.below(row, thresholds[thresholds.length - 1], true).isNone();
    }

    @Override
    public double range() {
      double range = thresholds[thresholds.length - 1] - thresholds[0];
      return range > 0 ? range : Double.MIN_NORMAL;
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      weights[row] += isNear(bounds) ? factor : 0;
    }
  }

  /**
   * The cdf of one row around a threshold: the mean gap between two others next to it.
   *
   * @param upper above {@code lower}
   */
  record Near(int row, double lower, double upper) implements Objective {
    @Override
    public double gap(RowBounds bounds) {
      return isNear(bounds) ? Math.min(1, bounds.meanWidth(row) / (upper - lower)) : 0;
    }

    private boolean isNear(RowBounds bounds) {
      return bounds.greatest(row) > lower && bounds.least(row) <= upper;
    }

    @Override
    public boolean isDecided(RowBounds bounds) {
      return bounds.below(row, lower, true).isAll() || bounds.below(row, upper, true).isNone();
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      weights[row] += isNear(bounds) ? factor / (upper - lower) : 0;
    }
  }

  /** The mean of what a row's values are above a threshold, of those that are. */
  record Excess(int row, double threshold) implements Objective {
    @Override
    public double gap(RowBounds bounds) {
      return Math.min(bounds.meanWidth(row), worth(bounds));
    }

    @Override
    public double worth(RowBounds bounds) {
      return Math.max(0, bounds.greatest(row) - threshold);
    }

    @Override
    public boolean isDecided(RowBounds bounds) {
      return bounds.below(row, threshold, true).isAll();
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      weights[row] += bounds.greatest(row) > threshold ? factor : 0;
    }
  }

  /**
   * The integral of a row's values, less a centre, over an event: where that is open, its share
   * times the range, or the mean of all values minus the same for the complement.
   *
   * @param given {@link PlainEvent#always} for the mean
   */
  record Mean(int row, double centre, PlainEvent given) implements Objective {
    /** The mean of all values. */
    public Mean(int row, double centre) {
      this(row, centre, PlainEvent.always());
    }

    @Override
    public double worth(RowBounds bounds) {
      return EventShare.of(given, bounds).isNone() ? 0 : bounds.distance(row, centre);
    }

    @Override
    public boolean isDecided(RowBounds bounds) {
      return EventShare.of(given, bounds).isNone();
    }

    @Override
    public double gap(RowBounds bounds) {
      Share share = EventShare.of(given, bounds);
      if (share.isNone()) {
        return 0;
      }
      double width = bounds.meanWidth(row);
      return share.isAll()
          ? width
          : Math.min(gap(share, bounds), width + gap(share.complement(), bounds));
    }

    /** The gap of the share times the range. */
    private double gap(Share share, RowBounds bounds) {
      double least = bounds.least(row) - centre;
      double greatest = bounds.greatest(row) - centre;
      return Math.max(share.lower() * greatest, share.upper() * greatest)
          - Math.min(share.lower() * least, share.upper() * least);
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      Share share = EventShare.of(given, bounds);
      weights[row] += factor * share.upper();
      new Probability(given).addWeights(bounds, factor * bounds.distance(row, centre), weights);
    }

    @Override
    public void addOpenAtoms(RowBounds bounds, Collection<Comparison> atoms) {
      EventShare.open(given, bounds).addAtoms(atoms);
    }
  }

  /** The mean of {@code (first - m) (second - k)} for two rows, which may be the same. */
  record Product(int first, double m, int second, double k) implements Objective {
    @Override
    public double gap(RowBounds bounds) {
      return bounds.productWidth(first, m, second, k);
    }

    @Override
    public double worth(RowBounds bounds) {
      return bounds.distance(first, m) * bounds.distance(second, k);
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      weights[first] += factor * bounds.distance(second, k);
      weights[second] += factor * bounds.distance(first, m);
    }
  }

  /**
   * One of several things that are asked.
   *
   * @param weight how much a gap in it counts, at least 0
   */
  record Weighted(double weight, Objective objective) {}

  /** The weighted sum of the gaps of several, each as it is, not divided by its range. */
  record Sum(List<Weighted> terms) implements Objective {
    /** Keeps its own list. */
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public double gap(RowBounds bounds) {
      double sum = 0;
      for (Weighted term : terms) {
        sum += term.weight() * term.objective().gap(bounds);
      }
      return sum;
    }

    @Override
    public double worth(RowBounds bounds) {
      double sum = 0;
      for (Weighted term : terms) {
        sum += term.weight() * term.objective().worth(bounds);
      }
      return sum;
    }

    @Override
    public boolean isDecided(RowBounds bounds) {
      return terms.stream().allMatch(term -> term.objective().isDecided(bounds));
    }

    @Override
    public void addWeights(RowBounds bounds, double factor, double[] weights) {
      for (Weighted term : terms) {
        term.objective().addWeights(bounds, factor * term.weight(), weights);
      }
    }

    @Override
    public void addOpenAtoms(RowBounds bounds, Collection<Comparison> atoms) {
      for (Weighted term : terms) {
        if (term.weight() > 0) {
          term.objective().addOpenAtoms(bounds, atoms);
        }
      }
    }
  }
}
