package surety.language.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSearchTest {
  @TempDir private Path folder;

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "semantics real;");
    }
  }

  private static WorkspaceLimits limits(int specifications, int entries, int depth, long bytes) {
    return new WorkspaceLimits(specifications, entries, depth, bytes);
  }

  private FolderSearch search(WorkspaceLimits limits, Path... folders) {
    FolderSearch search = new FolderSearch(limits, () -> false);
    List.of(folders).forEach(search::look);
    return search;
  }

  private Set<String> found(FolderSearch search) {
    Set<String> names = new TreeSet<>();
    search.found().forEach(file -> names.add(folder.relativize(file).toString()));
    return names;
  }

  @Test
  void passesOverWhatIsNotMeant() throws IOException {
    write("a.sure", "b/c.sure", "b/c.txt", "b/sure", ".git/d.sure", "x/target/e.sure");
    write("node_modules/f/g.sure", "targets/h.sure", "b/.hidden.sure");
    Files.createDirectories(folder.resolve("folder.sure"));
    FolderSearch search = search(WorkspaceLimits.defaults(), folder);
    assertEquals(Set.of("a.sure", "b/c.sure", "b/.hidden.sure", "targets/h.sure"), found(search));
    assertFalse(search.overflowed());
    for (Path file : search.found()) {
      assertTrue(FolderSearch.isVisible(file, List.of(folder), WorkspaceLimits.defaults()));
    }
    for (String name : List.of(".git/d.sure", "x/target/e.sure", "../a.sure")) {
      Path file = folder.resolve(name).normalize();
      assertFalse(FolderSearch.isVisible(file, List.of(folder), WorkspaceLimits.defaults()), name);
    }
  }

  /** Who opens such a folder itself means it. */
  @Test
  void aFolderOfTheWorkspaceMayHaveAnyName() throws IOException {
    write("target/a.sure");
    assertEquals(
        Set.of("target/a.sure"),
        found(search(WorkspaceLimits.defaults(), folder.resolve("target"))));
  }

  @Test
  void cyclesOfLinksEnd() throws IOException {
    write("a/b.sure");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a/self"));
    Files.createSymbolicLink(folder.resolve("a/gone.sure"), folder.resolve("nothing"));
    Files.createSymbolicLink(folder.resolve("again"), folder.resolve("a"));
    assertEquals(1, found(search(WorkspaceLimits.defaults(), folder)).size());
  }

  @Test
  void limitsAreKept() throws IOException {
    write("a.sure", "b.sure", "c.sure", "d/e.sure", "d/e/f.sure");
    FolderSearch few = search(limits(2, 100, 9, 100), folder);
    assertEquals(2, few.found().size());
    assertTrue(few.overflowed());
    assertFalse(search(limits(5, 100, 9, 100), folder).overflowed());
    FolderSearch short3 = search(limits(9, 3, 9, 100), folder);
    assertTrue(short3.overflowed());
    assertEquals(Set.of("a.sure", "b.sure", "c.sure"), found(search(limits(9, 99, 1, 99), folder)));
    assertEquals(Set.of(), found(search(limits(9, 99, 9, 3), folder)));
    assertFalse(
        FolderSearch.isVisible(folder.resolve("d/e.sure"), List.of(folder), limits(9, 99, 1, 99)));
  }

  @Test
  void foldersInEachOtherAreLookedThroughOnce() throws IOException {
    write("a/b.sure");
    FolderSearch search =
        search(WorkspaceLimits.defaults(), folder, folder.resolve("a"), folder.resolve("no"));
    assertEquals(Set.of("a/b.sure"), found(search));
  }

  @Test
  void stopsWhenNobodyWantsToKnow() throws IOException {
    write("a.sure");
    FolderSearch search = new FolderSearch(WorkspaceLimits.defaults(), () -> true);
    search.look(folder);
    assertEquals(Set.of(), search.found());
  }
}
