package surety.report.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.report.Checked;
import surety.report.JsonReport;
import surety.report.Outcome;
import surety.report.Outcomes;
import surety.report.Run;
import surety.report.Runs;
import surety.report.writing.ResultsReport;

class RecordedRunTest {
  @TempDir private Path folder;

  private static String json(Outcome... outcomes) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    JsonReport.print("1", Checked.of("a/b.sure", List.of(outcomes), List.of()), out);
    out.flush();
    return text.toString();
  }

  private String refused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("r.json"), text);
    String message =
        assertThrows(UnreadableRunException.class, () -> RecordedRun.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertEquals(1, message.lines().count());
    return message;
  }

  @Test
  void readsWhatACheckPrinted() throws IOException, UnreadableRunException {
    String text =
        json(
            Outcomes.property("p", "1/2", 0.125, 0.25),
            Outcomes.band("q", 3, 4),
            Outcomes.notBegun("r"));
    Path file = Files.writeString(folder.resolve("r.json"), text);
    RecordedRun run = RecordedRun.read(file);
    assertEquals(List.of("b"), run.specifications());
    assertEquals(
        List.of("PROVED", "ANSWERED", "UNDECIDED"),
        run.results().stream().map(Recorded::verdict).toList());
    assertEquals("0.125", run.results().get(0).bounds().get(0).lower().get().toString());
    assertEquals(3, run.results().get(1).bounds().size());
    assertEquals(64, run.results().get(0).statement().get().digest().length());
    Files.move(file, folder.resolve("results.json"));
    assertEquals(run.results(), RecordedRun.read(folder).results());
  }

  /** There each specification has more around it. */
  @Test
  void readsTheFolderThatACheckReportsInto() throws IOException, UnreadableRunException {
    Outcome[] outcomes = {Outcomes.property("p", "1/2", 0.125, 0.25), Outcomes.band("q", 3, 4)};
    Files.writeString(folder.resolve("r.json"), json(outcomes));
    List<Recorded> printed = RecordedRun.read(folder.resolve("r.json")).results();
    Run run = Runs.of(List.of(Runs.checked("a/b.sure", List.of(outcomes))));
    Files.writeString(folder.resolve("results.json"), new ResultsReport().text(run));
    assertEquals(printed, RecordedRun.read(folder).results());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"results\": 3}",
        "{\"results\": []} {}",
        "{\"results\": [], \"results\": []}",
        "{\"specification\": \"s\", \"results\": [{}]}",
        "{\"specification\": \"s\", \"results\": [3]}",
        "{\"specifications\": [{\"results\": []}]}",
        "{\"results\": []",
        "NaN",
      })
  void whatIsNoResultIsAMessage(String text) throws IOException {
    assertTrue(refused(text).contains("is not the JSON of a check: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"lower\" : 0.125=\"lower\" : \"0.125\"",
        "\"lower\" : 0.125=\"lower\" : 0.3",
        "\"lower\" : 0.125=\"lower\" : 1e-999999999",
        "\"upper\" : 0.25=\"upper\" : 1e999999",
        "\"upper\" : 0.25=\"upper\" : 1e-2147483648",
        "\"lower\" : 0.125,=",
        "\"name\" : \"p\"=\"name\" : null",
        "\"sha256\"=\"sha512\"",
        "\"distribution\" : [=\"distributions\" : [",
      })
  void whatIsHalfAResultIsAMessage(String change) throws IOException {
    String text = json(Outcomes.property("p", "1/2", 0.125, 0.25));
    int at = change.indexOf('=');
    String changed = text.replace(change.substring(0, at), change.substring(at + 1));
    assertTrue(!changed.equals(text), change);
    refused(changed);
  }

  @Test
  void aNameIsThereOnce() throws IOException {
    Outcome outcome = Outcomes.property("p", "1/2", 0.125, 0.25);
    assertTrue(refused(json(outcome, outcome)).contains("'b.p' twice"));
  }

  @Test
  void aFolderHasToHoldARun() throws IOException {
    String empty =
        assertThrows(UnreadableRunException.class, () -> RecordedRun.read(folder)).getMessage();
    assertTrue(empty.contains("neither results.json nor certificates"), empty);
    assertThrows(UnreadableRunException.class, () -> RecordedRun.read(folder.resolve("nowhere")));
    Files.writeString(folder.resolve("s.p.cert"), "surety certificate 2\nwhatever\n");
    String broken =
        assertThrows(UnreadableRunException.class, () -> RecordedRun.read(folder)).getMessage();
    assertTrue(broken.contains("s.p.cert cannot be read as a certificate"), broken);
  }

  @Test
  void withoutStatementsItIsReadAllTheSame() throws IOException, UnreadableRunException {
    String text = json(Outcomes.property("p", "1/2", 0.125, 0.25));
    String older =
        text.replaceFirst("(?s)\"statement\" : \\{.*?\\},\\s+\"verdict\"", "\"verdict\"");
    assertTrue(older.length() < text.length() - 100);
    Path file = Files.writeString(folder.resolve("old.json"), older);
    assertTrue(RecordedRun.read(file).results().get(0).statement().isEmpty());
  }
}
