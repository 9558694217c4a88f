package surety.certificates.writing;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import surety.certificates.proof.BoxLeaf;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.Condensing;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.Halving;
import surety.certificates.proof.Hole;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.Rule;
import surety.certificates.proof.RuleCode;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.proof.Triangulation;

/** Writes the rules of a proof tree, each cell before its parts. */
public final class ProofWriter implements Closeable {
  /** The largest number of a coordinate that can be cut. */
  public static final int MOST_COORDINATE = RuleCode.MOST_COORDINATE;

  private final DataOutputStream out;

  /** To a stream, which {@link #close} closes. */
  public ProofWriter(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /**
   * Writes the rule of the next cell.
   *
   * @throws IllegalArgumentException if a number of it is out of range
   */
  public void write(Rule rule) throws IOException {
    if (rule instanceof EdgeSplit split) {
      writeEdgeSplit(split);
    } else if (rule instanceof SimplexLeaf leaf) {
      require(leaf.layer() >= 0 && leaf.layer() <= RuleCode.MOST_LAYER, rule);
      require(leaf.degree() >= 0 && leaf.degree() <= SimplexLeaf.FULL_DEGREE, rule);
      if (leaf.degree() == SimplexLeaf.FULL_DEGREE) {
        out.writeByte(RuleCode.SIMPLEX_LEAF + leaf.layer());
      } else {
        out.writeByte(RuleCode.LOWERED_LEAF + leaf.layer());
        out.writeByte(leaf.degree());
      }
    } else if (rule instanceof BoxSplit split) {
      require(split.coordinate() >= 0 && split.coordinate() <= RuleCode.MOST_COORDINATE, rule);
      out.writeByte(RuleCode.BOX_SPLIT);
      out.writeShort(split.coordinate());
      out.writeDouble(split.value());
    } else if (rule instanceof KnotSplit split) {
      require(
          split.coordinate() >= 0
              && split.coordinate() <= RuleCode.MOST_COORDINATE
              && split.knot() >= 0,
          rule);
      out.writeByte(RuleCode.KNOT_SPLIT);
      out.writeShort(split.coordinate());
      out.writeInt(split.knot());
    } else if (rule instanceof Triangulation triangulation) {
      out.writeByte(RuleCode.TRIANGULATION);
      for (int degree : triangulation.degrees()) {
        require(degree >= 0 && degree <= 0xFF, rule);
        out.writeByte(degree);
      }
    } else if (rule instanceof Halving halving) {
      require(halving.coordinate() >= 0 && halving.coordinate() <= RuleCode.MOST_HALVED, rule);
      out.writeByte(RuleCode.HALVING + halving.coordinate());
    } else if (rule instanceof Condensing) {
      out.writeByte(RuleCode.CONDENSING);
    } else {
      out.writeByte(rule instanceof BoxLeaf ? RuleCode.BOX_LEAF : RuleCode.HOLE);
    }
  }

  private void writeEdgeSplit(EdgeSplit split) throws IOException {
    require(split.i() >= 0 && split.i() < split.j() && split.j() <= RuleCode.MOST_VERTEX, split);
    require(split.ratio() > 0 && split.ratio() < 1, split);
    out.writeByte(RuleCode.EDGE_SPLIT + split.j() * (split.j() - 1) / 2 + split.i());
    out.writeDouble(split.ratio());
  }

  private static void require(boolean holds, Rule rule) {
    if (!holds) {
      throw new IllegalArgumentException("cannot be written: " + rule);
    }
  }

  /** Cuts a box at a value of a coordinate. */
  public void boxSplit(int coordinate, double value) throws IOException {
    write(new BoxSplit(coordinate, value));
  }

  /** Cuts a box in the middle of a coordinate; by a box split where the short rule has no room. */
  public void halving(int coordinate, double middle) throws IOException {
    write(
        coordinate <= RuleCode.MOST_HALVED
            ? new Halving(coordinate)
            : new BoxSplit(coordinate, middle));
  }

  /** Condenses the network on a box. */
  public void condensing() throws IOException {
    write(new Condensing());
  }

  /** Cuts a box at a knot of a coordinate's density. */
  public void knotSplit(int coordinate, int knot) throws IOException {
    write(new KnotSplit(coordinate, knot));
  }

  /** Cuts a box into its Kuhn simplices. */
  public void triangulate(int[] degrees) throws IOException {
    write(new Triangulation(Arrays.stream(degrees).boxed().toList()));
  }

  /** Cuts a simplex at {@code (1 - ratio) v_i + ratio v_j}. */
  public void edgeSplit(int i, int j, double ratio) throws IOException {
    write(new EdgeSplit(i, j, ratio));
  }

  /** Leaves a box as it is. */
  public void boxLeaf() throws IOException {
    write(new BoxLeaf());
  }

  /** Leaves a simplex as it is, with the full degree of the density. */
  public void simplexLeaf(int layer) throws IOException {
    simplexLeaf(layer, SimplexLeaf.FULL_DEGREE);
  }

  /** Leaves a simplex as it is; a degree beyond all that can be named is the full one. */
  public void simplexLeaf(int layer, int degree) throws IOException {
    write(
        new SimplexLeaf(
            Math.min(layer, RuleCode.MOST_LAYER), Math.min(degree, SimplexLeaf.FULL_DEGREE)));
  }

  /** Says nothing of a cell. */
  public void hole() throws IOException {
    write(new Hole());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
