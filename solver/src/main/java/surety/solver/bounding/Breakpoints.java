package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * The pre-activations at which the segments of bounding networks meet: kinks, inflection points and
 * what is evenly between them. Cells that do not cross any have bounds of one piece.
 */
public final class Breakpoints {
  private final List<List<double[]>> layers;

  private Breakpoints(List<List<double[]>> layers) {
    this.layers = List.copyOf(layers);
  }

  /**
   * The breakpoints of a network over a box, in the interior of the range that interval propagation
   * gives for each pre-activation. Of a linear section there are its ends only.
   *
   * @param segments in each curved section, as for {@link BoundingNetworks#of}
   * @throws BoundingException if an activation decreases somewhere or a pre-activation is too large
   * @throws IllegalArgumentException as {@link BoundingNetworks#of}
   */
  public static Breakpoints of(Network network, List<Interval> box, int segments)
      throws BoundingException {
    return of(network, box, segments, Stop.NEVER);
  }

  /**
   * The same, unless somebody stops it.
   *
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static Breakpoints of(Network network, List<Interval> box, int segments, Stop stop)
      throws BoundingException {
    Segments cuts = Segments.of(segments);
    BoundingNetworks.requireBox(box, network.inputs());
    FunctionNetwork functions = FunctionNetwork.of(network);
    List<List<Interval>> ranges = functions.ranges(box, stop);
    List<List<double[]>> layers = new ArrayList<>();
    for (int i = 0; i < functions.steps().size(); i++) {
      if (functions.steps().get(i) instanceof FunctionNetwork.Functions step) {
        List<double[]> neurons = new ArrayList<>();
        for (int j = 0; j < step.outputs(); j++) {
          stop.check();
          neurons.add(of(step.functions().get(j), ranges.get(i).get(j), cuts));
        }
        layers.add(neurons);
      }
    }
    return new Breakpoints(layers);
  }

  private static double[] of(MonotoneFunction function, Interval range, Segments segments)
      throws BoundingException {
    if (function.sections().stream().allMatch(Breakpoints::isLinear)) {
      return function.sections().stream()
          .mapToDouble(section -> section.from())
          .filter(kink -> kink > range.lower() && kink < range.upper())
          .toArray();
    }
    return Knots.of(function, range, segments).inner(segments.level());
  }

  private static boolean isLinear(Section section) {
    return section.curvature() == Curvature.LINEAR;
  }

  /** How many activation layers there are. */
  public int layers() {
    return layers.size();
  }

  /** A fresh, ascending array for a neuron of an activation layer, both counted from 0. */
  public double[] of(int layer, int neuron) {
    return layers.get(layer).get(neuron).clone();
  }
}
