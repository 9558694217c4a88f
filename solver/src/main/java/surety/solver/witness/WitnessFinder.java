package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.solver.layers.Layers;
import surety.solver.layers.LayersException;

/**
 * Looks for an input in a cell for which an event happens: at a few points first, then with Z3 over
 * the cell or over parts of it.
 *
 * <p>{@link Finding.Found} is always exactly checked. {@link Finding.Impossible} rests on
 * outward-rounded bounds or on Z3's unsat for an exact encoding, in every part of the cell; both
 * hold for all points of the closed parts, so the event's probability in the cell is zero.
 */
public final class WitnessFinder {
  private static final int SAMPLES = 64;

  private final WitnessCheck check;
  private final WitnessLimits limits;
  private final EventEstimate estimate;
  private final SampleSearch samples;

  /** Of the network; empty if it is too large to be looked at closely. */
  private final Optional<List<Layer>> layers;

  /** Why Z3 is not asked, if so. */
  private final Optional<String> obstacle;

  /**
   * A finder for one event.
   *
   * @throws IllegalArgumentException if network, inputs and event do not fit together
   */
  public WitnessFinder(Network network, InputSpace space, Event event, WitnessLimits limits) {
    this.check = new WitnessCheck(network, space, event);
    this.limits = limits;
    this.estimate = new EventEstimate(network, space, event);
    this.samples = new SampleSearch(estimate, new ShortPoints(check));
    this.layers =
        weights(network) > limits.weights() / (space.dimension() + 1)
            ? Optional.empty()
            : layers(network);
    this.obstacle =
        layers.isEmpty()
            ? Optional.of("the network is too large for Z3")
            : network.isPiecewiseLinear()
                ? Optional.empty()
                : Optional.of("the network is not piecewise linear, so that Z3 cannot help");
  }

  /** What there is in a cell, within the limits' time. */
  public Finding find(ExactCell cell) {
    return find(cell, Deadline.in(limits.total(), Stop.NEVER));
  }

  /** What there is in a cell, by a deadline. */
  Finding find(ExactCell cell, Deadline deadline) {
    try {
      return inTime(cell, deadline);
    } catch (StoppedException e) {
      return new Finding.Unknown("the time limit was met");
    }
  }

  private Finding inTime(ExactCell cell, Deadline deadline) {
    ExactBox.requireDimension(cell.dimension(), check.space().dimension());
    if (!mayHold(cell, deadline)) {
      return new Finding.Impossible();
    }
    Optional<Witness> witness = samples.in(cell, cell, SAMPLES, deadline);
    if (witness.isPresent()) {
      return new Finding.Found(witness.get());
    }
    return obstacle.isPresent()
        ? new Finding.Unknown(obstacle.get())
        : new PartSearch(check, layers.orElseThrow(), limits, samples, cell, deadline).run();
  }

  /** Whether the bounds over a cell leave the event possible there. */
  boolean mayHold(ExactCell cell, Stop stop) {
    return layers.isEmpty()
        || CellBounds.of(layers.get(), check.space(), cell, stop).decide(check.event())
            != CellBounds.Decision.NEVER;
  }

  /** A witness in a cell near a point, if the event holds there. */
  Optional<Witness> near(ExactCell cell, double[] point, Stop stop) {
    return samples.near(cell, List.of(point), stop);
  }

  /** How far the event is from failing at a point; an estimate. */
  double slack(double[] point) {
    return estimate.slack(point);
  }

  /** How many weights a network has that are not 0. */
  static long weights(Network network) {
    long weights = 0;
    for (Gate gate : network.gates()) {
      if (gate instanceof Gate.Affine affine) {
        weights += affine.terms().stream().mapToLong(term -> weights(term.layer())).sum();
      }
    }
    return weights;
  }

  private static long weights(AffineLayer layer) {
    long weights = 0;
    for (int row = 0; row < layer.rows(); row++) {
      weights += layer.operator().nonzeros(row).length;
    }
    return weights;
  }

  private static Optional<List<Layer>> layers(Network network) {
    try {
      return Optional.of(Layers.of(network));
    } catch (LayersException e) {
      return Optional.empty();
    }
  }
}
