package surety.language.storage;

import java.nio.file.Path;

/** Paths as a specification has them, between quotation marks. */
public final class WrittenPath {
  private WrittenPath() {}

  /**
   * The path of a file relative to the folder of a specification, if there is a way; with slashes
   * on every system.
   */
  public static String of(Path specification, Path file) {
    Path from = specification.toAbsolutePath().normalize().getParent();
    Path to = file.toAbsolutePath().normalize();
    boolean related = from != null && from.getRoot().equals(to.getRoot());
    Path path = related ? from.relativize(to) : to;
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Whether a text can stand between quotation marks. */
  public static boolean isQuotable(String text) {
    return text.chars().noneMatch(c -> c == '"' || c == '\n' || c == '\r' || c == 0);
  }
}
