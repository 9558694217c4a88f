package surety.certificates.proof;

import java.util.List;
import surety.certificates.cell.BoxCell;
import surety.certificates.rejection.RejectedException;

/** A box is cut at a knot of one coordinate's density; the part below comes first. */
public record KnotSplit(int coordinate, int knot) implements BoxCut {
  @Override
  public List<BoxCell> parts(BoxCell box) throws RejectedException {
    return box.cutAtKnot(coordinate, knot);
  }

  @Override
  public long parts(int dimension) {
    return 2;
  }
}
