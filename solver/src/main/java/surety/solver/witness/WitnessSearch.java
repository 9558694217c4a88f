package surety.solver.witness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.proof.Hole;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Event;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.solver.domain.Domain;
import surety.solver.evaluation.Observables;

/**
 * Looks for a witness of an event among all inputs, in three steps, as long as the time lasts.
 *
 * <ol>
 *   <li>The centres of the cells, in plain doubles, and a proposal that holds is checked exactly:
 *       for an event of a probability that is known to be positive this nearly always suffices, and
 *       Z3 need not even be loaded.
 *   <li>All inputs as one cell, which {@link WitnessFinder} cuts as it needs.
 *   <li>The cells, those of largest mass first, with Z3: where the search for bounds has cut
 *       finely, there the event is.
 * </ol>
 *
 * <p>The event is impossible if the second step says so, or if no cell of the third is left open.
 */
public final class WitnessSearch {
  /** How many more centres are looked at for a heavier cell after one where the event holds. */
  private static final int CENTRES_AFTER_HIT = 10_000;

  /** How many of the cells with the largest masses are kept for Z3. */
  private static final int CELLS_KEPT = 1000;

  private final ExactProblem problem;
  private final byte[] tree;
  private final WitnessFinder finder;
  private final Deadline deadline;

  private WitnessSearch(
      ExactProblem problem, byte[] tree, WitnessFinder finder, Deadline deadline) {
    this.problem = problem;
    this.tree = tree;
    this.finder = finder;
    this.deadline = deadline;
  }

  /**
   * Looks for a witness of an event wherever the inputs may be; of a large network, or if inputs
   * depend on each other, only at some points.
   *
   * @throws IllegalArgumentException if the statement is not about the probability of an event, or
   *     not about such networks
   */
  public static Finding find(Statement statement, List<Network> networks, WitnessLimits limits) {
    Event event = event(statement);
    Network graph = Network.sideBySide(networks);
    Deadline deadline = Deadline.in(limits.total(), Stop.NEVER);
    if (statement.law().independentInputs().isEmpty()
        || WitnessFinder.weights(graph) > limits.weights()) {
      return atSomePoints(statement, graph, deadline);
    }
    List<Truncation> truncations =
        statement.law().branches().stream()
            .flatMap(branch -> Domain.of(branch).truncations().stream())
            .toList();
    try {
      ExactProblem problem =
          ExactProblem.of(Problem.of(statement, networks, truncations, deadline));
      return new WitnessFinder(problem, event, limits)
          .find(problem.everywhere(), deadline)
          .of(graph.outputs());
    } catch (StoppedException e) {
      return new Finding.Unknown("the time limit was met");
    } catch (RejectedException e) {
      return new Finding.Unknown(e.getMessage());
    }
  }

  /**
   * Looks for a witness of a problem's event. If inputs depend on each other, only at some points.
   *
   * @param tree a proof tree of the problem that the kernel accepts, where inputs do not
   * @param cancelled asked often; the answer yes ends the search
   * @throws IllegalArgumentException if the problem is not about the probability of an event, or
   *     the tree cannot be read
   */
  public static Finding find(
      Problem problem, byte[] tree, WitnessLimits limits, BooleanSupplier cancelled) {
    Event event = event(problem.statement());
    Deadline deadline = Deadline.in(limits.total(), cancelled::getAsBoolean);
    try {
      deadline.check();
      if (problem.statement().law().independentInputs().isEmpty()) {
        return atSomePoints(problem.statement(), problem.graph(), deadline);
      }
      ExactProblem exact = ExactProblem.of(problem);
      WitnessFinder finder = new WitnessFinder(exact, event, limits);
      return new WitnessSearch(exact, tree, finder, deadline).run().of(problem.graph().outputs());
    } catch (StoppedException e) {
      return new Finding.Unknown(
          cancelled.getAsBoolean()
              ? "the search for a witness was cancelled"
              : "the time for the search for a witness was over");
    } catch (RejectedException e) {
      throw new IllegalArgumentException("the tree cannot be read: " + e.getMessage(), e);
    }
  }

