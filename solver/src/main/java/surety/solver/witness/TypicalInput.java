package surety.solver.witness;

import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.RandomInput;

/** An input to begin with, where none is named. */
public final class TypicalInput {
  private TypicalInput() {}

  /** One in the middle of where the inputs' densities are positive, exact. */
  public static List<Rational> of(List<Input> inputs) {
    return inputs.stream().map(TypicalInput::of).toList();
  }

  /** The same where the inputs need not be independent: in the first branch of their law. */
  public static List<Rational> of(Law law) {
    Law.Branch branch = law.branches().get(0);
    List<Rational> u =
        branch.summands().get(0).coordinates().stream()
            .map(distribution -> RandomCoordinate.of(distribution).typical())
            .toList();
    return branch.inputs().stream().map(map -> LawWitness.value(map, u)).toList();
  }

  private static Rational of(Input input) {
    return input instanceof FixedInput constant
        ? constant.value()
        : RandomCoordinate.of(((RandomInput) input).distribution()).typical();
  }
}
