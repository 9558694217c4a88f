package surety.certificates.writing;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

  /** What is gathered before it is written; streams have a lock for each byte. */
  private static final int GATHERED = 1 << 16;

  /** No rule has more bytes before the next one is begun, or degree. */
  private static final int MOST_BYTES = 16;

  private final OutputStream out;
  private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED);

  /** To a stream, which {@link #close} closes. */
  public ProofWriter(OutputStream out) {
    this.out = out;
  }

  /** Begins a rule, or goes on with a long one. */
  private ByteBuffer put(int number) throws IOException {
    if (gathered.remaining() < MOST_BYTES) {
      flush();
    }
    return gathered.put((byte) number);
  }

  private void flush() throws IOException {
    out.write(gathered.array(), 0, gathered.position());
    gathered.clear();
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
        put(RuleCode.SIMPLEX_LEAF + leaf.layer());
      } else {
        put(RuleCode.LOWERED_LEAF + leaf.layer()).put((byte) leaf.degree());
      }
    } else if (rule instanceof BoxSplit split) {
      require(split.coordinate() >= 0 && split.coordinate() <= RuleCode.MOST_COORDINATE, rule);
      put(RuleCode.BOX_SPLIT).putShort((short) split.coordinate()).putDouble(split.value());
    } else if (rule instanceof KnotSplit split) {
      require(
          split.coordinate() >= 0
              && split.coordinate() <= RuleCode.MOST_COORDINATE
              && split.knot() >= 0,
          rule);
      put(RuleCode.KNOT_SPLIT).putShort((short) split.coordinate()).putInt(split.knot());
    } else if (rule instanceof Triangulation triangulation) {
      put(RuleCode.TRIANGULATION);
      for (int degree : triangulation.degrees()) {
        require(degree >= 0 && degree <= 0xFF, rule);
        put(degree);
      }
    } else if (rule instanceof Halving halving) {
      require(halving.coordinate() >= 0 && halving.coordinate() <= RuleCode.MOST_HALVED, rule);
      put(RuleCode.HALVING + halving.coordinate());
    } else if (rule instanceof Condensing) {
      put(RuleCode.CONDENSING);
    } else {
      put(rule instanceof BoxLeaf ? RuleCode.BOX_LEAF : RuleCode.HOLE);
    }
  }

  private void writeEdgeSplit(EdgeSplit split) throws IOException {
    require(split.i() >= 0 && split.i() < split.j() && split.j() <= RuleCode.MOST_VERTEX, split);
    require(split.ratio() > 0 && split.ratio() < 1, split);
    put(RuleCode.EDGE_SPLIT + split.j() * (split.j() - 1) / 2 + split.i()).putDouble(split.ratio());
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
    put(RuleCode.CONDENSING);
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
    put(RuleCode.BOX_LEAF);
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
    flush();
    out.close();
  }
}
