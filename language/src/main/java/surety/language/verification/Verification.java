package surety.language.verification;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import surety.language.Obligation;
import surety.solver.Progress;

/**
 * What is known of one property or query at one moment.
 *
 * @param obligation what is asked; while it cannot be read, how it was when it last could
 * @param state where it stands
 * @param evidence what the kernel established last; unless {@link VerificationState#isEstablished},
 *     perhaps of an earlier version of the statement, and then no more than a memory
 * @param progress how far a search has come; only while it runs, and from the first moment on
 * @param percent how much of its time limit is over, if there is progress; it may well end sooner.
 *     While a certificate is replayed, how much of it was read, once that is known; then there is
 *     no progress
 * @param timeout how long a search may take; only while it runs
 * @param message why it is stale or failed, or what else there is to say of it
 */
public record Verification(
    Obligation obligation,
    VerificationState state,
    Optional<Evidence> evidence,
    Optional<Progress> progress,
    Optional<Integer> percent,
    Optional<Duration> timeout,
    Optional<String> message) {
  /** Refuses a state that the evidence does not bear out. */
  public Verification {
    Objects.requireNonNull(obligation);
    Objects.requireNonNull(state);
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(progress);
    Objects.requireNonNull(percent);
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(message);
    if (state.isEstablished()
        && evidence
            .filter(e -> e.statement().equals(obligation.statement()) && e.state() == state)
            .isEmpty()) {
      throw new IllegalArgumentException(
          "'" + obligation.name() + "' is not shown to be " + state + " by its evidence");
    }
    if (state == VerificationState.FAILED && message.isEmpty()) {
      throw new IllegalArgumentException("a failure has a reason");
    }
    if (state != VerificationState.RUNNING && progress.isPresent()) {
      throw new IllegalArgumentException("only what runs has progress");
    }
    if (state != VerificationState.RUNNING && percent.isPresent()) {
      throw new IllegalArgumentException("only of what runs a part is over");
    }
  }

  /** Without a part that is over. */
  public Verification(
      Obligation obligation,
      VerificationState state,
      Optional<Evidence> evidence,
      Optional<Progress> progress,
      Optional<String> message) {
    this(obligation, state, evidence, progress, Optional.empty(), Optional.empty(), message);
  }

  /** The name of the property or query. */
  public String name() {
    return obligation.name();
  }

  /** Whether a certificate is being replayed, and not searched for. */
  public boolean isReplaying() {
    return state == VerificationState.RUNNING && progress.isEmpty();
  }

  /** The evidence, if it is about exactly what is claimed now. */
  public Optional<Evidence> established() {
    return state.isEstablished() ? evidence : Optional.empty();
  }
}
