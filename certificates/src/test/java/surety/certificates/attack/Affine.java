package surety.certificates.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/** An affine function of a branch's coordinates, exactly. */
record Affine(List<Rational> slopes, Rational constant) {
  Affine {
    slopes = List.copyOf(slopes);
  }

  static Affine constant(int dimension, Rational value) {
    return new Affine(Collections.nCopies(dimension, Rational.ZERO), value);
  }

  /** The coordinate itself. */
  static Affine coordinate(int dimension, int q) {
    List<Rational> slopes = new ArrayList<>(Collections.nCopies(dimension, Rational.ZERO));
    slopes.set(q, Rational.ONE);
    return new Affine(slopes, Rational.ZERO);
  }

  Rational at(List<Rational> point) {
    Rational value = constant;
    for (int q = 0; q < slopes.size(); q++) {
      value = value.plus(slopes.get(q).times(point.get(q)));
    }
    return value;
  }

  Affine plus(Affine other, Rational factor) {
    if (factor.isZero()) {
      return this;
    }
    List<Rational> sums = new ArrayList<>();
    for (int q = 0; q < slopes.size(); q++) {
      sums.add(slopes.get(q).plus(other.slopes.get(q).times(factor)));
    }
    return new Affine(sums, constant.plus(other.constant.times(factor)));
  }

  Affine plus(Rational value) {
    return new Affine(slopes, constant.plus(value));
  }

  boolean isConstant() {
    return slopes.stream().allMatch(Rational::isZero);
  }
}
