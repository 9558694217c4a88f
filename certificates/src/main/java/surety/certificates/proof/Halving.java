package surety.certificates.proof;

import java.util.List;
import surety.certificates.cell.BoxCell;
import surety.certificates.rejection.RejectedException;

/** A box is cut in the middle of one coordinate; the part below comes first. */
public record Halving(int coordinate) implements BoxCut {
  @Override
  public List<BoxCell> parts(BoxCell box) throws RejectedException {
    return box.halve(coordinate);
  }

  @Override
  public long parts(int dimension) {
    return 2;
  }
}
