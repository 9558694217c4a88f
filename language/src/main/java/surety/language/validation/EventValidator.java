package surety.language.validation;

import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.sure.Cdf;
import surety.language.sure.EventExpression;
import surety.language.translation.ClaimReader;

/** Events and cdfs are about an affine form of the outputs that is not constant. */
public class EventValidator extends ConcernValidator {
  /** Checks an event. */
  @Check
  public void isAffine(EventExpression event) {
    Variables.networkAround(event)
        .ifPresent(network -> ClaimReader.problems(event, network).forEach(this::report));
  }

  /** Checks the form of a cdf. */
  @Check
  public void isAffine(Cdf cdf) {
    Variables.networkAround(cdf)
        .ifPresent(network -> ClaimReader.problems(cdf, network).forEach(this::report));
  }
}
