package surety.language.validation;

import org.eclipse.xtext.validation.Check;
import surety.language.sure.DistributionTerm;
import surety.language.translation.DistributionReader;

/** Families are known, their parameters in range, their intervals and histograms sound. */
public class DistributionValidator extends ConcernValidator {
  /** Checks one distribution. */
  @Check
  public void isDistribution(DistributionTerm term) {
    DistributionReader.read(term).problems().forEach(this::report);
  }
}
