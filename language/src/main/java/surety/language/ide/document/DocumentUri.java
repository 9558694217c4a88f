package surety.language.ide.document;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** From an editor's address of a document to its file, and back. */
public final class DocumentUri {
  private DocumentUri() {}

  /** The file; none if the document was never saved, or is not on this computer. */
  public static Optional<Path> file(String uri) {
    try {
      URI address = URI.create(uri);
      return "file".equals(address.getScheme()) ? Optional.of(Path.of(address)) : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The address of a file. */
  public static String of(Path file) {
    return file.toAbsolutePath().normalize().toUri().toString();
  }
}
