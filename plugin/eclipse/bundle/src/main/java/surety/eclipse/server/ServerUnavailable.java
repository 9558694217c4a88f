package surety.eclipse.server;

import java.io.IOException;

/** There is no server to ask; the message tells people why. */
public final class ServerUnavailable extends IOException {
  private static final long serialVersionUID = 1;

  ServerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
