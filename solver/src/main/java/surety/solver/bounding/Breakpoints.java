package surety.solver.bounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
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
   * @throws BoundingException if an activation is not defined everywhere in its range or a
   *     pre-activation is too large
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
    for (int i = 0; i < functions.layers().size(); i++) {
      if (functions.layers().get(i) instanceof ActivationLayer layer) {
        List<double[]> neurons = new ArrayList<>();
        for (int j = 0; j < layer.outputs(); j++) {
          stop.check();
          neurons.add(of(layer.activation(j), ranges.get(i).get(j), cuts));
        }
        layers.add(neurons);
      }
    }
    return new Breakpoints(layers);
  }

  private static double[] of(Activation activation, Interval range, Segments segments)
      throws BoundingException {
    if (activation.sections().stream().allMatch(Breakpoints::isLinear)) {
      return activation.sections().stream()
          .mapToDouble(section -> section.from())
          .filter(kink -> kink > range.lower() && kink < range.upper())
          .toArray();
    }
    MonotoneParts parts = MonotoneParts.of(activation, range);
    DoubleStream points = DoubleStream.empty();
    if (parts.rising().isPresent()) {
      points = inner(parts.rising().get(), range, segments);
    }
    if (parts.falling().isPresent()) {
      DoubleStream more = inner(parts.falling().get(), range.negate(), segments);
      points = DoubleStream.concat(points, more.map(x -> 0 - x)); // one zero only
    }
    return points.sorted().distinct().toArray();
  }

  private static DoubleStream inner(MonotoneFunction part, Interval range, Segments segments)
      throws BoundingException {
    return Arrays.stream(Knots.of(part, range, segments).inner(segments.level()));
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
