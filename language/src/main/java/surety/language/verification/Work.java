package surety.language.verification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.language.DataFile;
import surety.language.Obligation;
import surety.language.display.SearchEnd;
import surety.language.storage.CertificateFolder;
import surety.language.storage.FileReasons;
import surety.language.translation.NetworkFile;
import surety.solver.BandPoint;
import surety.solver.Result;
import surety.solver.UnsuitableException;

/** Does what jobs ask for, as {@code surety check} and {@code surety replay} would. */
final class Work {
  private static final double NANOSECONDS = 1e9;

  private final Search search;
  private final InstantSource clock;

  Work(Search search, InstantSource clock) {
    this.search = search;
    this.clock = clock;
  }

  /** Searches or replays until there is an end, or the job is cancelled. */
  Ending run(Job job) {
    try {
      return job.isCancelled() ? new Ending.Stopped() : unlessStopped(job);
    } catch (StoppedException e) {
      return job.isCancelled()
          ? new Ending.Stopped()
          : new Ending.Failed(
              "nothing could be certified within the time limit; verify with a longer timeout");
    }
  }

  private static Stop stop(Job job) {
    return job::isCancelled;
  }

  private Ending unlessStopped(Job job) {
    Obligation obligation = job.obligation();
    List<byte[]> networks = new ArrayList<>();
    for (DataFile made : obligation.files().subList(0, obligation.networkFiles().size())) {
      byte[] network;
      try (InputStream in = opened(made.file())) {
        network = new CancellableStream(in, job::isCancelled, read -> {}).readAllBytes();
      } catch (IOException e) {
        return job.isCancelled() ? new Ending.Stopped() : unreadable(made.file(), e);
      }
      if (!Sha256.of(network, stop(job)).equals(made.digest())) {
        return new Ending.OtherNetwork();
      }
      networks.add(network);
    }
    return job.certificate().isPresent()
        ? replay(job, networks, job.certificate().get())
        : search(job, networks);
  }

  private static InputStream opened(Path network) throws IOException {
    NetworkFile.requireRoom(network);
    return Files.newInputStream(network);
  }

  private Ending search(Job job, List<byte[]> networkFiles) {
    CertificateFolder folder = CertificateFolder.beside(job.file());
    try {
      folder.prepare();
    } catch (IOException e) {
      return new Ending.Unwritable(
          "no certificate can be written to "
              + folder.path().orElseThrow()
              + " ("
              + FileReasons.of(e)
              + "), so nothing was searched; make the folder writable and verify again");
    }
    List<Network> networks = new ArrayList<>();
    for (int k = 0; k < networkFiles.size(); k++) {
      try {
        networks.add(OnnxReader.read(networkFiles.get(k), stop(job)));
      } catch (IOException e) {
        return unreadable(job.obligation().networkFiles().get(k), e);
      }
    }
    job.prepares();
    Result result;
    try {
      result =
          search.run(
              job.obligation().statement(),
              networks,
              job.settings().options(job.obligation()),
              job,
              job::isCancelled);
    } catch (UnsuitableException e) {
      return new Ending.Failed(e.getMessage());
    }
    return job.isCancelled() ? new Ending.Stopped() : keep(job, result, folder);
  }

  /** An hour of search is not thrown away because its certificate found no room. */
  private Ending keep(Job job, Result result, CertificateFolder folder) {
    Optional<Path> certificate = Optional.empty();
    Optional<String> note = Optional.empty();
    try {
      certificate = folder.write(job.obligation().name(), result.certificate());
    } catch (IOException e) {
      note = Optional.of("the certificate could not be written: " + FileReasons.of(e));
    }
    return new Ending.Established(
        new Evidence(
            result.statement(),
            result.points(),
            result.seconds(),
            result.cells(),
            clock.instant(),
            Optional.of(new SearchEnd(result.reason(), job.settings().wantedGap(job.obligation()))),
            certificate,
            result.witness(),
            result.impossible(),
            result.heaviest()),
        note);
  }

  private Ending replay(Job job, List<byte[]> networks, Path certificate) {
    Instant start = clock.instant();
    ReplayResult result;
    try (InputStream in = open(job, certificate)) {
      result =
          Replay.run(
              job.obligation().statement(), networks, in, job.settings().threads(), stop(job));
    } catch (NoSuchFileException e) {
      return new Ending.Failed(
          "there is no certificate " + certificate + "; verify, and there will be one");
    } catch (IOException e) {
      return job.isCancelled()
          ? new Ending.Stopped()
          : new Ending.Failed(
              "the certificate " + certificate + " cannot be replayed: " + FileReasons.of(e));
    }
    if (job.isCancelled()) {
      return new Ending.Stopped();
    }
    return result.replay() == ReplayVerdict.VALID
        ? replayed(job, result, certificate, start)
        : new Ending.Failed(refused(result, certificate));
  }

  private InputStream open(Job job, Path certificate) throws IOException {
    long size = Files.size(certificate);
    return new CancellableStream(
        Files.newInputStream(certificate),
        job::isCancelled,
        read -> job.replayed(read, size, clock.instant()));
  }

  private Ending replayed(Job job, ReplayResult result, Path certificate, Instant start) {
    List<BandPoint> points = BandPoint.of(job.obligation().statement().claim(), result);
    Instant end = clock.instant();
    return new Ending.Established(
        new Evidence(
            job.obligation().statement(),
            points,
            Math.max(0, Duration.between(start, end).toNanos() / NANOSECONDS),
            result.leaves(),
            end,
            Optional.empty(),
            Optional.of(certificate),
            Optional.empty(),
            false,
            List.of()),
        Optional.empty());
  }

  private static String refused(ReplayResult result, Path certificate) {
    return "the certificate "
        + certificate
        + (result.replay() == ReplayVerdict.INCOMPLETE ? " is incomplete" : " is not valid")
        + result.reason().map(reason -> ": " + reason.message()).orElse("")
        + "; verify again to replace it";
  }

  private static Ending unreadable(Path network, IOException e) {
    return new Ending.Failed("the network file " + network + ": " + FileReasons.of(e));
  }
}
