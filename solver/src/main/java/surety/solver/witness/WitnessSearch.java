package surety.solver.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.stop.StoppedException;
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

  private final WitnessFinder finder;
  private final InputSpace space;
  private final Deadline deadline;

  private WitnessSearch(WitnessFinder finder, InputSpace space, Deadline deadline) {
    this.finder = finder;
    this.space = space;
    this.deadline = deadline;
  }

  /**
   * Looks for a witness of a statement's event.
   *
   * @param cells that cover all inputs but for a set of probability 0 (and where the event is
   *     already known to be impossible)
   * @throws IllegalArgumentException if the statement is not about the probability of an event or
   *     does not fit the network
   */
  static Finding find(Statement statement, Network network, List<? extends Leaf> cells) {
    LeafSource source = visitor -> cells.stream().allMatch(visitor::visit);
    try {
      return find(statement, List.of(network), source, WitnessLimits.defaults(), () -> false);
    } catch (IOException | RejectedException e) {
      throw new IllegalStateException("a list of cells is not read from anywhere", e);
    }
  }

  /**
   * Looks for a witness of a statement's event. If inputs depend on each other, only at some
   * points.
   *
   * @param cells as above, of independent inputs
   * @param cancelled asked often; the answer yes ends the search
   * @throws IllegalArgumentException as above
   */
  public static Finding find(
      Statement statement,
      List<Network> networks,
      LeafSource cells,
      WitnessLimits limits,
      BooleanSupplier cancelled)
      throws IOException, RejectedException {
    Optional<Event> event =
        statement.claim() instanceof QuantityClaim claim ? claim.event() : Optional.empty();
    if (event.isEmpty()) {
      throw new IllegalArgumentException("Witnesses are of events, not of " + statement.claim());
    }
    Observables observables = Observables.of(statement.claim(), networks);
    Event observed = observables.event(event.get());
    Optional<List<Input>> independent = statement.law().independentInputs();
    Finding finding =
        independent.isEmpty()
            ? LawWitness.find(
                statement.law(),
                observables.network(),
                observed,
                Deadline.in(limits.total(), cancelled::getAsBoolean))
            : find(
                observed,
                observables.network(),
                InputSpace.of(independent.get()),
                cells,
                limits,
                cancelled);
    return finding instanceof Finding.Found found
        ? new Finding.Found(found.witness().of(observables.outputs()))
        : finding;
  }

  /**
   * Looks for a witness of any event, such as the complement of a statement's.
   *
   * @param cells as above
   * @param cancelled as above
   */
  public static Finding find(
      Event event,
      Network network,
      InputSpace space,
      LeafSource cells,
      WitnessLimits limits,
      BooleanSupplier cancelled)
      throws IOException, RejectedException {
    Deadline deadline = Deadline.in(limits.total(), cancelled::getAsBoolean);
    try {
      deadline.check();
      WitnessFinder finder = new WitnessFinder(network, space, event, limits);
      return new WitnessSearch(finder, space, deadline).run(cells);
    } catch (StoppedException e) {
      return new Finding.Unknown(
          cancelled.getAsBoolean()
              ? "the search for a witness was cancelled"
              : "the time for the search for a witness was over");
    }
  }

  private Finding run(LeafSource cells) throws IOException, RejectedException {
    Optional<Witness> witness = atCentres(cells);
    if (witness.isPresent()) {
      return new Finding.Found(witness.get());
    }
    Finding all = finder.find(space.hull(), share());
    return all instanceof Finding.Unknown ? byMass(cells) : all;
  }

  /** A witness near the centre of the heaviest cell where the event seems to hold. */
  private Optional<Witness> atCentres(LeafSource cells) throws IOException, RejectedException {
    Centres centres = new Centres();
    cells.visit(centres);
    return centres.best.flatMap(leaf -> finder.near(leaf.cell(), leaf.centre(), deadline));
  }

  private final class Centres implements LeafSource.Visitor {
    private Optional<Leaf> best = Optional.empty();
    private double mass = -1;
    private int left = CENTRES_AFTER_HIT;

    @Override
    public boolean visit(Leaf leaf) {
      deadline.check();
      if (finder.slack(leaf.centre()) > 0 && leaf.mass() > mass) {
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
  private Finding byMass(LeafSource cells) throws IOException, RejectedException {
    Heaviest heaviest = new Heaviest();
    boolean complete = cells.visit(heaviest) && heaviest.dropped == 0;
    Optional<String> reason = Optional.empty();
    for (Leaf leaf : heaviest.descending()) {
      deadline.check();
      Finding finding = finder.find(leaf.cell(), share());
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
  private final class Heaviest implements LeafSource.Visitor {
    private record Weighed(Leaf leaf, double mass) {}

    private final PriorityQueue<Weighed> kept =
        new PriorityQueue<>(Comparator.comparingDouble(Weighed::mass));
    private int dropped;

    @Override
    public boolean visit(Leaf leaf) {
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
