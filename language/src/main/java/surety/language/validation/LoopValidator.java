package surety.language.validation;

import org.eclipse.xtext.validation.Check;
import surety.language.loop.LoopClaims;
import surety.language.loop.LoopReader;
import surety.language.loop.Loops;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Factor;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.SurePackage;

/** Loops and claims about them have a meaning. */
public class LoopValidator extends ConcernValidator {
  /** Checks a loop. */
  @Check
  public void isLoop(LoopDeclaration loop) {
    LoopReader.problems(loop).forEach(this::report);
  }

  /** Checks a claim about one. */
  @Check
  public void isClaim(ClaimDeclaration claim) {
    Variables.resolved(claim.getLoop())
        .ifPresent(loop -> LoopClaims.problems(claim, loop).forEach(this::report));
  }

  /** Elsewhere nothing reads a power. */
  @Check
  public void isPowerOfLoop(Factor factor) {
    if (factor.getExponent() != null && Loops.around(factor).isEmpty()) {
      error(
          "a power stands in loops and in claims about them only; events are linear, and a power of"
              + " a quantity is a product, as in E(c) * E(c)",
          factor,
          SurePackage.Literals.FACTOR__EXPONENT,
          IssueCodes.POWER_PLACE);
    }
  }
}
