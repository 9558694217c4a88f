package surety.language.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import surety.language.OnnxSample;
import surety.language.Specification;

@Timeout(60)
class WorkspaceSpecificationsTest {
  private static final String EMPTY = "semantics real;\n";

  @TempDir private Path folder;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private WorkspaceSpecifications workspace;

  private final WorkspaceListener listener =
      new WorkspaceListener() {
        @Override
        public void read(Specification specification) {
          heard.add("read " + name(specification.file()));
        }

        @Override
        public void gone(Path file) {
          heard.add("gone " + name(file));
        }

        @Override
        public void tooMany(int most) {
          heard.add("more than " + most);
        }
      };

  private String name(Path file) {
    return folder.relativize(file).toString();
  }

  @BeforeEach
  void begin() {
    workspace = new WorkspaceSpecifications(listener, WorkspaceLimits.defaults());
  }

  @AfterEach
  void end() {
    workspace.close();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** What was heard until everything is done. */
  private List<String> news() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    workspace.whenDone(done::countDown);
    assertTrue(done.await(50, TimeUnit.SECONDS));
    List<String> news = new ArrayList<>(heard);
    heard.clear();
    Collections.sort(news);
    return news;
  }

  private List<String> known() {
    return workspace.specifications().stream().map(s -> name(s.file())).toList();
  }

  private void look() throws InterruptedException {
    workspace.setFolders(List.of(folder));
    news();
  }

  @Test
  void allAreReadAtFirst() throws Exception {
    write("a.sure", EMPTY);
    write("b/c.sure", "nonsense");
    write("b/.d/e.sure", EMPTY);
    assertEquals(List.of(), known());
    workspace.setFolders(List.of(folder, folder.resolve("b"), folder.resolve("no")));
    assertEquals(List.of("read a.sure", "read b/c.sure"), news());
    assertEquals(List.of("a.sure", "b/c.sure"), known());
    assertEquals(EMPTY, workspace.specifications().get(0).text());
    assertFalse(workspace.specifications().get(1).diagnostics().isEmpty());
  }

  @Test
  void changesAreFollowed() throws Exception {
    Path file = write("a.sure", EMPTY);
    look();
    write("a.sure", "");
    workspace.changed(List.of(file, write("new/b.sure", EMPTY), write("c.txt", "")));
    assertEquals(List.of("read a.sure", "read new/b.sure"), news());
    assertEquals("", workspace.specifications().get(0).text());
    Files.delete(file);
    workspace.changed(List.of(file, file, folder.resolve("never.sure")));
    assertEquals(List.of("gone a.sure"), news());
    assertEquals(List.of("new/b.sure"), known());
  }

