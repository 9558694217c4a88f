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
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;

/**
 * What a network's inputs are, as far as witnesses are concerned: functions of random coordinates,
 * and from where to where these go. Independent random inputs are their own coordinates.
 *
 * @param maps for each input of the network a function of the coordinates, constant for a fixed
 *     input
 * @param random the coordinates
 */
record InputSpace(List<Law.InputMap> maps, List<RandomCoordinate> random) {
  /** Refuses inputs that depend on other coordinates. */
  InputSpace {
    maps = List.copyOf(maps);
    random = List.copyOf(random);
    int coordinates = random.size();
    if (maps.stream()
        .flatMap(map -> map.terms().stream())
        .anyMatch(term -> term.coordinate() >= coordinates)) {
      throw new IllegalArgumentException(
          "an input depends on more than " + coordinates + " coordinates");
    }
  }

  /** Independent inputs. */
  static InputSpace of(List<Input> inputs) {
    return of(Law.independent(inputs).branches().get(0));
  }

  /** The inputs in a branch of a law. */
  static InputSpace of(Law.Branch branch) {
    return new InputSpace(branch.inputs(), RandomCoordinate.of(branch));
  }

  /** The space of that many inputs that may be anywhere. */
  static InputSpace anywhere(int inputs) {
    return new InputSpace(
        IntStream.range(0, inputs).mapToObj(Law.InputMap::coordinate).toList(),
        IntStream.range(0, inputs).mapToObj(k -> RandomCoordinate.LINE).toList());
  }

  /** The number of coordinates. */
  int dimension() {
    return random.size();
  }

  /** For each input its value, if it is fixed. */
  List<Optional<Rational>> fixed() {
    return maps.stream()
        .map(
            map -> map.terms().isEmpty() ? Optional.of(map.constant()) : Optional.<Rational>empty())
        .toList();
  }

  /** For each coordinate the number of the input that it is; only of independent inputs. */
  int[] places() {
    return IntStream.range(0, dimension())
        .map(q -> maps.indexOf(Law.InputMap.coordinate(q)))
        .toArray();
  }

  /** For each coordinate the ranges where its density may be positive, ascending. */
  List<List<Range>> supports() {
    return random.stream().map(RandomCoordinate::support).toList();
  }

  /** The smallest box around all supports. */
  List<Range> hull() {
    return supports().stream()
        .map(s -> new Range(s.get(0).lower(), s.get(s.size() - 1).upper()))
        .toList();
  }

  /** A box of coordinates around a cell, no wider than all that they can be. */
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

  /** Whether each coordinate is in its support. */
  boolean supports(List<Rational> random) {
    return IntStream.range(0, dimension())
        .allMatch(i -> supports().get(i).stream().anyMatch(r -> r.contains(random.get(i))));
  }

  /** All inputs of the network where the coordinates have these values. */
  List<Rational> inputs(List<Rational> coordinates) {
    List<Rational> inputs = new ArrayList<>(maps.size());
    for (Law.InputMap map : maps) {
      Rational sum = map.constant();
      for (Law.Term term : map.terms()) {
        sum = sum.plus(term.coefficient().times(coordinates.get(term.coordinate())));
      }
      inputs.add(sum);
    }
    return inputs;
  }

  /** Contains all inputs of the network where the standard coordinates are in a box's sides. */
  Interval[] enclose(List<Side> sides) {
    List<Interval> all = new ArrayList<>(maps.size());
    for (Law.InputMap map : maps) {
      Interval sum = Interval.of(map.constant());
      for (Law.Term term : map.terms()) {
        int q = term.coordinate();
        Interval coordinate = random.get(q).enclose(sides.get(q).hull());
        sum = sum.plus(Interval.of(term.coefficient()).times(coordinate));
      }
      all.add(sum);
    }
    return all.toArray(new Interval[0]);
  }
}
