package surety.certificates.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.statement.BandClaim;

/**
 * The probabilities that each of several forms is below a threshold of its own, at all points of a
 * grid of thresholds, and that a condition holds. With A the event of a point and b the condition
 * its numbers are the probabilities of {@code A and b} at all points; behind them, unless b always
 * holds, those of {@code not A and b}.
 *
 * @param axes for each form its events, ascending: each implies the next one. They are comparisons
 *     of one form, before them events that never happen, and behind them ones that always do
 * @param given the condition
 */
record Cdf(List<List<CompiledEvent>> axes, CompiledEvent given) implements Measure {
  /** Keeps its own lists. */
  Cdf {
    axes = axes.stream().map(List::copyOf).toList();
  }

  /** Whether no two axes compare the same form. */
  private boolean hasDifferentForms() {
    Set<Integer> forms = new HashSet<>();
    return axes.stream().flatMap(events -> formsOf(events)).allMatch(forms::add);
  }

  private static Stream<Integer> formsOf(List<CompiledEvent> events) {
    return events.stream()
        .flatMap(event -> event.comparisons().stream().map(CompiledEvent.Comparison::form))
        .distinct();
  }

  boolean isConditional() {
    return !given.equals(CompiledEvent.Decided.ALWAYS);
  }

  @Override
  public Account open() {
    return new Tally();
  }

  @Override
  public List<Enclosure> of(FormMoments moments) {
    Map<Integer, Map<Threshold, Interval>> known = new HashMap<>(); // each is at many points
    BiFunction<Integer, Threshold, Interval> below =
        (form, threshold) ->
            known
                .computeIfAbsent(form, f -> new HashMap<>())
                .computeIfAbsent(threshold, t -> moments.probability(form, t));
    List<Enclosure> bounds = new ArrayList<>();
    List<Enclosure> others = new ArrayList<>();
    for (List<CompiledEvent> point : BandClaim.grid(axes)) {
      CompiledEvent event = CompiledEvent.combination(true, point);
      bounds.add(Enclosure.of(EventProbability.probability(event.and(given), below)));
      if (isConditional()) {
        others.add(Enclosure.of(EventProbability.probability(event.negated().and(given), below)));
      }
    }
    bounds.addAll(others);
    return bounds;
  }

  /**
   * Sums over the leaves, of masses in the condition. At a point before {@code first_i} of a leaf
   * in some coordinate i, A happens nowhere on the leaf, and all its mass is outside: that of all
   * leaves less that of those that reach the point, so each leaf is noted once, at {@code first}.
   * At any other point let S be the coordinates in which it lies before {@code from_i}. In these it
   * is at a place that is open, in the others at or behind {@code from_i}: there the event of the
   * axis happens everywhere, so that A is that the events of S happen. So for each S and each
   * choice of open places for it all these points have the same mass in A, and the same outside of
   * it; for no S at all everything is inside. As each point has one S and one such choice, each
   * leaf's mass enters each point's sums exactly once.
   */
  private final class Tally implements Account {
    private final int[] sizes = axes.stream().mapToInt(List::size).toArray();
    private final boolean isOfDifferentForms = hasDifferentForms();

    /** Of all leaves. */
    private final EnclosedSum all = new EnclosedSum();

    /** Of all leaves, outside of the condition. */
    private final EnclosedSum excluded = new EnclosedSum();

    /** Of the leaves where A may happen. */
    private final GridSum reaching = new GridSum(sizes);

    /** In A. */
    private final GridSum inside = new GridSum(sizes);

    /** Outside of A, of the leaves where it may happen. */
    private final GridSum outside = new GridSum(sizes);

    @Override
    public void add(EvaluatedLeaf leaf) {
      CdfLeaf seen = new CdfLeaf(Cdf.this, isOfDifferentForms, leaf);
      int scale = leaf.scale();
      all.add(seen.mass().inside(), scale);
      excluded.add(seen.mass().outside(), scale);
      for (int i = 0; i < sizes.length; i++) {
        if (seen.first()[i] == sizes[i]) {
          return; // reaches no point
        }
      }
      if (seen.mass().inside().upper() > 0) {
        reaching.add(seen.first(), 0, seen.mass().inside(), scale);
        seen.visit(
            (place, open, mass) -> {
              inside.add(place, open, mass.inside(), scale);
              outside.add(place, open, mass.outside(), scale);
            });
      }
    }

    @Override
    public void addAll(Account other) {
      Tally tally = (Tally) other;
      all.add(tally.all);
      excluded.add(tally.excluded);
      reaching.add(tally.reaching);
      inside.add(tally.inside);
      outside.add(tally.outside);
    }

    @Override
    public List<Enclosure> bounds(Tails tails) {
      EnclosedSum[] reach = reaching.totals();
      EnclosedSum[] in = inside.totals();
      EnclosedSum[] out = outside.totals();
      List<List<CompiledEvent>> points = BandClaim.grid(axes);
      List<Enclosure> bounds = new ArrayList<>();
      List<Enclosure> others = new ArrayList<>();
      for (int k = 0; k < points.size(); k++) {
        CompiledEvent event = CompiledEvent.combination(true, points.get(k));
        EnclosedSum.Bounds x = in[k].bounds();
        EnclosedSum.Bounds y = out[k].bounds().plus(all.without(reach[k]));
        EnclosedSum.Bounds z = excluded.bounds();
        bounds.add(EventProbability.probability(event.and(given), x, y.plus(z), tails));
        if (isConditional()) {
          others.add(EventProbability.probability(event.negated().and(given), y, x.plus(z), tails));
        }
      }
      bounds.addAll(others);
      return bounds;
    }
  }
}
