package surety.language.validation;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;
import surety.language.problems.Problem;
import surety.language.sure.SurePackage;

/** What the validators of all concerns share. */
abstract class ConcernValidator extends AbstractDeclarativeValidator {
  /** Not by itself: {@link SureValidator} brings all concerns together. */
  @Inject
  @Override
  public void register(EValidatorRegistrar unused) {}

  @Override
  protected List<EPackage> getEPackages() {
    return List.of(SurePackage.eINSTANCE);
  }

  /** Makes a problem an error. */
  protected final void report(Problem problem) {
    error(problem.message(), problem.object(), problem.feature(), problem.index(), problem.code());
  }
}
