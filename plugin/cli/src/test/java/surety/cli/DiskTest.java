package surety.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, folders that cannot be written to, and two runs at once. */
@DisabledOnOs(OS.WINDOWS)
class DiskTest {
  @TempDir private Path folder;
  private Path file;
  private Path certificates;

  @BeforeEach
  void write() throws IOException {
    Files.write(
        folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}, {1}, {1}}, "Tanh"));
    certificates = folder.resolve("certificates");
    file =
        Files.writeString(
            folder.resolve("s.sure"),
            """
            semantics real;
            network Net = "net.onnx";
            distribution D for Net {
              x[0] ~ Uniform(0, 1);
              x[1] ~ Uniform(0, 1);
              x[2] ~ Uniform(-1, 1);
            }
            query a: P(y[0] > 0.8) = ? under D;
            query b: P(y[0] > 0.7) = ? under D;
            """);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(certificates)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private String[] check(String... options) {
    return Stream.concat(Stream.of("check", file.toString()), Stream.of(options))
        .toArray(String[]::new);
  }

  private void assertValid(String name) {
    CommandRun run =
        CommandRun.of(
            "replay", "--specification", file, "--certificate", certificates.resolve(name));
    assertTrue(run.firstLine().startsWith("VALID"), run.out() + run.err());
  }

  /** Results are reported, each with what is wrong with its certificate, and old ones stay. */
  private void assertLost(Processes.Ended ended, String why, byte[] old) throws IOException {
    assertEquals(2, ended.status(), ended.out());
    assertTrue(ended.out().contains("ANSWERED   a"), ended.out());
    assertTrue(ended.out().contains("ANSWERED   b"), ended.out());
    for (String name : List.of("a", "b")) {
      String message = "surety: '" + name + "': the certificate could not be written: " + why;
      assertTrue(ended.out().contains(message), ended.out());
    }
    assertEquals(List.of("s.a.cert"), names());
    assertArrayEquals(old, Files.readAllBytes(certificates.resolve("s.a.cert")));
  }

  private byte[] old() throws IOException {
    CommandRun.of("check", file, "--property", "a", "--gap", "0.5");
    return Files.readAllBytes(certificates.resolve("s.a.cert"));
  }

  /** No file may be longer than four kilobytes, as if there were no room for more. */
  @Test
  void aFullDiskLosesNothing() throws IOException, InterruptedException {
    byte[] old = old();
    Processes.Ended ended =
        Processes.behind("ulimit -f 4", Main.class, check("--gap", "1e-5", "--timeout", "60s"));
    assertLost(ended, "File too large", old);
  }

  /** A disk of its own, where the test may have one. */
  @Test
  void aReallyFullDiskLosesNothing() throws IOException, InterruptedException {
    Files.createDirectories(certificates);
    assumeTrue(isMounted("-t", "tmpfs", "-o", "size=12k", "tmpfs", certificates.toString()));
    try {
      byte[] old = old();
      Processes.Ended ended =
          Processes.behind("true", Main.class, check("--gap", "1e-5", "--timeout", "60s"));
      assertLost(ended, "No space left on device", old);
    } finally {
      run("umount", certificates.toString());
    }
  }

  /** Also root, who may write anywhere else. */
  @Test
  void aReadOnlyFolderIsNoticedBeforeTheSearch() throws IOException, InterruptedException {
    byte[] old = old();
    assumeTrue(isMounted("--bind", certificates.toString(), certificates.toString()));
    try {
      assumeTrue(isMounted("-o", "remount,ro,bind", certificates.toString()));
      CommandRun run = CommandRun.of("check", file, "--timeout", "600s", "--gap", "1e-9");
      assertEquals(2, run.status(), run.err());
      assertTrue(run.err().contains("no certificate can be written to " + certificates), run.err());
      assertTrue(run.err().contains("--no-certificates"), run.err());
      assertArrayEquals(old, Files.readAllBytes(certificates.resolve("s.a.cert")));
    } finally {
      run("umount", certificates.toString());
    }
  }

  /** Whoever of them is last, it is a whole certificate, and nobody loses anything. */
  @Test
  void twoRunsAtOnceBothComeToTheirEnd() throws IOException, InterruptedException {
    Process one = Processes.start(KilledProcess.class, check("--gap", "1e-2"));
    Process two = Processes.start(Main.class, check("--gap", "2e-2", "--resume"));
    Processes.Ended first = Processes.ended(one);
    Processes.Ended second = Processes.ended(two);
    assertEquals(0, first.status(), first.out());
    assertEquals(0, second.status(), second.out());
    assertEquals(List.of("s.a.cert", "s.b.cert"), names());
    assertValid("s.a.cert");
    assertValid("s.b.cert");
  }

  @Test
  void aFileInTheFoldersPlaceIsNoticedBeforeTheSearch() throws IOException {
    Files.write(certificates, new byte[] {7});
    CommandRun run = CommandRun.of("check", file, "--timeout", "600s", "--gap", "1e-9", "--resume");
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("a file is in its place"), run.err());
    assertFalse(Files.isDirectory(certificates));
  }

  private static boolean isMounted(String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("mount"), Stream.of(arguments)).toList();
    return run(command.toArray(String[]::new)) == 0;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return Processes.ended(new ProcessBuilder(command).redirectErrorStream(true).start())
          .status();
    } catch (IOException e) {
      return 127; // there is no such command
    }
  }
}
