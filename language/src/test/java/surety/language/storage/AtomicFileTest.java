package surety.language.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] OLD = {1, 2, 3};
  private static final byte[] NEW = new byte[100_000];

  @TempDir private Path folder;

  @Test
  void writesAndReplaces() throws IOException {
    Path file = folder.resolve("a file.cert");
    AtomicFile.write(file, OLD);
    assertArrayEquals(OLD, Files.readAllBytes(file));
    AtomicFile.write(file, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(List.of("a file.cert"), names());
  }

  @Test
  void contentThatFailsLeavesTheOldFile() throws IOException {
    Path file = Files.write(folder.resolve("f"), OLD);
    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(NEW);
                  throw new IOException("no more of it");
                }));
    assertArrayEquals(OLD, Files.readAllBytes(file));
    assertEquals(List.of("f"), names());
  }

  @Test
  void keepsPermissions() throws IOException {
    Path file = Files.write(folder.resolve("f"), OLD);
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(file, mode);
    AtomicFile.write(file, NEW);
    assertEquals(mode, Files.getPosixFilePermissions(file));
  }

  @Test
  void followsALink() throws IOException {
    Path file = Files.write(folder.resolve("real"), OLD);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    AtomicFile.write(link, NEW);
    assertTrue(Files.isSymbolicLink(link));
    assertArrayEquals(NEW, Files.readAllBytes(file));
  }

  @Test
  void leavesNothingBehindWhereTheTargetIsAFolder() throws IOException {
    Path target = Files.createDirectory(folder.resolve("taken"));
    Files.write(target.resolve("inside"), OLD);
    assertThrows(IOException.class, () -> AtomicFile.write(target, NEW));
    assertEquals(List.of("taken"), names());
    assertArrayEquals(OLD, Files.readAllBytes(target.resolve("inside")));
  }

  @Test
  void needsItsFolder() throws IOException {
    Path target = folder.resolve("missing").resolve("f");
    assertThrows(IOException.class, () -> AtomicFile.write(target, NEW));
    assertEquals(List.of(), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
