package surety.certificates.support;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.region.LinearPiece;

/**
 * A neuron's argument is on a piece.
 *
 * @param argument a normal number
 * @param lower the kink that it has reached, unless the piece is the first
 * @param upper the kink that it has not, unless the piece is the last
 */
public record Decision(NormalForm argument, Optional<Interval> lower, Optional<Interval> upper) {
  static Decision of(NormalForm argument, List<LinearPiece> pieces, int piece) {
    boolean isLast = piece == pieces.size() - 1;
    return new Decision(
        argument,
        piece == 0 ? Optional.empty() : Optional.of(enclose(pieces.get(piece - 1).end())),
        isLast ? Optional.empty() : Optional.of(enclose(pieces.get(piece).end())));
  }

  private static Interval enclose(Dyadic kink) {
    return Interval.of(kink.doubleFloor(), kink.doubleCeiling());
  }

  /** The kink at its end. */
  public Optional<Interval> kink(boolean above) {
    return above ? lower : upper;
  }

  Share share() {
    return Share.between(
        lower.map(kink -> Sides.of(argument, kink)).orElse(Sides.BEFORE_ALL),
        upper.map(kink -> Sides.of(argument, kink)).orElse(Sides.BEHIND_ALL));
  }
}
