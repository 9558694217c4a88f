package surety.certificates.proof;

import java.util.List;
import surety.certificates.cell.BoxCell;
import surety.certificates.rejection.RejectedException;

/** A box is cut at a value of one coordinate; the part below comes first. */
public record BoxSplit(int coordinate, double value) implements BoxCut {
  @Override
  public List<BoxCell> parts(BoxCell box) throws RejectedException {
    return box.cut(coordinate, value);
  }

  @Override
  public long parts(int dimension) {
    return 2;
  }
}
