package surety.cli;

import java.util.Optional;
import surety.language.verification.Ending;
import surety.report.Fault;

/** What endings without bounds mean on the command line. */
final class Faults {
  private Faults() {}

  /** What is wrong; nothing if there are bounds, or it was only stopped. */
  static Optional<Fault> of(Ending ending, boolean debug) {
    if (ending instanceof Ending.Failed failed) {
      return Optional.of(new Fault(false, failed.reason()));
    }
    if (ending instanceof Ending.Fault fault) {
      String message =
          fault.cause() instanceof Failure failure
              ? failure.getMessage()
              : Main.ownFault(fault.cause(), debug);
      return Optional.of(new Fault(true, message));
    }
    if (ending instanceof Ending.OtherNetwork other) {
      return Optional.of(new Fault(false, NetworkFiles.changed(other.reason())));
    }
    if (ending instanceof Ending.Unwritable unwritable) {
      return Optional.of(new Fault(false, unwritable(unwritable.reason())));
    }
    return Optional.empty();
  }

  /** What was thrown, if something was. */
  static Optional<Throwable> cause(Ending ending) {
    if (ending instanceof Ending.Failed failed) {
      return failed.cause().map(cause -> cause);
    }
    return ending instanceof Ending.Fault fault ? Optional.of(fault.cause()) : Optional.empty();
  }

  /** What to do about a folder that no certificate can be written to. */
  static String unwritable(String obstacle) {
    return obstacle + "; name another folder with --certificates, or give --no-certificates";
  }
}
