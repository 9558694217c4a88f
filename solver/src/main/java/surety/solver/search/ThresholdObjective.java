package surety.solver.search;

import java.util.Optional;
import surety.solver.search.PlainEvent.Comparison;

/**
 * The probability of values below one threshold.
 *
 * @param inclusive whether the threshold itself counts: it may have a probability of its own
 */
public record ThresholdObjective(int row, double value, boolean inclusive) implements Objective {
  /** Of the first row. */
  public ThresholdObjective(double value, boolean inclusive) {
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
    new ProbabilityObjective(asEvent()).addWeights(bounds, factor, weights);
  }
}
