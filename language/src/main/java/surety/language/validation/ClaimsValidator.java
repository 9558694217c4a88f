package surety.language.validation;

import org.eclipse.xtext.validation.Check;
import surety.language.problems.IssueCodes;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.SureFile;

/** Something is claimed: a check of nothing succeeds, which may deceive. */
public class ClaimsValidator extends ConcernValidator {
  /** Checks a file. */
  @Check
  public void isClaimed(SureFile file) {
    if (file.getElements().stream().noneMatch(ClaimDeclaration.class::isInstance)) {
      getMessageAcceptor()
          .acceptWarning(
              "there is nothing to check here; add a property or a query",
              file,
              0,
              0,
              IssueCodes.NOTHING_CLAIMED);
    }
  }
}
