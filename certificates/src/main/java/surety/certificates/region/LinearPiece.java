package surety.certificates.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;

/**
 * A stretch on which an activation is {@code slope x + intercept}, up to its kink with the next.
 *
 * @param end the kink; meaningless for the last piece
 */
public record LinearPiece(Rational slope, Rational intercept, Dyadic end) {
  /**
   * For each gate of a network, and each of its activations, the pieces; for an affine gate none.
   *
   * @throws RejectedException if an activation is not piecewise linear
   */
  public static List<List<List<LinearPiece>>> ofAll(Network network) throws RejectedException {
    Map<Activation, List<LinearPiece>> known = new HashMap<>();
    List<List<List<LinearPiece>>> pieces = new ArrayList<>();
    for (Gate gate : network.gates()) {
      List<List<LinearPiece>> ofGate = new ArrayList<>();
      if (gate instanceof Gate.Activations activations) {
        for (Activation activation : activations.layer().activations()) {
          requirePiecewiseLinear(activation);
          ofGate.add(known.computeIfAbsent(activation, LinearPiece::of));
        }
      }
      pieces.add(ofGate);
    }
    return pieces;
  }

  private static void requirePiecewiseLinear(Activation activation) throws RejectedException {
    if (activation instanceof Scaling scaling && !scaling.isPiecewiseLinear()) {
      throw new RejectedException(
          new RegionRejection.NotEnumerable(
              ("the network has a %s (%s), such as the root in a BatchNormalization, and regions are"
                      + " computed with exact fractions; export the network with its normalisation"
                      + " folded into the weights, which are floats then")
                  .formatted(scaling.name(), scaling.unknown())));
    }
    if (!activation.isPiecewiseLinear()) {
      throw new RejectedException(
          new RegionRejection.NotEnumerable(
              ("the network has the activation %s, which is not piecewise linear: such a network has no"
                      + " activation regions; take its relu bounding networks ('surety bound-network'"
                      + " writes them), which have")
                  .formatted(activation.name())));
    }
  }

  /**
   * The pieces of a piecewise linear activation, ascending. Two values of a section give its line,
   * exactly; neighbours on the same line are joined.
   */
  static List<LinearPiece> of(Activation activation) {
    List<LinearPiece> pieces = new ArrayList<>();
    for (Section section : activation.sections()) {
      LinearPiece piece = of(activation, section);
      int last = pieces.size() - 1;
      if (last >= 0 && pieces.get(last).isOnLineOf(piece)) {
        pieces.remove(last);
      }
      pieces.add(piece);
    }
    return List.copyOf(pieces);
  }

  private boolean isOnLineOf(LinearPiece other) {
    return slope.equals(other.slope) && intercept.equals(other.intercept);
  }

  private static LinearPiece of(Activation activation, Section section) {
    boolean fromBelow = Double.isInfinite(section.from());
    boolean toAbove = Double.isInfinite(section.to());
    Rational u;
    Rational v;
    if (fromBelow) {
      v = toAbove ? Rational.ZERO : Rational.ofDouble(section.to());
      u = v.minus(Rational.ONE);
    } else {
      u = Rational.ofDouble(section.from());
      v = toAbove ? u.plus(Rational.ONE) : Rational.ofDouble(section.to());
    }
    Rational slope =
        activation.applyExactly(v).minus(activation.applyExactly(u)).dividedBy(v.minus(u));
    Rational intercept = activation.applyExactly(u).minus(slope.times(u));
    return new LinearPiece(slope, intercept, toAbove ? Dyadic.ZERO : Dyadic.of(section.to()));
  }
}
