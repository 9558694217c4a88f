package surety.language.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {
  private static final Pattern NAMES = Pattern.compile("s\\.[^.]+\\.cert");

  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void leave(String... names) throws IOException {
    for (String name : names) {
      Files.write(folder.resolve(name), new byte[] {1});
    }
  }

  @Test
  void removesWhatDeadProcessesLeftAndNothingElse() throws IOException {
    leave(".s.a.cert.1-1.tmp", ".s.b.cert.4711-20.tmp");
    String[] others = {
      ".s.a.cert.1-1.tmp.bak",
      ".s.a.cert.11.tmp",
      ".s.a.cert.x-1.tmp",
      ".s.a.cert.tmp",
      ".s.a.b.cert.1-1.tmp",
      ".t.a.cert.1-1.tmp",
      "s.a.cert",
      "s.a.cert.1-1.tmp"
    };
    leave(others);
    TemporaryFile.removeLeftovers(folder, NAMES);
    assertEquals(Stream.of(others).sorted().toList(), names());
  }

  @Test
  void aFolderIsNoLeftover() throws IOException {
    Files.createDirectory(folder.resolve(".s.a.cert.1-1.tmp"));
    TemporaryFile.removeLeftovers(folder, NAMES);
    assertEquals(1, names().size());
  }

  @Test
  void aMissingFolderHasNone() {
    TemporaryFile.removeLeftovers(folder.resolve("missing"), NAMES);
    assertFalse(Files.exists(folder.resolve("missing")));
  }

  /** By whatever way the folder is looked at. */
  @Test
  void whatThisProcessWritesStays() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    try (TemporaryFile file = TemporaryFile.beside(folder.resolve("s.a.cert"))) {
      TemporaryFile.removeLeftovers(folder, NAMES);
      TemporaryFile.removeLeftovers(link, NAMES);
      assertTrue(Files.exists(file.path()));
      file.write(out -> out.write(new byte[100]));
      assertEquals(100, Files.size(file.path()));
    }
    assertEquals(List.of("link"), names());
  }

  @Test
  void aNameThatIsTakenIsPassedOver() throws IOException {
    Path first;
    try (TemporaryFile file = TemporaryFile.beside(folder.resolve("s.a.cert"))) {
      first = file.path();
    }
    String name = first.getFileName().toString();
    int from = name.lastIndexOf('-') + 1;
    int number = Integer.parseInt(name.substring(from, name.length() - ".tmp".length()));
    leave(name.substring(0, from) + (number + 1) + ".tmp");
    try (TemporaryFile file = TemporaryFile.beside(folder.resolve("s.a.cert"))) {
      assertEquals(2, names().size());
      assertTrue(Files.exists(file.path()));
    }
  }

  @Test
  void needsItsFolder() {
    assertThrows(
        NoSuchFileException.class,
        () -> TemporaryFile.beside(folder.resolve("missing").resolve("s.a.cert")));
  }

  /** A process that lives keeps its file; one that was killed does not. */
  @Test
  void whatAnotherProcessWritesStaysUntilItDies() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                TemporaryFileTest.class.getName(),
                folder.resolve("s.a.cert").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader()) {
      Path written = Path.of(out.readLine());
      TemporaryFile.removeLeftovers(folder, NAMES);
      assertTrue(Files.exists(written));
      process.destroyForcibly().waitFor();
      assertTrue(Files.exists(written), "it was killed, and could not tidy up");
      TemporaryFile.removeLeftovers(folder, NAMES);
      assertEquals(List.of(), names());
    } finally {
      process.destroyForcibly();
    }
  }

  /** Writes until it is killed. */
  @SuppressWarnings("InfiniteLoop")
  public static void main(String[] arguments) throws IOException {
    try (TemporaryFile file = TemporaryFile.beside(Path.of(arguments[0]))) {
      System.out.println(file.path());
      System.out.flush();
      while (true) {
        file.write(out -> out.write(new byte[1000]));
        LockSupport.parkNanos(10_000_000);
      }
    }
  }
}
