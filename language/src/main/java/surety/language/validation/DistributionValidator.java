package surety.language.validation;

import com.google.inject.Inject;
import org.eclipse.xtext.validation.Check;
import surety.language.sure.DistributionDeclaration;
import surety.language.translation.Laws;

/** Families are known, their parameters in range, and together they describe a law. */
public class DistributionValidator extends ConcernValidator {
  @Inject private Laws laws;

  /** Checks one distribution. */
  @Check
  public void isLaw(DistributionDeclaration distribution) {
    laws.problems(distribution).forEach(this::report);
  }
}
