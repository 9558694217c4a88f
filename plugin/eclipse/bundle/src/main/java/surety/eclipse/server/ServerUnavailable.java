package surety.eclipse.server;

import java.io.IOException;

/**
 * There is no server to ask. The message tells people what to do, in one line of a status bar; the
 * details tell the rest.
 */
public final class ServerUnavailable extends IOException {
  private static final long serialVersionUID = 1;
  private static final String SERVER = "Surety's language server ";

  private final String details;

  private ServerUnavailable(String message, String details, Throwable cause) {
    super(message, cause);
    this.details = details;
  }

  static ServerUnavailable withoutJava(String details) {
    return new ServerUnavailable(
        SERVER + "needs Java " + Java.OLDEST + " or newer: name one in the preferences",
        details,
        null);
  }

  static ServerUnavailable damaged(String details) {
    return new ServerUnavailable(SERVER + "is damaged: install the plug-in again", details, null);
  }

  static ServerUnavailable notStarted(IOException cause) {
    return new ServerUnavailable(
        SERVER + "does not start: see the Verification view", cause.getMessage(), cause);
  }

  static ServerUnavailable dying() {
    return new ServerUnavailable(
        SERVER + "keeps ending: restart it from the Verification view",
        "it has ended "
            + RestartLimit.STARTS
            + " times within "
            + RestartLimit.WITHIN.toMinutes()
            + " minutes",
        null);
  }

  static ServerUnavailable ended() {
    return new ServerUnavailable(SERVER + "has ended", "", null);
  }

  static ServerUnavailable ending() {
    return new ServerUnavailable("the workbench is ending", "", null);
  }

  /** What else there is to know, for those who want to. */
  public String details() {
    return details;
  }
}
