package surety.language.verification;

import java.util.Optional;
import surety.certificates.statement.Statement;
import surety.language.Obligation;
import surety.language.Region;
import surety.solver.Progress;

/**
 * One property or query over time. What is shown is computed from what is known, in one place, so
 * that nothing can contradict anything. Guarded by the model's lock.
 */
final class ObligationState {
  /** A message about one version of the statement. */
  private record Remark(Statement statement, boolean isFailure, String text) {}

  private Obligation obligation;
  private Optional<Evidence> evidence = Optional.empty();
  private Optional<Remark> remark = Optional.empty();
  private Optional<Job> job = Optional.empty();
  private boolean isOutdated;
  private boolean isChanged;
  private Optional<Statement> followed = Optional.empty();
  private Optional<Statement> lookedFor = Optional.empty();

  ObligationState(Obligation obligation) {
    this.obligation = obligation;
  }

  Obligation obligation() {
    return obligation;
  }

  Optional<Job> job() {
    return job;
  }

  /**
   * How it was read last; a job for another statement is cancelled. Equal statements become the
   * same one, so that comparing them again takes no time.
   */
  void read(Obligation newer) {
    if (newer.statement().equals(obligation.statement())) {
      obligation = newer.about(obligation.statement());
      return;
    }
    cancel();
    changed();
    obligation =
        evidence
            .map(Evidence::statement)
            .filter(newer.statement()::equals)
            .map(newer::about)
            .orElse(newer);
  }

  /** Its name stands elsewhere now. */
  void move(Region region) {
    obligation = obligation.in(region);
  }

  /** From now on it waits for this job; what failed before counts no more. */
  void expect(Job newer) {
    cancel();
    remark = Optional.empty();
    job = Optional.of(newer);
  }

  /** Nothing is under way any more; what was known before is shown again. */
  void cancel() {
    job.ifPresent(Job::cancel);
    job = Optional.empty();
  }

  /** A job came to its end; it changes nothing unless it is the one that is expected. */
  boolean end(Job ended) {
    boolean expected = expects(ended);
    if (expected) {
      job = Optional.empty();
    }
    return expected;
  }

  /** Cancels a job, if it is the one that is expected. */
  void drop(Job dropped) {
    if (expects(dropped)) {
      cancel();
    }
  }

  /** Whether it waits for exactly this job. */
  boolean expects(Job other) {
    return job.filter(expected -> expected == other).isPresent();
  }

  /** The kernel's bounds, perhaps with something to say beside them. */
  void establish(Evidence newer, Optional<String> note) {
    evidence = Optional.of(newer);
    remark = note.map(text -> new Remark(newer.statement(), false, text));
  }

  /** Nothing came of the last job. */
  void fail(String reason) {
    remark = Optional.of(new Remark(obligation.statement(), true, reason));
  }

  /** Something else was established before than the statement as it stands: so says the text. */
  void outdated(String text) {
    isOutdated = true;
    remark = Optional.of(new Remark(obligation.statement(), false, text));
  }

  /** The evidence, if it is about the statement as it stands. */
  Optional<Evidence> holding() {
    return evidence.filter(e -> e.statement().equals(obligation.statement()));
  }

  /**
   * What is shown.
   *
   * @param doubt why nothing can hold now, if so
   */
  Verification show(Optional<String> doubt) {
    Optional<Remark> current = remark.filter(r -> r.statement().equals(obligation.statement()));
    if (job.isPresent()) {
      return job.get().isStarted()
          ? running(job.get())
          : shown(VerificationState.QUEUED, Optional.empty());
    }
    if (doubt.isPresent()) {
      return shown(open(), doubt);
    }
    VerificationState state =
        current.filter(Remark::isFailure).isPresent()
            ? VerificationState.FAILED
            : holding().map(Evidence::state).orElse(open());
    Optional<String> changed =
        evidence.isPresent() && holding().isEmpty()
            ? Optional.of("changed since it was verified")
            : Optional.empty();
    return shown(state, current.map(Remark::text).or(() -> changed));
  }

  /** A search for the statement as it stands began without anybody's asking. */
  void followed() {
    followed = Optional.of(obligation.statement());
  }

  /**
   * Whether none began yet.
   *
   * @param isOnlyChanged and whether the statement is not the one that was read first
   */
  boolean isWorthFollowing(boolean isOnlyChanged) {
    boolean isFollowed = followed.filter(obligation.statement()::equals).isPresent();
    return !isFollowed && (isChanged || !isOnlyChanged);
  }

  /** It was not there, or read otherwise, when the specification was read first. */
  void changed() {
    isChanged = true;
  }

  /** Certificates of the statement as it stands were looked for. */
  void lookedFor() {
    lookedFor = Optional.of(obligation.statement());
  }

  /** Whether they were. */
  boolean isLookedFor() {
    return lookedFor.filter(obligation.statement()::equals).isPresent();
  }

  /** Without anything that holds. */
  private VerificationState open() {
    return evidence.isPresent() || isOutdated
        ? VerificationState.STALE
        : VerificationState.UNVERIFIED;
  }

  private Verification running(Job running) {
    Optional<Progress> progress = running.progress();
    Optional<Integer> replayed =
        Optional.of(running.replayed()).filter(percent -> percent > 0 && !running.isSearch());
    return new Verification(
        obligation,
        VerificationState.RUNNING,
        evidence,
        progress,
        progress.map(running::percent).or(() -> replayed),
        progress.map(p -> running.timeout()),
        Optional.empty());
  }

  private Verification shown(VerificationState state, Optional<String> message) {
    return new Verification(obligation, state, evidence, Optional.empty(), message);
  }
}
