package surety.language.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import surety.certificates.rejection.RejectedException;
import surety.language.Obligation;
import surety.language.storage.AtomicFile;
import surety.language.storage.CertificateFolder;
import surety.language.storage.FileReasons;
import surety.language.storage.Memory;
import surety.solver.Beginning;
import surety.solver.Progress;
import surety.solver.ProgressListener;
import surety.solver.Result;
import surety.solver.StopReason;

/**
 * One search with what is kept of it while it runs, its part: a certificate of the tree so far,
 * whose bounds say nothing, beside where its certificate will be.
 *
 * <p>A part goes when there is a certificate that makes it useless: of a search that came to its
 * end, or with as large a tree. A larger part of an earlier search about the same statement is not
 * replaced by a smaller one.
 */
final class KeptSearch implements ProgressListener {
  private final Obligation obligation;
  private final CertificateFolder folder;
  private final Caller caller;
  private boolean isFailed;

  KeptSearch(Obligation obligation, CertificateFolder folder, Caller caller) {
    this.obligation = obligation;
    this.folder = folder;
    this.caller = caller;
  }

  /**
   * What the search goes on from, if the caller wants that and it is there: the part, or else the
   * certificate. The caller is told which it is, or what is wrong with it.
   */
  Optional<Beginning> beginning() {
    if (!caller.isResuming()) {
      return Optional.empty();
    }
    for (Path file : files()) {
      try {
        Beginning beginning = read(file);
        caller.note("going on from " + file);
        return Optional.of(beginning);
      } catch (IOException e) {
        caller.note("cannot go on from " + file + ": " + FileReasons.of(e));
      } catch (RejectedException e) {
        caller.note("cannot go on from " + file + ": " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  private List<Path> files() {
    return Stream.of(folder.part(obligation.name()), folder.file(obligation.name()))
        .flatMap(Optional::stream)
        .filter(Files::exists)
        .toList();
  }

  private Beginning read(Path file) throws IOException, RejectedException {
    if (Files.size(file) > Memory.mostBytesOfFile()) {
      throw new IOException("it is too large to be held in memory; " + Memory.wayOut());
    }
    return Beginning.of(obligation.statement(), Files.readAllBytes(file));
  }

  @Override
  public void progressed(Progress progress) {
    caller.progressed(progress);
  }

  @Override
  public void beginsAnew(String reason) {
    caller.note("the search begins anew, for it cannot go on from that: " + reason);
  }

  @Override
  public boolean isKeeping() {
    return caller.isKeeping() && !isFailed && folder.path().isPresent();
  }

  /** A larger one stays; what cannot be written is told once. */
  @Override
  public void keep(byte[] certificate) {
    folder
        .part(obligation.name())
        .filter(part -> certificate.length > size(part))
        .ifPresent(part -> write(part, certificate));
  }

  /** Of a whole part about the same statement; 0 if there is none. */
  private long size(Path part) {
    try {
      read(part);
      return Files.size(part);
    } catch (IOException | RejectedException e) {
      return 0;
    }
  }

  private boolean write(Path part, byte[] certificate) {
    try {
      AtomicFile.write(part, certificate);
      return true;
    } catch (IOException e) {
      isFailed = true;
      caller.note("the search so far cannot be kept: " + FileReasons.of(e));
      return false;
    }
  }

  /**
   * Keeps a result that is not to be shown as a part, whatever is there.
   *
   * @return where; empty if that was not possible
   */
  Optional<Path> setAside(Result result) {
    return folder
        .part(obligation.name())
        .filter(part -> isKeeping() && write(part, result.certificate()));
  }

  /** The certificate of this result was written: the part goes that it makes useless. */
  void written(Result result) {
    boolean isFinished =
        result.reason() == StopReason.SETTLED || result.reason() == StopReason.GAP_REACHED;
    Optional<Path> part = folder.part(obligation.name()).filter(Files::exists);
    try {
      if (part.isPresent() && (isFinished || size(part.get()) <= result.certificate().length)) {
        Files.deleteIfExists(part.get());
      }
    } catch (IOException e) {
      caller.note(part.get() + " cannot be removed: " + FileReasons.of(e));
    }
  }
}
