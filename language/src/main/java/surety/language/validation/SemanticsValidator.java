package surety.language.validation;

import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.language.problems.IssueCodes;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;

/** The author must say which semantics is meant, and so consent to what is not covered. */
public class SemanticsValidator extends ConcernValidator {
  private static final String REAL = "real";

  /** There is exactly one line {@code semantics real;}. */
  @Check
  public void isDeclaredOnce(SureFile file) {
    List<SemanticsDeclaration> declarations =
        EcoreUtil2.typeSelect(file.getElements(), SemanticsDeclaration.class);
    if (declarations.isEmpty()) {
      getMessageAcceptor()
          .acceptError(
              "'semantics real;' is missing; bounds hold for the network over the real numbers, and"
                  + " rounding in the deployed network is not covered: write the line to accept this",
              file,
              0,
              0,
              IssueCodes.SEMANTICS_MISSING);
    }
    for (SemanticsDeclaration repeated :
        declarations.subList(Math.min(1, declarations.size()), declarations.size())) {
      error(
          "'semantics' is declared more than once; keep the first line only",
          repeated,
          SurePackage.Literals.SEMANTICS_DECLARATION__LEVEL,
          IssueCodes.SEMANTICS_REPEATED);
    }
  }

  /** The level is one that the kernel can prove. */
  @Check
  public void isKnown(SemanticsDeclaration declaration) {
    if (declaration.getLevel() != null && !declaration.getLevel().equals(REAL)) {
      error(
          "semantics '"
              + declaration.getLevel()
              + "' is not supported; write 'semantics real;', which means the network over the real"
              + " numbers, without the rounding of the deployed network",
          declaration,
          SurePackage.Literals.SEMANTICS_DECLARATION__LEVEL,
          IssueCodes.SEMANTICS_UNKNOWN);
    }
  }
}
