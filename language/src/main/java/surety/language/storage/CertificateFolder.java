package surety.language.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the certificates of a specification are written, and under which names. */
public final class CertificateFolder {
  private static final String ENDING = ".cert";
  private static final String PART = ".part";

  private final Optional<Path> folder;
  private final String specification;

  /** The names of what is written. A property's name has no dots. */
  private final Pattern ours;

  private CertificateFolder(Optional<Path> folder, String specification) {
    this.folder = folder;
    this.specification = specification;
    this.ours =
        Pattern.compile(
            Pattern.quote(specification)
                + "\\.[^.]+"
                + Pattern.quote(ENDING)
                + "("
                + Pattern.quote(PART)
                + ")?");
  }

  /** Nothing is written. */
  public static CertificateFolder none() {
    return new CertificateFolder(Optional.empty(), "");
  }

  /** {@code certificates} beside the specification. */
  public static CertificateFolder beside(Path specification) {
    return of(specification, specification.resolveSibling("certificates"));
  }

  /** The folder that was chosen for the certificates of a specification. */
  public static CertificateFolder of(Path specification, Path folder) {
    String name = specification.getFileName().toString();
    String stem = name.endsWith(".sure") ? name.substring(0, name.length() - 5) : name;
    return new CertificateFolder(Optional.of(folder), stem);
  }

  /** The folder; empty if nothing is written. */
  public Optional<Path> path() {
    return folder;
  }

  /** Where the certificate of a property or query lies; empty if none is written. */
  public Optional<Path> file(String name) {
    return folder.map(path -> path.resolve(specification + "." + name + ENDING));
  }

  /**
   * Where the tree of a search lies that is under way, or was when its process died; empty if
   * nothing is written.
   */
  public Optional<Path> part(String name) {
    return file(name).map(path -> path.resolveSibling(path.getFileName() + PART));
  }

  /**
   * The certificates of the specification that are there, in the order of their names.
   *
   * @throws IOException if the folder cannot be read; not if there is none
   */
  public List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    if (folder.isPresent() && Files.isDirectory(folder.get())) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.get(), this::isOurs)) {
        all.forEach(found::add);
      }
    }
    found.sort(null);
    return found;
  }

  /** A name has no dots, so that those of a specification with a longer name are told apart. */
  private boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    int from = specification.length() + 1;
    int to = name.length() - ENDING.length();
    return name.startsWith(specification + ".")
        && name.endsWith(ENDING)
        && from < to
        && name.indexOf('.', from) == to;
  }

  /**
   * Creates the folder, and removes what dead processes left there, before a search spends time on
   * what could not be kept.
   *
   * @return why no certificate can be written, if so
   */
  public Optional<String> obstacle() {
    try {
      prepare();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "no certificate can be written to "
              + folder.orElseThrow()
              + " ("
              + FileReasons.of(e)
              + ")");
    }
  }

  /**
   * Creates the folder; what processes left there that died while they wrote is removed.
   *
   * @throws IOException if that is not possible
   */
  public void prepare() throws IOException {
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
      if (!Files.isWritable(folder.get())) {
        throw new AccessDeniedException(folder.get().toString());
      }
      TemporaryFile.removeLeftovers(folder.get(), ours);
    }
  }

  /**
   * Writes {@code <specification>.<name>.cert}, replacing an older one only when the new one is
   * complete.
   *
   * @return where it is; empty if none are wanted
   */
  public Optional<Path> write(String name, byte[] certificate) throws IOException {
    Optional<Path> file = file(name);
    if (file.isPresent()) {
      AtomicFile.write(file.get(), certificate);
    }
    return file;
  }
}
