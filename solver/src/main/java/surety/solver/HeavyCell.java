package surety.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import surety.solver.domain.Domain;
import surety.solver.domain.Log2;
import surety.solver.search.Forest;

/**
 * A part of the input domain with much of the probability of an event, or of its complement; the
 * other may happen in it, too. An estimate in plain doubles: it tells where to look, and proves
 * nothing.
 *
 * @param sides the smallest box around the part, one side for each random input
 * @param probability that the inputs are in the part and that it happens there, or that it does not
 */
public record HeavyCell(List<Side> sides, BigDecimal probability) {
  /** Takes a copy. */
  public HeavyCell {
    Objects.requireNonNull(probability);
    sides = List.copyOf(sides);
  }

  /** Of a probability that is a double. */
  public HeavyCell(List<Side> sides, double probability) {
    this(sides, BigDecimal.valueOf(probability));
  }

  /**
   * The range of one input.
   *
   * @param input its number among the network's inputs, from 0
   */
  public record Side(int input, double lower, double upper) {}

  /**
   * From standard coordinates to inputs.
   *
   * @param logUnit the binary logarithm of what masses are measured in
   */
  static HeavyCell of(Forest.HeavyPart part, double logUnit) {
    List<Side> sides = new ArrayList<>();
    Domain domain = part.domain();
    for (int k = 0; k < domain.inputs().rows(); k++) {
      double[] range = domain.range(k, part.leaf().lower(), part.leaf().upper());
      if (range[0] < range[1]) {
        sides.add(new Side(k, range[0], range[1]));
      }
    }
    return new HeavyCell(sides, Log2.scaled(part.leaf().mass(), logUnit));
  }
}
