package surety.certificates.proof;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/** The bytes of rules, as FORMAT.md section 5 prescribes them; numbers are big-endian. */
final class RuleCode {
  private static final int BOX_SPLIT = 0x01;
  private static final int KNOT_SPLIT = 0x02;
  private static final int TRIANGULATION = 0x03;
  private static final int BOX_LEAF = 0x04;
  private static final int HOLE = 0x05;
  private static final int SIMPLEX_LEAF = 0x40;
  private static final int LOWERED_LEAF = 0x60;
  private static final int EDGE_SPLIT = 0x80;

  /** The largest layer of a simplex leaf. */
  static final int MOST_LAYER = LOWERED_LEAF - SIMPLEX_LEAF - 1;

  /** The largest coordinate of a box split. */
  static final int MOST_COORDINATE = 0xFFFF;

  /** The largest vertex number of an edge split: 16 vertices have 120 edges. */
  static final int MOST_VERTEX = 15;

  private static final int EDGES = MOST_VERTEX * (MOST_VERTEX + 1) / 2;

  private RuleCode() {}

  static void write(Rule rule, DataOutputStream out) throws IOException {
    if (rule instanceof EdgeSplit split) {
      writeEdgeSplit(split, out);
    } else if (rule instanceof SimplexLeaf leaf) {
      require(leaf.layer() >= 0 && leaf.layer() <= MOST_LAYER, rule);
      require(leaf.degree() >= 0 && leaf.degree() <= SimplexLeaf.FULL_DEGREE, rule);
      if (leaf.degree() == SimplexLeaf.FULL_DEGREE) {
        out.writeByte(SIMPLEX_LEAF + leaf.layer());
      } else {
        out.writeByte(LOWERED_LEAF + leaf.layer());
        out.writeByte(leaf.degree());
      }
    } else if (rule instanceof BoxSplit split) {
      require(split.coordinate() >= 0 && split.coordinate() <= MOST_COORDINATE, rule);
      out.writeByte(BOX_SPLIT);
      out.writeShort(split.coordinate());
      out.writeDouble(split.value());
    } else if (rule instanceof KnotSplit split) {
      require(
          split.coordinate() >= 0 && split.coordinate() <= MOST_COORDINATE && split.knot() >= 0,
          rule);
      out.writeByte(KNOT_SPLIT);
      out.writeShort(split.coordinate());
      out.writeInt(split.knot());
    } else if (rule instanceof Triangulation triangulation) {
      out.writeByte(TRIANGULATION);
      for (int degree : triangulation.degrees()) {
        require(degree >= 0 && degree <= 0xFF, rule);
        out.writeByte(degree);
      }
    } else {
      out.writeByte(rule instanceof BoxLeaf ? BOX_LEAF : HOLE);
    }
  }

  private static void writeEdgeSplit(EdgeSplit split, DataOutputStream out) throws IOException {
    require(split.i() >= 0 && split.i() < split.j() && split.j() <= MOST_VERTEX, split);
    require(split.ratio() > 0 && split.ratio() < 1, split);
    out.writeByte(EDGE_SPLIT + split.j() * (split.j() - 1) / 2 + split.i());
    out.writeDouble(split.ratio());
  }

  private static void require(boolean holds, Rule rule) {
    if (!holds) {
      throw new IllegalArgumentException("cannot be written: " + rule);
    }
  }

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
      return switch (code) {
        case BOX_SPLIT -> new BoxSplit(in.readUnsignedShort(), in.readDouble());
        case KNOT_SPLIT -> new KnotSplit(in.readUnsignedShort(), in.readInt());
        case TRIANGULATION -> triangulation(in, dimension);
        case BOX_LEAF -> new BoxLeaf();
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
