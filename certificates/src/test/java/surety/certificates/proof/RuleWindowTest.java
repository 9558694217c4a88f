package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

class RuleWindowTest {
  private static final int DIMENSION = 2;

  private static RuleWindow window(byte[] tree) {
    return new RuleWindow(new ProofReader(new ByteArrayInputStream(tree)), DIMENSION);
  }

  /** A tree of boxes with about so many cells. */
  private static byte[] tree(SplittableRandom random, int cells) {
    return Trees.tree(
        writer -> {
          int open = 1;
          for (int cell = 1; open > 0; cell++) {
            int kind = random.nextInt(4);
            if (kind == 0) {
              writer.condensing();
            } else if (cell + open < cells && kind < 3) {
              writer.halving(random.nextInt(DIMENSION), 0);
              open++;
            } else {
              writer.boxLeaf();
              open--;
            }
          }
        });
  }

  private static long parts(List<Rule> rules) {
    return 1 + rules.stream().mapToLong(rule -> rule.parts(DIMENSION) - 1).sum();
  }

  /** All rules come out, once and in order; those of a whole subtree leave nothing open. */
  @Test
  void givesAllRulesInTheirOrder() throws IOException, RejectedException {
    SplittableRandom random = new SplittableRandom(61);
    boolean isCutUp = false;
    for (int i = 0; i < 60; i++) {
      byte[] tree = tree(random, random.nextInt(1, 5000));
      ProofReader reader = new ProofReader(new ByteArrayInputStream(tree));
      RuleWindow window = window(tree);
      long open = 1;
      while (open > 0) {
        RuleWindow.Rules next = window.next();
        for (Rule rule : next.rules()) {
          assertEquals(reader.next(DIMENSION), rule);
        }
        assertEquals(
            next.isWhole() ? 0 : next.rules().get(0).parts(DIMENSION), parts(next.rules()));
        assertTrue(next.isWhole() || next.rules().size() == 1);
        isCutUp |= !next.isWhole();
        open += parts(next.rules()) - 1;
      }
    }
    assertTrue(isCutUp);
  }

  /** What stands behind the tree is not touched. */
  @Test
  void readsNoFurtherThanTheTree() throws IOException, RejectedException {
    byte[] tree = {RuleCode.HALVING, RuleCode.BOX_LEAF, RuleCode.BOX_LEAF, 77, 78};
    ByteArrayInputStream in = new ByteArrayInputStream(tree);
    RuleWindow window = new RuleWindow(new ProofReader(in), DIMENSION);
    assertEquals(3, window.next().rules().size());
    assertEquals(2, in.available());
  }

  /** What is wrong is told when all before it has been given. */
  @Test
  void whatCanBeReadComesFirst() throws IOException, RejectedException {
    SplittableRandom random = new SplittableRandom(62);
    for (byte wrong : new byte[] {0, 7, (byte) 0xff}) {
      byte[] tree = new byte[0];
      while (tree.length < 10) {
        tree = tree(random, 300);
      }
      int length = random.nextInt(1, tree.length - 1);
      byte[] bytes = Arrays.copyOf(tree, length + 1);
      bytes[length] = wrong;
      List<Rule> rules = new ArrayList<>();
      RuleWindow window = window(bytes);
      RejectedException e =
          assertThrows(
              RejectedException.class,
              () -> {
                while (true) {
                  rules.addAll(window.next().rules());
                }
              });
      assertEquals(new TreeRejection.UnknownRule(wrong & 0xff), e.rejection());
      assertEquals(length, rules.size()); // each rule is one byte
    }
  }

  @Test
  void aTreeThatEndsEarlyIsIncomplete() throws IOException, RejectedException {
    RuleWindow window = window(new byte[] {RuleCode.HALVING, RuleCode.BOX_LEAF});
    assertEquals(List.of(new Halving(0)), window.next().rules());
    assertEquals(List.of(new BoxLeaf()), window.next().rules());
    RejectedException e = assertThrows(RejectedException.class, window::next);
    assertTrue(e.rejection().isIncomplete());
  }
}
