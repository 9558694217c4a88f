package surety.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
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

  /**
   * That a result does not replace what it was made from.
   *
   * @param file null if none was named
   */
  static void requireNoInput(Path file, Collection<Path> inputs) throws Failure {
    if (file == null || !Files.exists(file)) {
      return;
    }
    for (Path input : inputs) {
      try {
        if (Files.isSameFile(file, input)) {
          throw new Failure(
              ExitStatus.USAGE,
              file + " is one of the files that go into it; name another with --output");
        }
      } catch (IOException e) {
        throw new Failure(ExitStatus.USAGE, input + ": " + FileReasons.of(e), e);
      }
    }
  }

  /**
   * Prints to a file, which is written only once all of it is there, or to standard output.
   *
   * @param file null if none was named
   */
  static void print(Path file, PrintWriter standard, Consumer<PrintWriter> content) throws Failure {
    if (file == null) {
      content.accept(standard);
      return;
    }
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    content.accept(writer);
    writer.flush();
    write(file, text.toString());
  }

  static void write(Path file, byte[] content) throws Failure {
    write(file, (AtomicFile.Content) out -> out.write(content));
  }

  static void write(Path file, AtomicFile.Content content) throws Failure {
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
