package surety.solver.witness;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.SimplexCell;
import surety.certificates.proof.BoxCut;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.ProofReader;
import surety.certificates.proof.Rule;
import surety.certificates.proof.Triangulation;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;

/**
 * The leaves of a proof tree as the kernel's cells, read one after the other, in memory that only
 * grows with the depth of the tree. Together with {@link ExactProblem#outside} they cover all
 * inputs. The tree is one that the kernel accepts; of others only what cannot be walked at all is
 * refused.
 */
final class ProofLeaves {
  private final ProofReader reader;
  private final int dimension;
  private final Deque<Part> open = new ArrayDeque<>();

  /** A cell of which the rule has not been read. */
  private record Part(Cell cell, BoxCell box, double share) {}

  /**
   * Reads a tree.
   *
   * @param root what the tree cuts
   * @param tree the rules; should be buffered
   */
  ProofLeaves(BoxCell root, InputStream tree) {
    reader = new ProofReader(tree);
    dimension = root.sides().size();
    open.push(new Part(root, root, 1));
  }

  /** Whether there are more leaves, in the order of the tree; holes are leaves, too. */
  boolean hasNext() {
    return !open.isEmpty();
  }

  /**
   * The next leaf.
   *
   * @throws RejectedException if the rest of the tree cannot be read
   */
  Leaf next() throws IOException, RejectedException {
    while (!open.isEmpty()) {
      Part part = open.pop();
      Rule rule = reader.next(dimension);
      List<Part> parts =
          part.cell instanceof BoxCell box
              ? partsOfBox(rule, box)
              : partsOfSimplex(rule, part, (SimplexCell) part.cell);
      if (parts.isEmpty()) {
        return new Leaf(part.cell, part.box, part.share, rule);
      }
      for (int i = parts.size() - 1; i >= 0; i--) {
        open.push(parts.get(i));
      }
    }
    throw new NoSuchElementException("all leaves of the tree have been read");
  }

  private static List<Part> partsOfBox(Rule rule, BoxCell box) throws RejectedException {
    if (rule instanceof Triangulation) { // of the lowest degree, for densities are not asked for
      List<SimplexCell> simplices = box.triangulate(new int[box.sides().size()]);
      return parts(simplices, box, k -> 1.0 / simplices.size());
    }
    if (rule instanceof BoxCut cut) {
      return parts(cut.parts(box));
    }
    if (rule instanceof EdgeSplit) {
      throw invalid("a box is cut like a simplex");
    }
    return List.of();
  }

  private static List<Part> parts(List<? extends Cell> boxes) {
    return boxes.stream().map(box -> new Part(box, (BoxCell) box, 1)).toList();
  }

  private static List<Part> partsOfSimplex(Rule rule, Part whole, SimplexCell simplex)
      throws RejectedException {
    if (rule instanceof EdgeSplit split) {
      double ratio = split.ratio();
      return parts(
          simplex.cut(split.i(), split.j(), ratio),
          whole.box,
          k -> whole.share * (k == 0 ? ratio : 1 - ratio));
    }
    if (rule instanceof BoxCut) {
      throw invalid("a simplex is cut like a box");
    }
    return List.of();
  }

  private static List<Part> parts(List<SimplexCell> cells, BoxCell box, IntToDoubleFunction share) {
    return IntStream.range(0, cells.size())
        .mapToObj(k -> new Part(cells.get(k), box, share.applyAsDouble(k)))
        .toList();
  }

  private static RejectedException invalid(String message) {
    return new RejectedException(new ProblemRejection.Unsuitable(message));
  }
}
