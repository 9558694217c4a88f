package surety.language.translation;

import java.io.IOException;

/** A file that can be read, but is no network that a statement can be about. */
public final class NetworkRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  NetworkRefusedException(String message) {
    super(message);
  }

  NetworkRefusedException(String message, IOException cause) {
    super(message, cause);
  }
}
