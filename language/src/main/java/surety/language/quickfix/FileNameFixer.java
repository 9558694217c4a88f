package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;

/**
 * Writes the name of a file that is there: in the folder that is written, the nearest name, or the
 * only file of the right kind.
 */
final class FileNameFixer implements Fixer {
  /** More are not looked at, which bounds the time. */
  private static final int MOST_FILES = 1000;

  @Override
  public List<QuickFix> fixes(Place place) {
    String marked = place.marked();
    boolean isText = marked.length() >= 2 && marked.startsWith("\"") && marked.endsWith("\"");
    Path around = place.specification().file().toAbsolutePath().getParent();
    if (!isText || around == null) {
      return List.of();
    }
    String written = marked.substring(1, marked.length() - 1);
    String extension = place.code().equals(IssueCodes.HISTOGRAM_FILE) ? ".csv" : ".onnx";
    return found(around, written, extension)
        .map(file -> "\"" + file + "\"")
        .map(text -> List.of(new QuickFix("Write " + text, place.replaceMarked(text))))
        .orElse(List.of());
  }

  private static Optional<String> found(Path around, String written, String extension) {
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
      List<String> names = names(around.resolve(prefix), extension);
      Optional<String> only = names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
      return only.or(() -> Names.nearest(written.substring(behindFolder), names))
          .map(name -> prefix + name);
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> names(Path folder, String extension) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .limit(MOST_FILES)
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(extension) && canBeWritten(name))
          .sorted()
          .toList();
    }
  }

  private static boolean canBeWritten(String name) {
    return name.chars().noneMatch(c -> c == '"' || Character.isISOControl(c));
  }
}
