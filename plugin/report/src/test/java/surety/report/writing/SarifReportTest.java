package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.Diagnostic;
import surety.language.Severity;
import surety.report.Checked;
import surety.report.Outcomes;
import surety.report.Run;
import surety.report.Runs;

class SarifReportTest {
  private static List<Error> violations(String json) throws IOException {
    try (InputStream file =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(file);
      return schema.validate(json, InputFormat.JSON);
    }
  }

  private static String text(Run run) {
    return new SarifReport().text(run);
  }

  private static JsonNode run(Run run) throws IOException {
    return new ObjectMapper().readTree(text(run)).at("/runs/0");
  }

  @Test
  void everyReportKeepsToTheOfficialSchema() throws IOException {
    for (Run run : List.of(Runs.mixed(), Runs.hostile(), Runs.of(), Runs.of(List.of()))) {
      assertEquals(List.of(), violations(text(run)), text(run));
    }
  }

  /** The schema is worth something only if it refuses. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : \"2.1.0\" | \"version\" : \"2.2.0\"",
        "\"level\" : \"error\"   | \"level\" : \"fatal\"",
        "\"startLine\" : 3       | \"startLine\" : 0",
        "\"ruleId\"              | \"rule\"",
        "\"text\" :              | \"words\" :",
        "utf16CodeUnits          | bytes",
        "\"ruleIndex\" : 2       | \"ruleIndex\" : -2",
      })
  void theSchemaRefuses(String right, String wrong) throws IOException {
    String json = text(Runs.mixed());
    String changed = json.replace(right, wrong);
    assertNotEquals(json, changed);
    assertFalse(violations(changed).isEmpty());
  }

  @Test
  void whatIsProvedIsNoResult() throws IOException {
    JsonNode run =
        run(Runs.of(Outcomes.property("low", "0.5", 0.125, 0.25), Outcomes.band("c", 3, 9)));
    assertEquals(0, run.get("results").size());
    assertTrue(run.at("/invocations/0/executionSuccessful").booleanValue());
  }

  @Test
  void aResultHasItsRulePlaceAndLevel() throws IOException {
    JsonNode results = run(Runs.mixed()).get("results");
    List<String> words = new ArrayList<>();
    for (JsonNode result : results) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      words.add(
          result.get("ruleId").textValue()
              + " "
              + result.get("level").textValue()
              + " "
              + place.at("/artifactLocation/uri").textValue()
              + ":"
              + place.at("/region/startLine").asText("-")
              + ":"
              + place.at("/region/startColumn").asText("-")
              + "-"
              + place.at("/region/endColumn").asText("-"));
    }
    assertEquals(
        List.of(
            "surety/violated error folder/f.sure:1:1-2",
            "surety/undecided warning folder/f.sure:1:1-2",
            "surety/undecided warning folder/f.sure:1:1-2",
            "surety/failed error folder/f.sure:1:1-2",
            "surety/undecided warning folder/f.sure:1:1-2",
            "surety/undecided warning folder/f.sure:1:1-2",
            "surety/diagnostic/some.code error g.sure:3:7-11",
            "surety/diagnostic/other warning g.sure:1:1-2",
            "surety/failed error g.sure:-:---",
            "surety/failed error h.sure:-:---"),
        words);
    assertFalse(run(Runs.mixed()).at("/invocations/0/executionSuccessful").booleanValue());
  }

  @Test
  void rulesAreThereUnderTheirIndex() throws IOException {
    JsonNode run = run(Runs.mixed());
    JsonNode rules = run.at("/tool/driver/rules");
    assertEquals(5, rules.size());
    for (JsonNode result : run.get("results")) {
      assertEquals(result.get("ruleId"), rules.get(result.get("ruleIndex").intValue()).get("id"));
    }
  }

  @Test
  void fingerprintsStayWhenLinesMoveAndDifferOtherwise() throws IOException {
    assertEquals(prints(diagnosed(3)), prints(diagnosed(30)));
    List<String> all = prints(Runs.mixed());
    Set<String> distinct = new HashSet<>(all);
    assertEquals(all.size(), distinct.size());
    all.forEach(print -> assertTrue(print.matches("[0-9a-f]{32}"), print));
  }

  private static Run diagnosed(int line) {
    Diagnostic one =
        new Diagnostic(
            Severity.ERROR, "a.b", "wrong", java.nio.file.Path.of("f.sure"), line, 1, 5 * line, 2);
    return Runs.of(List.of(Checked.nothing("f.sure", List.of(one), "nothing was done")));
  }

  private static List<String> prints(Run run) throws IOException {
    List<String> prints = new ArrayList<>();
    run(run)
        .get("results")
        .forEach(result -> prints.add(result.at("/partialFingerprints/surety~1v1").textValue()));
    return prints;
  }
}
