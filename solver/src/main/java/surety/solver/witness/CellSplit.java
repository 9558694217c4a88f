package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;

/** Cuts cells in two that have exactly the cell as their union. */
final class CellSplit {
  private static final Rational HALF = Rational.of(1, 2);

  private CellSplit() {}

  /** Cuts a cell where a function between the two bounds varies most, in the middle. */
  static List<ExactCell> of(ExactCell cell, AffineEnclosure lower, AffineEnclosure upper) {
    return cell instanceof ExactSimplex simplex
        ? simplex(simplex, lower, upper)
        : box((ExactBox) cell, lower, upper);
  }

  /** Cuts a simplex in the middle of the edge along which the function varies most. */
  private static List<ExactCell> simplex(
      ExactSimplex simplex, AffineEnclosure lower, AffineEnclosure upper) {
    int first = 0;
    int second = 1;
    double largest = -1;
    for (int i = 0; i < simplex.vertices().size(); i++) {
      for (int j = i + 1; j < simplex.vertices().size(); j++) {
        double variation = Math.max(variation(lower, i, j), variation(upper, i, j));
        if (variation > largest) {
          largest = variation;
          first = i;
          second = j;
        }
      }
    }
    List<Rational> v = simplex.vertices().get(first);
    List<Rational> w = simplex.vertices().get(second);
    List<Rational> middle =
        IntStream.range(0, v.size()).mapToObj(i -> v.get(i).plus(w.get(i)).times(HALF)).toList();
    return List.of(simplex.withVertex(second, middle), simplex.withVertex(first, middle));
  }

  private static double variation(AffineEnclosure function, int i, int j) {
    return Math.abs(function.number(i).middle() - function.number(j).middle());
  }

  /** Cuts a box across the coordinate in which the function varies most. */
  private static List<ExactCell> box(ExactBox box, AffineEnclosure lower, AffineEnclosure upper) {
    int coordinate = 0;
    double largest = -1;
    for (int i = 0; i < box.dimension(); i++) {
      double variation =
          Math.max(Math.abs(lower.number(i + 1).middle()), Math.abs(upper.number(i + 1).middle()));
      if (!box.ranges().get(i).isBounded() && variation > 0) {
        variation = Double.POSITIVE_INFINITY;
      }
      if (variation > largest) {
        largest = variation;
        coordinate = i;
      }
    }
    Rational cut = cut(box.ranges().get(coordinate));
    return List.of(box.below(coordinate, cut), box.above(coordinate, cut));
  }

  /** The middle; where an end is missing, a number twice as far from zero as the other one. */
  private static Rational cut(Range range) {
    if (range.isBounded()) {
      return range.middle();
    }
    Optional<Rational> lower = range.lower();
    if (lower.isPresent()) {
      return lower.get().signum() < 0 ? Rational.ZERO : doubled(lower.get());
    }
    return range
        .upper()
        .map(u -> u.signum() > 0 ? Rational.ZERO : doubled(u.negate()).negate())
        .orElse(Rational.ZERO);
  }

  private static Rational doubled(Rational end) {
    return end.plus(end).plus(Rational.ONE);
  }
}
