package surety.language.verification;

import java.util.Optional;

/** How a job ended. */
sealed interface Ending {
  /** With bounds of the kernel; the note says what went wrong beside them. */
  record Established(Evidence evidence, Optional<String> note) implements Ending {}

  /** With nothing, for this reason. */
  record Failed(String reason) implements Ending {}

  /** With nothing: no certificate of this specification can be written, so it was not begun. */
  record Unwritable(String reason) implements Ending {}

  /** With nothing: the network file is not the one that the statement is about. */
  record OtherNetwork() implements Ending {}

  /** With nothing: it was cancelled. */
  record Stopped() implements Ending {}
}
