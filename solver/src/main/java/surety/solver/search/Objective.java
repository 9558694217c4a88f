package surety.solver.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import surety.solver.search.PlainEvent.Comparison;

/**
 * What is asked about the rows of a network: probabilities, a cdf, means, or a weighted sum of such
 * things.
 */
public interface Objective {

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
}
