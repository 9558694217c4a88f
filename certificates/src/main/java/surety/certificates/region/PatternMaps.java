package surety.certificates.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * A network's outputs as functions of its inputs, where it has a known pattern. In all branches of
 * a law they are the same functions: a pattern says which piece of its activation each neuron is
 * on, whatever the inputs are functions of.
 */
public final class PatternMaps {
  private final ExactNetwork network;

  /**
   * Of a network.
   *
   * @param law inputs that it fixes are constants
   * @throws RejectedException if the network is not piecewise linear
   */
  public PatternMaps(Law law, Network network, Stop stop) throws RejectedException {
    List<Law.InputMap> maps = new ArrayList<>();
    int next = 0;
    for (int k = 0; k < law.inputs(); k++) {
      Optional<Rational> fixed = law.fixed(k);
      maps.add(
          fixed.isPresent() ? Law.InputMap.constant(fixed.get()) : Law.InputMap.coordinate(next++));
    }
    this.network = new ExactNetwork(network, maps, next, stop);
  }

  /**
   * The outputs, as functions of the inputs that are not fixed, in their order. A neuron that is
   * constant in a branch need not be so here; its pattern is known all the same.
   *
   * @param region of any branch
   */
  public List<ExactAffine> outputs(Region region) throws RejectedException {
    return outputs(region.prefix().pattern());
  }

  /**
   * The same of a pattern. Of one that no inputs have, what the walk comes to.
   *
   * @param pattern for each neuron with a kink the number of its piece
   */
  public List<ExactAffine> outputs(byte[] pattern) throws RejectedException {
    Prefix prefix = Prefix.root(network, List.of());
    int piece = 0;
    while (!prefix.isLeaf()) {
      int neuron = prefix.pattern().length;
      prefix = prefix.decided(piece < pattern[neuron], false);
      piece = prefix.pattern().length == neuron ? piece + 1 : 0;
    }
    return prefix.outputs();
  }
}
