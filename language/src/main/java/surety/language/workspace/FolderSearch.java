package surety.language.workspace;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Finds specifications in folders. Links are followed, but no folder is looked through twice; what
 * cannot be read is passed over.
 */
public final class FolderSearch extends SimpleFileVisitor<Path> {
  private static final Set<String> PASSED_OVER = Set.of("target", "node_modules");

  private final WorkspaceLimits limits;
  private final BooleanSupplier stopped;
  private final Set<Path> found = new LinkedHashSet<>();
  private final Set<Path> lookedThrough = new HashSet<>();
  private Path root;
  private int entries;
  private boolean overflowed;

  /**
   * @param stopped whether nobody wants to know any more
   */
  FolderSearch(WorkspaceLimits limits, BooleanSupplier stopped) {
    this.limits = limits;
    this.stopped = stopped;
  }

  /** Whether a file is a specification, by its name. */
  public static boolean isSpecification(Path file) {
    return file.getFileName() != null && file.getFileName().toString().endsWith(".sure");
  }

  /** Whether a path below one of the folders is looked at. */
  static boolean isVisible(Path path, Collection<Path> folders, WorkspaceLimits limits) {
    return folders.stream()
        .filter(path::startsWith)
        .map(folder -> folder.relativize(path))
        .anyMatch(way -> way.getNameCount() <= limits.depth() && isPassable(way.getParent()));
  }

  private static boolean isPassable(Path way) {
    if (way != null) {
      for (Path name : way) {
        if (isPassedOver(name.toString())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a folder of this name is not looked through. */
  public static boolean isPassedOver(String folder) {
    return folder.startsWith(".") || PASSED_OVER.contains(folder);
  }

  /** Looks through one more folder. */
  void look(Path folder) {
    root = folder;
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), limits.depth(), this);
    } catch (IOException e) {
      // It was deleted in between; what was found so far may be there.
    }
  }

  /** What was found in all folders. */
  Set<Path> found() {
    return found;
  }

  /** Whether there was more than the limits allow. */
  boolean overflowed() {
    return overflowed;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (!folder.equals(root) && isPassedOver(folder.getFileName().toString())) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    return lookedThrough.add(folder.toRealPath()) ? more() : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    boolean wanted =
        isSpecification(file) && attributes.isRegularFile() && attributes.size() <= limits.bytes();
    if (wanted && found.size() == limits.specifications() && !found.contains(file)) {
      overflowed = true;
      return FileVisitResult.TERMINATE;
    }
    if (wanted) {
      found.add(file);
    }
    return more();
  }

  private FileVisitResult more() {
    entries++;
    overflowed |= entries > limits.entries();
    return overflowed || stopped.getAsBoolean()
        ? FileVisitResult.TERMINATE
        : FileVisitResult.CONTINUE;
  }

  /** A cycle of links, a link to nothing, or what may not be read. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) {
    return more();
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
    return FileVisitResult.CONTINUE;
  }
}
