package surety.language.validation;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.sure.Call;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Query;
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
    if (!without.isEmpty() && hasBox(claim)) {
      without.forEach(
          call -> report(claim, call.getFunction(), call, SurePackage.Literals.CALL__FUNCTION));
    }
  }

  /** Checks one query. */
  @Check
  public void takesCondition(Query query) {
    if (query.getMoments() != null && hasBox(query)) {
      report(query, "moments", query, SurePackage.Literals.QUERY__MOMENTS);
    }
  }

  private boolean hasBox(ClaimDeclaration claim) {
    return Variables.distributionAround(claim)
        .flatMap(laws::law)
        .filter(law -> !law.box().isEmpty())
        .isPresent();
  }

  private void report(
      ClaimDeclaration claim, String word, EObject place, EStructuralFeature feature) {
    error(
        "under distribution "
            + Variables.distributionAround(claim).orElseThrow().getName()
            + " all is under the condition that inputs which move together lie in a box ('on'),"
            + " and "
            + word
            + " takes no condition; ask for P, E or cdf",
        place,
        feature,
        IssueCodes.UNSUPPORTED);
  }

  private boolean isBare(Function function) {
    return function.isOfQuantities() && !function.takesCondition();
  }
}
