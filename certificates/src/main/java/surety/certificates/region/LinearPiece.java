package surety.certificates.region;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/**
 * A stretch on which an activation is {@code slope x + intercept}, up to its kink with the next.
 *
 * @param end the kink; meaningless for the last piece
 */
record LinearPiece(Rational slope, Rational intercept, Dyadic end) {

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
