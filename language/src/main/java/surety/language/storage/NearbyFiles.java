package surety.language.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import surety.language.problems.Names;

/** Files that are there, for names of files that are not. */
public final class NearbyFiles {
  /** More are not looked at, which bounds the time. */
  private static final int MOST_FILES = 1000;

  private NearbyFiles() {}

  /**
   * What was probably meant: in the folder that is written, the nearest name, or the only file of
   * the right kind. Nothing if the file is there.
   *
   * @param around the folder that the name is relative to
   * @param written the name, which may lead into other folders
   * @param suffixes of the right kind, such as {@code .onnx}
   */
  public static Optional<String> meant(Path around, String written, List<String> suffixes) {
    try {
      Path file = around.resolve(written);
      if (Files.isRegularFile(file)) {
        return Optional.empty();
      }
      boolean isFolder = !written.isEmpty() && Files.isDirectory(file);
      int behindFolder = written.lastIndexOf('/') + 1;
      String prefix =
          isFolder
              ? written + (written.endsWith("/") ? "" : "/")
              : written.substring(0, behindFolder);
      List<String> names = names(around.resolve(prefix), suffixes);
      Optional<String> only = names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
      return only.or(() -> Names.nearest(written.substring(behindFolder), names))
          .map(name -> prefix + name);
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  /** The end of a message on a file that is not there. */
  public static String wayOut(Path around, String written, List<String> suffixes) {
    return meant(around, written, suffixes)
        .map(name -> "; did you mean '" + name + "'?")
        .orElse("; its path is relative to the folder of the specification");
  }

  private static List<String> names(Path folder, List<String> suffixes) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .limit(MOST_FILES)
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> suffixes.stream().anyMatch(name::endsWith) && canBeWritten(name))
          .sorted()
          .toList();
    }
  }

  private static boolean canBeWritten(String name) {
    return name.chars().noneMatch(c -> c == '"' || Character.isISOControl(c));
  }
}
