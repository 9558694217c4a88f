package surety.certificates.proof;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

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
    RuleCode.write(rule, out);
  }

  /** Cuts a box at a value of a coordinate. */
  public void boxSplit(int coordinate, double value) throws IOException {
    write(new BoxSplit(coordinate, value));
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
