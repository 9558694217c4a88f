package surety.language.verification;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import surety.language.Obligation;
import surety.solver.Progress;

/**
 * One search, or one replay, from when it is asked for until it ends or is cancelled.
 *
 * <p>It keeps the obligation and the settings of the moment when it was asked for: what the editor
 * does meanwhile never changes what a job is about, only whether anybody still wants to know.
 */
final class Job implements Caller {
  private static final double SECONDS_BETWEEN = 0.2;
  private static final double NANOSECONDS = 1e9;
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final String READING = "reading the network";
  private static final String PREPARING = "preparing";

  private final Path file;
  private final Obligation obligation;
  private final VerificationSettings settings;
  private final Optional<Path> certificate;
  private final Consumer<Job> watcher;
  private final Urgency urgency;
  private volatile boolean dropped;
  private volatile boolean givesWay;
  private volatile boolean isTooLarge;
  private volatile boolean started;
  private volatile long begun;
  private volatile String phase = READING;
  private volatile Optional<Progress> heard = Optional.empty();
  private volatile int replayed;
  private Optional<Instant> told = Optional.empty();

  private Job(
      Path file,
      Obligation obligation,
      VerificationSettings settings,
      Optional<Path> certificate,
      Urgency urgency,
      Consumer<Job> watcher) {
    this.file = file;
    this.obligation = obligation;
    this.settings = settings;
    this.certificate = certificate;
    this.urgency = urgency;
    this.watcher = watcher;
  }

  /** A search; the watcher hears of its progress a few times a second. */
  static Job search(
      Path file,
      Obligation obligation,
      VerificationSettings settings,
      Urgency urgency,
      Consumer<Job> watcher) {
    return new Job(file, obligation, settings, Optional.empty(), urgency, watcher);
  }

  /** A replay of a certificate; the watcher hears as often how far it has come. */
  static Job replay(
      Path file,
      Obligation obligation,
      VerificationSettings settings,
      Path certificate,
      Urgency urgency,
      Consumer<Job> watcher) {
    return new Job(file, obligation, settings, Optional.of(certificate), urgency, watcher);
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

  Urgency urgency() {
    return urgency;
  }

  void start() {
    begun = System.nanoTime();
    started = true;
  }

  /** Something more urgent needs its turn. */
  void giveWay() {
    givesWay = true;
  }

  /** It takes more memory than there is. */
  void outgrows() {
    isTooLarge = true;
  }

  boolean isTooLarge() {
    return isTooLarge;
  }

  /** It gave way, and will begin again from the beginning. */
  void waitAgain() {
    givesWay = false;
    started = false;
    phase = READING;
    heard = Optional.empty();
    replayed = 0;
    told = Optional.empty();
  }

  boolean isStarted() {
    return started;
  }

  /** Nobody wants to know any more. */
  void cancel() {
    dropped = true;
  }

  /** Whether nobody wants to know any more. */
  boolean isDropped() {
    return dropped;
  }

  @Override
  public boolean isCancelled() {
    return dropped || givesWay || isTooLarge;
  }

  /** An earlier verdict is worth more than bounds that somebody cut short. */
  @Override
  public boolean isPartWanted() {
    return false;
  }

  @Override
  public void networksRead() {
    phase = PREPARING;
    watcher.accept(this);
  }

  /** Of a search that has begun, how far it has come, from the first moment on. */
  Optional<Progress> progress() {
    if (!isSearch() || !started) {
      return Optional.empty();
    }
    double elapsed = (System.nanoTime() - begun) / NANOSECONDS;
    return Optional.of(
        heard
            .map(last -> last.at(Math.max(last.seconds(), elapsed)))
            .orElseGet(() -> new Progress(phase, Double.POSITIVE_INFINITY, 0, elapsed, 0, 1)));
  }

  /** How long it may take. */
  Duration timeout() {
    return settings.budget(obligation).options().timeout();
  }

  /** How much of its certificate a replay has read, in per cent from 0 to 100. */
  int replayed() {
    return replayed;
  }

  /** How much of the time limit was over at that moment, in per cent from 0 to 100. */
  int percent(Progress then) {
    double limit = timeout().toNanos() / NANOSECONDS;
    return limit > 0 ? (int) Math.max(0, Math.min(100, 100 * then.seconds() / limit)) : 100;
  }

  /** Takes the search's own clock to tell when the watcher has waited long enough. */
  @Override
  public void progressed(Progress now) {
    Optional<Progress> last = heard;
    boolean isOther = last.isEmpty() || !last.get().task().equals(now.task());
    if (isOther || now.seconds() >= last.get().seconds() + SECONDS_BETWEEN) {
      heard = Optional.of(now);
      watcher.accept(this);
    }
  }

  /** The watcher has waited long enough, too, if the clock was set back. */
  @Override
  public void replayed(long read, long size, Instant now) {
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
