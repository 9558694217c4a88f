package surety.solver.support;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import surety.certificates.statement.Law;

/** Whether inputs have a joint density, as far as that is seen without arithmetic. */
public final class JointDensity {
  private JointDensity() {}

  /**
   * Whether some inputs surely have one: in each branch each has a coordinate that none before it
   * has. Then the map from coordinates to inputs has as many independent rows as there are inputs,
   * and all coordinates have densities. Of a law's rest nothing is known.
   *
   * @param inputs their numbers
   */
  public static boolean exists(Law law, List<Integer> inputs) {
    return law.rest().isZero()
        && law.branches().stream().allMatch(branch -> isTriangular(branch, inputs));
  }

  private static boolean isTriangular(Law.Branch branch, List<Integer> inputs) {
    Set<Integer> seen = new HashSet<>();
    for (int input : inputs) {
      boolean hasNew = false;
      for (Law.Term term : branch.inputs().get(input).terms()) {
        hasNew |= seen.add(term.coordinate());
      }
      if (!hasNew) {
        return false;
      }
    }
    return true;
  }
}
