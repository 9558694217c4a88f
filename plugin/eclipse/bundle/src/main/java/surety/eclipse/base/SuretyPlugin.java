package surety.eclipse.base;

import java.nio.file.Path;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;

/** The plug-in's name, and where it writes down what only its makers need to know. */
public final class SuretyPlugin {
  /** The symbolic name of the bundle. */
  public static final String ID = "dev.surety.eclipse";

  private SuretyPlugin() {}

  /** Writes a fault to the Error Log; people see nothing of it unless they look there. */
  public static void log(String message, Throwable cause) {
    ILog.of(SuretyPlugin.class).log(new Status(IStatus.ERROR, ID, message, cause));
  }

  /** Writes a message to the Error Log. */
  public static void warn(String message) {
    ILog.of(SuretyPlugin.class).log(new Status(IStatus.WARNING, ID, message));
  }

  /** The folder of this workspace in which the plug-in may write. */
  public static Path folder() {
    return Platform.getStateLocation(Platform.getBundle(ID)).toPath();
  }
}
