package surety.certificates.support;

import java.util.List;
import java.util.Optional;
import surety.certificates.moment.NormalLaw;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.region.LinearPiece;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.SupportRejection;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * A piecewise linear network whose inputs are normal, or of a mixture of normals: each component of
 * the mixture has a tree of its own.
 *
 * <p>The pattern of inputs is, for each neuron with a kink, the number of the kinks that its
 * argument has reached: at a kink it is on the piece above.
 */
public final class SupportProblem {
  /** Numbers that the forms of all inputs, or of one component's wires, have: it is memory. */
  private static final long MOST_NUMBERS = 1L << 23;

  /** More kinks make deep trees, whose places are memory, too. */
  private static final int MOST_NEURONS = 1 << 13;

  private final Network network;
  private final List<List<List<LinearPiece>>> pieces;
  private final NormalLaw law;
  private final int lastGate;
  private final Stop stop;

  private SupportProblem(
      Network network, List<List<List<LinearPiece>>> pieces, NormalLaw law, Stop stop) {
    this.network = network;
    this.pieces = pieces;
    this.law = law;
    this.stop = stop;
    int last = -1;
    for (int gate = 0; gate < pieces.size(); gate++) {
      last = hasKinks(gate) ? gate : last;
    }
    this.lastGate = last;
  }

  /**
   * Makes it ready.
   *
   * @param stop asked by everything that is computed with it; it ends with a {@link
   *     surety.certificates.stop.StoppedException} then
   * @throws RejectedException if the network is not piecewise linear, the law is no mixture of
   *     normals, the two do not fit together, or they are too large
   */
  public static SupportProblem of(Law law, Network network, Stop stop) throws RejectedException {
    if (network.inputs() != law.inputs()) {
      throw new RejectedException(new ProblemRejection.Inputs(network.inputs(), law.inputs()));
    }
    List<List<List<LinearPiece>>> pieces = LinearPiece.ofAll(network);
    if (pieces.stream().flatMap(List::stream).filter(p -> p.size() > 1).count() > MOST_NEURONS) {
      throw new RejectedException(
          new RegionRejection.TooMany("the neurons with kinks are", MOST_NEURONS));
    }
    long ofInputs = 0;
    for (Law.Branch branch : law.branches()) {
      long dimension = branch.dimension() + 1L;
      ofInputs += law.inputs() * dimension * branch.summands().size();
      requireFew(ofInputs);
      requireFew(network.wires() * dimension);
    }
    Optional<NormalLaw> normal = NormalLaw.of(law);
    if (normal.isEmpty()) {
      throw new RejectedException(new SupportRejection.NotNormal());
    }
    return new SupportProblem(network, pieces, normal.get(), stop);
  }

  private static void requireFew(long numbers) throws RejectedException {
    if (numbers > MOST_NUMBERS) {
      throw new RejectedException(
          new RegionRejection.TooMany("the numbers of all inputs and neurons are", MOST_NUMBERS));
    }
  }

  /** Number of components. */
  public int components() {
    return law.components().size();
  }

  /** Where nothing is decided, under a component. */
  public Place root(int component) {
    NormalLaw.Component of = law.components().get(component);
    return Place.root(of.weight(), new Stage(this, of.dimension(), of.inputs()));
  }

  /** Whether somebody wants what is computed with this to end. */
  public Stop stop() {
    return stop;
  }

  Gate gate(int number) {
    return network.gates().get(number);
  }

  /** The pieces of an activation. */
  List<LinearPiece> pieces(int gate, int neuron) {
    return pieces.get(gate).get(neuron);
  }

  boolean hasKinks(int gate) {
    return pieces.get(gate).stream().anyMatch(ofNeuron -> ofNeuron.size() > 1);
  }

  /** The last gate with kinks; negative if there is none. */
  int lastGate() {
    return lastGate;
  }
}
