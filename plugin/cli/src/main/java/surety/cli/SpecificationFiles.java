package surety.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import surety.language.storage.FileReasons;
import surety.language.workspace.FolderSearch;

/**
 * The specifications that arguments name: files as they are, and of folders all files that end in
 * {@code .sure}, but in hidden folders, {@code target} and {@code node_modules}, as editors do.
 */
final class SpecificationFiles {
  private SpecificationFiles() {}

  /**
   * In the order of the arguments, within a folder by path; each only once.
   *
   * @throws Failure if a folder has none, or cannot be read
   */
  static List<Path> of(List<Path> arguments) throws Failure {
    Map<Path, Path> found = new LinkedHashMap<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        for (Path file : in(argument)) {
          found.putIfAbsent(file.toAbsolutePath().normalize(), file);
        }
      } else {
        found.putIfAbsent(argument.toAbsolutePath().normalize(), argument);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Path> in(Path folder) throws Failure {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          visitor(folder, found));
    } catch (IOException e) {
      throw new Failure(ExitStatus.BAD_INPUT, folder + ": " + FileReasons.of(e), e);
    }
    if (found.isEmpty()) {
      throw new Failure(ExitStatus.BAD_INPUT, folder + " has no specification (*.sure) in it");
    }
    found.sort(null);
    return found;
  }

  /** What cannot be read is an error: a gate must not pass because it did not see a file. */
  private static SimpleFileVisitor<Path> visitor(Path root, List<Path> found) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(root) && FolderSearch.isPassedOver(folder.getFileName().toString())
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (FolderSearch.isSpecification(file)) {
          found.add(file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
        if (problem instanceof FileSystemLoopException) {
          return FileVisitResult.CONTINUE;
        }
        throw problem;
      }
    };
  }
}
