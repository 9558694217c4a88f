package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.solver.witness.Neurons.Neuron;

/** What the kernel's affine bounds say of a bounded box. */
final class BoxValues implements CellValues {
  private final BoxCell box;
  private final BoxBounds bounds;

  BoxValues(BoxCell box) {
    this.box = box;
    this.bounds = box.domain().bounds(box);
  }

  @Override
  public Interval entering(Neuron neuron) {
    return bounds.entering(neuron.gate(), neuron.index());
  }

  @Override
  public Interval form(int form) {
    return Interval.of(bounds.least(form), bounds.greatest(form));
  }

  /** Cuts the box in the middle of the coordinate along which it varies most. */
  @Override
  public Optional<List<Cell>> cutFor(Neuron neuron) {
    double[] variation = bounds.variation(neuron.gate(), neuron.index());
    int widest = 0;
    for (int q = 1; q < variation.length; q++) {
      if (variation[q] > variation[widest]) {
        widest = q;
      }
    }
    int coordinate = widest;
    return variation.length == 0
        ? Optional.empty()
        : CellValues.parts(() -> box.cut(coordinate, box.sides().get(coordinate).hull().middle()));
  }
}
