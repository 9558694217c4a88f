package surety.language.validation;

import java.lang.reflect.Method;
import org.eclipse.xtext.util.Exceptions;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
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
      TogetherValidator.class,
      DistributionValidator.class,
      SamplesValidator.class,
      BoxValidator.class,
      EventValidator.class,
      LimitValidator.class,
      PointsValidator.class,
      MomentsValidator.class,
      LoopValidator.class,
      OptionsValidator.class,
      ExpectationValidator.class,
      ClaimsValidator.class,
    })
public class SureValidator extends AbstractSureValidator {
  /** A check that fails must not be taken for one that found nothing. */
  @Override
  protected MethodWrapper createMethodWrapper(
      AbstractDeclarativeValidator validator, Method method) {
    return new MethodWrapper(validator, method) {
      @Override
      protected void handleInvocationTargetException(Throwable problem, State state) {
        Exceptions.throwUncheckedException(problem);
      }
    };
  }
}
