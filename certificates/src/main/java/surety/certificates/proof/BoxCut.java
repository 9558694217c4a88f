package surety.certificates.proof;

import java.util.List;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.rejection.RejectedException;

/** A rule by which a box becomes other cells that partition it. */
public sealed interface BoxCut extends Rule
    permits BoxSplit, Halving, KnotSplit, Triangulation, Condensing {
  /**
   * The cells, in the order of their rules.
   *
   * @throws RejectedException if the rule cannot be applied to the box
   */
  List<? extends Cell> parts(BoxCell box) throws RejectedException;
}
