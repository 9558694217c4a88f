package surety.solver.search;

import java.util.Collection;
import java.util.Optional;
import surety.solver.search.PlainEvent.Comparison;

/** The probability of an event. */
public record ProbabilityObjective(PlainEvent of) implements Objective {
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
