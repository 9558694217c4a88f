package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.fuzz.Fuzz;
import surety.report.difference.RecordedRun;
import surety.report.difference.UnreadableRunException;

/** Lists of requirements and results of earlier runs, damaged in all ways. */
class ReadersFuzzTest {
  private static final int COUNT = 2_000;

  @TempDir private Path folder;

  private void require(Exception e) {
    assertTrue(e.getMessage().startsWith(folder.toString()), e::getMessage);
    assertTrue(e.getMessage().length() < 2_000, e::getMessage);
    assertFalse(e.getMessage().contains("\n"), e::getMessage);
  }

  @Test
  void requirementsAreReadOrRefused() {
    Path file = folder.resolve("requirements.csv");
    String sound =
        "\ufeffID , owner, Title\r\nR1,a,one\r\n\r\nR2,,\"two, or \"\"three\"\"\"\nR3,b,\u00e4\n";
    int read =
        Fuzz.ofTexts(List.of(sound, "id,title\nR1,one\nR2,two\n"), "id", "title", "R1", "\"")
            .run(
                COUNT,
                bytes -> {
                  try {
                    List<ListedRequirement> all = RequirementList.read(Files.write(file, bytes));
                    Set<String> ids = new HashSet<>();
                    all.forEach(one -> assertTrue(!one.id().isBlank() && ids.add(one.id())));
                    assertEquals(all.size(), ids.size());
                    return true;
                  } catch (RequirementListException e) {
                    require(e);
                    return false;
                  }
                });
    assertTrue(read > COUNT / 20, () -> read + " were read");
  }

  private static String results() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    List<Outcome> outcomes =
        List.of(
            Outcomes.property("p", "1/2", 0.125, 0.25),
            Outcomes.band("q", 3, 4),
            Outcomes.notBegun("r"));
    JsonReport.print("1", Checked.of("a/b.sure", outcomes, List.of()), out);
    out.flush();
    return text.toString();
  }

  @Test
  void resultsAreReadOrRefused() {
    Path file = folder.resolve("results.json");
    int read =
        Fuzz.ofTexts(
                List.of(results()),
                "null",
                "true",
                "results",
                "band",
                "lower",
                "[]",
                "{}",
                "\\u0000")
            .run(
                COUNT,
                bytes -> {
                  try {
                    RecordedRun run = RecordedRun.read(Files.write(file, bytes));
                    assertTrue(!run.source().toString().isEmpty());
                    return true;
                  } catch (UnreadableRunException e) {
                    require(e);
                    return false;
                  }
                });
    assertTrue(read > COUNT / 100, () -> read + " were read");
  }
}
