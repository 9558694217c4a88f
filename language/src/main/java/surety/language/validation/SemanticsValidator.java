package surety.language.validation;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.statement.Semantics;
import surety.language.problems.IssueCodes;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.translation.NetworkFiles;
import surety.language.translation.SemanticsReader;

/** The author must say which semantics is meant, and so consent to what is not covered. */
public class SemanticsValidator extends ConcernValidator {
  @Inject private NetworkFiles files;

  /** There is exactly one line, such as {@code semantics real;}. */
  @Check
  public void isDeclaredOnce(SureFile file) {
    List<SemanticsDeclaration> declarations =
        EcoreUtil2.typeSelect(file.getElements(), SemanticsDeclaration.class);
    if (declarations.isEmpty()) {
      getMessageAcceptor()
          .acceptError(
              "'semantics real;' is missing; bounds hold for the network over the real numbers, and"
                  + " rounding in the deployed network is not covered: write the line to accept this,"
                  + " or 'semantics float32;' to cover it",
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
    String level = declaration.getLevel();
    if (level != null && !SemanticsReader.words().contains(level)) {
      error(
          "semantics '"
              + level
              + "' is not supported; write 'semantics real;', which means the network over the real"
              + " numbers, without the rounding of the deployed network, or 'semantics float32;' or"
              + " 'semantics float64;', which mean every evaluation in that format",
          declaration,
          SurePackage.Literals.SEMANTICS_DECLARATION__LEVEL,
          IssueCodes.SEMANTICS_UNKNOWN);
    }
  }

  /** The accuracy of smooth activations is a number of units in the last place, of a format. */
  @Check
  public void isAccurate(SemanticsDeclaration declaration) {
    if (!SemanticsReader.hasAccuracy(declaration)) {
      return;
    }
    if (SemanticsReader.REAL.equals(declaration.getLevel())) {
      accuracyError(
          declaration,
          "over the real numbers nothing is rounded; an accuracy belongs to float32 or float64",
          SurePackage.Literals.SEMANTICS_DECLARATION__CLAUSE);
    } else if (!SemanticsReader.ACCURACY.equals(declaration.getClause())) {
      accuracyError(
          declaration,
          "'accuracy' was expected, as in 'semantics float32 accuracy 4 ulp;'",
          SurePackage.Literals.SEMANTICS_DECLARATION__CLAUSE);
    } else if (SemanticsReader.number(declaration).isEmpty()) {
      accuracyError(
          declaration,
          "an accuracy is from 1 to "
              + Semantics.WORST_ACCURACY
              + " units in the last place; it says how far tanh, sigmoid and the like may be off",
          SurePackage.Literals.SEMANTICS_DECLARATION__ACCURACY);
    } else if (!SemanticsReader.UNIT.equals(declaration.getUnit())) {
      accuracyError(
          declaration,
          "'ulp' was expected, units in the last place, as in 'semantics float32 accuracy 4 ulp;'",
          SurePackage.Literals.SEMANTICS_DECLARATION__UNIT);
    }
  }

  private void accuracyError(
      SemanticsDeclaration declaration, String message, EStructuralFeature feature) {
    error(message, declaration, feature, IssueCodes.SEMANTICS_ACCURACY);
  }

  /**
   * Rounding errors of networks in the format have bounds. It is looked at for the whole file, as
   * it depends on the semantics: a network in which nothing was wrong is not looked at again.
   */
  @Check
  public void hasBounds(SureFile file) {
    Optional<FloatFormat> format = SemanticsReader.of(file).flatMap(Semantics::format);
    if (format.isPresent()) {
      for (NetworkDeclaration network :
          EcoreUtil2.typeSelect(file.getElements(), NetworkDeclaration.class)) {
        files
            .file(network)
            .flatMap(read -> Optional.ofNullable(read.obstacles().get(format.get())))
            .ifPresent(reason -> unbounded(network, format.get(), reason));
      }
    }
  }

  private void unbounded(NetworkDeclaration network, FloatFormat format, String reason) {
    error(
        "rounding errors of "
            + network.getName()
            + " in "
            + format.word()
            + " have no bounds here: "
            + reason
            + "; write 'semantics real;', or export the network differently",
        network,
        SurePackage.Literals.NETWORK_DECLARATION__FILE,
        IssueCodes.SEMANTICS_UNBOUNDED);
  }
}