  private static Event event(Statement statement) {
    Optional<Event> event =
        statement.claim() instanceof QuantityClaim claim ? claim.event() : Optional.empty();
    return event.orElseThrow(
        () -> new IllegalArgumentException("Witnesses are of events, not of " + statement.claim()));
  }

  private static Finding atSomePoints(Statement statement, Network graph, Deadline deadline) {
    Observables observables = Observables.of(statement.claim(), List.of(graph));
    return LawWitness.find(
            statement.law(), observables.network(), observables.event(event(statement)), deadline)
        .of(graph.outputs());
  }

  private Finding run() throws RejectedException {
    Optional<Witness> witness = atCentres();
    if (witness.isPresent()) {
      return new Finding.Found(witness.get());
    }
    Finding all = finder.find(problem.everywhere(), share());
    return all instanceof Finding.Unknown ? byMass() : all;
  }

  /**
   * Hands out all leaves of the tree, and then what is outside of it, unless the visitor wants no
   * more.
   *
   * @return whether all have been handed out
   */
  private boolean visit(Predicate<Leaf> visitor) throws RejectedException {
    ProofLeaves leaves = new ProofLeaves(problem.root(), new ByteArrayInputStream(tree));
    while (leaves.hasNext()) {
      if (!visitor.test(next(leaves))) {
        return false;
      }
    }
    return problem.outside().stream()
        .map(box -> new Leaf(box, problem.root(), 0, new Hole()))
        .allMatch(visitor);
  }

  private static Leaf next(ProofLeaves leaves) throws RejectedException {
    try {
      return leaves.next();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to read", e);
    }
  }

  /** A witness near the centre of the heaviest cell where the event seems to hold. */
  private Optional<Witness> atCentres() throws RejectedException {
    Centres centres = new Centres();
    visit(centres);
    return centres.best.flatMap(leaf -> finder.atCentre(leaf.cell(), deadline));
  }

  private final class Centres implements Predicate<Leaf> {
    private Optional<Leaf> best = Optional.empty();
    private double mass = -1;
    private int left = CENTRES_AFTER_HIT;

    @Override
    public boolean test(Leaf leaf) {
      deadline.check();
      if (finder.slackAtCentre(leaf.cell()) > 0 && leaf.mass() > mass) {
        best = Optional.of(leaf);
        mass = leaf.mass();
      }
      if (best.isPresent()) {
        left--;
      }
      return left > 0;
    }
  }

  /** Asks Z3 about the cells where the bounds leave the event possible. */
  private Finding byMass() throws RejectedException {
    Heaviest heaviest = new Heaviest();
    boolean complete = visit(heaviest) && heaviest.dropped == 0;
    Optional<String> reason = Optional.empty();
    for (Leaf leaf : heaviest.descending()) {
      deadline.check();
      Finding finding = finder.find(List.of(leaf.cell()), share());
      if (finding instanceof Finding.Found) {
        return finding;
      }
      if (finding instanceof Finding.Unknown unknown) {
        reason = Optional.of(unknown.reason());
      }
    }
    if (complete && reason.isEmpty()) {
      return new Finding.Impossible();
    }
    return new Finding.Unknown(
        reason.orElse(
            "only the " + CELLS_KEPT + " most probable cells were searched for a witness"));
  }

  /** What one cell may take: half of what is left, so that a hard one does not end it all. */
  private Deadline share() {
    return deadline.within(deadline.remaining().dividedBy(2));
  }

  /** Keeps the cells of largest mass among those where the event may happen. */
  private final class Heaviest implements Predicate<Leaf> {
    private record Weighed(Leaf leaf, double mass) {}

    private final PriorityQueue<Weighed> kept =
        new PriorityQueue<>(Comparator.comparingDouble(Weighed::mass));
    private int dropped;

    @Override
    public boolean test(Leaf leaf) {
      deadline.check();
      if (finder.mayHold(leaf.cell(), deadline)) {
        kept.add(new Weighed(leaf, leaf.mass()));
        if (kept.size() > CELLS_KEPT) {
          kept.remove();
          dropped++;
        }
      }
      return true;
    }

    private List<Leaf> descending() {
      List<Weighed> sorted = new ArrayList<>(kept);
      sorted.sort(Comparator.comparingDouble(weighed -> -weighed.mass));
      return sorted.stream().map(Weighed::leaf).toList();
    }
  }
}
