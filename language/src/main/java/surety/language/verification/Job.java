package surety.language.verification;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import surety.language.Obligation;
import surety.solver.Progress;
import surety.solver.ProgressListener;

/**
 * One search, or one replay, from when it is asked for until it ends or is cancelled.
 *
 * <p>It keeps the obligation and the settings of the moment when it was asked for: what the editor
 * does meanwhile never changes what a job is about, only whether anybody still wants to know.
 */
final class Job implements ProgressListener {
  private static final double SECONDS_BETWEEN = 0.2;
  private static final double NANOSECONDS = 1e9;
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final Path file;
  private final Obligation obligation;
  private final VerificationSettings settings;
  private final Optional<Path> certificate;
  private final Consumer<Job> watcher;
  private volatile boolean cancelled;
  private volatile boolean started;
  private volatile Optional<Progress> progress = Optional.empty();
  private volatile int replayed;
  private Optional<Instant> told = Optional.empty();

  private Job(
      Path file,
      Obligation obligation,
      VerificationSettings settings,
      Optional<Path> certificate,
      Consumer<Job> watcher) {
    this.file = file;
    this.obligation = obligation;
    this.settings = settings;
    this.certificate = certificate;
    this.watcher = watcher;
  }

  /** A search; the watcher hears of its progress a few times a second. */
  static Job search(
      Path file, Obligation obligation, VerificationSettings settings, Consumer<Job> watcher) {
    return new Job(file, obligation, settings, Optional.empty(), watcher);
  }

  /** A replay of a certificate; the watcher hears as often how far it has come. */
  static Job replay(
      Path file,
      Obligation obligation,
      VerificationSettings settings,
      Path certificate,
      Consumer<Job> watcher) {
    return new Job(file, obligation, settings, Optional.of(certificate), watcher);
  }

  /** The specification. */
  Path file() {
    return file;
  }

  Obligation obligation() {
    return obligation;
  }

  VerificationSettings settings() {
    return settings;
  }

  /** The certificate to replay; empty for a search. */
  Optional<Path> certificate() {
    return certificate;
  }

  boolean isSearch() {
    return certificate.isEmpty();
  }

  void start() {
    started = true;
  }

  boolean isStarted() {
    return started;
  }

  /** Nobody wants to know any more. */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Of a search, what it told last. */
  Optional<Progress> progress() {
    return progress;
  }

  /** How much of its certificate a replay has read, in per cent from 0 to 100. */
  int replayed() {
    return replayed;
  }

  /** How much of the time limit was over at that moment, in per cent from 0 to 100. */
  int percent(Progress then) {
    double limit = settings.options(obligation).timeout().toNanos() / NANOSECONDS;
    return limit > 0 ? (int) Math.max(0, Math.min(100, 100 * then.seconds() / limit)) : 100;
  }

  /** Takes the search's own clock to tell when the watcher has waited long enough. */
  @Override
  public void progressed(Progress now) {
    if (progress.isEmpty() || now.seconds() >= progress.get().seconds() + SECONDS_BETWEEN) {
      progress = Optional.of(now);
      watcher.accept(this);
    }
  }

  /**
   * Takes in how much of the certificate was read. Called by the one thread that reads it.
   *
   * @param read so many bytes; more than {@code size} if the file grows meanwhile
   * @param now the watcher has waited long enough, too, if the clock was set back
   */
  void replayed(long read, long size, Instant now) {
    int percent = read >= size ? 100 : (int) (100 * (double) read / size);
    boolean isDue =
        told.isEmpty() || now.isBefore(told.get()) || !now.isBefore(told.get().plus(BETWEEN));
    if (percent > replayed && isDue) {
      replayed = percent;
      told = Optional.of(now);
      watcher.accept(this);
    }
  }
}
