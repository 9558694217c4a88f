package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.report.ListedRequirement;
import surety.report.Run;
import surety.report.Runs;
import surety.report.SchemaFile;

class ResultsReportTest {
  private static final SchemaFile SCHEMA =
      new SchemaFile(
          "/surety/report/surety-report.schema.json",
          Map.of("urn:surety:schema:results:3", "/surety/report/surety-results.schema.json"));

  private static String text(Run run) {
    return new ResultsReport().text(run);
  }

  @Test
  void everyReportKeepsToTheSchema() throws IOException {
    Run listed = Runs.listing(Runs.hostile(), new ListedRequirement(Runs.HOSTILE, Runs.HOSTILE));
    for (Run run :
        List.of(
            Runs.mixed(),
            Runs.hostile(),
            listed,
            Runs.of(),
            Runs.of(List.of()),
            Runs.large(2, 2, 9))) {
      SCHEMA.assertValid(text(run));
    }
  }

  /** The schema is worth something only if it refuses, also what is described elsewhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"verdict\" : \"PROVED\"   | \"verdict\" : \"TRUE\"",
        "\"claim\" : \"R\"          | \"claim\" : \"G\"",
        "\"lower\" : 0.125          | \"lower\" : \"0.125\"",
        "\"processors\" : 8         | \"processors\" : 0",
        "\"started\" : \"2026       | \"started\" : \"26",
        "\"sha256\" : \"abab        | \"sha256\" : \"ABAB",
        "\"distanceToLimit\" : 0.25 | \"distanceToLimit\" : -0.25",
        "\"evidence\"               | \"proof\"",
        "\"uncovered\" : null       | \"uncovered\" : 0",
      })
  void theSchemaRefuses(String right, String wrong) throws IOException {
    String json = text(Runs.mixed());
    String changed = json.replace(right, wrong);
    assertNotEquals(json, changed);
    assertFalse(SCHEMA.violations(changed).isEmpty());
  }

  @Test
  void besideTheResultsStandsTheEvidence() throws IOException {
    JsonNode report = new ObjectMapper().readTree(text(Runs.mixed()));
    assertEquals("FAILED", report.get("verdict").textValue());
    assertEquals("a folder/f.sure", report.at("/run/arguments/1").textValue());
    JsonNode low = report.at("/specifications/0/evidence/0");
    assertEquals(report.at("/specifications/0/report/results/0/name"), low.get("name"));
    assertEquals("R1", low.get("requirement").textValue());
    assertEquals("0.25", low.get("distanceToLimit").asText());
    assertEquals("ef".repeat(32), low.get("certificateSha256").textValue());
    assertEquals("net.onnx", low.at("/networks/0/file").textValue());
    assertEquals("0".repeat(64), low.at("/networks/0/sha256").textValue());
    JsonNode high = report.at("/specifications/0/evidence/1");
    assertEquals("x in [0.5, 0.75]", high.at("/heaviest/0/inputs").textValue());
    assertTrue(high.get("certificateSha256").isNull());
  }

  @Test
  void requirementsWithoutAPropertyAreListed() throws IOException {
    Run run =
        Runs.listing(
            Runs.mixed(), new ListedRequirement("R1", "one"), new ListedRequirement("R5", "five"));
    JsonNode uncovered = new ObjectMapper().readTree(text(run)).get("uncovered");
    assertEquals(1, uncovered.size());
    assertEquals("five", uncovered.at("/0/title").textValue());
  }
}
