package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import surety.certificates.cell.Cell;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.solver.evaluation.Observables;

/**
 * Looks for an input in cells for which an event happens: at a few points first, then with Z3 over
 * the cells or over parts of them.
 *
 * <p>{@link Finding.Found} is always exactly checked. {@link Finding.Impossible} rests on
 * outward-rounded bounds or on Z3's unsat for an exact encoding, in every part of the cells; both
 * hold for all points of the closed parts, so the event's probability in the cells is zero.
 */
final class WitnessFinder {
  private static final int SAMPLES = 64;

  private final ExactProblem problem;
  private final CompiledEvent event;
  private final WitnessLimits limits;
  private final EventEstimate estimate;
  private final ShortPoints shortPoints;
  private final SamplePoints samplePoints;
  private final SampleSearch samples;
  private final boolean isSmall;

  /** Why Z3 is not asked, if so. */
  private final Optional<String> obstacle;

  /**
   * A finder for one event of a problem.
   *
   * @throws IllegalArgumentException if the event does not fit the problem
   */
  WitnessFinder(ExactProblem problem, Event event, WitnessLimits limits) {
    this.problem = problem;
    this.event = problem.problem().event(event);
    this.limits = limits;
    InputSpace space = problem.space();
    Network graph = problem.problem().graph();
    Observables observables = Observables.of(problem.problem().statement().claim(), List.of(graph));
    Event observed = observables.event(event);
    this.estimate = new EventEstimate(observables.network(), space, observed);
    this.shortPoints = new ShortPoints(new WitnessCheck(observables.network(), space, observed));
    this.samplePoints = new SamplePoints(space);
    this.samples = new SampleSearch(samplePoints, estimate, shortPoints);
    this.isSmall = weights(graph) <= limits.weights() / (space.dimension() + 1);
    this.obstacle =
        !isSmall
            ? Optional.of("the network is too large for Z3")
            : graph.isPiecewiseLinear()
                ? Optional.empty()
                : Optional.of("the network is not piecewise linear, so that Z3 cannot help");
  }

  /** What there is in any of some cells, by a deadline. */
  Finding find(List<? extends Cell> cells, Deadline deadline) {
    try {
      return inTime(cells, deadline);
    } catch (StoppedException e) {
      return new Finding.Unknown("the time limit was met");
    }
  }

  private Finding inTime(List<? extends Cell> cells, Deadline deadline) {
    List<? extends Cell> open = cells.stream().filter(cell -> mayHold(cell, deadline)).toList();
    if (open.isEmpty()) {
      return new Finding.Impossible();
    }
    List<Range> around =
        cells.size() == 1 ? problem.space().hull(cells.get(0)) : problem.space().hull();
    for (Cell cell : open) {
      Optional<Witness> witness = samples.in(around, cell, SAMPLES, deadline);
      if (witness.isPresent()) {
        return new Finding.Found(witness.get());
      }
    }
    return obstacle.isPresent()
        ? new Finding.Unknown(obstacle.get())
        : new PartSearch(problem, event, limits, samples, shortPoints, around, deadline).run(open);
  }

  /** Whether the bounds over a cell leave the event possible there. */
  boolean mayHold(Cell cell, Stop stop) {
    return !isSmall
        || !CellBounds.of(problem, cell, stop).open(event).equals(CompiledEvent.Decided.NEVER);
  }

  /** A witness in a cell near its centre, if the event holds there. */
  Optional<Witness> atCentre(Cell cell, Stop stop) {
    return samples.in(problem.space().hull(cell), cell, 1, stop);
  }

  /** How far the event is from failing at a cell's centre; an estimate. */
  double slackAtCentre(Cell cell) {
    return estimate.slack(samplePoints.centre(cell));
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
}
