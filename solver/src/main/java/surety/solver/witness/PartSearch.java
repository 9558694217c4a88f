package surety.solver.witness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import surety.certificates.cell.Cell;
import surety.certificates.cell.CompiledEvent;

/**
 * Best-first search in the parts of cells. Z3's time grows fast with the number of ReLUs whose sign
 * is open, so a part with many of them is cut in two. Parts where the bounds exclude the event are
 * dropped; the others together cover all points of the cell where it can happen.
 */
final class PartSearch {
  /** As many ReLUs of open sign Z3 sorts out within some tens of milliseconds. */
  private static final int OPEN_SIGNS = 4;

  /** Points that are tried in each part. */
  private static final int SAMPLES = 4;

  /** With what the bounds leave of the event. */
  private record Part(Cell cell, CellBounds bounds, CompiledEvent event, double promise) {}

  private final ExactProblem problem;
  private final CompiledEvent event;
  private final WitnessLimits limits;
  private final SampleSearch samples;
  private final ShortPoints shortPoints;
  private final PolytopeSolver solver;
  private final List<Range> around;
  private final Deadline deadline;
  private final PriorityQueue<Part> queue =
      new PriorityQueue<>(Comparator.comparingDouble((Part part) -> -part.promise));

  /**
   * A search.
   *
   * @param around where witnesses may be
   */
  PartSearch(
      ExactProblem problem,
      CompiledEvent event,
      WitnessLimits limits,
      SampleSearch samples,
      ShortPoints shortPoints,
      List<Range> around,
      Deadline deadline) {
    this.problem = problem;
    this.event = event;
    this.limits = limits;
    this.samples = samples;
    this.shortPoints = shortPoints;
    this.solver = new PolytopeSolver(problem, limits);
    this.around = around;
    this.deadline = deadline;
  }

  /**
   * Searches cells until a part has a witness, none is left or a limit is met.
   *
   * @throws surety.certificates.stop.StoppedException at the deadline
   */
  Finding run(List<? extends Cell> cells) {
    Optional<Finding> end = addAll(cells);
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
    Optional<List<Cell>> halves = part.bounds.split();
    if (halves.isEmpty() || part.bounds.unproven() <= OPEN_SIGNS) {
      Finding finding = ask(part);
      if (finding instanceof Finding.Impossible) {
        return Optional.empty();
      }
      if (finding instanceof Finding.Found || halves.isEmpty()) {
        return Optional.of(finding);
      }
    }
    return addAll(halves.orElseThrow());
  }

  private Optional<Finding> addAll(List<? extends Cell> cells) {
    return cells.stream().flatMap(cell -> add(cell).stream()).findFirst();
  }

  private Optional<Finding> add(Cell cell) {
    CellBounds bounds = CellBounds.of(problem, cell, deadline);
    CompiledEvent open = bounds.open(event);
    if (open.equals(CompiledEvent.Decided.NEVER)) {
      return Optional.empty();
    }
    queue.add(new Part(cell, bounds, open, bounds.promise(event)));
    return samples.in(around, cell, SAMPLES, deadline).map(Finding.Found::new);
  }

  private Finding ask(Part part) {
    PolytopeSolver.Answer answer = solver.solve(part.event, part.cell, part.bounds, deadline);
    if (answer instanceof PolytopeSolver.Answer.Possible possible) {
      return shortPoints
          .near(around, possible.points(), deadline)
          .<Finding>map(Finding.Found::new)
          .orElseGet(
              () -> new Finding.Unknown("the point that Z3 gave did not pass the exact check"));
    }
    return answer instanceof PolytopeSolver.Answer.GivenUp givenUp
        ? new Finding.Unknown(givenUp.reason())
        : new Finding.Impossible();
  }
}
