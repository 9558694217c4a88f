package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;

/**
 * What a network's inputs are, as far as witnesses are concerned: functions of random coordinates,
 * and from where to where these go. Independent random inputs are their own coordinates.
 *
 * @param maps for each input of the network a function of the coordinates, constant for a fixed
 *     input
 * @param supports for each coordinate the ranges where its density may be positive, ascending and
 *     without common inner points
 */
public record InputSpace(List<Law.InputMap> maps, List<List<Range>> supports) {
  /** Refuses inputs that depend on other coordinates, and an empty support. */
  public InputSpace {
    maps = List.copyOf(maps);
    supports = supports.stream().map(List::copyOf).toList();
    int coordinates = supports.size();
    if (maps.stream()
        .flatMap(map -> map.terms().stream())
        .anyMatch(term -> term.coordinate() >= coordinates)) {
      throw new IllegalArgumentException(
          "an input depends on more than " + coordinates + " coordinates");
    }
    if (supports.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a coordinate has no support");
    }
  }

  /** Independent inputs. */
  public static InputSpace of(List<Input> inputs) {
    return of(Law.independent(inputs).branches().get(0));
  }

  /** The inputs in a branch of a law. */
  static InputSpace of(Law.Branch branch) {
    return new InputSpace(
        branch.inputs(),
        RandomCoordinate.of(branch).stream().map(RandomCoordinate::support).toList());
  }

  /** The space without fixed inputs whose supports are single ranges. */
  public static InputSpace ofRanges(List<Range> ranges) {
    return new InputSpace(
        IntStream.range(0, ranges.size()).mapToObj(Law.InputMap::coordinate).toList(),
        ranges.stream().map(List::of).toList());
  }

  /** The number of coordinates. */
  public int dimension() {
    return supports.size();
  }

  /** The smallest box around all supports. */
  public ExactBox hull() {
    return new ExactBox(
        supports.stream()
            .map(s -> new Range(s.get(0).lower(), s.get(s.size() - 1).upper()))
            .toList());
  }

  /** Whether each coordinate is in its support. */
  public boolean supports(List<Rational> random) {
    return IntStream.range(0, supports.size())
        .allMatch(i -> supports.get(i).stream().anyMatch(r -> r.contains(random.get(i))));
  }

  /** All inputs of the network where the coordinates have these values. */
  public List<Rational> inputs(List<Rational> coordinates) {
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
}
