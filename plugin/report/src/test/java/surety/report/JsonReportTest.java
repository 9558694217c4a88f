package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Range;
import surety.language.Diagnostic;
import surety.language.Severity;
import surety.solver.StopReason;

class JsonReportTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Test
  void everyKindOfOutcomeKeepsToTheSchema() throws IOException {
    String json =
        json(
            List.of(
                Outcomes.property("low", "0.5", 0.125, 0.25),
                Outcomes.property("high", "1/3", 0.5, 0.75),
                Outcomes.property("tiny", "1e-400", 0, 0.5),
                Outcomes.query("rate", 0.25, 0.375, "1e-3"),
                Outcomes.notBegun("late"),
                Outcomes.queryNotBegun("later", false),
                Outcomes.queryNotBegun("latest", true),
                Outcomes.quantity(
                    "mean",
                    Outcomes.mean(),
                    Optional.of(new Range(Rational.parse("-1/2"), Rational.parse("10"))),
                    Bound.of(-3.5),
                    Bound.of(17)),
                Outcomes.quantity(
                    "far", Outcomes.mean(), Optional.empty(), Bound.of(2), Bound.INFINITY),
                Outcomes.quantityNotBegun("never", Outcomes.mean()),
                Outcomes.band("cdf", 5, 20)),
            List.of());
    ResultsSchema.assertValid(json);
    assertEquals("VIOLATED", MAPPER.readTree(json).get("verdict").textValue());
  }

  @Test
  void whatIsRequiredOfWhichQuantityIsSaid() throws IOException {
    JsonNode results =
        MAPPER
            .readTree(
                json(
                    List.of(
                        Outcomes.property("p", "1/3", 0.125, 0.25),
                        Outcomes.quantity(
                            "m",
                            Outcomes.mean(),
                            Optional.of(new Range(Rational.parse("-1/2"), Rational.of(10))),
                            Bound.of(-3.5),
                            Bound.INFINITY),
                        Outcomes.band("c", 3, 4)),
                    List.of()))
            .get("results");
    assertEquals("probability", results.at("/0/quantity").textValue());
    assertEquals("< 1/3", results.at("/0/required").textValue());
    assertEquals("1/3", results.at("/0/limits/0").textValue());
    assertEquals("mean", results.at("/1/quantity").textValue());
    assertEquals("in [-0.5, 10]", results.at("/1/required").textValue());
    assertEquals("-1/2", results.at("/1/limits/0").textValue());
    assertEquals("10", results.at("/1/limits/1").textValue());
    assertTrue(results.at("/1/comparison").isNull() && results.at("/1/bound").isNull());
    assertEquals(new BigDecimal("-3.5"), results.at("/1/lower").decimalValue());
    assertTrue(results.at("/1/upper").isNull() && results.at("/1/gap").isNull());
    assertEquals("cdf", results.at("/2/quantity").textValue());
    assertEquals(0, results.at("/2/limits").size());
  }

  @Test
  void diagnosticsKeepToTheSchema() throws IOException {
    Path file = Path.of("f.sure");
    List<Diagnostic> diagnostics =
        List.of(
            new Diagnostic(Severity.ERROR, "a.b", "no \"such\" thing\n", file, 3, 7, 20, 4),
            new Diagnostic(Severity.WARNING, "c", "unused", file, 1, 1, 0, 0));
    String json = json(List.of(), diagnostics);
    ResultsSchema.assertValid(json);
    assertEquals(3, MAPPER.readTree(json).at("/diagnostics/0/line").intValue());
    assertTrue(MAPPER.readTree(json).get("verdict").isNull());
  }

  @Test
  void boundsAreNumbersOutsideTheExactOnes() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 100; i++) {
      Dyadic lower = Dyadic.of(random.nextDouble()).shift(-random.nextInt(1400));
      Dyadic upper = lower.plus(lower.shift(-random.nextInt(60)));
      Outcome outcome = Outcomes.property("p", "0.5", lower, upper, StopReason.SETTLED);
      JsonNode result = result(outcome);
      assertTrue(lower.compareTo(exact(result, "lower")) >= 0);
      assertTrue(upper.compareTo(exact(result, "upper")) <= 0);
      assertTrue(upper.minus(lower).compareTo(exact(result, "gap")) <= 0);
    }
  }

  private static Rational exact(JsonNode result, String member) {
    return Rational.parse(result.get(member).decimalValue().toString());
  }

  @Test
  void aMassBelowEveryDoubleIsNotZero() throws IOException {
    Dyadic tiny = Dyadic.of(1.5).shift(-1163);
    JsonNode result = result(Outcomes.property("p", "1e-300", tiny, tiny, StopReason.SETTLED));
    assertTrue(result.get("lower").decimalValue().signum() > 0);
    assertEquals("PROVED", result.get("verdict").textValue());
  }

  @Test
  void theBoundStandsBesideItsExactForm() throws IOException {
    JsonNode result = result(Outcomes.property("p", "0.1", 0, 0.05));
    assertEquals(new BigDecimal("0.1"), result.get("bound").decimalValue());
    assertEquals("1/10", result.get("boundExact").textValue());
    assertEquals("<", result.get("comparison").textValue());
  }

  @Test
  void aQueryHasNoVerdictAndNoBound() throws IOException {
    JsonNode result = result(Outcomes.query("q", 0.25, 0.5, "1e-3"));
    assertTrue(result.get("verdict").isNull());
    assertTrue(result.get("bound").isNull());
    assertEquals("query", result.get("kind").textValue());
    assertEquals("3/4", result.at("/witness/inputs/0").textValue());
    assertFalse(result.has("band"));
  }

  @Test
  void aQueryWithoutBoundsIsUndecided() throws IOException {
    for (Outcome outcome :
        List.of(
            Outcomes.query("q", 0, 1, "1e-3"),
            Outcomes.queryNotBegun("q", false),
            Outcomes.queryNotBegun("q", true))) {
      JsonNode report = MAPPER.readTree(json(List.of(outcome), List.of()));
      assertEquals("UNDECIDED", report.get("verdict").textValue());
      assertEquals("UNDECIDED", report.at("/results/0/verdict").textValue());
    }
    JsonNode late = result(Outcomes.queryNotBegun("q", true));
    assertEquals(4.5, late.get("seconds").doubleValue());
    assertEquals("NOT_BEGUN", late.get("stopped").textValue());
    assertEquals("stopped before anything could be certified", late.get("shortfall").textValue());
  }

  @Test
  void aMissedGapIsSaidInWordsAndTheGapStandsAsItWasAskedFor() throws IOException {
    JsonNode missed = result(Outcomes.query("q", 0.25, 0.5, "1e-3"));
    assertEquals(new BigDecimal("1e-3"), missed.get("wantedGap").decimalValue());
    assertEquals("TIMEOUT", missed.get("stopped").textValue());
    assertTrue(missed.get("shortfall").textValue().startsWith("the wanted gap 1e-3 was not"));
    assertTrue(result(Outcomes.query("q", 0.25, 0.5, "0.25")).get("shortfall").isNull());
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaKnowsEveryReason(StopReason reason) throws IOException {
    Outcome open = Outcomes.property("p", "0.5", Dyadic.of(0.25), Dyadic.of(0.75), reason);
    ResultsSchema.assertValid(json(List.of(open), List.of()));
  }

  @Test
  void aCdfHasABandInsteadOfBounds() throws IOException {
    JsonNode result = result(Outcomes.band("cdf", 4, 3));
    assertTrue(result.get("lower").isNull());
    assertEquals(4, result.get("band").size());
    assertEquals(new BigDecimal("0.375"), result.at("/band/1/upper").decimalValue());
  }

  /** The schema is worth something only if it refuses. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : \"1.0\"  | \"version\" : 1",
        "\"claim\" : \"R\"      | \"claim\" : \"G\"",
        "\"kind\" : \"property\"| \"kind\" : \"lemma\"",
        "\"verdict\" : \"PROVED\"| \"verdict\" : \"TRUE\"",
        "\"lower\" : 0.125      | \"lower\" : \"0.125\"",
        "\"lower\" : 0.125      | \"lower\" : -0.125",
        "\"upper\" : 0.25       | \"upper\" : 1.25",
        "\"upper\" : 0.25       | \"uper\" : 0.25",
        "\"cells\" : 17         | \"cells\" : 17.5",
        "\"seconds\" : 0.25     | \"seconds\" : -1",
        "\"boundExact\" : \"1/2\"| \"boundExact\" : \"0.5\"",
        "\"stopped\" : \"SETTLED\"| \"stopped\" : \"BORED\"",
      })
  void theSchemaRefuses(String right, String wrong) throws IOException {
    String json = json(List.of(Outcomes.property("low", "0.5", 0.125, 0.25)), List.of());
    ResultsSchema.assertValid(json);
    String changed = json.replace(right, wrong);
    assertFalse(changed.equals(json), "nothing to replace in " + json);
    assertFalse(ResultsSchema.violations(changed).isEmpty(), changed);
  }

  private static JsonNode result(Outcome outcome) throws IOException {
    return MAPPER.readTree(json(List.of(outcome), List.of())).at("/results/0");
  }

  private static String json(List<Outcome> outcomes, List<Diagnostic> diagnostics) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    JsonReport.print("1.0", Checked.of("f.sure", outcomes, diagnostics), out);
    out.flush();
    return text.toString();
  }
}
