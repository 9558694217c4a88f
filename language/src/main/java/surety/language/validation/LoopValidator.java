package surety.language.validation;

import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.certificates.statement.Semantics;
import surety.language.loop.LoopClaims;
import surety.language.loop.LoopReader;
import surety.language.loop.Loops;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Factor;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.translation.SemanticsReader;

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

  /**
   * Loops are over the reals. It is looked at for the whole file, as it depends on the semantics: a
   * claim in which nothing was wrong is not looked at again.
   */
  @Check
  public void areOverTheReals(SureFile file) {
    if (SemanticsReader.of(file).orElse(Semantics.REAL).isReal()) {
      return;
    }
    for (ClaimDeclaration claim :
        EcoreUtil2.typeSelect(file.getElements(), ClaimDeclaration.class)) {
      if (Variables.resolved(claim.getLoop()).isPresent()) {
        error(
            "claims about loops are about the loop over the reals; put them into a file with"
                + " 'semantics real;'",
            claim,
            SurePackage.Literals.CLAIM_DECLARATION__LOOP,
            IssueCodes.LOOP_CLAIM);
      }
    }
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
