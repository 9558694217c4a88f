package surety.solver.search;

import java.util.Collection;
import surety.solver.search.PlainEvent.Comparison;

/**
 * The integral of a row's values, less a centre, over an event: where that is open, its share times
 * the range, or the mean of all values minus the same for the complement.
 *
 * @param given {@link PlainEvent#always} for the mean
 */
public record MeanObjective(int row, double centre, PlainEvent given) implements Objective {
  /** The mean of all values. */
  public MeanObjective(int row, double centre) {
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
    new ProbabilityObjective(given)
        .addWeights(bounds, factor * bounds.distance(row, centre), weights);
  }

  @Override
  public void addOpenAtoms(RowBounds bounds, Collection<Comparison> atoms) {
    EventShare.open(given, bounds).addAtoms(atoms);
  }
}
