package surety.solver;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.solver.domain.Axis;
import surety.solver.domain.Domain;
import surety.solver.search.HeavyLeaf;

/**
 * A part of the input domain with much of the probability of an event, or of its complement; the
 * other may happen in it, too. An estimate in plain doubles: it tells where to look, and proves
 * nothing.
 *
 * @param sides the smallest box around the part, one side for each random input
 * @param probability that the inputs are in the part and that it happens there, or that it does not
 */
public record HeavyCell(List<Side> sides, double probability) {
  /** Takes a copy. */
  public HeavyCell {
    sides = List.copyOf(sides);
  }

  /**
   * The range of one input.
   *
   * @param input its number among the network's inputs, from 0
   */
  public record Side(int input, double lower, double upper) {}

  /** From standard coordinates to inputs. */
  static HeavyCell of(HeavyLeaf leaf, double unit, Statement statement, Domain domain) {
    List<Side> sides = new ArrayList<>();
    for (int k = 0; k < statement.inputs().size(); k++) {
      if (statement.inputs().get(k) instanceof RandomInput) {
        int q = sides.size();
        Axis axis = domain.axes().get(q);
        sides.add(new Side(k, axis.toInput(leaf.lower()[q]), axis.toInput(leaf.upper()[q])));
      }
    }
    return new HeavyCell(sides, leaf.mass() * unit);
  }
}
