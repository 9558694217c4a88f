package surety.solver.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import surety.solver.search.PlainEvent.And;
import surety.solver.search.PlainEvent.Comparison;
import surety.solver.search.PlainEvent.Not;

/**
 * The probabilities that each of several rows is below a threshold of its own, at all points of a
 * grid of thresholds, and that a condition holds; for a condition also the probabilities that the
 * rows are not, and it holds. The gap is the sum over the points.
 *
 * <p>The same enumeration as the kernel's: on a cell the events of an axis happen nowhere before
 * some place and everywhere from another one on; points that differ only in places of the latter
 * kind have the same gap.
 *
 * @param weight of all gaps: for a condition one over its probability, about
 */
public record JointCdf(List<Axis> axes, PlainEvent given, double weight) implements CdfObjective {
  /** Keeps its own list. */
  public JointCdf {
    axes = List.copyOf(axes);
  }

  /** With gaps as they are. */
  public JointCdf(List<Axis> axes, PlainEvent given) {
    this(axes, given, 1);
  }

  /**
   * The events of one row, each implied by the one before: {@code row <= t} for ascending
   * thresholds, or {@code row >= t} for descending ones.
   *
   * @param always the number of events behind them that always happen
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Axis(int row, boolean isBelow, double[] thresholds, int always) {
    int size() {
      return thresholds.length + always;
    }

    private Comparison comparison(int k) {
      return new Comparison(row, thresholds[k], isBelow);
    }

    private PlainEvent event(int k) {
      return isBelow ? comparison(k) : new Not(comparison(k));
    }

    private Share share(RowBounds bounds, int k) {
      Share below = bounds.below(row, thresholds[k], isBelow);
      return isBelow ? below : below.complement();
    }

    private Places places(RowBounds bounds) {
      if (thresholds.length == 0) {
        return new Places(0, 0, size());
      }
      double least = isBelow ? bounds.least(row) : -bounds.greatest(row);
      double greatest = isBelow ? bounds.greatest(row) : -bounds.least(row);
      return new Places(firstAbove(least, true), firstAbove(greatest, false), size());
    }

    private int firstAbove(double value, boolean inclusive) {
      int low = 0;
      int high = thresholds.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        double t = isBelow ? thresholds[middle] : -thresholds[middle];
        if (t > value || (inclusive && t == value)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }
  }

  /**
   * What is known of an axis on a cell.
   *
   * @param first the first place that may happen
   * @param from the first one that happens everywhere, as those behind it do
   */
  private record Places(int first, int from, int size) {
    int open() {
      return from - first;
    }

    /** How many may happen. */
    int reached() {
      return size - first;
    }

    int everywhere() {
      return size - from;
    }
  }

  private List<Places> places(RowBounds bounds) {
    List<Places> places = new ArrayList<>(axes.size());
    for (Axis axis : axes) {
      places.add(axis.places(bounds));
    }
    return places;
  }

  private interface Visitor {
    /** Of all points with these places: from there on in the axes that are not open. */
    void visit(int[] place, int open, double gap);
  }

  /** Visits all points that are not decided but for the condition. */
  private void visit(RowBounds bounds, List<Places> places, Share condition, Visitor visitor) {
    new Walk(bounds, places, condition, visitor, isOfDifferentRows() && condition.isAll())
        .from(0, 0, new int[axes.size()], Share.ALL);
  }

  private boolean isOfDifferentRows() {
    Set<Integer> rows = new HashSet<>();
    return axes.size() == 1 || axes.stream().map(Axis::row).allMatch(rows::add);
  }

  private final class Walk {
    private final RowBounds bounds;
    private final List<Places> places;
    private final Share condition;
    private final Visitor visitor;
    private final boolean isPlain;
    private final List<List<Share>> shares = new ArrayList<>();

    Walk(RowBounds bounds, List<Places> places, Share condition, Visitor visitor, boolean isPlain) {
      this.bounds = bounds;
      this.places = places;
      this.condition = condition;
      this.visitor = visitor;
      this.isPlain = isPlain;
      for (int i = 0; i < places.size(); i++) {
        List<Share> own = new ArrayList<>(places.get(i).open());
        for (int k = places.get(i).first(); k < places.get(i).from(); k++) {
          own.add(axes.get(i).share(bounds, k));
        }
        shares.add(own);
      }
    }

