package surety.solver.witness;

import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;

/** Where an input can lie under a law. */
public final class InputRanges {
  private InputRanges() {}

  /** Whether a value of an input lies in the range that some part of the law has for it. */
  public static boolean contain(Law law, int input, Rational value) {
    return law.branches().stream()
        .anyMatch(
            branch ->
                branch.summands().stream()
                    .anyMatch(summand -> isBetween(branch.inputs().get(input), summand, value)));
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
