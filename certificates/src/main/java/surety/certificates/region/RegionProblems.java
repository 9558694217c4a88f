package surety.certificates.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
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

  /**
   * The outputs where the network has a pattern, as functions of the inputs that are not fixed by
   * the law, in their order.
   *
   * @param pattern of a region of any branch
   */
  public List<ExactAffine> outputs(byte[] pattern) throws RejectedException {
    List<Law.InputMap> maps = new ArrayList<>();
    int random = 0;
    for (int k = 0; k < law.inputs(); k++) {
      Optional<Rational> fixed = law.fixed(k);
      maps.add(
          fixed.isPresent()
              ? Law.InputMap.constant(fixed.get())
              : Law.InputMap.coordinate(random++));
    }
    ExactNetwork exact = new ExactNetwork(network, maps, random, stop);
    Prefix prefix = Prefix.root(exact, List.of());
    int neuron = 0;
    int kinks = 0;
    while (!prefix.isLeaf()) {
      kinks = prefix.pattern().length == neuron ? kinks : 0;
      neuron = prefix.pattern().length;
      prefix = prefix.decided(kinks < pattern[neuron], false);
      kinks++;
    }
    return prefix.outputs();
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
