package surety.eclipse.documents;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import surety.eclipse.base.SuretyPlugin;

/** What could not be done with a document. */
final class Faults {
  private Faults() {}

  static CoreException of(String message, Throwable cause) {
    return new CoreException(new Status(IStatus.ERROR, SuretyPlugin.ID, message, cause));
  }
}
