package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.verification.Search;
import surety.report.ResultsSchema;
import surety.solver.StopReason;

/** A check of several files and folders. */
class CheckSeveralTest {
  private static final String HEAD =
      """
      semantics real;
      network Net = "%s";
      distribution D for Net { x[0] ~ Uniform(0, 1); }
      """;

  /** Finds 1/4, whatever is asked. */
  private static final Search QUARTER = Searches.finding(0.25, 0.25, StopReason.SETTLED);

  @TempDir private Path folder;

  @BeforeEach
  void create() throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.identity());
  }

  private Path specification(String name, String claim) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Path network = file.getParent().relativize(folder.resolve("net.onnx"));
    return Files.writeString(file, HEAD.formatted(network.toString()) + claim + "\n");
  }

  private static CommandRun check(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.with(QUARTER, new Interruption(), all);
  }

  private static String proved(String name) {
    return "property " + name + ": P(y[0] > 0) < 0.5 under D;";
  }

  private static String violated(String name) {
    return "property " + name + ": P(y[0] > 0) > 0.5 under D;";
  }

  @Test
  void thereIsOneSummaryAndOneForEach() throws IOException {
    Path a = specification("a.sure", proved("p"));
    Path b = specification("b.sure", violated("p") + " query q: P(y[0] > 0) = ? under D;");
    CommandRun run = check(a, b);
    assertEquals(40, run.status(), run.err());
    assertEquals(
        "VIOLATED: 2 specifications: 1 proved, 1 violated, 1 query answered", run.firstLine());
    assertTrue(run.out().contains("\nPROVED: " + a + ": 1 proved\n"), run.out());
    assertTrue(
        run.out().contains("\nVIOLATED: " + b + ": 1 violated, 1 query answered\n"), run.out());
    assertTrue(Files.exists(folder.resolve("certificates/a.p.cert")));
    assertTrue(Files.exists(folder.resolve("certificates/b.q.cert")));
  }

  @Test
  void foldersAreLookedThrough() throws IOException {
    specification("b.sure", proved("p"));
    specification("deep/er/a.sure", proved("p"));
    specification(".hidden/c.sure", violated("p"));
    specification("target/d.sure", violated("p"));
    specification("node_modules/e.sure", violated("p"));
    Files.writeString(folder.resolve("notes.txt"), "no specification");
    CommandRun run = check(folder);
    assertEquals(0, run.status(), run.err());
    assertEquals("PROVED: 2 specifications: 2 proved", run.firstLine());
    assertTrue(run.out().indexOf("b.sure") < run.out().indexOf("a.sure"), run.out());
    assertTrue(Files.exists(folder.resolve("deep/er/certificates/a.p.cert")));
  }

  /** What a program reads does not depend on how many there are in a folder. */
  @Test
  void aFolderWithOneIsStillSeveral() throws IOException {
    specification("a.sure", proved("p"));
    CommandRun run = check(folder, "--format", "json");
    assertEquals(0, run.status(), run.err());
    ResultsSchema.assertValid(run.out());
    assertEquals(1, new ObjectMapper().readTree(run.out()).get("specifications").size());
  }

  @Test
  void theSameFileIsCheckedOnce() throws IOException {
    Path a = specification("a.sure", proved("p"));
    CommandRun run = check(a, folder, folder.resolve("deep/../a.sure"));
    assertEquals("PROVED: 1 specification: 1 proved", run.firstLine());
  }

  @Test
  void whatCannotBeCheckedKeepsNoneOfTheOthers() throws IOException {
    Path a = specification("a.sure", proved("p"));
    Path wrong = specification("b.sure", "property p: P(y[7] > 0) < 0.5 under D;");
    Path empty = specification("c.sure", "");
    Path none = folder.resolve("none.sure");
    Path z = specification("z.sure", violated("p"));
    CommandRun run = check(a, wrong, empty, none, z);
    assertEquals(3, run.status(), run.err());
    assertEquals("FAILED: 5 specifications: 1 proved, 1 violated, 3 failed", run.firstLine());
    assertTrue(
        run.out().contains("FAILED: " + wrong + ": " + wrong + " has 1 error; nothing was done"),
        run.out());
    assertTrue(run.err().contains(none + ": there is no such specification"), run.err());
    CommandRun json = check(a, wrong, empty, none, z, "--format", "json");
    ResultsSchema.assertValid(json.out());
    JsonNode report = new ObjectMapper().readTree(json.out());
    assertEquals("FAILED", report.get("verdict").asText());
    assertEquals(5, report.get("specifications").size());
    JsonNode second = report.get("specifications").get(1);
    assertEquals("FAILED", second.get("verdict").asText());
    assertEquals(0, second.get("results").size());
    assertEquals(1, second.get("diagnostics").size());
    assertTrue(second.get("problem").asText().contains("1 error"), json.out());
  }

  @Test
  void aNameIsLookedForInAll() throws IOException {
    Path a = specification("a.sure", proved("p"));
    Path b = specification("b.sure", violated("q"));
    assertEquals("PROVED: 1 specification: 1 proved", check(a, b, "--property", "p").firstLine());
    CommandRun unknown = check(a, b, "--property", "r");
    assertEquals(2, unknown.status());
    assertTrue(
        unknown.err().contains("none of the 2 specifications has a property 'r'"), unknown.err());
    assertFalse(Files.exists(folder.resolve("certificates/a.p.cert.tmp")));
  }

  @Test
  void certificatesOfFilesWithOneNameDoNotReplaceEachOther() throws IOException {
    Path a = specification("a/same.sure", proved("p"));
    Path b = specification("b/Same.sure", proved("p"));
    Path kept = folder.resolve("kept");
    CommandRun run = check(a, b, "--certificates", kept);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("would share their certificates in " + kept), run.err());
    assertFalse(Files.exists(kept));
    assertEquals(0, check(a, b).status());
  }

  @Test
  void anEmptyFolderIsNotProved() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    CommandRun run = check(empty);
    assertEquals(3, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains(empty + " has no specification (*.sure) in it"), run.err());
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsNoticedBeforeAnythingIsSearched() throws IOException {
    Path a = specification("a/a.sure", proved("p"));
    Path b = specification("b/b.sure", proved("p"));
    Files.writeString(folder.resolve("b/certificates"), "in the way");
    Search never =
        (statement, network, options, listener, cancelled) -> {
          throw new AssertionError("searched");
        };
    CommandRun run = CommandRun.with(never, new Interruption(), "check", a, b);
    assertEquals(2, run.status(), run.err());
  }
}