  @Test
  void whatIsElsewhereIsNotRead() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("in"));
    workspace.setFolders(List.of(inside));
    workspace.changed(List.of(write("out.sure", EMPTY), write("in/target/a.sure", EMPTY)));
    assertEquals(List.of(), news());
    assertTrue(workspace.covers(inside.resolve("a.sure")));
    assertFalse(workspace.covers(folder.resolve("out.sure")));
  }

  @Test
  void foldersComeAndGo() throws Exception {
    write("a/b.sure", EMPTY);
    write("c/d.sure", EMPTY);
    look();
    workspace.setFolders(List.of(folder.resolve("c")));
    assertEquals(List.of("gone a/b.sure", "read c/d.sure"), news());
    workspace.setFolders(List.of());
    assertEquals(List.of("gone c/d.sure"), news());
    assertEquals(List.of(), known());
  }

  @Test
  void aFolderIsDeletedAndMade() throws Exception {
    write("a/b.sure", EMPTY);
    write("a/c/d.sure", EMPTY);
    look();
    delete(folder.resolve("a"));
    workspace.changed(List.of(folder.resolve("a")));
    assertEquals(List.of("gone a/b.sure", "gone a/c/d.sure"), news());
    write("a/e/f.sure", EMPTY);
    workspace.changed(List.of(folder.resolve("a")));
    assertEquals(List.of("read a/e/f.sure"), news());
    delete(folder);
    workspace.setFolders(List.of(folder));
    workspace.changed(List.of(folder));
    assertEquals(List.of("gone a/e/f.sure"), news());
    Files.createDirectories(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Whoever has it open tells what is in it. */
  @Test
  void openFilesAreLeftAlone() throws Exception {
    Path file = write("a.sure", EMPTY);
    look();
    workspace.opened(file);
    assertEquals(List.of(), known());
    workspace.changed(List.of(file));
    workspace.setFolders(List.of(folder));
    assertEquals(List.of(), news());
    workspace.closed(folder.resolve("./a.sure"));
    assertEquals(List.of("read a.sure"), news());
    workspace.opened(file);
    Files.delete(file);
    workspace.closed(file);
    assertEquals(List.of(), news());
    workspace.closed(write("../outside.sure", EMPTY));
    assertEquals(List.of(), news());
    Files.delete(folder.resolve("../outside.sure"));
  }

  @Test
  void filesThatOneNeedsAreFollowed() throws Exception {
    write(
        "a/needs.sure",
        "network N = \"../net/n.onnx\"; distribution D for N { x[0] ~ Histogram(\"h.csv\"); }");
    write("a/other.sure", EMPTY);
    look();
    Path network = folder.resolve("net/n.onnx");
    Files.createDirectories(network.getParent());
    Files.write(network, OnnxSample.linear(1, 1));
    workspace.changed(List.of(network));
    assertEquals(List.of("read a/needs.sure"), news());
    workspace.changed(List.of(write("a/h.csv", "lower,upper,weight\n0,1,1\n")));
    assertEquals(List.of("read a/needs.sure"), news());
    workspace.changed(List.of(write("h.csv", "")));
    assertEquals(List.of(), news());
    delete(folder.resolve("net"));
    workspace.changed(List.of(folder.resolve("net")));
    assertEquals(List.of("read a/needs.sure"), news());
  }

  @Test
  void thereAreNotTooMany() throws Exception {
    workspace.close();
    workspace = new WorkspaceSpecifications(listener, new WorkspaceLimits(3, 100, 9, 100));
    for (int i = 0; i < 5; i++) {
      write("s" + i + ".sure", EMPTY);
    }
    workspace.setFolders(List.of(folder));
    assertEquals("more than 3", news().get(0));
    assertEquals(3, known().size());
    workspace.changed(List.of(write("more.sure", EMPTY)));
    assertEquals(List.of(), news());
    Path large = folder.resolve(known().get(0));
    Files.writeString(large, " ".repeat(101));
    workspace.changed(List.of(large));
    assertEquals(List.of("gone " + name(large)), news());
  }

  @Test
  void aFileThatIsReplacedAllTheTimeIsReadWhole() throws Exception {
    Path file = write("a.sure", EMPTY);
    look();
    String text = EMPTY.repeat(1000);
    for (int i = 0; i < 30; i++) {
      Path temporary = write("t", i % 2 == 0 ? text : EMPTY);
      Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      workspace.changed(List.of(file));
    }
    news();
    assertEquals(EMPTY, workspace.specifications().get(0).text());
  }

  @Test
  void whenItIsClosedNobodyHearsAnything() throws Exception {
    Path file = write("a.sure", EMPTY);
    workspace.close();
    workspace.setFolders(List.of(folder));
    workspace.changed(List.of(file));
    workspace.closed(file);
    workspace.close();
    assertEquals(List.of(), known());
    assertEquals(List.of(), heard);
  }

  @Test
  void manyThreadsMayAsk() throws Exception {
    for (int i = 0; i < 20; i++) {
      write("s" + i + ".sure", EMPTY);
    }
    look();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Path own = folder.resolve("s" + t + ".sure");
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 50; i++) {
                  workspace.opened(own);
                  workspace.changed(List.of(own, folder.resolve("s10.sure")));
                  workspace.specifications();
                  workspace.closed(own);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    news();
    assertEquals(20, known().size());
  }
}
