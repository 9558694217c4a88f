package surety.language.validation;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.sure.Call;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.SurePackage;
import surety.language.translation.Function;
import surety.language.translation.Laws;

/** Under a distribution with a box around inputs that move together, all has a condition. */
public class BoxValidator extends ConcernValidator {
  @Inject private Laws laws;

  /** Checks one property or query. */
  @Check
  public void takesCondition(ClaimDeclaration claim) {
    List<Call> without =
        EcoreUtil2.getAllContentsOfType(claim, Call.class).stream()
            .filter(call -> Function.ofWord(call.getFunction()).filter(this::isBare).isPresent())
            .toList();
    Optional<Laws.Conditioned> law =
        without.isEmpty()
            ? Optional.empty()
            : Variables.distributionAround(claim).flatMap(laws::law);
    if (law.isEmpty() || law.get().box().isEmpty()) {
      return;
    }
    for (Call call : without) {
      error(
          "under distribution "
              + Variables.distributionAround(claim).orElseThrow().getName()
              + " all is under the condition that inputs which move together lie in a box ('on'),"
              + " and "
              + call.getFunction()
              + " takes no condition; ask for P, E or cdf",
          call,
          SurePackage.Literals.CALL__FUNCTION,
          IssueCodes.UNSUPPORTED);
    }
  }

  private boolean isBare(Function function) {
    return function.isOfQuantities() && !function.takesCondition();
  }
}
