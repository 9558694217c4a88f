package surety.certificates.proof;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/**
 * The first bytes of rules, and their reading, as FORMAT.md section 5 prescribes them; numbers are
 * big-endian.
 */
public final class RuleCode {
  /** A cut of a box at a value: then the coordinate (2 bytes) and the value (8). */
  public static final int BOX_SPLIT = 0x01;

  /** A cut of a box at a knot: then the coordinate (2 bytes) and the knot's number (4). */
  public static final int KNOT_SPLIT = 0x02;

  /** A box becomes its Kuhn simplices: then a degree (1 byte) for each coordinate. */
  public static final int TRIANGULATION = 0x03;

  /** A box is a leaf. */
  public static final int BOX_LEAF = 0x04;

  /** Nothing is said of a cell. */
  public static final int HOLE = 0x05;

  /** The network is condensed on a box. */
  public static final int CONDENSING = 0x06;

  /** Before all trees: bounds are proved by other methods, too; then a bit for each (1 byte). */
  public static final int METHODS = 0x07;

  /** A cut of a box in the middle: the coordinate is added. */
  public static final int HALVING = 0x10;

  /** A simplex is a leaf: its layer is added; the full degree. */
  public static final int SIMPLEX_LEAF = 0x40;

  /** A simplex is a leaf: its layer is added; then a degree (1 byte). */
  public static final int LOWERED_LEAF = 0x60;

  /** A cut of an edge: the number of the edge is added; then the ratio (8 bytes). */
  public static final int EDGE_SPLIT = 0x80;

  /** The largest layer of a simplex leaf. */
  public static final int MOST_LAYER = LOWERED_LEAF - SIMPLEX_LEAF - 1;

  /** The largest coordinate of a cut in the middle that is one byte. */
  public static final int MOST_HALVED = SIMPLEX_LEAF - HALVING - 1;

  /** The largest coordinate of a box split. */
  public static final int MOST_COORDINATE = 0xFFFF;

  /** The largest vertex number of an edge split: 16 vertices have 120 edges. */
  public static final int MOST_VERTEX = 15;

  private static final int EDGES = MOST_VERTEX * (MOST_VERTEX + 1) / 2;

  private RuleCode() {}

  /**
   * Reads the next rule.
   *
   * @param dimension number of random inputs
   */
  static Rule read(DataInputStream in, int dimension) throws IOException, RejectedException {
    try {
      int code = in.readUnsignedByte();
      if (code >= EDGE_SPLIT && code < EDGE_SPLIT + EDGES) {
        return edgeSplit(code - EDGE_SPLIT, in.readDouble());
      }
      if (code >= SIMPLEX_LEAF && code < LOWERED_LEAF) {
        return new SimplexLeaf(code - SIMPLEX_LEAF, SimplexLeaf.FULL_DEGREE);
      }
      if (code >= LOWERED_LEAF && code < EDGE_SPLIT) {
        return loweredLeaf(code - LOWERED_LEAF, in.readUnsignedByte());
      }
      if (code >= HALVING && code < SIMPLEX_LEAF) {
        return new Halving(code - HALVING);
      }
      return switch (code) {
        case BOX_SPLIT -> new BoxSplit(in.readUnsignedShort(), in.readDouble());
        case KNOT_SPLIT -> new KnotSplit(in.readUnsignedShort(), in.readInt());
        case TRIANGULATION -> triangulation(in, dimension);
        case BOX_LEAF -> new BoxLeaf();
        case CONDENSING -> new Condensing();
        case HOLE -> new Hole();
        default -> throw new RejectedException(new TreeRejection.UnknownRule(code));
      };
    } catch (EOFException e) {
      throw new RejectedException(new TreeRejection.EndsEarly());
    }
  }

  /** A rule has one way to be written: the full degree is the other leaf's. */
  private static SimplexLeaf loweredLeaf(int layer, int degree) throws RejectedException {
    if (degree == SimplexLeaf.FULL_DEGREE) {
      throw new RejectedException(new TreeRejection.FullDegree());
    }
    return new SimplexLeaf(layer, degree);
  }

  private static EdgeSplit edgeSplit(int pair, double ratio) {
    int j = 1;
    while ((j + 1) * j / 2 <= pair) {
      j++;
    }
    return new EdgeSplit(pair - j * (j - 1) / 2, j, ratio);
  }

  private static Triangulation triangulation(DataInputStream in, int dimension) throws IOException {
    List<Integer> degrees = new ArrayList<>();
    for (int q = 0; q < dimension; q++) {
      degrees.add(in.readUnsignedByte());
    }
    return new Triangulation(degrees);
  }
}
