package surety.solver.search;

import java.util.Collection;
import java.util.List;
import surety.solver.search.PlainEvent.Comparison;

/** The weighted sum of the gaps of several, each as it is, not divided by its range. */
public record SumObjective(List<Weighted> terms) implements Objective {
  /**
   * One of several things that are asked.
   *
   * @param weight how much a gap in it counts, at least 0
   */
  public record Weighted(double weight, Objective objective) {}

  /** Keeps its own list. */
  public SumObjective {
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
