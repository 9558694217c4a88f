package surety.language.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;

/**
 * An affine function of coordinates.
 *
 * @param terms by coordinate, without zeros
 */
public record Linear(SortedMap<Integer, Rational> terms, Rational constant) {
  public static final Linear ZERO = constant(Rational.ZERO);

  /** A number. */
  public static Linear constant(Rational value) {
    return new Linear(new TreeMap<>(), value);
  }

  /** A coordinate itself. */
  public static Linear coordinate(int number) {
    return new Linear(new TreeMap<>(Map.of(number, Rational.ONE)), Rational.ZERO);
  }

  /** Whether it is a number. */
  public boolean isConstant() {
    return terms.isEmpty();
  }

  /** Adds another. */
  public Linear plus(Linear other) {
    SortedMap<Integer, Rational> sum = new TreeMap<>(terms);
    other.terms.forEach((coordinate, value) -> sum.merge(coordinate, value, Rational::plus));
    sum.values().removeIf(Rational::isZero);
    return new Linear(sum, constant.plus(other.constant));
  }

  /** Subtracts another. */
  public Linear minus(Linear other) {
    return plus(other.times(Rational.of(-1)));
  }

  /** Multiplies by a number. */
  public Linear times(Rational factor) {
    SortedMap<Integer, Rational> product = new TreeMap<>();
    if (!factor.isZero()) {
      terms.forEach((coordinate, value) -> product.put(coordinate, value.times(factor)));
    }
    return new Linear(product, constant.times(factor));
  }

  /** The same function of coordinates with higher numbers. */
  Linear shifted(int by) {
    SortedMap<Integer, Rational> shifted = new TreeMap<>();
    terms.forEach((coordinate, value) -> shifted.put(coordinate + by, value));
    return new Linear(shifted, constant);
  }

  /** The same function where the coordinates have other numbers. */
  Linear renamed(int[] places) {
    SortedMap<Integer, Rational> renamed = new TreeMap<>();
    terms.forEach((coordinate, value) -> renamed.put(places[coordinate], value));
    return new Linear(renamed, constant);
  }

  Law.InputMap asInput() {
    List<Law.Term> all = new ArrayList<>();
    terms.forEach((coordinate, value) -> all.add(new Law.Term(coordinate, value)));
    return new Law.InputMap(all, constant);
  }
}
