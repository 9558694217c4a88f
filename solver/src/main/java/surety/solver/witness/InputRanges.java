package surety.solver.witness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;

/** Where an input can lie under a law. */
public final class InputRanges {
  /** Of more coefficients numbers become too long to solve for. */
  private static final long MOST_TERMS = 2000;

  private InputRanges() {}

  /** Whether a value of an input lies in the range that some part of the law has for it. */
  public static boolean contain(Law law, int input, Rational value) {
    return law.branches().stream()
        .anyMatch(
            branch ->
                branch.summands().stream()
                    .anyMatch(summand -> isBetween(branch.inputs().get(input), summand, value)));
  }

  /**
   * Whether some part of the law may have all these values of its inputs together, as far as that
   * is seen by solving for one coordinate after the other. What is left open, where inputs are sums
   * of several coordinates or there are very many, may be.
   */
  public static boolean contain(Law law, List<Rational> values) {
    return law.branches().stream().anyMatch(branch -> mayBe(branch, values));
  }

  private static boolean mayBe(Law.Branch branch, List<Rational> values) {
    if (branch.inputs().stream().mapToLong(map -> map.terms().size()).sum() > MOST_TERMS) {
      return true;
    }
    Map<Integer, Rational> known = new HashMap<>();
    List<Integer> open = new ArrayList<>();
    for (int input = 0; input < values.size(); input++) {
      open.add(input);
    }
    int before;
    do {
      before = open.size();
      List<Integer> left = new ArrayList<>();
      for (int input : open) {
        Optional<Boolean> fits = solve(branch.inputs().get(input), values.get(input), known);
        if (fits.isEmpty()) {
          left.add(input);
        } else if (!fits.get()) {
          return false;
        }
      }
      open = left;
    } while (open.size() < before);
    return branch.summands().stream().anyMatch(summand -> mayBe(summand, known));
  }

  /** Whether the value can be that of the input; empty if several coordinates are unknown. */
  private static Optional<Boolean> solve(
      Law.InputMap map, Rational value, Map<Integer, Rational> known) {
    Rational rest = value.minus(map.constant());
    Optional<Law.Term> unknown = Optional.empty();
    for (Law.Term term : map.terms()) {
      Rational u = known.get(term.coordinate());
      if (u != null) {
        rest = rest.minus(u.times(term.coefficient()));
      } else if (unknown.isPresent()) {
        return Optional.empty();
      } else {
        unknown = Optional.of(term);
      }
    }
    if (unknown.isEmpty()) {
      return Optional.of(rest.isZero());
    }
    known.put(unknown.get().coordinate(), rest.dividedBy(unknown.get().coefficient()));
    return Optional.of(true);
  }

  private static boolean mayBe(Law.Summand summand, Map<Integer, Rational> known) {
    return known.entrySet().stream()
        .allMatch(
            entry ->
                RandomCoordinate.of(summand.coordinates().get(entry.getKey())).support().stream()
                    .anyMatch(range -> range.contains(entry.getValue())));
  }

  private static boolean isBetween(Law.InputMap map, Law.Summand summand, Rational value) {
    Optional<Rational> least = Optional.of(map.constant());
    Optional<Rational> most = least;
    for (Law.Term term : map.terms()) {
      Range domain = RandomCoordinate.of(summand.coordinates().get(term.coordinate())).domain();
      boolean rises = term.coefficient().signum() > 0;
      least = sum(least, rises ? domain.lower() : domain.upper(), term.coefficient());
      most = sum(most, rises ? domain.upper() : domain.lower(), term.coefficient());
    }
    return least.map(end -> end.compareTo(value) <= 0).orElse(true)
        && most.map(end -> end.compareTo(value) >= 0).orElse(true);
  }

  private static Optional<Rational> sum(
      Optional<Rational> end, Optional<Rational> of, Rational coefficient) {
    return end.flatMap(sum -> of.map(u -> sum.plus(u.times(coefficient))));
  }
}
