package surety.language.verification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.stop.StoppedException;
import surety.language.DataFile;
import surety.language.Obligation;
import surety.language.display.SearchEnd;
import surety.language.storage.CertificateFolder;
import surety.language.storage.FileReasons;
import surety.solver.BandPoint;
import surety.solver.Result;
import surety.solver.UnsuitableException;

/**
 * Verifies one property or query after the other: by a search that writes a certificate, or by the
 * replay of one. Whatever goes wrong with one of them is its ending; no exception of it reaches the
 * caller, who goes on with the next.
 */
public final class Verifier {
  /** What to do about a certificate that is not good. */
  static final String AGAIN = "; verify again to replace it";

  private static final double NANOSECONDS = 1e9;

  @FunctionalInterface
  private interface Attempt {
    Ending run() throws UnusableNetworkException;
  }

  private final Search search;
  private final InstantSource clock;

  /** With a solver, and a clock that tells when something was established. */
  public Verifier(Search search, InstantSource clock) {
    this.search = search;
    this.clock = clock;
  }

  /**
   * Searches until there is an end, or the caller cancels it. What is cancelled before it began is
   * not begun, so that a crude certificate never takes the place of a good one.
   *
   * @param folder where the certificate goes
   */
  public Ending search(
      Obligation obligation,
      Budget budget,
      Networks networks,
      CertificateFolder folder,
      Caller caller) {
    return search(obligation, budget, networks, folder, caller, found -> true);
  }

  /**
   * The same, but the certificate is written only if what was found is worth it; otherwise there is
   * none in the evidence, and one that is there stays.
   */
  Ending search(
      Obligation obligation,
      Budget budget,
      Networks networks,
      CertificateFolder folder,
      Caller caller,
      Predicate<Evidence> worth) {
    return confined(caller, () -> found(obligation, budget, networks, folder, caller, worth));
  }

  /**
   * Whether the tree of an earlier search about the same statement is kept in a folder that did not
   * come to its end; it may turn out to be damaged.
   */
  public static boolean canResume(Obligation obligation, CertificateFolder folder) {
    return folder
        .part(obligation.name())
        .flatMap(CertificateIndex::statement)
        .filter(obligation.statement().canonical()::equals)
        .isPresent();
  }

  /** Replays a certificate until there is an end, or the caller cancels it. */
  public Ending replay(
      Obligation obligation, Path certificate, int threads, Networks networks, Caller caller) {
    return confined(caller, () -> replayed(obligation, certificate, threads, networks, caller));
  }

  private static Ending confined(Caller caller, Attempt attempt) {
    try {
      return caller.isCancelled() ? new Ending.Stopped() : attempt.run();
    } catch (StoppedException e) {
      return caller.isCancelled() ? new Ending.Stopped() : new Ending.TimeUp();
    } catch (OtherNetworkException e) {
      return new Ending.OtherNetwork(e.getMessage());
    } catch (UnusableNetworkException e) {
      return new Ending.Failed("the network file " + e.getMessage(), Optional.of(e));
    } catch (UnsuitableException e) {
      return new Ending.Failed(e.getMessage(), Optional.of(e));
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return new Ending.Fault(e);
    }
  }

  private Ending found(
      Obligation obligation,
      Budget budget,
      Networks files,
      CertificateFolder folder,
      Caller caller,
      Predicate<Evidence> worth)
      throws UnusableNetworkException {
    Optional<String> unwritable = folder.obstacle();
    if (unwritable.isPresent()) {
      return new Ending.Unwritable(unwritable.get());
    }
    List<Network> networks = files.of(obligation);
    caller.networksRead();
    KeptSearch kept = new KeptSearch(obligation, folder, caller);
    Result result =
        search.run(
            obligation.statement(),
            networks,
            budget.options().withBeginning(kept.beginning()),
            kept,
            caller::isCancelled);
    if (caller.isCancelled() && !caller.isPartWanted()) {
      return new Ending.Stopped();
    }
    List<Path> changed = files.changed(obligation);
    if (!changed.isEmpty()) {
      return new Ending.OtherNetwork(changed(changed.get(0), kept.setAside(result)));
    }
    return caller
        .objection(result, networks)
        .orElseGet(() -> kept(obligation.name(), budget, result, folder, worth, kept));
  }

