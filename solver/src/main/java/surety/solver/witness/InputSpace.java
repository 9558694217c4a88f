package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.Side;
import surety.certificates.cell.SimplexCell;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;

/**
 * What a network's inputs are, as far as witnesses are concerned: which are fixed, and from where
 * to where the random ones go.
 *
 * @param fixed for each input of the network its fixed value; empty for a random input
 * @param random the random inputs
 */
record InputSpace(List<Optional<Rational>> fixed, List<RandomCoordinate> random) {
  /** Refuses another number of random inputs than of places for them. */
  InputSpace {
    fixed = List.copyOf(fixed);
    random = List.copyOf(random);
    if (random.size() != fixed.stream().filter(Optional::isEmpty).count()) {
      throw new IllegalArgumentException(
          "%d random inputs for the places that %s leaves".formatted(random.size(), fixed));
    }
  }

  /** The inputs of a statement. */
  static InputSpace of(List<Input> inputs) {
    List<Optional<Rational>> fixed = new ArrayList<>();
    List<RandomCoordinate> random = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof FixedInput constant) {
        fixed.add(Optional.of(constant.value()));
      } else {
        fixed.add(Optional.empty());
        random.add(RandomCoordinate.of(((RandomInput) input).distribution()));
      }
    }
    return new InputSpace(fixed, random);
  }

  /** The space of that many inputs that may be anywhere. */
  static InputSpace anywhere(int inputs) {
    return new InputSpace(
        IntStream.range(0, inputs).mapToObj(k -> Optional.<Rational>empty()).toList(),
        IntStream.range(0, inputs).mapToObj(k -> RandomCoordinate.LINE).toList());
  }

  /** The number of random inputs. */
  int dimension() {
    return random.size();
  }

  /** For each random input its number among all inputs. */
  int[] places() {
    return IntStream.range(0, fixed.size()).filter(k -> fixed.get(k).isEmpty()).toArray();
  }

  /** For each random input the ranges where its density may be positive, ascending. */
  List<List<Range>> supports() {
    return random.stream().map(RandomCoordinate::support).toList();
  }

  /** The smallest box around all supports. */
  List<Range> hull() {
    return supports().stream()
        .map(s -> new Range(s.get(0).lower(), s.get(s.size() - 1).upper()))
        .toList();
  }

  /** A box of random inputs around a cell, no wider than all that they can be. */
  List<Range> hull(Cell cell) {
    return IntStream.range(0, dimension()).mapToObj(q -> range(cell, q)).toList();
  }

  private Range range(Cell cell, int q) {
    Range around = random.get(q).range(hull(cell, q));
    return around.intersect(random.get(q).domain()).orElse(around);
  }

  /** Contains a cell's values of a standard coordinate. */
  private Interval hull(Cell cell, int q) {
    if (cell instanceof BoxCell box) {
      return box.sides().get(q).hull();
    }
    SimplexCell simplex = (SimplexCell) cell;
    Interval hull = simplex.coordinate(0, q);
    for (int k = 1; k <= dimension(); k++) {
      hull = hull.hull(simplex.coordinate(k, q));
    }
    return hull;
  }

  /** Whether each random input is in its support. */
  boolean supports(List<Rational> random) {
    return IntStream.range(0, dimension())
        .allMatch(i -> supports().get(i).stream().anyMatch(r -> r.contains(random.get(i))));
  }

  /** All inputs of the network: the fixed ones and the given random ones, each in its place. */
  List<Rational> inputs(List<Rational> random) {
    List<Rational> all = new ArrayList<>(fixed.size());
    int next = 0;
    for (Optional<Rational> value : fixed) {
      all.add(value.isPresent() ? value.get() : random.get(next++));
    }
    return all;
  }

  /** Contains all inputs of the network where the standard coordinates are in a box's sides. */
  Interval[] enclose(List<Side> sides) {
    List<Interval> all = new ArrayList<>(fixed.size());
    int next = 0;
    for (Optional<Rational> value : fixed) {
      if (value.isPresent()) {
        all.add(Interval.of(value.get()));
      } else {
        all.add(random.get(next).enclose(sides.get(next).hull()));
        next++;
      }
    }
    return all.toArray(new Interval[0]);
  }
}
