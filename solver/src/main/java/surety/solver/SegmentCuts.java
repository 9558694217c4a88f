package surety.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;
import surety.solver.bounding.BoundingException;
import surety.solver.bounding.Breakpoints;
import surety.solver.domain.Axis;
import surety.solver.domain.Domain;
import surety.solver.search.CutPoints;

/** Where the search cuts cells, as {@link SearchOptions#bounding} asks for it. */
final class SegmentCuts {
  private SegmentCuts() {}

  /**
   * The cut points of a network over the inputs of a domain; of an unbounded input over the part
   * that holds almost all of its probability.
   *
   * @throws UnsuitableException if there are no bounding networks, with the reason and the way out
   */
  static CutPoints of(Bounding bounding, Network network, Domain domain, Stop stop) {
    if (!(bounding instanceof Bounding.ReluNetworks networks)) {
      return CutPoints.ADAPTIVE;
    }
    try {
      Breakpoints breakpoints = Breakpoints.of(network, box(domain), networks.segments(), stop);
      return (layer, neuron) -> Optional.of(breakpoints.of(layer, neuron));
    } catch (BoundingException e) {
      throw new UnsuitableException(e.getMessage(), e);
    }
  }

  private static List<Interval> box(Domain domain) {
    AffineLayer inputs = domain.inputs();
    List<Interval> box = new ArrayList<>();
    for (int k = 0; k < inputs.rows(); k++) {
      Axis axis = domain.axes().get(inputs.operator().column(k, 0)); // it is a selection
      double[] bulk = axis.bulk();
      boolean isRandom = inputs.operator().weight(k, 0) != 0;
      box.add(
          isRandom
              ? new Interval(axis.toInput(bulk[0]), axis.toInput(bulk[1]))
              : Interval.of(inputs.bias(k)));
    }
    return box;
  }
}
