package surety.language.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import surety.certificates.network.Network;
import surety.solver.ProgressListener;
import surety.solver.Result;

/** Who has a property or query verified: hears how far it has come, and may end it. */
public interface Caller extends ProgressListener {
  /** Whether it has to end at once. */
  boolean isCancelled();

  /** Whether bounds that were certified before it was cancelled are wanted all the same. */
  boolean isPartWanted();

  /** The networks were read; what comes next takes a moment before there is more to tell. */
  default void networksRead() {}

  /** Whether it goes on from what an earlier search left. */
  default boolean isResuming() {
    return false;
  }

  /** Something that is worth knowing, and does not end it; a sentence without its end. */
  default void note(String message) {}

  /**
   * So much of a certificate was replayed. Called by the one thread that reads it.
   *
   * @param read so many bytes; more than {@code size} if the file grows meanwhile
   */
  default void replayed(long read, long size, Instant now) {}

  /**
   * A second opinion on what a search found, before its certificate is written.
   *
   * @return how it ends if the result cannot stand; else nothing
   */
  default Optional<Ending> objection(Result result, List<Network> networks) {
    return Optional.empty();
  }
}
