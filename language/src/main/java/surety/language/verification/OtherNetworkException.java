package surety.language.verification;

import java.nio.file.Path;

/** A network file is no longer the one whose digest the statement names. */
public final class OtherNetworkException extends UnusableNetworkException {
  private static final long serialVersionUID = 1L;

  OtherNetworkException(Path file) {
    super(file + " is not the one that the specification was read with", null);
  }
}
