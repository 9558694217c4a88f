package surety.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the certificates of a specification are written, and under which names. */
final class CertificateFolder {
  private final Optional<Path> folder;
  private final String specification;

  private CertificateFolder(Optional<Path> folder, String specification) {
    this.folder = folder;
    this.specification = specification;
  }

  /** Nothing is written. */
  static CertificateFolder none() {
    return new CertificateFolder(Optional.empty(), "");
  }

  /** The chosen folder, or {@code certificates} beside the specification if none was chosen. */
  static CertificateFolder of(Path specification, Path chosen) {
    Path folder = chosen == null ? specification.resolveSibling("certificates") : chosen;
    String name = specification.getFileName().toString();
    String stem = name.endsWith(".sure") ? name.substring(0, name.length() - 5) : name;
    return new CertificateFolder(Optional.of(folder), stem);
  }

  /**
   * Creates the folder, before a search spends time on what could not be kept.
   *
   * @throws Failure if that is not possible
   */
  void prepare() throws Failure {
    if (folder.isPresent()) {
      try {
        Files.createDirectories(folder.get());
      } catch (IOException e) {
        throw unwritable(folder.get(), e);
      }
      if (!Files.isWritable(folder.get())) {
        throw unwritable(folder.get(), new IOException("permission denied"));
      }
    }
  }

  /**
   * Writes {@code <specification>.<name>.cert}, replacing an older one only when the new one is
   * complete.
   *
   * @return where it is; empty if none are wanted
   */
  Optional<Path> write(String name, byte[] certificate) throws IOException {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.get().resolve(specification + "." + name + ".cert");
    AtomicFile.write(file, certificate);
    return Optional.of(file);
  }

  private static Failure unwritable(Path folder, IOException e) {
    return new Failure(
        ExitStatus.USAGE,
        "no certificate can be written to "
            + folder
            + " ("
            + Specifications.reason(e)
            + "); name another folder with --certificates, or give --no-certificates",
        e);
  }
}
