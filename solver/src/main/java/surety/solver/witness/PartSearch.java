package surety.solver.witness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import surety.certificates.network.Layer;
import surety.certificates.statement.Event;

/**
 * Best-first search in the parts of a cell. Z3's time grows fast with the number of ReLUs whose
 * sign is open, so a part with many of them is cut in two. Parts where the bounds exclude the event
 * are dropped; the others together cover all points of the cell where it can happen.
 */
final class PartSearch {
  /** As many ReLUs of open sign Z3 sorts out within some tens of milliseconds. */
  private static final int OPEN_SIGNS = 4;

  /** Points that are tried in each part. */
  private static final int SAMPLES = 4;

  private record Part(ExactCell cell, CellBounds bounds, double promise) {}

  private final List<Layer> layers;
  private final InputSpace space;
  private final Event event;
  private final WitnessLimits limits;
  private final SampleSearch samples;
  private final ShortPoints shortPoints;
  private final PolytopeSolver solver;
  private final ExactCell whole;
  private final Deadline deadline;
  private final PriorityQueue<Part> queue =
      new PriorityQueue<>(Comparator.comparingDouble((Part part) -> -part.promise));

  PartSearch(
      WitnessCheck check,
      List<Layer> layers,
      WitnessLimits limits,
      SampleSearch samples,
      ExactCell whole,
      Deadline deadline) {
    this.layers = layers;
    this.space = check.space();
    this.event = check.event();
    this.limits = limits;
    this.samples = samples;
    this.shortPoints = new ShortPoints(check);
    this.solver = new PolytopeSolver(layers, space, event, limits);
    this.whole = whole;
    this.deadline = deadline;
  }

  /**
   * Searches until a part has a witness, none is left or a limit is met.
   *
   * @throws surety.certificates.stop.StoppedException at the deadline
   */
  Finding run() {
    Optional<Finding> end = add(whole);
    for (int parts = 0; end.isEmpty(); parts++) {
      if (queue.isEmpty()) {
        return new Finding.Impossible();
      }
      deadline.check();
      if (parts >= limits.parts()) {
        return new Finding.Unknown("the limit of " + limits.parts() + " parts of a cell was met");
      }
      end = search(queue.poll());
    }
    return end.get();
  }

  /** Asks Z3 about a part, or cuts it; the end of the search if that brings it. */
  private Optional<Finding> search(Part part) {
    Optional<List<ExactCell>> halves = part.bounds.split(part.cell);
    if (halves.isEmpty() || part.bounds.unproven() <= OPEN_SIGNS) {
      Finding finding = ask(part);
      if (finding instanceof Finding.Impossible) {
        return Optional.empty();
      }
      if (finding instanceof Finding.Found || halves.isEmpty()) {
        return Optional.of(finding);
      }
    }
    return halves.orElseThrow().stream().flatMap(half -> add(half).stream()).findFirst();
  }

  private Optional<Finding> add(ExactCell cell) {
    CellBounds bounds = CellBounds.of(layers, space, cell, deadline);
    if (bounds.decide(event) == CellBounds.Decision.NEVER) {
      return Optional.empty();
    }
    queue.add(new Part(cell, bounds, bounds.promise(event)));
    return samples.in(whole, cell, SAMPLES, deadline).map(Finding.Found::new);
  }

  private Finding ask(Part part) {
    PolytopeSolver.Answer answer = solver.solve(part.cell, part.bounds, deadline);
    if (answer instanceof PolytopeSolver.Answer.Possible possible) {
      return shortPoints
          .near(whole, possible.points(), deadline)
          .<Finding>map(Finding.Found::new)
          .orElseGet(
              () -> new Finding.Unknown("the point that Z3 gave did not pass the exact check"));
    }
    return answer instanceof PolytopeSolver.Answer.GivenUp givenUp
        ? new Finding.Unknown(givenUp.reason())
        : new Finding.Impossible();
  }
}
