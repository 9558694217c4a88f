package surety.language.ide.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** From an editor's address of a document to its file, and back. */
public final class DocumentUri {
  private DocumentUri() {}

  /** The file; none if the document was never saved, or is not on this computer. */
  public static Optional<Path> file(String uri) {
    try {
      URI address = URI.create(encoded(uri));
      return "file".equalsIgnoreCase(address.getScheme())
          ? Optional.of(Path.of(address))
          : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Some editors leave letters beyond ASCII as they are. */
  private static String encoded(String uri) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : uri.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(unit >= 0 ? "" + (char) unit : "%%%02X".formatted(unit));
    }
    return encoded.toString();
  }

  /** The address of a file. */
  public static String of(Path file) {
    return file.toAbsolutePath().normalize().toUri().toString();
  }
}
