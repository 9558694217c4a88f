package surety.certificates.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.rejection.RejectedException;

/**
 * A place in the enumeration: what the neurons decided so far do, and which neuron is asked next.
 *
 * <p>Neurons are visited gate by gate in the network's order, and the kinks of a neuron in
 * ascending order. Where all neurons before are on known pieces of their activations, the next
 * pre-activation is an exactly known affine function. If it is constant there is nothing to decide:
 * the neuron is on the piece of that constant, at a kink on the upper one. Else the question is
 * whether it is below the kink or above. A half-space is added only where both are possible; where
 * one side is empty the other one is implied by the half-spaces that are there.
 */
public final class Prefix {
  private final ExactNetwork network;
  private final int gate;
  private final int neuron;
  private final int piece;
  private final List<ExactAffine> before;
  private final ExactAffine[] after;
  private final byte[] pattern;
  private final Trail<HalfSpace> halfSpaces;
  private final Optional<HalfSpace> question;

  private Prefix(Walk walk, Trail<HalfSpace> halfSpaces, Optional<HalfSpace> question) {
    this.network = walk.network;
    this.gate = walk.gate;
    this.neuron = walk.neuron;
    this.piece = walk.piece;
    this.before = walk.before;
    this.after = walk.after;
    this.pattern = walk.pattern;
    this.halfSpaces = halfSpaces;
    this.question = question;
  }

  /** Nothing decided; the half-spaces are those of the box. */
  static Prefix root(ExactNetwork network, List<HalfSpace> box) throws RejectedException {
    Trail<HalfSpace> path = Trail.empty();
    for (HalfSpace facet : box) {
      path = path.plus(facet);
    }
    Walk walk = new Walk(network);
    return new Prefix(walk, path, walk.advance());
  }

  /** Whether all neurons are decided. */
  public boolean isLeaf() {
    return question.isEmpty();
  }

  /** Where the next neuron is above its kink; there is one unless this is a leaf. */
  public HalfSpace above() {
    return question.orElseThrow();
  }

  /** Where it is below. */
  public HalfSpace below() {
    return above().opposite();
  }

  /** The next place if the neuron is above its kink, or below. */
  public Prefix decided(boolean above, boolean byHalfSpace) throws RejectedException {
    Walk walk = new Walk(this);
    if (above) {
      walk.piece++;
    } else {
      walk.decide();
    }
    Trail<HalfSpace> path = byHalfSpace ? halfSpaces.plus(above ? above() : below()) : halfSpaces;
    return new Prefix(walk, path, walk.advance());
  }

  /** The box's facets, and then the decided sides. */
  public List<HalfSpace> halfSpaces() {
    return halfSpaces.toList();
  }

  /** How many half-spaces there are. */
  public int size() {
    return halfSpaces.size();
  }

  /** For each decided neuron with a kink the number of its piece. */
  public byte[] pattern() {
    return pattern.clone();
  }

  /** The network's outputs, if all neurons are decided. */
  public List<ExactAffine> outputs() {
    if (!isLeaf()) {
      throw new IllegalStateException("outputs are known when all neurons are decided");
    }
    return IntStream.range(0, network.output().size())
        .mapToObj(i -> before.get(network.output().at(i)))
        .toList();
  }

  /** Goes through the network up to the next open question. */
  private static final class Walk {
    private final ExactNetwork network;
    private int gate;
    private int neuron;
    private int piece;

    /** All wires before the gate. */
    private List<ExactAffine> before;

    /** What the gate's neurons give, those that are decided. */
    private ExactAffine[] after = {};

    private byte[] pattern;

    Walk(ExactNetwork network) {
      this.network = network;
      this.before = network.inputs();
      this.pattern = new byte[0];
    }

    Walk(Prefix from) {
      this.network = from.network;
      this.gate = from.gate;
      this.neuron = from.neuron;
      this.piece = from.piece;
      this.before = from.before;
      this.after = from.after.clone();
      this.pattern = from.pattern;
    }

    Optional<HalfSpace> advance() throws RejectedException {
      while (gate < network.gates()) {
        if (!network.isActivation(gate)) {
          append(network.apply(gate, before));
          continue;
        }
        if (after.length == 0) {
          after = new ExactAffine[network.wires(gate).size()];
        }
        if (neuron == after.length) {
          append(List.of(after));
          after = new ExactAffine[0];
        } else {
          Optional<HalfSpace> open = visit();
          if (open.isPresent()) {
            return open;
          }
        }
      }
      return Optional.empty();
    }

    private void append(List<ExactAffine> functions) {
      List<ExactAffine> longer = new ArrayList<>(before);
      longer.addAll(functions);
      before = longer;
      gate++;
      neuron = 0;
      piece = 0;
    }

    /** The question of the neuron's next kink, or a step without one. */
    private Optional<HalfSpace> visit() throws RejectedException {
      List<LinearPiece> pieces = network.pieces(gate, neuron);
      ExactAffine f = argument();
      if (piece == pieces.size() - 1) {
        decide();
      } else if (!f.isConstant()) {
        return Optional.of(f.atLeast(pieces.get(piece).end()));
      } else if (pieces.get(piece).end().compareTo(f.constant()) > 0) {
        decide();
      } else {
        piece++;
      }
      return Optional.empty();
    }

    /** What enters the neuron. */
    private ExactAffine argument() {
      return before.get(network.wires(gate).at(neuron));
    }

    /** The neuron is on the current piece. */
    private void decide() throws RejectedException {
      List<LinearPiece> pieces = network.pieces(gate, neuron);
      LinearPiece on = pieces.get(piece);
      after[neuron] = argument().mapped(on.slope(), on.intercept());
      if (pieces.size() > 1) {
        pattern = Arrays.copyOf(pattern, pattern.length + 1);
        pattern[pattern.length - 1] = (byte) piece;
      }
      neuron++;
      piece = 0;
    }
  }
}
