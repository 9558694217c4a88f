package surety.certificates.proof;

import java.util.List;
import surety.certificates.cell.BoxCell;

/** A box stays as it is; the network is condensed on it, for it and all below. */
public record Condensing() implements BoxCut {
  @Override
  public List<BoxCell> parts(BoxCell box) {
    return List.of(box.condense());
  }

  @Override
  public long parts(int dimension) {
    return 1;
  }
}
