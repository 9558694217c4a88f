package surety.language.verification;

import java.util.Objects;
import java.util.Optional;

/** How the verification of one property or query ended. */
public sealed interface Ending {
  /** With bounds of the kernel; the note says what went wrong beside them. */
  record Established(Evidence evidence, Optional<String> note) implements Ending {
    /** Refuses missing parts. */
    public Established {
      Objects.requireNonNull(evidence);
      Objects.requireNonNull(note);
    }
  }

  /** With nothing, for a reason that the user can do something about. */
  record Failed(String reason, Optional<Exception> cause) implements Ending {
    /** Refuses missing parts. */
    public Failed {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(cause);
    }

    /** Where nothing was thrown. */
    Failed(String reason) {
      this(reason, Optional.empty());
    }
  }

  /** With nothing, by a fault of Surety itself. */
  record Fault(Throwable cause) implements Ending {
    /** Refuses one without a cause. */
    public Fault {
      Objects.requireNonNull(cause);
    }

    /** Whether there was too little memory, perhaps for a thread of the search. */
    public boolean isOfMemory() {
      Throwable first = cause;
      while (first.getCause() != null) {
        first = first.getCause();
      }
      return first instanceof OutOfMemoryError;
    }
  }

  /** With nothing: no certificate of this specification can be written, so it was not begun. */
  record Unwritable(String reason) implements Ending {}

  /** With nothing: a network file is not the one that the statement is about. */
  record OtherNetwork(String reason) implements Ending {}

  /** With nothing: its time was up before anything could be certified. */
  record TimeUp() implements Ending {}

  /** With nothing: it was cancelled. */
  record Stopped() implements Ending {}
}
