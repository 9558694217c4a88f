package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Cell;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.cell.Threshold;
import surety.certificates.stop.Stop;
import surety.solver.witness.Neurons.Neuron;

/** What is proven about a problem over a cell, and what is not yet. */
final class CellBounds {
  private final CellValues values;
  private int unproven;
  private double largestOverlap;
  private Optional<Neuron> costliest = Optional.empty();

  private CellBounds(CellValues values) {
    this.values = values;
  }

  /**
   * The bounds over a cell.
   *
   * @param stop asked for each neuron
   */
  static CellBounds of(ExactProblem problem, Cell cell, Stop stop) {
    CellBounds bounds = new CellBounds(CellValues.of(problem, cell));
    for (Neuron neuron : problem.neurons().all()) {
      stop.check();
      bounds.count(neuron, bounds.overlap(neuron));
    }
    return bounds;
  }

  /** How far a neuron is from being proven to be affine; 0 if it is. */
  private double overlap(Neuron neuron) {
    Activation activation = neuron.activation();
    Interval range = entering(neuron);
    if (activation.equals(Activation.RELU)) {
      return Math.min(-range.lower(), range.upper());
    }
    boolean isLinear =
        activation.sections().stream()
            .filter(section -> section.curvature() == Curvature.LINEAR)
            .anyMatch(s -> s.contains(range.lower()) && s.contains(range.upper()));
    return isLinear ? 0 : activation.enclose(range).width();
  }

  private void count(Neuron neuron, double overlap) {
    if (overlap > 0) {
      unproven++;
      if (overlap > largestOverlap && values.canCutFor(neuron)) {
        largestOverlap = overlap;
        costliest = Optional.of(neuron);
      }
    }
  }

  /** How many neurons there are of which no linear piece is proven. */
  int unproven() {
    return unproven;
  }

  /**
   * Two parts of the cell, cut so that the neuron whose piece is the least clear varies less in
   * each; empty if all are proven, so that the network is affine over the cell, or if it is too
   * small.
   */
  Optional<List<Cell>> split() {
    return costliest.flatMap(values::cutFor);
  }

  /** Contains all values that enter a neuron. */
  Interval entering(Neuron neuron) {
    return values.entering(neuron);
  }

  /** Contains all values of a form in the cell. */
  Interval form(int form) {
    return values.form(form);
  }

  /** How far beyond its thresholds the bounds let an event go; at most 0 if nowhere. */
  double promise(CompiledEvent event) {
    if (event instanceof CompiledEvent.Combination of) {
      return of.parts().stream()
          .mapToDouble(this::promise)
          .reduce(of.all() ? Math::min : Math::max)
          .orElse(0);
    }
    if (event instanceof CompiledEvent.Comparison c) {
      Interval form = form(c.form());
      Threshold t = c.threshold();
      return c.isBelow() ? t.outer() - form.lower() : form.upper() - t.inner();
    }
    return event.equals(CompiledEvent.Decided.ALWAYS) ? Double.POSITIVE_INFINITY : 0;
  }

  /** What the bounds leave of an event; comparisons with thresholds are exact. */
  CompiledEvent open(CompiledEvent event) {
    return event.simplified(c -> decided(form(c.form()), c.threshold()));
  }

  private static Optional<Boolean> decided(Interval form, Threshold threshold) {
    if (threshold.includes(form.upper())) {
      return Optional.of(true);
    }
    return threshold.excludes(form.lower()) ? Optional.of(false) : Optional.empty();
  }
}
