package surety.language.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import surety.certificates.replay.NetworkContent;
import surety.certificates.stop.Stop;
import surety.language.Obligation;
import surety.language.Specification;
import surety.language.storage.CertificateFolder;
import surety.language.translation.NetworkFile;

/**
 * What is known of all specifications that are open, and the searches and replays behind it.
 *
 * <p>All methods can be called from any thread and return at once: none reads a file, searches, or
 * waits, except {@link #close}. At most one job runs at a time, in a thread of low priority.
 */
public final class VerificationModel implements AutoCloseable {
  private static final long SECONDS_OF_PATIENCE = 10;
  private static final String FAULT =
      "the run ended with a fault of Surety itself; what it was stands in the log";
  private static final String TIME_UP =
      "nothing could be certified within the time limit; verify with a longer timeout";
  private static final String NOTHING_SEARCHED =
      ", so nothing was searched; make the folder writable and verify again";

  private final Object lock = new Object();
  private final Map<Path, SpecificationState> specifications = new HashMap<>();
  private final FileContents files = new FileContents();
  private final Announcer announcer = new Announcer(this::known);
  private final JobRunner runner;
  private final MemoryGuard guard;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Workers.named("surety-reader", Thread.MIN_PRIORITY));
  private VerificationSettings settings = VerificationSettings.defaults();
  private long version;
  private boolean closed;

  /** With a solver, and a clock that tells when something was established. */
  public VerificationModel(Search search, InstantSource clock) {
    runner = new JobRunner(lock, new Verifier(search, clock), this::moved, this::ended);
    guard = MemoryGuard.of(this::shortage);
  }

  /** Hears of all changes from now on. */
  public void addListener(VerificationListener listener) {
    announcer.add(Objects.requireNonNull(listener));
  }

  /** Hears of no more changes, or of one that is just being told. */
  public void removeListener(VerificationListener listener) {
    announcer.remove(listener);
  }

  /** Holds for what is asked for from now on. */
  public void configure(VerificationSettings newSettings) {
    synchronized (lock) {
      settings = Objects.requireNonNull(newSettings);
    }
  }

  /** When documents are verified. */
  public Trigger trigger() {
    synchronized (lock) {
      return settings.trigger();
    }
  }

  /** Memory runs short: what runs now is what needs most of it. */
  public void shortage() {
    synchronized (lock) {
      runner.running().ifPresent(Job::outgrows);
    }
  }

  /** What is known of a specification; nothing, with version 0, if it was never read. */
  public VerificationSnapshot snapshot(Path file) {
    Path key = Paths.key(file);
    return known(key).orElseGet(() -> new VerificationSnapshot(key, 0, List.of()));
  }

  /** The files of networks and histograms that the statements were made from. */
  public Set<Path> files() {
    Set<Path> all = new HashSet<>();
    synchronized (lock) {
      for (SpecificationState state : specifications.values()) {
        for (ObligationState entry : state.obligations()) {
          entry.obligation().files().forEach(made -> all.add(Paths.key(made.file())));
        }
      }
    }
    return all;
  }

  /** What is known of all specifications, in the order of their paths, all at one moment. */
  public List<VerificationSnapshot> snapshots() {
    synchronized (lock) {
      return specifications.values().stream()
          .map(state -> state.show(files))
          .sorted((a, b) -> a.file().compareTo(b.file()))
          .toList();
    }
  }

  /**
   * Takes in how a specification reads now: after it was opened, after every edit, and after a file
   * that it names was changed, for the statements depend on these.
   */
  public void update(Specification specification) {
    take(specification, false);
  }

  /**
   * The same for a specification that was just opened, and looks for its certificates: each that
   * says that it is about a statement of the specification is replayed, and only then shown.
   */
  public void restore(Specification specification) {
    take(specification, true);
  }

  private void take(Specification specification, boolean restored) {
    Path file = Paths.key(specification.file());
    synchronized (lock) {
      SpecificationState state =
          specifications.computeIfAbsent(file, key -> new SpecificationState(key));
      state.read(specification);
      state.seek(state.isSought() || restored);
      Set<Path> contradicted = new HashSet<>();
      for (ObligationState entry : state.obligations()) {
        entry.obligation().files().stream()
            .filter(files::contradicts)
            .forEach(made -> contradicted.add(Paths.key(made.file())));
      }
      contradicted.forEach(this::suspect);
      lookForCertificates(state);
      touch(state);
    }
  }

  /**
   * A specification was edited, and nobody has read yet what it says now. Nothing is shown to hold
   * before {@link #update} says how it reads.
   *
   * @param untouched the names of the properties and queries that the edit surely did not change
   */
  public void edited(Path file, Set<String> untouched) {
    with(file, state -> state.suspect(untouched));
  }

  /**
   * Nothing more is wanted of a specification: it was closed.
   *
   * @return a version after all that were shown of it, and before any that will be; nothing if it
   *     was not known
   */
  public Optional<Long> forget(Path file) {
    synchronized (lock) {
      SpecificationState state = specifications.remove(Paths.key(file));
      if (state == null) {
        return Optional.empty();
      }
      state.obligations().forEach(ObligationState::cancel);
      runner.leave(state.file());
      version++;
      return Optional.of(version);
    }
  }

  /**
   * A file was written, replaced or deleted: of a network, or of a histogram. What depends on it is
   * stale until its content is known again, and stays so unless that is the one that the statement
   * was made from. Other files may be reported too; then nothing happens.
   */
  public void fileChanged(Path file) {
    synchronized (lock) {
      suspect(Paths.key(file));
    }
  }

  /**
   * Searches for these, except for those that are being searched for already and those that cannot
   * hold now, whose message says why.
   */
  public void verify(Path file, Collection<String> names) {
    with(
        file,
        state ->
            names.forEach(
                name -> state.find(name).ifPresent(e -> search(state, e, Urgency.ASKED))));
  }

  /** Searches for everything that is neither settled nor under way. */
  public void verifyAll(Path file) {
    with(
        file,
        state ->
            state.obligations().stream()
                .filter(e -> isLessUrgentThanAsked(e) && !isSettled(state, e))
                .forEach(e -> search(state, e, Urgency.ASKED)));
  }

  private static boolean isLessUrgentThanAsked(ObligationState entry) {
    return entry.job().filter(j -> j.urgency() == Urgency.ASKED).isEmpty();
  }

  /**
   * Searches for what was never verified as it stands, once, unless something is under way.
   *
   * @param changed only what an edit has changed
   */
  public void follow(Path file, boolean changed) {
    with(
        file,
        state ->
            state.obligations().stream()
                .filter(e -> e.job().isEmpty() && e.show(state.doubt(e, files)).state().isOpen())
                .filter(e -> e.isWorthFollowing(changed))
                .filter(e -> state.doubt(e, files).isEmpty())
                .forEach(
                    e -> {
                      e.followed();
                      search(state, e, Urgency.FOLLOWING);
                    }));
  }

  /** A specification is looked at now: what is to be found again of it comes before the rest. */
  public void see(Path file) {
    synchronized (lock) {
      runner.see(Paths.key(file));
      runner.turn();
    }
  }

  /** Tells again of the job that runs: it may have nothing to say for a long time. */
  public void tick() {
    synchronized (lock) {
      runner.running().filter(Job::isSearch).ifPresent(this::progressed);
    }
  }

  /** Replays the certificate of a property or query, unless something else is under way. */
  public void replay(Path file, String name) {
    with(
        file,
        state ->
            state
                .find(name)
                .filter(e -> e.job().isEmpty() && state.doubt(e, files).isEmpty())
                .ifPresent(
                    e -> {
                      Path certificate =
                          e.holding()
                              .flatMap(Evidence::certificate)
                              .or(() -> CertificateFolder.beside(state.file()).file(name))
                              .orElseThrow();
                      replay(state, e, certificate, Urgency.ASKED);
                    }));
  }

  /** Stops these, whether they run or wait; what was known of them before is shown again. */
  public void cancel(Path file, Collection<String> names) {
    with(file, state -> names.forEach(name -> state.find(name).ifPresent(ObligationState::cancel)));
  }

  /** Stops all of a specification. */
  public void cancelAll(Path file) {
    with(file, state -> state.obligations().forEach(ObligationState::cancel));
  }

  /**
   * Stops everything and waits until the running job has noticed, so that nothing is being written
   * any more, which is a matter of milliseconds. Should it take longer than ten seconds, as on a
   * disk that hangs, it goes on without waiting; certificates are there as a whole or not at all,
   * whenever the process ends.
   */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      for (SpecificationState state : specifications.values()) {
        state.obligations().forEach(ObligationState::cancel);
        touch(state);
      }
      runner.close();
    }
    guard.close();
    reader.shutdownNow();
    announcer.close();
    try {
      runner.awaitEnd(SECONDS_OF_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<VerificationSnapshot> known(Path key) {
    synchronized (lock) {
      return Optional.ofNullable(specifications.get(key)).map(state -> state.show(files));
    }
  }

  /** Does something with a specification, if it is known, and has it told. */
  private void with(Path file, Consumer<SpecificationState> action) {
    synchronized (lock) {
      SpecificationState state = specifications.get(Paths.key(file));
      if (state != null && !closed) {
        action.accept(state);
        touch(state);
        runner.turn();
      }
    }
  }

  private void touch(SpecificationState state) {
    version++;
    state.touch(version);
    announcer.changed(state.file());
  }

  /** Not if it is under way already, and no less urgent. */
  private void search(SpecificationState state, ObligationState entry, Urgency urgency) {
    boolean searched =
        entry.job().filter(j -> j.isSearch() && j.urgency().compareTo(urgency) <= 0).isPresent();
    if (searched || state.doubt(entry, files).isPresent()) {
      return;
    }
    Job running = Job.search(state.file(), entry.obligation(), settings, urgency, this::progressed);
    entry.expect(running);
    runner.add(running);
  }

  private void replay(
      SpecificationState state, ObligationState entry, Path certificate, Urgency urgency) {
    Job job =
        Job.replay(
            state.file(), entry.obligation(), settings, certificate, urgency, this::progressed);
    entry.expect(job);
    runner.add(job);
  }

  private boolean isSettled(SpecificationState state, ObligationState entry) {
    return entry.show(state.doubt(entry, files)).state().isSettled();
  }

  /** A job that nobody waits for any more has nothing to tell. */
  private void progressed(Job job) {
    synchronized (lock) {
      Optional.ofNullable(specifications.get(job.file()))
          .filter(s -> s.find(job.obligation().name()).filter(e -> e.expects(job)).isPresent())
          .ifPresent(this::touch);
    }
  }

  /** A job begins, or has to wait again. */
  private void moved(Job job) {
    Optional.ofNullable(specifications.get(job.file())).ifPresent(this::touch);
  }

  /** An ending that nobody waits for any more changes nothing. */
  private void ended(Job job, Ending ending) {
    SpecificationState state = specifications.get(job.file());
    Optional<ObligationState> found =
        Optional.ofNullable(state).flatMap(s -> s.find(job.obligation().name()));
    if (found.isEmpty() || !found.get().end(job)) {
      return;
    }
    ObligationState entry = found.get();
    if (ending instanceof Ending.Established established) {
      entry.establish(established.evidence(), established.note());
    } else if (ending instanceof Ending.Failed failed) {
      entry.fail(failed.reason());
    } else if (ending instanceof Ending.Fault) {
      entry.fail(FAULT);
    } else if (ending instanceof Ending.TimeUp) {
      entry.fail(TIME_UP);
    } else if (ending instanceof Ending.Unwritable unwritable) {
      // One message is enough: the others could not be kept either.
      for (Job waiting : runner.waiting(job.file())) {
        state.find(waiting.obligation().name()).ifPresent(e -> e.drop(waiting));
      }
      entry.fail(unwritable.reason() + NOTHING_SEARCHED);
    } else if (ending instanceof Ending.OtherNetwork) {
      job.obligation().networkFiles().forEach(file -> suspect(Paths.key(file)));
    }
    touch(state);
  }

  /** Nothing holds that depends on a file, until it was read again. */
  private void suspect(Path file) {
    long reading = files.changed(file);
    touchUsers(file, true);
    if (!closed) {
      reader.execute(
          () -> {
            Optional<String> digest = digest(file);
            synchronized (lock) {
              files.read(file, reading, digest);
              touchUsers(file, false);
            }
          });
    }
  }

  private void touchUsers(Path file, boolean cancelled) {
    for (SpecificationState state : specifications.values()) {
      List<ObligationState> users =
          state.obligations().stream().filter(e -> needs(e.obligation(), file)).toList();
      if (!users.isEmpty()) {
        if (cancelled) {
          users.forEach(ObligationState::cancel);
        }
        touch(state);
      }
    }
  }

  private static boolean needs(Obligation obligation, Path file) {
    return obligation.files().stream().anyMatch(made -> Paths.key(made.file()).equals(file));
  }

  /** Nothing if the file cannot be read, or is too large for a statement to be made from it. */
  private static Optional<String> digest(Path file) {
    try {
      // A table names no other files, so that its digest is that of its bytes.
      NetworkContent.Loader loader = NetworkFile.loader(Files::readAllBytes);
      return Optional.of(NetworkContent.load(file, loader).digest(Stop.NEVER));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Of what nothing is known, and not for what cannot hold now: that has to wait. */
  private boolean isWorthLooking(SpecificationState state, ObligationState entry) {
    Optional<String> doubt = state.doubt(entry, files);
    boolean isOpen = entry.job().isEmpty() && entry.show(doubt).state().isOpen();
    if (isOpen && doubt.isPresent()) {
      state.seek(true);
    }
    return isOpen && doubt.isEmpty() && !entry.isLookedFor();
  }

  private void lookForCertificates(SpecificationState state) {
    if (closed || !state.isSought()) {
      return;
    }
    state.seek(state.hasErrors());
    if (state.obligations().stream().noneMatch(e -> isWorthLooking(state, e))) {
      return;
    }
    Path file = state.file();
    reader.execute(
        () -> {
          CertificateIndex index = CertificateIndex.of(CertificateFolder.beside(file));
          with(file, now -> now.obligations().forEach(e -> found(now, e, index)));
        });
  }

  private void found(SpecificationState state, ObligationState entry, CertificateIndex index) {
    if (!isWorthLooking(state, entry)) {
      return;
    }
    entry.lookedFor();
    Optional<Path> certificate = index.find(entry.obligation());
    if (certificate.isPresent()) {
      replay(state, entry, certificate.get(), Urgency.FOUND);
    } else {
      index.mismatch(entry.obligation()).ifPresent(entry::outdated);
    }
  }
}
