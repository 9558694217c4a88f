package surety.language.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Files that are there as a whole or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /** What goes into a file, where it is too much for the memory. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it.
     *
     * @param out not to be closed
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes bytes; see {@link #write(Path, Content)}. */
  public static void write(Path target, byte[] content) throws IOException {
    write(target, out -> out.write(content));
  }

  /**
   * Writes the content to a temporary name in the same folder, forces it to the disk, and moves it
   * over the target. Whoever looks sees the old content or the new, never a part; on failure the
   * old one stays and the temporary file goes. A symbolic link keeps pointing where it did, and an
   * existing file keeps its permissions.
   *
   * @throws IOException if the folder or the file cannot be written
   */
  public static void write(Path target, Content content) throws IOException {
    Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    try (TemporaryFile temporary = TemporaryFile.beside(file)) {
      temporary.write(content);
      keepPermissions(file, temporary.path());
      Files.move(
          temporary.path(),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }
}
