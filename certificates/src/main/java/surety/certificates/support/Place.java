package surety.certificates.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.rejection.RejectedException;

/**
 * A set of inputs under one component of the law: those that have a pattern as far as it is
 * decided. Immutable.
 *
 * <p>Neurons are decided gate by gate, in a gate in any order. Where all gates before are decided,
 * the arguments of a gate's neurons are known affine functions of the inputs, so normal numbers,
 * and each decision confines the inputs to the half-space, or the slab, where such a function is on
 * a piece. The set is the intersection of all of these. So it has at most the mass of each of them,
 * and at least the component's mass without that of what is outside of any: neither needs to know
 * how the functions depend on each other, nor on the decisions before.
 */
public final class Place {
  private static final byte OPEN = -1;

  private final Interval weight;
  private final Stage stage;

  /** Of the neurons of all gates before that have a kink. */
  private final byte[] before;

  /** Of this gate's neurons. */
  private final byte[] pieces;

  private final boolean isDecided;
  private final Optional<Trail> trail;
  private final double most;
  private final double outside;

  /** The last decision, and those before it. */
  private record Trail(Optional<Trail> before, Decision last) {}

  private Place(
      Interval weight,
      Stage stage,
      byte[] before,
      byte[] pieces,
      Optional<Trail> trail,
      double most,
      double outside) {
    this.weight = weight;
    this.stage = stage;
    this.before = before;
    this.pieces = pieces;
    this.trail = trail;
    this.most = most;
    this.outside = outside;
    boolean decided = true;
    for (byte piece : pieces) {
      decided &= piece != OPEN;
    }
    this.isDecided = decided;
  }

  /** Nothing is decided. */
  static Place root(Interval weight, Stage stage) {
    double most = Math.min(1, weight.upper());
    return new Place(weight, stage, new byte[0], undecided(stage), Optional.empty(), most, 0);
  }

  private static byte[] undecided(Stage stage) {
    byte[] pieces = new byte[stage.neurons()];
    for (int neuron = 0; neuron < pieces.length; neuron++) {
      pieces[neuron] = stage.pieces(neuron) > 1 ? OPEN : 0;
    }
    return pieces;
  }

  /** Whether all neurons of the network are decided. */
  public boolean isPattern() {
    return isDecided && stage.isLast();
  }

  /** Whether all neurons of this gate are, and the next one is to be asked. */
  public boolean isGateDecided() {
    return isDecided && !stage.isLast();
  }

  /** The same at the next gate: there the work is. */
  public Place atNextGate() {
    Stage next = stage.next(pieces);
    return new Place(weight, next, pattern(), undecided(next), trail, most, outside);
  }

  /** Number of neurons of this gate. */
  public int neurons() {
    return pieces.length;
  }

  /** Whether a neuron has a kink and is not decided. */
  public boolean isOpen(int neuron) {
    return neuron >= 0 && neuron < pieces.length && pieces[neuron] == OPEN;
  }

  /** How many pieces a neuron's activation has. */
  public int pieces(int neuron) {
    return stage.pieces(neuron);
  }

  /** What a piece of a neuron has of the probability under this component. */
  public Share share(int neuron, int piece) {
    return stage.share(neuron, piece);
  }

  /** Those of these inputs for which an open neuron is on a piece. */
  public Place on(int neuron, int piece) {
    Share share = stage.share(neuron, piece);
    byte[] decided = pieces.clone();
    decided[neuron] = (byte) piece;
    Trail longer = new Trail(trail, stage.decision(neuron, piece));
    double mass = Math.min(most, Rounding.multiplyUp(weight.upper(), share.inside()));
    double other = Rounding.multiplyUp(weight.upper(), share.outside());
    return new Place(
        weight, stage, before, decided, Optional.of(longer), mass, Rounding.addUp(outside, other));
  }

  /**
   * The same inputs, with what a combination of their half-spaces says of their mass.
   *
   * @throws RejectedException if it combines what are no half-spaces of these inputs
   */
  public Place within(Combination combination) throws RejectedException {
    double probability = combination.probability(decisions(), stage.dimension());
    double mass = Math.min(most, Rounding.multiplyUp(weight.upper(), probability));
    return new Place(weight, stage, before, pieces, trail, mass, outside);
  }

  /** What has been decided so far, in that order. */
  public List<Decision> decisions() {
    List<Decision> all = new ArrayList<>();
    for (Optional<Trail> at = trail; at.isPresent(); at = at.get().before) {
      all.add(at.get().last);
    }
    Collections.reverse(all);
    return List.copyOf(all);
  }

  /** The last of them; there has to be one. */
  public Decision lastDecision() {
    return trail.orElseThrow().last;
  }

  /** At least the mass of these inputs. */
  public double most() {
    return most;
  }

  /** At most that mass. */
  public double least() {
    return Math.min(most, Math.max(0, Rounding.subtractDown(weight.lower(), outside)));
  }

  /** For each neuron with a kink, as far as they are decided, the number of its piece. */
  public byte[] pattern() {
    byte[] pattern = Arrays.copyOf(before, before.length + pieces.length);
    int count = before.length;
    for (int neuron = 0; neuron < pieces.length; neuron++) {
      if (stage.pieces(neuron) > 1) {
        pattern[count++] = pieces[neuron];
      }
    }
    return Arrays.copyOf(pattern, count);
  }
}
