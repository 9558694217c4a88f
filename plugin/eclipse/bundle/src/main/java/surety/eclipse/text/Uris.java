package surety.eclipse.text;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/** Addresses of files: one way to write each, whoever wrote it. */
public final class Uris {
  private Uris() {}

  /** An address as it is a key here and goes to the server: {@code file:///folder/name}. */
  public static String of(URI uri) {
    return of(uri.toString());
  }

  /** The same for an address as the server wrote it; what names no file is left as it is. */
  public static String of(String uri) {
    Path path = path(uri);
    return path == null ? uri : path.toUri().toString();
  }

  /** The file of an address; null if it names none. */
  public static Path path(String uri) {
    try {
      URI address = URI.create(uri);
      return "file".equals(address.getScheme()) ? Path.of(address) : null;
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }

  /** The last part of an address, for people. */
  public static String name(String uri) {
    Path path = path(uri);
    return path == null || path.getFileName() == null ? uri : path.getFileName().toString();
  }
}
