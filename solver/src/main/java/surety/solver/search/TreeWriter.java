package surety.solver.search;

import java.io.IOException;
import surety.certificates.stop.Stop;
import surety.certificates.writing.ProofWriter;

/** Writes a tree in the kernel's order, each cell before its parts. */
final class TreeWriter {
  private final PlainNetwork network;
  private final LeafDegree degrees;
  private final double ordinary;
  private final ProofWriter writer;

  private TreeWriter(
      PlainNetwork network, LeafDegree degrees, double ordinary, ProofWriter writer) {
    this.network = network;
    this.degrees = degrees;
    this.ordinary = ordinary;
    this.writer = writer;
  }

  /**
   * Writes a whole tree, unless it is stopped.
   *
   * @param ordinary what its leaves add to the gap, on average
   */
  static void write(
      BoxNode root,
      PlainNetwork network,
      LeafDegree degrees,
      double ordinary,
      ProofWriter writer,
      Stop stop)
      throws IOException {
    TreeWriter tree = new TreeWriter(network, degrees, ordinary, writer);
    root.walk(
        stop,
        node -> {
          if (node instanceof BoxNode box) {
            tree.write(box);
          } else {
            tree.write((SimplexCell) node);
          }
        });
  }

  private void write(BoxNode box) throws IOException {
    if (box.rule() instanceof BoxNode.Cut cut) {
      if (cut.knot() >= 0) {
        writer.knotSplit(cut.coordinate(), cut.knot());
      } else {
        writer.boxSplit(cut.coordinate(), cut.value());
      }
    } else if (box.rule() instanceof BoxNode.Triangulation triangulation) {
      writer.triangulate(triangulation.degrees().stream().mapToInt(Integer::intValue).toArray());
    } else {
      writer.boxLeaf();
    }
  }

  private void write(SimplexCell cell) throws IOException {
    if (cell.split().isPresent()) {
      SimplexCell.Split split = cell.split().get();
      writer.edgeSplit(split.i(), split.j(), split.ratio());
    } else {
      writer.simplexLeaf(network.firstOwnLayer(cell), degrees.of(cell, ordinary));
    }
  }
}
