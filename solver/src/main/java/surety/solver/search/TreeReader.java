package surety.solver.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import surety.certificates.cell.BoxCell;
import surety.certificates.proof.BoxLeaf;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.ProofReader;
import surety.certificates.proof.Rule;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.proof.Triangulation;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.Stop;

/**
 * Reads trees of boxes and simplices in the kernel's order, as {@link TreeWriter} writes them, back
 * into the cells of a search. It reads one cell and all below it, wherever that stands in a larger
 * tree, and no further.
 */
final class TreeReader {
  private final ProofReader reader;
  private final int dimension;
  private final Stop stop;

  /**
   * Of trees in so many coordinates.
   *
   * @param tree read rule by rule; should be in memory
   * @param stop asked for each cell
   */
  TreeReader(InputStream tree, int dimension, Stop stop) {
    this.reader = new ProofReader(tree);
    this.dimension = dimension;
    this.stop = stop;
  }

  /** A box that becomes simplices, with density polynomials of these degrees. */
  record Triangulated(BoxNode box, List<Integer> degrees) {}

  /**
   * What became of a box.
   *
   * @param leaves that are not cut any further
   * @param triangulated those that become simplices, in the order of the tree
   */
  record Boxes(List<BoxNode> leaves, List<Triangulated> triangulated) {}

  /** Is given the simplices of a box, and what is to be read of each. */
  @FunctionalInterface
  interface Simplices {
    /** The Kuhn simplices of a box, in their order. */
    List<SimplexCell> of(Triangulated box);
  }

  /** Is told of leaves. */
  @FunctionalInterface
  interface Leaves {
    /** A simplex that is not cut any further. */
    void add(SimplexCell leaf);
  }

  /** The next rule. */
  static Rule next(ProofReader reader, int dimension) throws OtherTreeException {
    try {
      return reader.next(dimension);
    } catch (RejectedException e) {
      throw new OtherTreeException(e.rejection().message());
    } catch (IOException e) {
      throw new OtherTreeException("its tree cannot be read");
    }
  }

  static OtherTreeException unknown(Rule rule) {
    return new OtherTreeException(
        "its tree has a rule that this search does not use: " + rule.getClass().getSimpleName());
  }

  private Rule next() throws OtherTreeException {
    stop.check();
    return next(reader, dimension);
  }

  /**
   * Cuts a box as the tree says. Simplices are read over.
   *
   * @throws OtherTreeException if no search cuts it like that
   */
  Boxes boxes(BoxNode root) throws OtherTreeException {
    Boxes boxes = new Boxes(new ArrayList<>(), new ArrayList<>());
    Deque<BoxNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      BoxNode box = open.pop();
      Rule rule = next();
      if (rule instanceof BoxLeaf) {
        boxes.leaves.add(box);
      } else if (rule instanceof Triangulation triangulation) {
        requireDegrees(box, triangulation.degrees());
        boxes.triangulated.add(new Triangulated(box, triangulation.degrees()));
        pass(triangulation.parts(dimension));
      } else {
        BoxNode.Cut cut = cut(box, rule);
        open.push(cut.second());
        open.push(cut.first());
      }
    }
    return boxes;
  }

  private static BoxNode.Cut cut(BoxNode box, Rule rule) throws OtherTreeException {
    if (rule instanceof BoxSplit split && box.isCuttableAt(split.coordinate(), split.value())) {
      return box.cutAt(split.coordinate(), split.value());
    }
    if (rule instanceof KnotSplit split && box.isCuttableAtKnot(split.coordinate(), split.knot())) {
      return box.cutAtKnot(split.coordinate(), split.knot());
    }
    throw unknown(rule);
  }

  private static void requireDegrees(BoxNode box, List<Integer> degrees) throws OtherTreeException {
    int total = degrees.stream().mapToInt(Integer::intValue).sum();
    boolean isPossible =
        box.isSmooth()
            && degrees.stream().allMatch(degree -> degree <= BoxCell.MOST_DEGREE)
            && BoxCell.allowsDegree(degrees.size(), total);
    if (!isPossible) {
      throw new OtherTreeException("its tree has polynomials that no box can have");
    }
  }

  /** Reads over so many simplices and all below them. */
  private void pass(long simplices) throws OtherTreeException {
    for (long open = simplices; open > 0; open--) {
      open += next().parts(dimension);
    }
  }

  /**
   * Reads the same tree again, from its beginning, and cuts the simplices of its boxes.
   *
   * @param boxes what the first reading said
   * @throws OtherTreeException if no search cuts them like that
   */
  void simplices(Boxes boxes, Simplices simplices, SimplexSplitter splitter, Leaves leaves)
      throws OtherTreeException {
    for (Triangulated box : boxes.triangulated) {
      Rule rule = next();
      while (!(rule instanceof Triangulation)) { // boxes are known
        rule = next();
      }
      for (SimplexCell simplex : simplices.of(box)) {
        cut(simplex, splitter, leaves);
      }
    }
  }

  /**
   * Cuts a simplex as the tree says; none of its parts is bounded yet.
   *
   * @throws OtherTreeException if no search cuts it like that
   */
  void cut(SimplexCell root, SimplexSplitter splitter, Leaves leaves) throws OtherTreeException {
    Deque<SimplexCell> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      SimplexCell cell = open.pop();
      Rule rule = next();
      if (rule instanceof SimplexLeaf) {
        leaves.add(cell);
      } else if (rule instanceof EdgeSplit split && isPossible(split)) {
        SimplexCell.Split parts = splitter.parts(cell, split.i(), split.j(), split.ratio());
        cell.split(parts);
        open.push(parts.second());
        open.push(parts.first());
      } else {
        throw unknown(rule);
      }
    }
  }

  private boolean isPossible(EdgeSplit split) {
    return split.j() <= dimension && split.ratio() > 0 && split.ratio() < 1;
  }
}