  private static String changed(Path file, Optional<Path> part) {
    return file
        + " changed while it was checked, so that what was found is not about the file that is there"
        + part.map(
                p -> "; it is kept in " + p + ", to go on from (--resume) if the file comes back")
            .orElse("");
  }

  private Ending kept(
      String name,
      Budget budget,
      Result result,
      CertificateFolder folder,
      Predicate<Evidence> worth,
      KeptSearch kept) {
    Evidence evidence =
        new Evidence(
            result.statement(),
            result.points(),
            result.seconds(),
            result.cells(),
            clock.instant(),
            Optional.of(new SearchEnd(result.reason(), budget.wantedGap())),
            Optional.empty(),
            result.witness(),
            result.impossible(),
            result.heaviest());
    if (!worth.test(evidence)) {
      return new Ending.Established(evidence, Optional.empty());
    }
    Ending.Established ending = written(name, evidence, result.certificate(), folder);
    if (ending.note().isEmpty()) {
      kept.written(result);
    }
    return ending;
  }

  /** An hour of search is not thrown away because its certificate found no room. */
  static Ending.Established written(
      String name, Evidence evidence, byte[] certificate, CertificateFolder folder) {
    try {
      return new Ending.Established(
          evidence.with(folder.write(name, certificate)), Optional.empty());
    } catch (IOException e) {
      return new Ending.Established(
          evidence.with(Optional.empty()),
          Optional.of("the certificate could not be written: " + FileReasons.of(e)));
    }
  }

  private Ending replayed(
      Obligation obligation, Path certificate, int threads, Networks files, Caller caller)
      throws UnusableNetworkException {
    List<NetworkContent> networks = new ArrayList<>();
    for (DataFile file : obligation.networks()) {
      networks.add(files.content(file));
    }
    long start = System.nanoTime();
    ReplayResult result;
    try (InputStream in = open(certificate, caller)) {
      result = Replay.run(obligation.statement(), networks, in, threads, caller::isCancelled);
    } catch (NoSuchFileException e) {
      return new Ending.Failed(
          "there is no certificate " + certificate + "; verify, and there will be one");
    } catch (IOException e) {
      return caller.isCancelled()
          ? new Ending.Stopped()
          : new Ending.Failed(
              "the certificate " + certificate + " cannot be replayed: " + FileReasons.of(e));
    }
    if (caller.isCancelled()) {
      return new Ending.Stopped();
    }
    return result.replay() == ReplayVerdict.VALID
        ? new Ending.Established(evidence(obligation, result, certificate, start), Optional.empty())
        : new Ending.Failed(refused(result, certificate));
  }

  private InputStream open(Path certificate, Caller caller) throws IOException {
    long size = Files.size(certificate);
    return new CancellableStream(
        Files.newInputStream(certificate),
        caller::isCancelled,
        read -> caller.replayed(read, size, clock.instant()));
  }

  private Evidence evidence(
      Obligation obligation, ReplayResult result, Path certificate, long start) {
    return new Evidence(
        obligation.statement(),
        BandPoint.of(obligation.statement().claim(), result),
        (System.nanoTime() - start) / NANOSECONDS,
        result.leaves(),
        clock.instant(),
        Optional.empty(),
        Optional.of(certificate),
        Optional.empty(),
        false,
        List.of());
  }

  private static String refused(ReplayResult result, Path certificate) {
    return "the certificate "
        + certificate
        + (result.replay() == ReplayVerdict.INCOMPLETE ? " is incomplete" : " is not valid")
        + result.reason().map(reason -> ": " + reason.message()).orElse("")
        + AGAIN;
  }
}
