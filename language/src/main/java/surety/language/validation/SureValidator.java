package surety.language.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** All validators of the language. */
@ComposedChecks(
    validators = {
      SemanticsValidator.class,
      NamesValidator.class,
      NumberValidator.class,
      NetworkValidator.class,
      ReferenceValidator.class,
      InputsValidator.class,
      DistributionValidator.class,
      EventValidator.class,
      LimitValidator.class,
      PointsValidator.class,
      OptionsValidator.class,
      ExpectationValidator.class,
      ClaimsValidator.class,
    })
public class SureValidator extends AbstractSureValidator {}
