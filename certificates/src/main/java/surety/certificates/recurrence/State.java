package surety.certificates.recurrence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.FiniteValues;
import surety.certificates.loop.LoopProgram;

/** The variables of a loop, by number, and the values of those that have finitely many. */
final class State {
  private final List<String> names;
  private final FiniteValues values;
  private final List<Optional<List<Rational>>> finite;

  State(LoopProgram program) {
    names = program.variables();
    values = FiniteValues.of(program);
    finite = names.stream().map(values::of).toList();
  }

  int size() {
    return names.size();
  }

  String name(int variable) {
    return names.get(variable);
  }

  int index(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("the loop has no variable " + name);
    }
    return index;
  }

  boolean isFinite(int variable) {
    return finite.get(variable).isPresent();
  }

  /** The values of a variable that has finitely many, ascending. */
  List<Rational> values(int variable) {
    return finite.get(variable).orElseThrow();
  }

  /** Those of some variables that have finitely many values. */
  Set<String> finiteOf(Set<String> some) {
    return some.stream()
        .filter(name -> isFinite(index(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** See {@link FiniteValues#combinations}. */
  Optional<List<Map<String, Rational>>> combinations(Set<String> some) {
    return values.combinations(some);
  }
}
