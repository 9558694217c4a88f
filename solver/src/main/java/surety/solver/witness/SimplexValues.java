package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.cell.Cell;
import surety.certificates.cell.SimplexCell;
import surety.solver.witness.Neurons.Neuron;

/** What the kernel's affine bounds, the tightest it has, say of a simplex. */
final class SimplexValues implements CellValues {
  private final SimplexCell simplex;
  private final SimplexBounds bounds;

  SimplexValues(SimplexCell simplex) {
    this.simplex = simplex;
    this.bounds = simplex.bounds(0);
  }

  @Override
  public Interval entering(Neuron neuron) {
    return bounds.entering(neuron.gate(), neuron.index());
  }

  @Override
  public Interval form(int form) {
    return Interval.of(Extremes.least(bounds.lower(form)), Extremes.greatest(bounds.upper(form)));
  }

  /** Cuts the simplex in the middle of the edge with the largest difference. */
  @Override
  public Optional<List<Cell>> cutFor(Neuron neuron) {
    double[] middle = bounds.middle(neuron.gate(), neuron.index());
    int first = 0;
    int second = 1;
    for (int i = 0; i < middle.length; i++) {
      for (int j = i + 1; j < middle.length; j++) {
        if (Math.abs(middle[i] - middle[j]) > Math.abs(middle[first] - middle[second])) {
          first = i;
          second = j;
        }
      }
    }
    int from = first;
    int to = second;
    return CellValues.parts(() -> simplex.cut(from, to, 0.5));
  }
}
