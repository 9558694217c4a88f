package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
  @TempDir private Path folder;
  private final ManualAlarm alarm = new ManualAlarm();
  private final List<Set<Path>> told = new ArrayList<>();
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("a"), "1");
  }

  private void pass() {
    alarm.pass(1000);
  }

  @Test
  void whatWasNeverSeenBeforeIsNoChange() {
    FileWatch.begin(() -> Set.of(file), told::add, alarm);
    pass();
    pass();
    assertEquals(List.of(), told);
  }

  @Test
  void aChangeIsToldOfOnce() throws IOException {
    FileWatch.begin(() -> Set.of(file), told::add, alarm);
    pass();
    Files.writeString(file, "12");
    pass();
    pass();
    assertEquals(List.of(Set.of(file)), told);
  }

  @Test
  void thatAFileIsGoneIsAChangeAndThatItIsBackToo() throws IOException {
    FileWatch.begin(() -> Set.of(file), told::add, alarm);
    pass();
    Files.delete(file);
    pass();
    write();
    pass();
    assertEquals(List.of(Set.of(file), Set.of(file)), told);
  }

  @Test
  void whoeverIsToldMayFail() throws IOException {
    FileWatch.begin(
        () -> Set.of(file),
        files -> {
          told.add(files);
          throw new IllegalStateException("nobody can read this");
        },
        alarm);
    pass();
    Files.writeString(file, "12");
    assertThrows(IllegalStateException.class, this::pass);
    Files.writeString(file, "123");
    assertThrows(IllegalStateException.class, this::pass);
    assertEquals(2, told.size());
  }

  @Test
  void nobodyLooksAfterItIsClosed() throws IOException {
    FileWatch.begin(() -> Set.of(file), told::add, alarm);
    pass();
    alarm.close();
    Files.writeString(file, "12");
    pass();
    assertEquals(List.of(), told);
  }
}
