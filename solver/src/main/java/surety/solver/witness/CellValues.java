package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.SimplexCell;
import surety.certificates.rejection.RejectedException;
import surety.solver.witness.Neurons.Neuron;

/** What the kernel proves about a problem's forms and neurons over a cell. */
interface CellValues {
  /** Of a cell of the problem, which may be an unbounded box. */
  static CellValues of(ExactProblem problem, Cell cell) {
    if (cell instanceof SimplexCell simplex) {
      return new SimplexValues(simplex);
    }
    BoxCell box = (BoxCell) cell;
    return box.sides().stream().allMatch(side -> side.hull().isBounded())
        ? new BoxValues(box)
        : new UnboundedValues(problem, box);
  }

  /** Contains all that enters a neuron in the cell. */
  Interval entering(Neuron neuron);

  /** Contains all values of a form in the cell. */
  Interval form(int form);

  /** Whether it is known how what enters a neuron varies. */
  default boolean canCutFor(Neuron neuron) {
    return true;
  }

  /**
   * Two parts of the cell, which is cut where what enters a neuron varies most; empty if it is too
   * small.
   *
   * @param neuron one for which it can be cut
   */
  Optional<List<Cell>> cutFor(Neuron neuron);

  /** A way to cut a cell that the kernel may refuse. */
  interface Cut {
    List<? extends Cell> parts() throws RejectedException;
  }

  /** The parts, unless the cell is too small. */
  static Optional<List<Cell>> parts(Cut cut) {
    try {
      return Optional.of(List.copyOf(cut.parts()));
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }
}
