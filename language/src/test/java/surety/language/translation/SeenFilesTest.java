package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenFilesTest {
  @TempDir private Path folder;
  private final SeenFiles<String> seen = new SeenFiles<>(2);
  private int readings;

  private Path write(String name, String text, long time) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(time));
  }

  private String get(Path file) throws IOException {
    return seen.get(
        file,
        f -> {
          readings++;
          return Files.readString(f);
        });
  }

  @Test
  void aFileIsReadOnce() throws IOException {
    Path file = write("a", "one", 1000);
    assertEquals("one", get(file));
    assertEquals("one", get(file));
    assertEquals(1, readings);
  }

  @Test
  void aFileThatChangedIsReadAgain() throws IOException {
    Path file = write("a", "one", 1000);
    get(file);
    write("a", "two", 2000);
    assertEquals("two", get(file));
    write("a", "longer", 2000);
    assertEquals("longer", get(file));
    Files.delete(file);
    assertThrows(IOException.class, () -> get(file));
  }

  /** A file in its place has another key, if the system has keys. */
  @Test
  void aFileThatChangesWhileItIsReadIsNotKept() throws IOException {
    Path file = write("a", "one", 1000);
    seen.get(file, f -> Files.readString(write("a", "more", 3000)));
    assertEquals("more", get(file));
    assertEquals(1, readings);
  }

  @Test
  void whatFailsIsNotKept() throws IOException {
    Path file = write("a", "one", 1000);
    assertThrows(
        IOException.class,
        () ->
            seen.get(
                file,
                f -> {
                  throw new IOException("no");
                }));
    assertEquals("one", get(file));
  }

  @Test
  void onlyTheLastOnesAreKept() throws IOException {
    Path a = write("a", "a", 1000);
    Path b = write("b", "b", 1000);
    get(a);
    get(b);
    get(a);
    get(write("c", "c", 1000));
    assertEquals(3, readings);
    get(a);
    assertEquals(3, readings);
    get(b);
    assertEquals(4, readings);
  }

  /** What was read from two files is read again if either changed. */
  @Test
  void otherFilesCountAsWell() throws IOException {
    Path file = write("a", "b", 1000);
    Path other = write("b", "one", 1000);
    SeenFiles<String> both = new SeenFiles<>(2, text -> List.of(other));
    SeenFiles.Reading<String> reading =
        f -> {
          readings++;
          return Files.readString(folder.resolve(Files.readString(f)));
        };
    assertEquals("one", both.get(file, reading));
    assertEquals("one", both.get(file, reading));
    assertEquals(1, readings);
    write("b", "two", 2000);
    assertEquals("two", both.get(file, reading));
    assertEquals(2, readings);
    Files.delete(other);
    assertThrows(IOException.class, () -> both.get(file, reading));
  }

  /** It may have changed while it was read, and nobody saw how it looked before. */
  @Test
  void anotherFileThatIsYoungIsReadAgain() throws IOException {
    Path file = write("a", "b", 1000);
    Path other = Files.writeString(folder.resolve("b"), "one");
    SeenFiles<String> both = new SeenFiles<>(2, text -> List.of(other));
    both.get(file, f -> "old");
    assertEquals("new", both.get(file, f -> "new"));
  }
}
