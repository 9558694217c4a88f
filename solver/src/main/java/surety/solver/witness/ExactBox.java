package surety.solver.witness;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.solver.domain.KuhnTriangulation;

/**
 * An axis-parallel box, possibly unbounded.
 *
 * @param ranges one for each random input; without any the box is the only point of a network
 *     without random inputs
 */
public record ExactBox(List<Range> ranges) implements ExactCell {
  /** Keeps a copy. */
  public ExactBox {
    ranges = List.copyOf(ranges);
  }

  /** The box between two opposite corners. */
  public static ExactBox of(List<Rational> lower, List<Rational> upper) {
    if (lower.size() != upper.size()) {
      throw new IllegalArgumentException(
          "Corners of %d and %d coordinates".formatted(lower.size(), upper.size()));
    }
    return new ExactBox(
        IntStream.range(0, lower.size())
            .mapToObj(i -> Range.of(lower.get(i), upper.get(i)))
            .toList());
  }

  @Override
  public int dimension() {
    return ranges.size();
  }

  @Override
  public boolean contains(List<Rational> point) {
    requireDimension(point.size(), ranges.size());
    return IntStream.range(0, ranges.size()).allMatch(i -> ranges.get(i).contains(point.get(i)));
  }

  @Override
  public boolean containsInside(List<Rational> point) {
    requireDimension(point.size(), ranges.size());
    return IntStream.range(0, ranges.size())
        .allMatch(i -> ranges.get(i).containsInside(point.get(i)));
  }

  @Override
  public List<Rational> centre() {
    return ranges.stream().map(Range::middle).toList();
  }

  /** The box with another range of one coordinate. */
  public ExactBox with(int coordinate, Range range) {
    return new ExactBox(
        IntStream.range(0, ranges.size())
            .mapToObj(i -> i == coordinate ? range : ranges.get(i))
            .toList());
  }

  /** A corner of a bounded box, by the coordinates that are at their upper ends. */
  List<Rational> corner(int upper) {
    return IntStream.range(0, ranges.size())
        .mapToObj(
            q ->
                KuhnTriangulation.isUpper(upper, q) ? ranges.get(q).upper() : ranges.get(q).lower())
        .map(Optional::orElseThrow)
        .toList();
  }

  /** The lower part of a box cut at a value of one coordinate. */
  ExactBox below(int coordinate, Rational cut) {
    return with(coordinate, new Range(ranges.get(coordinate).lower(), Optional.of(cut)));
  }

  /** The upper part of a box cut at a value of one coordinate. */
  ExactBox above(int coordinate, Rational cut) {
    return with(coordinate, new Range(Optional.of(cut), ranges.get(coordinate).upper()));
  }

  static void requireDimension(int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "A point of %d coordinates in a cell of dimension %d".formatted(actual, expected));
    }
  }
}
