package surety.language.validation;

import com.google.inject.Inject;
import org.eclipse.xtext.validation.Check;
import surety.language.problems.IssueCodes;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;
import surety.language.translation.ClaimReader;
import surety.language.translation.NamedEvents;
import surety.language.translation.NetworkFile;
import surety.language.translation.NetworkFiles;

/** Events, forms and quantities are what they should be, and can be computed. */
public class EventValidator extends ConcernValidator {
  @Inject private NetworkFiles files;

  /** Checks what is claimed or asked. */
  @Check
  public void isMeaningful(ClaimDeclaration claim) {
    ClaimReader.problems(claim, this::outputs).forEach(this::report);
  }

  /** Checks a named event. */
  @Check
  public void isMeaningful(EventDeclaration event) {
    if (NamedEvents.in(event).contains(event)) {
      error(
          "event "
              + event.getName()
              + " is defined by itself; define one of them without the other",
          event,
          SurePackage.Literals.REFERABLE__NAME,
          IssueCodes.EVENT_CIRCLE);
    } else {
      ClaimReader.problems(event, this::outputs).forEach(this::report);
    }
  }

  private int outputs(NetworkDeclaration network) {
    return files.file(network).map(NetworkFile::outputs).orElse(0);
  }
}
