package surety.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import surety.language.storage.AtomicFile;
import surety.language.storage.FileReasons;

/** Files that the user names for results. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Noticed before a search, whose work it would waste.
   *
   * @param file null if none was named
   */
  static void requireWritable(Path file) throws Failure {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new Failure(
          ExitStatus.USAGE, file + " cannot be written: it is a folder, or its folder is missing");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new Failure(ExitStatus.USAGE, file + " cannot be written: permission denied");
    }
  }

  /**
   * The same, and that nothing is replaced without being told to.
   *
   * @param file null if none was named
   */
  static void requireNew(Path file, boolean force) throws Failure {
    requireWritable(file);
    if (file != null && Files.exists(file) && !force) {
      throw new Failure(ExitStatus.USAGE, file + " is there already; name another, or say --force");
    }
  }

  static void write(Path file, byte[] content) throws Failure {
    try {
      AtomicFile.write(file, content);
    } catch (IOException e) {
      throw new Failure(ExitStatus.USAGE, file + " cannot be written: " + FileReasons.of(e), e);
    }
  }

  static void write(Path file, String text) throws Failure {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
