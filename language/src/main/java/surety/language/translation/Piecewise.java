package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;

/**
 * A function that is written with {@code min}, {@code max} and {@code abs} of affine functions,
 * which is again a minimum or maximum of such functions: {@code abs(e)} is {@code max(e, -e)}, and
 * {@code max(a, b) + c} is {@code max(a + c, b + c)}. All of it is exact.
 */
sealed interface Piecewise {
  /** One affine function. */
  record Piece(Affine function) implements Piecewise {}

  /** The largest, or else the least, of several. */
  record Extreme(boolean isMaximum, List<Piecewise> parts) implements Piecewise {
    /** Keeps its own list. */
    public Extreme {
      parts = List.copyOf(parts);
    }
  }

  /** The absolute value. */
  default Piecewise absolute() {
    return new Extreme(true, List.of(this, times(Rational.of(-1))));
  }

  /** How many affine functions it is made of. */
  default long size() {
    return this instanceof Extreme extreme
        ? extreme.parts().stream().mapToLong(Piecewise::size).sum()
        : 1;
  }

  /** Whether it is the same for all inputs. */
  default boolean isConstant() {
    return this instanceof Piece piece
        ? piece.function().isConstant()
        : ((Extreme) this).parts().stream().allMatch(Piecewise::isConstant);
  }

  /** The product with a number; a negative one turns the largest into the least. */
  default Piecewise times(Rational factor) {
    return this instanceof Piece piece
        ? new Piece(piece.function().times(factor))
        : new Extreme(
            ((Extreme) this).isMaximum() == (factor.signum() >= 0),
            ((Extreme) this).parts().stream().map(part -> part.times(factor)).toList());
  }

  /** The sum; it is made of as many functions as there are pairs. */
  default Piecewise plus(Piecewise other) {
    if (this instanceof Extreme extreme) {
      return new Extreme(
          extreme.isMaximum(), extreme.parts().stream().map(part -> part.plus(other)).toList());
    }
    return other instanceof Piece piece
        ? new Piece(((Piece) this).function().plus(piece.function()))
        : other.plus(this);
  }

  /**
   * When it stands in a relation to zero. The largest is below zero if all are, and above if one
   * is; for the least it is the other way round.
   */
  default Condition compared(Comparison comparison) {
    if (this instanceof Piece piece) {
      return Condition.of(piece.function(), comparison);
    }
    List<Condition> conditions = new ArrayList<>();
    ((Extreme) this).parts().forEach(part -> conditions.add(part.compared(comparison)));
    return ((Extreme) this).isMaximum() == comparison.isBelow()
        ? Condition.all(conditions)
        : Condition.any(conditions);
  }
}
