package surety.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;

/**
 * The inputs that a law does not fix, as functions of the coordinates of its branches.
 *
 * @param maps for each branch one for each of these inputs
 */
record BranchInputs(List<List<Law.InputMap>> maps) {
  /** Of a law. */
  static BranchInputs of(Law law) {
    List<Integer> random =
        IntStream.range(0, law.inputs()).filter(k -> law.fixed(k).isEmpty()).boxed().toList();
    return new BranchInputs(
        law.branches().stream()
            .map(branch -> random.stream().map(branch.inputs()::get).toList())
            .toList());
  }

  /** Where a branch has these coordinates. */
  List<Rational> at(int branch, List<Rational> coordinates) {
    List<Rational> inputs = new ArrayList<>();
    for (Law.InputMap map : maps.get(branch)) {
      Rational sum = map.constant();
      for (Law.Term term : map.terms()) {
        sum = sum.plus(term.coefficient().times(coordinates.get(term.coordinate())));
      }
      inputs.add(sum);
    }
    return inputs;
  }
}
