package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.storage.FileDigest;
import surety.language.verification.Search;
import surety.report.SchemaFile;
import surety.solver.StopReason;

/** What {@code check --report} leaves behind. */
class CheckReportTest {
  private static final SchemaFile SCHEMA =
      new SchemaFile(
          "/surety/report/surety-report.schema.json",
          Map.of("urn:surety:schema:results:3", "/surety/report/surety-results.schema.json"));

  private static final String HALF =
      "property half \"R1: at most six of ten\": P(y0 > 0.5) <= 0.6 under Even;";
  private static final String RARE = "property rare \"R2: rare\": P(y0 > 0.5) < 0.1 under Even;";
  private static final String CDF = "query all: cdf(y0) at 5 points under Even;";

  @TempDir private Path folder;
  private Project project;
  private Path out;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
    out = folder.resolve("out");
  }

  private String report(String name) throws IOException {
    return Files.readString(out.resolve(name));
  }

  private JsonNode results() throws IOException {
    SCHEMA.assertValid(report("results.json"));
    return new ObjectMapper().readTree(report("results.json"));
  }

  @Test
  void theReportSaysWhatTheRunFound() throws IOException {
    Path file = project.specification(HALF, RARE, CDF);
    CommandRun run = CommandRun.of("check", file, "--report", out);
    assertEquals(40, run.status());
    assertEquals("surety: the report is in " + out.resolve("index.html"), run.err().strip());
    JsonNode specification = results().at("/specifications/0");
    assertEquals(FileDigest.sha256(file), specification.get("sha256").textValue());
    JsonNode half = specification.at("/evidence/0");
    assertEquals("R1", half.get("requirement").textValue());
    assertEquals(
        FileDigest.sha256(project.certificate("half")), half.get("certificateSha256").textValue());
    assertEquals(
        FileDigest.sha256(project.resolve("net.onnx")), half.at("/networks/0/sha256").textValue());
    assertEquals(
        List.of("half", "rare", "all"),
        specification.at("/report/results").findValuesAsText("name"));
    String page = report("index.html");
    assertTrue(page.contains("The requirement is violated: the probability is at least"), page);
    assertTrue(report("bands.csv").lines().count() == 1 + 2 + 5);
  }

  @Test
  void theCommandThatReplaysDoes() throws IOException {
    Path file = project.specification(HALF);
    CommandRun.of("check", file, "--report", out);
    String command = results().at("/specifications/0/evidence/0/replay").textValue();
    String[] words = command.replace("'", "").split(" ");
    assertEquals("surety", words[0]);
    CommandRun replay = CommandRun.of(Stream.of(words).skip(1).toArray());
    assertEquals(0, replay.status(), replay.err());
  }

  @Test
  void whatIsPrintedAndTheStatusStayWhatTheyAre() throws IOException {
    Search search = Searches.finding(0.25, 0.25, StopReason.SETTLED);
    for (String format : List.of("text", "json")) {
      for (String claim : List.of(HALF, RARE)) {
        Path file = project.specification(claim);
        Interruption none = new Interruption();
        CommandRun plain =
            CommandRun.with(search, none, "check", file, "--fresh", "--format", format);
        CommandRun reported =
            CommandRun.with(
                search, none, "check", file, "--fresh", "--format", format, "--report", out);
        assertEquals(plain.status(), reported.status());
        assertEquals(timeless(plain.out()), timeless(reported.out()));
      }
    }
  }

  private static String timeless(String text) {
    return text.replaceAll("[0-9.E-]+ s,|\"seconds\" : [0-9.E-]+", "T");
  }

  @Test
  void aSpecificationThatIsWrongIsReportedAsWell() throws IOException {
    Path file = project.specification("property p: P(z > 1) < 0.5 under Even;");
    CommandRun run = CommandRun.of("check", file, "--report", out);
    assertEquals(3, run.status());
    JsonNode report = results();
    assertEquals("FAILED", report.get("verdict").textValue());
    assertEquals(FileDigest.sha256(file), report.at("/specifications/0/sha256").textValue());
    assertTrue(report("results.sarif").contains("surety/diagnostic/"));
    assertTrue(report("junit.xml").contains("<error "));
  }

  @Test
  void severalSpecificationsAreOneReport() throws IOException {
    project.specification(HALF);
    Files.copy(
        project.specification(RARE),
        Files.createDirectories(folder.resolve("b")).resolve("b.sure"));
    CommandRun run = CommandRun.of("check", folder, "--report", out, "--no-certificates");
    assertEquals(3, run.status(), run.err()); // its network is not there
    assertEquals(2, results().get("specifications").size());
  }

  @Test
  void requirementsWithoutAPropertyAreFound() throws IOException {
    Path list = Files.writeString(folder.resolve("r.csv"), "id,title\nR1,one\nR9,nine\n");
    CommandRun run =
        CommandRun.of(
            "check", project.specification(HALF), "--report", out, "--requirements", list);
    assertEquals(0, run.status(), run.err());
    assertEquals("R9", results().at("/uncovered/0/id").textValue());
    assertTrue(report("traceability.csv").contains("R9,nine,yes,,,,no property"));
  }

  @Test
  void aBadListIsRefusedBeforeTheSearch() throws IOException {
    Path list = Files.writeString(folder.resolve("r.csv"), "name\nR1\n");
    Path file = project.specification(HALF);
    CommandRun run = CommandRun.of("check", file, "--report", out, "--requirements", list);
    assertEquals(3, run.status());
    assertTrue(run.err().contains("r.csv has no column 'id'"), run.err());
    assertFalse(Files.exists(project.certificate("half")) || Files.exists(out));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsWrongUsageBeforeTheSearch() throws IOException {
    Path file = project.specification(HALF);
    Path taken = Files.writeString(folder.resolve("taken"), "");
    CommandRun run = CommandRun.of("check", file, "--report", taken);
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("no report can be written to " + taken), run.err());
    assertFalse(Files.exists(project.certificate("half")));
  }

  @Test
  void aReportThatIsLostIsToldAndTheRunIsNot() throws IOException {
    Path file = project.specification(HALF);
    Search removing =
        (statement, networks, options, listener, stop) -> {
          try {
            Files.delete(out);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          return Searches.finding(0.25, 0.25, StopReason.SETTLED)
              .run(statement, networks, options, listener, stop);
        };
    CommandRun run = CommandRun.with(removing, new Interruption(), "check", file, "--report", out);
    assertEquals(2, run.status());
    assertTrue(run.firstLine().startsWith("PROVED"), run.out());
    assertTrue(run.err().contains("the report could not be written to " + out), run.err());
  }

  @Test
  void undecidedMayBeSkipped() throws IOException {
    Path file = project.specification(HALF);
    Search open = Searches.finding(0.25, 0.75, StopReason.TIMEOUT);
    CommandRun.with(open, new Interruption(), "check", file, "--report", out);
    assertTrue(report("junit.xml").contains("<failure "));
    CommandRun run =
        CommandRun.with(
            open,
            new Interruption(),
            "check",
            file,
            "--report",
            out,
            "--junit-undecided",
            "skipped");
    assertEquals(30, run.status());
    assertTrue(report("junit.xml").contains("<skipped "));
  }

  @Test
  void optionsAboutReportsNeedOne() throws IOException {
    Path file = project.specification(HALF);
    for (List<String> options :
        List.of(List.of("--requirements", "r.csv"), List.of("--junit-undecided", "failure"))) {
      CommandRun run = CommandRun.of("check", file, options.get(0), options.get(1));
      assertEquals(2, run.status());
      assertTrue(run.err().contains(options.get(0) + " needs --report"), run.err());
    }
    assertEquals(
        2, CommandRun.of("check", file, "--report", out, "--junit-undecided", "maybe").status());
  }

  @Test
  void anInterruptedRunIsReported() throws IOException {
    Interruption interruption = new Interruption();
    interruption.request();
    CommandRun run =
        CommandRun.with(
            Searches.finding(0.25, 0.25, StopReason.SETTLED),
            interruption,
            "check",
            project.specification(HALF),
            "--report",
            out);
    assertEquals(30, run.status(), run.err());
    assertTrue(report("index.html").contains("stopped before anything could be certified"));
    assertEquals("UNDECIDED", results().get("verdict").textValue());
  }
}
