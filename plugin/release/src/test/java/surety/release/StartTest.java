package surety.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was unpacked starts with nothing but a Java runtime, as its page says. */
class StartTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\n(.*?)```");

  @TempDir private static Path installed;
  private static Path home;
  private static List<String> blocks;

  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeAll
  static void unpack() throws IOException {
    home = Archive.unpack(installed);
    Matcher page = BLOCK.matcher(Files.readString(home.resolve("README.md")));
    blocks = page.results().map(MatchResult::group).map(StartTest::content).toList();
    // Nobody can write there, not even its owner.
    Run.of(home, System.getenv(), List.of("chmod", "-R", "a-w,a+rX", installed.toString()))
        .expecting(0);
  }

  private static String content(String block) {
    return block.replace("```", "").strip();
  }

  @BeforeEach
  void empty() throws IOException {
    sandbox = new Sandbox(folder).withJava().with("readlink", "sed");
    for (String file : Archive.files(home.resolve("example"))) {
      Files.copy(home.resolve("example").resolve(file), sandbox.work().resolve(file));
    }
  }

  @AfterEach
  void clean() throws IOException {
    sandbox.removeJava();
  }

  @Test
  void checksAndReplaysWhereOnlyTheWorkingFolderCanBeWritten() throws IOException {
    Map<String, Object> before = state();
    Path surety = home.resolve("surety");
    Run check = sandbox.runWithoutPrivileges(surety, "check", "--property", "rare", "iris.sure");
    assertEquals("PROVED: iris.sure: 1 proved", check.expecting(0).firstLine());
    assertEquals("", check.err());
    Run replay =
        sandbox.runWithoutPrivileges(
            surety, "replay", "--specification", "iris.sure", "--certificate", certificate("rare"));
    assertEquals("VALID, PROVED: " + certificate("rare"), replay.expecting(0).firstLine());
    assertEquals(before, state());
    assertEquals(List.of(), Archive.files(sandbox.home()));
  }

  private static String certificate(String property) {
    return "certificates/iris." + property + ".cert";
  }

  private static Map<String, Object> state() throws IOException {
    Map<String, Object> state = new TreeMap<>();
    for (String file : Archive.files(home)) {
      state.put(file, Files.getLastModifiedTime(home.resolve(file)));
    }
    return state;
  }

  /** The commands of the page, with the modules of the page and no others. */
  @Test
  void whatThePageShowsWorks() throws IOException {
    Matcher modules = Pattern.compile("--add-modules (\\S+) ").matcher(blocks.get(1));
    assertTrue(modules.find(), blocks.toString());
    Path here = Files.createDirectory(sandbox.work().resolve("here"));
    Files.createDirectory(here.resolve("example"));
    for (String file : List.of("iris.sure", "iris-relu.onnx")) {
      Files.move(sandbox.work().resolve(file), here.resolve("example").resolve(file));
    }
    sandbox
        .with("sh")
        .withScript("surety", "exec '" + home + "/surety' \"$@\"")
        .set("SURETY_JAVA_OPTS", "--limit-modules " + modules.group(1));
    shell(here, blocks.get(0)).expecting(40);
    shell(here, "./surety run example/iris.sure --input '0.2, 0.8'").expecting(0);
    // The kernel needs less.
    String kernel =
        blocks.get(2).replace("-jar ", "--limit-modules java.base -jar '" + home + "'/");
    assertTrue(shell(here, kernel).expecting(0).out().startsWith("VALID, PROVED"));
    assertEquals(3, blocks.size());
  }

  private Run shell(Path here, String commands) {
    return sandbox.run("sh", "-c", "cd '" + here + "'\n" + commands.replace("./surety", "surety"));
  }
}