    void from(int i, int open, int[] place, Share share) {
      if (i == place.length) {
        if (open != 0) {
          visitor.visit(place, open, isPlain ? share.gap() : gap(open, place));
        }
        return;
      }
      Places own = places.get(i);
      for (int k = own.first(); k < own.from(); k++) {
        place[i] = k;
        from(i + 1, open | 1 << i, place, share.and(shares.get(i).get(k - own.first())));
      }
      if (own.everywhere() > 0) {
        place[i] = own.from();
        from(i + 1, open, place, share);
      }
    }

    /** In addition to what the condition has alone. */
    private double gap(int open, int[] place) {
      List<PlainEvent> events = new ArrayList<>();
      for (int i = 0; i < place.length; i++) {
        if ((open & 1 << i) != 0) {
          events.add(axes.get(i).event(place[i]));
        }
      }
      PlainEvent all = new And(events);
      if (condition.isAll()) {
        return EventShare.of(all, bounds).gap();
      }
      double inside = EventShare.of(new And(List.of(all, given)), bounds).gap();
      double outside = EventShare.of(new And(List.of(new Not(all), given)), bounds).gap();
      return Math.max(0, inside + outside - condition.gap());
    }
  }

  @Override
  public boolean isDecided(RowBounds bounds) {
    Share condition = EventShare.of(given, bounds);
    if (!condition.isAll()) {
      return condition.isNone();
    }
    List<Places> places = places(bounds);
    return places.stream().allMatch(own -> own.open() == 0)
        || places.stream().anyMatch(own -> own.reached() == 0);
  }

  @Override
  public double gap(RowBounds bounds) {
    Share condition = EventShare.of(given, bounds);
    if (condition.isNone()) {
      return 0;
    }
    List<Places> places = places(bounds);
    double[] sum = {condition.gap() * points()};
    visit(
        bounds,
        places,
        condition,
        (place, open, gap) -> {
          double points = 1;
          for (int i = 0; i < place.length; i++) {
            points *= (open & 1 << i) != 0 ? 1 : places.get(i).everywhere();
          }
          sum[0] += points * gap;
        });
    return weight * sum[0];
  }

  @Override
  public double worth(RowBounds bounds) {
    return weight;
  }

  @Override
  public int points() {
    return axes.stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
  }

  @Override
  public double range() {
    return Math.max(1, points());
  }

  @Override
  public void addGaps(RowBounds bounds, double mass, double[] sums) {
    Share condition = EventShare.of(given, bounds);
    if (condition.isNone()) {
      return;
    }
    for (int index = 0; condition.gap() > 0 && index < sums.length; index++) {
      sums[index] += weight * mass * condition.gap();
    }
    visit(
        bounds,
        places(bounds),
        condition,
        (place, open, gap) -> {
          if (gap > 0) {
            addToAll(place, open, 0, 0, weight * mass * gap, sums);
          }
        });
  }

  private void addToAll(int[] place, int open, int i, int index, double gap, double[] sums) {
    if (i == place.length) {
      sums[index] += gap;
      return;
    }
    int size = axes.get(i).size();
    int end = (open & 1 << i) != 0 ? place[i] + 1 : size;
    for (int k = place[i]; k < end; k++) {
      addToAll(place, open, i + 1, index * size + k, gap, sums);
    }
  }

  @Override
  public void addWeights(RowBounds bounds, double of, double[] weights) {
    double factor = of * weight;
    Share condition = EventShare.of(given, bounds);
    if (condition.isNone()) {
      return;
    }
    if (!condition.isAll()) {
      new ProbabilityObjective(given).addWeights(bounds, factor * points(), weights);
    }
    List<Places> places = places(bounds);
    for (int i = 0; i < axes.size(); i++) {
      int row = axes.get(i).row();
      double range = bounds.greatest(row) - bounds.least(row);
      double points = places.get(i).open();
      for (int j = 0; j < axes.size(); j++) {
        points *= j == i ? 1 : places.get(j).reached();
      }
      weights[row] += range > 0 ? factor * points / range : 0;
    }
  }

  /** Of each axis the one in the middle of those that are open; nothing if one axis decides all. */
  @Override
  public void addOpenAtoms(RowBounds bounds, Collection<Comparison> atoms) {
    PlainEvent condition = EventShare.open(given, bounds);
    List<Comparison> middle = new ArrayList<>();
    List<Places> places = places(bounds);
    for (int i = 0; i < axes.size(); i++) {
      Places own = places.get(i);
      if (own.reached() == 0) {
        return;
      }
      if (own.open() > 0) {
        middle.add(axes.get(i).comparison((own.first() + own.from()) >>> 1));
      }
    }
    if (middle.size() + condition.atoms().size() > 1) {
      atoms.addAll(middle);
      condition.addAtoms(atoms);
    }
  }
}
