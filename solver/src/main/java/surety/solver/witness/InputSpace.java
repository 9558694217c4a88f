package surety.solver.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;

/**
 * What a network's inputs are, as far as witnesses are concerned: which are fixed, and from where
 * to where the random ones go.
 *
 * @param fixed for each input of the network its fixed value; empty for a random input
 * @param supports for each random input the ranges where its density may be positive, ascending and
 *     without common inner points
 */
public record InputSpace(List<Optional<Rational>> fixed, List<List<Range>> supports) {
  /** Refuses another number of supports than of random inputs, and an empty support. */
  public InputSpace {
    fixed = List.copyOf(fixed);
    supports = supports.stream().map(List::copyOf).toList();
    long random = fixed.stream().filter(Optional::isEmpty).count();
    if (supports.size() != random || supports.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException(
          "%d supports for %d random inputs".formatted(supports.size(), random));
    }
  }

  /** The inputs of a statement. */
  public static InputSpace of(List<Input> inputs) {
    List<Optional<Rational>> fixed = new ArrayList<>();
    List<List<Range>> supports = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof FixedInput constant) {
        fixed.add(Optional.of(constant.value()));
      } else {
        fixed.add(Optional.empty());
        supports.add(RandomCoordinate.of(((RandomInput) input).distribution()).support());
      }
    }
    return new InputSpace(fixed, supports);
  }

  /** The space without fixed inputs whose supports are single ranges. */
  public static InputSpace ofRanges(List<Range> ranges) {
    return new InputSpace(
        ranges.stream().map(r -> Optional.<Rational>empty()).toList(),
        ranges.stream().map(List::of).toList());
  }

  /** The number of random inputs. */
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

  /** Whether each random input is in its support. */
  public boolean supports(List<Rational> random) {
    return IntStream.range(0, supports.size())
        .allMatch(i -> supports.get(i).stream().anyMatch(r -> r.contains(random.get(i))));
  }

  /** All inputs of the network: the fixed ones and the given random ones, each in its place. */
  public List<Rational> inputs(List<Rational> random) {
    List<Rational> all = new ArrayList<>(fixed.size());
    int next = 0;
    for (Optional<Rational> value : fixed) {
      all.add(value.isPresent() ? value.get() : random.get(next++));
    }
    return all;
  }
}
