package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Statements;
import surety.certificates.writing.ProofWriter;

class FragmentTest {
  private static final Problem PROBLEM = problem("triangular(0, 1/3, 1)");

  /** That the sum of some inputs is at most a half. */
  private static Problem problem(String... inputs) {
    String[] ones = new String[inputs.length];
    Arrays.fill(ones, "1");
    return Trees.problem(
        Statements.query(
            Statements.inputs(inputs),
            Statements.form(ones),
            Comparison.LESS_OR_EQUAL,
            Rational.of(1, 2)),
        Network.chain(inputs.length, List.of()));
  }

  /** Which cell is rejected, and why. */
  private static TreeRejection.At rejected(Problem problem, byte[] tree) {
    RejectedException e =
        assertThrows(
            RejectedException.class,
            () -> TreeBounds.compute(problem, List.of(), new ByteArrayInputStream(tree), 2));
    return (TreeRejection.At) e.rejection();
  }

  private static TreeRejection.At rejected(byte[] tree) {
    return rejected(PROBLEM, tree);
  }

  private static void requireHole(long number, byte[] tree) {
    assertEquals(new TreeRejection.At("cell", number, new TreeRejection.Hole()), rejected(tree));
  }

  /** Halves of halves, something else in place of the lowest one, and leaves behind. */
  private static byte[] comb(int halvings, Trees.Script lowest) {
    return Trees.tree(
        w -> {
          for (int k = 0; k < halvings; k++) {
            w.halving(0, 0);
          }
          lowest.write(w);
          for (int k = 0; k < halvings; k++) {
            w.boxLeaf();
          }
        });
  }

  /** In their order from 1 on, whether one by one or many of them are handed to a thread. */
  @Test
  void theRejectedCellIsNamed() {
    requireHole(1, Trees.tree(ProofWriter::hole));
    for (int halvings : new int[] {1, 100, 600, 1000}) {
      requireHole(halvings + 1, comb(halvings, ProofWriter::hole));
      requireHole(
          2 * halvings + 3,
          Trees.tree(
              w -> {
                w.boxSplit(0, 0.5);
                for (int k = 0; k < halvings; k++) {
                  w.halving(0, 0);
                }
                for (int k = 0; k <= halvings; k++) {
                  w.boxLeaf();
                }
                w.hole();
              }));
    }
    TreeRejection.At outside = rejected(comb(600, w -> w.boxSplit(0, 7)));
    assertEquals(601, outside.number());
    assertTrue(outside.cause() instanceof TreeRejection.CutOutside);
  }

  /** A cell whose own rule is looked at before those below it are read. */
  @Test
  void aCellAboveManyIsNamed() {
    TreeRejection.At outside =
        rejected(
            Trees.tree(
                w -> {
                  w.boxSplit(0, 0.5);
                  w.boxSplit(0, 7);
                  for (int k = 0; k < 1000; k++) {
                    w.halving(0, 0);
                  }
                }));
    assertEquals(2, outside.number());
  }

  /** A knot, a triangulation, and so many edges one behind the other. */
  private static byte[] edges(int count) {
    return Trees.tree(
        w -> {
          w.knotSplit(0, 0);
          w.triangulate(new int[] {1});
          for (int k = 0; k < count; k++) {
            w.edgeSplit(0, 1, 0.5);
          }
          for (int k = 0; k <= count; k++) {
            w.simplexLeaf(0);
          }
          w.boxLeaf();
        });
  }

  private static byte[] condensings(int count) {
    return Trees.tree(
        w -> {
          for (int k = 0; k < count; k++) {
            w.condensing();
          }
          w.boxLeaf();
        });
  }

  @Test
  void leavesAreMadeByLimitedlyManyRules() {
    int most = TreeBounds.MOST_DEPTH;
    for (byte[] tree : List.of(edges(most - 2), condensings(most))) {
      Enclosure bounds = Trees.bounds(PROBLEM, tree);
      assertTrue(bounds.lower().compareTo(Rational.of(5, 8)) <= 0);
      assertTrue(bounds.upper().compareTo(Rational.of(5, 8)) >= 0);
    }
    TreeRejection tooDeep = new TreeRejection.TooDeep(most);
    assertEquals(new TreeRejection.At("cell", most + 2, tooDeep), rejected(edges(most - 1)));
    assertEquals(new TreeRejection.At("cell", most + 2, tooDeep), rejected(condensings(most + 1)));
  }

  /** Each open cell has a side for each input, so that trees of many inputs are less deep. */
  @Test
  void cellsOfManyInputsAreMadeByFewerRules() {
    String[] inputs = new String[2_000];
    Arrays.fill(inputs, "uniform(0, 1)");
    assertEquals(
        new TreeRejection.At("cell", 5_002, new TreeRejection.TooDeep(5_000)),
        rejected(problem(inputs), halvingsInTurn(6_000)));
  }

  private static byte[] halvingsInTurn(int count) {
    return Trees.tree(
        w -> {
          for (int k = 0; k < count; k++) {
            w.halving(k % 16, 0);
          }
          w.hole();
        });
  }
}
