package surety.certificates.region;

import java.util.List;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;

/**
 * The enumerations of the regions of one network under a law, one for each of its branches. They
 * are made when they are asked for and not kept: a law may have many branches.
 *
 * <p>What happens to the inputs happens in one branch or in the rest, so the regions of all
 * branches are those that the network has over the law's support.
 */
public final class RegionProblems {
  private final Law law;
  private final Network network;
  private final List<Truncation> truncations;
  private final List<AxisPlan> plans;
  private final Stop stop;

  /**
   * Of a statement.
   *
   * @param truncations one for each coordinate of each branch, in their order
   * @param plans likewise
   * @throws RejectedException if there are not as many of them
   */
  public RegionProblems(
      RegionStatement statement,
      Network network,
      List<Truncation> truncations,
      List<AxisPlan> plans,
      Stop stop)
      throws RejectedException {
    this.law = statement.law();
    this.network = network;
    this.truncations = List.copyOf(truncations);
    this.plans = List.copyOf(plans);
    this.stop = stop;
    int coordinates = law.coordinates();
    if (truncations.size() != coordinates) {
      throw new RejectedException(
          new ProblemRejection.Truncations(truncations.size(), coordinates));
    }
    if (plans.size() != coordinates) {
      throw new RejectedException(new RegionRejection.Plans(plans.size(), coordinates));
    }
  }

  /** Number of branches. */
  public int branches() {
    return law.branches().size();
  }

  /** The enumeration of a branch, made anew. */
  public RegionProblem branch(int number) throws RejectedException {
    int first = 0;
    for (Law.Branch before : law.branches().subList(0, number)) {
      first += before.dimension();
    }
    Law.Branch branch = law.branches().get(number);
    int end = first + branch.dimension();
    return RegionProblem.of(
        branch, network, truncations.subList(first, end), plans.subList(first, end), stop);
  }
}
