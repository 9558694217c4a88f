package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.report.ResultsSchema;

class ReplayOfAllTest {
  private static final String LOW = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String HIGH = "property high: P(y0 > 0.25) < 0.5 under Even;";
  private static final String RATE = "query rate: P(y0 > 0.25) = ? under Even;";

  @TempDir private Path folder;
  private Project project;
  private Path file;

  @BeforeEach
  void check() throws IOException {
    project = new Project(folder);
    file = project.specification(LOW, RATE);
    assertEquals(0, CommandRun.of("check", file).status());
  }

  @Test
  void whatCheckWroteIsValid() {
    CommandRun run = CommandRun.of("replay", file);
    assertEquals(0, run.status(), run.out() + run.err());
    assertEquals("VALID: " + file + ": 1 VALID, PROVED; 1 VALID", run.firstLine());
    assertTrue(run.out().contains("\nVALID, PROVED: " + project.certificate("low")), run.out());
    assertTrue(run.out().contains("\nVALID: " + project.certificate("rate")), run.out());
    assertEquals("", run.err());
  }

  @Test
  void aMissingCertificateIsNotValid() throws IOException {
    Files.delete(project.certificate("low"));
    CommandRun run = CommandRun.of("replay", file);
    assertEquals(4, run.status());
    assertEquals("INVALID: " + file + ": 1 VALID; 1 INVALID", run.firstLine());
    String why = "there is no " + project.certificate("low") + "; 'surety check' writes it";
    assertTrue(run.out().contains("INVALID: " + why), run.out());
  }

  /** Which a new property has not, and one that was asked otherwise. */
  @Test
  void everyPropertyNeedsItsOwn() throws IOException {
    file = project.specification(LOW, HIGH, RATE);
    assertEquals(4, CommandRun.of("replay", file).status());
    Files.copy(project.certificate("low"), project.certificate("high"));
    CommandRun run = CommandRun.of("replay", file);
    assertEquals(4, run.status());
    assertTrue(run.out().contains("this is the certificate of 'low'"), run.out());
    file = project.specification(LOW.replace("0.5", "0.25"), RATE);
    assertTrue(CommandRun.of("replay", file).out().contains("about another statement"));
  }

  @Test
  void whatCertificatesProveComesSecond() throws IOException {
    file = project.specification(HIGH, LOW);
    assertEquals(40, CommandRun.of("check", file).status());
    assertEquals(40, CommandRun.of("replay", file).status());
    Files.writeString(project.certificate("low"), "nonsense\n");
    CommandRun run = CommandRun.of("replay", file);
    assertEquals(4, run.status());
    assertEquals("INVALID: " + file + ": 1 VALID, VIOLATED; 1 INVALID", run.firstLine());
  }

  @Test
  void oneWithoutItsEndIsIncomplete() throws IOException {
    String text = Files.readString(project.certificate("low"));
    Files.writeString(project.certificate("low"), text.substring(0, text.length() - 20));
    CommandRun run = CommandRun.of("replay", file);
    assertEquals(5, run.status(), run.out());
    assertTrue(run.firstLine().startsWith("INCOMPLETE: "), run.out());
  }

  @Test
  void onlyOnePropertyIsReplayedIfItIsNamed() throws IOException {
    Files.delete(project.certificate("rate"));
    assertEquals(0, CommandRun.of("replay", file, "--property", "low").status());
    assertEquals(4, CommandRun.of("replay", file, "--property", "rate").status());
    CommandRun run = CommandRun.of("replay", file, "--property", "none");
    assertEquals(2, run.status());
    assertEquals("surety: no property is named 'none'\n", run.err());
  }

  @Test
  void certificatesMayBeElsewhere() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(folder.resolve("certificates"), elsewhere);
    assertEquals(4, CommandRun.of("replay", file).status());
    assertEquals(0, CommandRun.of("replay", file, "--certificates", elsewhere).status());
  }

  @Test
  void foldersAreLookedThroughAndOneBadSpecificationDoesNotHideTheOthers() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.sure"), "semantics real;\nproperty");
    CommandRun run = CommandRun.of("replay", folder);
    assertEquals(3, run.status());
    assertEquals("FAILED: 2 specifications: 1 VALID, PROVED; 1 VALID", run.firstLine());
    assertTrue(run.out().contains("\nFAILED: " + bad + ": " + bad + " has "), run.out());
    assertTrue(run.err().contains(bad + ":2:"), run.err());
    CommandRun empty = CommandRun.of("replay", Files.createDirectory(folder.resolve("empty")));
    assertEquals(3, empty.status());
  }

  @Test
  void anEmptySpecificationIsAnError() throws IOException {
    CommandRun run = CommandRun.of("replay", project.specification());
    assertEquals(3, run.status());
    assertTrue(run.err().contains("there is nothing to replay"), run.err());
  }

  @Test
  void aNetworkThatIsGoneFailsTheSpecification() throws IOException {
    Files.delete(project.resolve("net.onnx"));
    assertEquals(3, CommandRun.of("replay", file).status());
  }

  @Test
  void jsonKeepsToTheSchema() throws IOException {
    CommandRun one = CommandRun.of("replay", file, "--format", "json");
    assertEquals(0, one.status());
    ResultsSchema.assertValid(one.out());
    Files.delete(project.certificate("low"));
    Files.writeString(folder.resolve("bad.sure"), "nothing");
    CommandRun several = CommandRun.of("replay", folder, "--format", "json");
    assertEquals(3, several.status());
    ResultsSchema.assertValid(several.out());
    JsonNode report = new ObjectMapper().readTree(several.out());
    assertEquals("FAILED", report.at("/verdict").asText());
    List<String> verdicts = new ArrayList<>();
    report.at("/specifications").forEach(s -> verdicts.add(s.at("/verdict").asText()));
    assertEquals(List.of("FAILED", "INVALID"), verdicts);
    assertFalse(report.at("/specifications/0/problem").isNull());
    assertTrue(report.at("/specifications/1/results/0/reason").asText().startsWith("there is no"));
  }

  @Test
  void oneAndAllContradictEachOther() {
    Path certificate = project.certificate("low");
    for (Object[] arguments :
        new Object[][] {
          {"replay"},
          {"replay", "--specification", file},
          {"replay", "--certificate", certificate},
          {"replay", file, "--certificate", certificate},
          {"replay", file, "--specification", file, "--certificate", certificate},
          {
            "replay",
            "--specification",
            file,
            "--certificate",
            certificate,
            "--certificates",
            folder
          }
        }) {
      CommandRun run = CommandRun.of(arguments);
      assertEquals(2, run.status());
      assertTrue(run.err().startsWith("surety: Name the specifications"), run.err());
    }
  }
}
