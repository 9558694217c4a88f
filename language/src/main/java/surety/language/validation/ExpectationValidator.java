package surety.language.validation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import surety.language.problems.IssueCodes;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Element;
import surety.language.sure.Property;
import surety.language.sure.SureFile;
import surety.language.translation.Expectations;
import surety.language.translation.Expectations.Expectation;

/**
 * A comment {@code // EXPECT: PROVED} names a verdict and stands behind a property. The tests of
 * examples rely on these comments; one that is misspelt would compare nothing.
 */
public class ExpectationValidator extends ConcernValidator {
  /** Checks all comments of a file. */
  @Check
  public void areUnderstood(SureFile file) {
    Expectations expectations = Expectations.of(file);
    for (Element element : file.getElements()) {
      if (element instanceof ClaimDeclaration claim) {
        expectations.behind(claim).ifPresent(comment -> isUnderstood(comment, claim));
      }
    }
    for (Expectation comment : expectations.misplaced()) {
      warn(
          "this EXPECT belongs to no property; write it on the line where a property ends, or on the"
              + " next",
          file,
          comment);
    }
  }

  private void isUnderstood(Expectation comment, ClaimDeclaration claim) {
    if (!(claim instanceof Property)) {
      warn(
          "an EXPECT behind a query is ignored, for a query has no verdict; write a property",
          claim,
          comment);
    } else if (comment.verdict().isEmpty()) {
      getMessageAcceptor()
          .acceptError(
              "'" + comment.word() + "' is not a verdict; write PROVED, VIOLATED or UNDECIDED",
              claim,
              comment.offset(),
              comment.length(),
              IssueCodes.EXPECTATION_UNKNOWN);
    }
  }

  private void warn(String message, EObject object, Expectation comment) {
    getMessageAcceptor()
        .acceptWarning(
            message, object, comment.offset(), comment.length(), IssueCodes.EXPECTATION_MISPLACED);
  }
}
