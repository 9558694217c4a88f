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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.cli.report.CommandSchemas;
import surety.solver.Checker;
import surety.solver.StopReason;

class ExplainCommandTest {
  private static final String LOW = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String NEVER = "property never: P(y0 > 2) <= 0.5 under Even;";
  private static final String CDF = "query band: cdf(y0) at 8 points under Even;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  /** x uniform, y = x: all of it is above 3/4. */
  @Test
  void saysWhereItHappens() throws IOException {
    CommandRun run = CommandRun.of("explain", project.specification(LOW, CDF));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.firstLine().endsWith(": low: y0 > 0.75"), run.out());
    assertTrue(run.out().contains("probability in [0.2"), run.out());
    assertTrue(run.out().contains("(estimates)"), run.out());
    assertTrue(run.out().contains("x0"), run.out());
    assertTrue(run.out().contains("witness: x0 = "), run.out());
    assertFalse(Files.exists(folder.resolve("certificates")));
  }

  @Test
  void jsonKeepsToTheSchemaAndSharesAddUp() throws IOException {
    CommandRun run =
        CommandRun.of(
            "explain", project.specification(LOW), "low", "--format=json", "--boxes=1000");
    assertEquals(0, run.status(), run.err());
    CommandSchemas.EXPLANATION.assertValid(run.out());
    JsonNode report = new ObjectMapper().readTree(run.out());
    double shares = 0;
    for (JsonNode box : report.get("boxes")) {
      shares += box.get("shareEstimate").asDouble();
      assertEquals("x0", box.at("/sides/0/input").asText());
      assertTrue(box.at("/sides/0/upper").asDouble() > 0.75, run.out());
    }
    assertEquals(1, shares, 1e-2);
    assertTrue(report.get("lower").asDouble() <= 0.25 && report.get("upper").asDouble() >= 0.25);
  }

  /** The density of Beta(2, 2) is 6 x (1 - x): 5/32 above 3/4, whatever the cells are. */
  @Test
  void sharesFollowTheDensity() throws IOException {
    Path file = project.specification(LOW);
    Files.writeString(file, Files.readString(file).replace("Uniform(0, 1)", "Beta(2, 2)"));
    CommandRun run = CommandRun.of("explain", file, "--format=json", "--boxes=1000");
    assertEquals(0, run.status(), run.err());
    double sum = 0;
    for (JsonNode box : new ObjectMapper().readTree(run.out()).get("boxes")) {
      sum += box.get("probabilityEstimate").asDouble();
    }
    assertEquals(5.0 / 32, sum, 2e-3);
  }

  /** A normal input beyond 40 standard deviations: 3.66e-350, which is no double. */
  @Test
  void sharesAreKnownBelowTheLeastDouble() throws IOException {
    Path file = project.specification(LOW);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("Uniform(0, 1)", "Normal(0, 1)")
            .replaceFirst("> 0\\.75", "> 40"));
    CommandRun run = CommandRun.of("explain", file);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("100.0 %   3.66e-350    [40, "), run.out());
    assertTrue(run.out().contains("100.0 % of it together"), run.out());
    CommandRun json = CommandRun.of("explain", file, "--format=json");
    CommandSchemas.EXPLANATION.assertValid(json.out());
    JsonNode first = new ObjectMapper().readTree(json.out()).get("boxes").get(0);
    assertEquals(1, first.get("shareEstimate").asDouble(), 1e-3);
  }

  /** Beyond 64 standard deviations nothing is searched: the rest is only bounded from above. */
  @Test
  void boundsThatAreFarApartHaveNoShares() throws IOException {
    Path file = project.specification(LOW);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("Uniform(0, 1)", "Normal(0, 1)")
            .replaceFirst("> 0\\.75", "> 63.999"));
    CommandRun run = CommandRun.of("explain", file);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("unknown"), run.out());
    assertTrue(run.out().contains("too far apart for shares"), run.out());
    CommandRun json = CommandRun.of("explain", file, "--format=json");
    CommandSchemas.EXPLANATION.assertValid(json.out());
    assertTrue(
        new ObjectMapper().readTree(json.out()).at("/boxes/0/shareEstimate").isNull(), json.out());
  }

  @Test
  void boxesOfInputsThatDependOnEachOtherAreNotDrawn() throws IOException {
    Path file = project.specification(LOW);
    String mixture = "Mixture(1/2: Uniform(0, 1), 1/2: Beta(2, 2))";
    Files.writeString(file, Files.readString(file).replace("Uniform(0, 1)", mixture));
    Path svg = file.resolveSibling("low.svg");
    CommandRun run = CommandRun.of("explain", file, "--svg", svg);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.err().contains("depend on each other are not drawn"), run.err());
    assertFalse(Files.exists(svg));
  }

  private static final String HIGH = "event high = y0 > 0.75;";

  @Test
  void aNamedEventIsAskedForUnderItsDistribution() throws IOException {
    CommandRun run = CommandRun.of("explain", project.specification(LOW, HIGH), "high");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.firstLine().endsWith(": high: y0 > 0.75"), run.out());
    assertTrue(run.out().contains("probability in [0.2"), run.out());
    assertTrue(run.out().contains("100.0 %"), run.out());
  }

  @Test
  void ofSeveralDistributionsOneIsChosen() throws IOException {
    Path file =
        project.specification(
            "distribution Low for Net { x0 ~ Uniform(0, 0.8); }",
            "network Other = \"net.onnx\" { input x0; output z; }",
            "distribution Apart for Other { x0 ~ Uniform(0, 1); }",
            HIGH);
    CommandRun open = CommandRun.of("explain", file, "high");
    assertEquals(2, open.status());
    assertTrue(
        open.err()
            .contains(
                "event 'high' has a probability under 'Even', 'Low'; choose with --distribution"),
        open.err());
    CommandRun low = CommandRun.of("explain", file, "high", "--distribution=Low", "--format=json");
    assertEquals(0, low.status(), low.err());
    CommandSchemas.EXPLANATION.assertValid(low.out());
    assertEquals(0.0625, new ObjectMapper().readTree(low.out()).get("lower").asDouble(), 1e-3);
    CommandRun apart = CommandRun.of("explain", file, "high", "--distribution=Apart");
    assertEquals(2, apart.status(), apart.err());
    CommandRun none = CommandRun.of("explain", file, "hihg");
    assertEquals(2, none.status());
    assertTrue(none.err().contains("and the events 'high'"), none.err());
    CommandRun property =
        CommandRun.of("explain", project.specification(LOW), "low", "--distribution=Even");
    assertEquals(2, property.status());
    assertTrue(property.err().contains("is for a named event"), property.err());
  }

  @Test
  void aPictureShowsTheBoxes() throws IOException {
    Path file = folder.resolve("low.svg");
    CommandRun run =
        CommandRun.of("explain", project.specification(LOW), "--svg=" + file, "--boxes=1");
    assertEquals(0, run.status(), run.err());
    String picture = Files.readString(file);
    assertTrue(picture.contains(">low: y0 &gt; 0.75</text>"), picture);
    assertTrue(picture.contains(">guaranteed: probability in [0.2"), picture);
    assertTrue(picture.contains("<polygon"), picture);
    assertTrue(picture.contains("100.0 % with x0 in ["), picture);
  }

  @Test
  void whatCannotBeDrawnIsSaid() throws IOException {
    Path file = folder.resolve("never.svg");
    CommandRun run = CommandRun.of("explain", project.specification(NEVER), "--svg=" + file);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.err().contains("never.svg is not written: no box"), run.err());
    assertFalse(Files.exists(file));
    CommandRun lost =
        CommandRun.of("explain", project.specification(LOW), "--svg=" + folder.resolve("no/a.svg"));
    assertEquals(2, lost.status());
    assertEquals("", lost.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1025", "x", "99999999999", "1.5"})
  void theNumberOfThreadsIsLimited(String threads) throws IOException {
    CommandRun run = CommandRun.of("explain", project.specification(LOW), "--threads=" + threads);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains(threads + " is not between 1 and 1024"), run.err());
  }

  @Test
  void theNumberOfThreadsIsTheSearchs() throws IOException {
    CommandRun run =
        CommandRun.with(
            (statement, networks, options, listener, cancelled) -> {
              assertEquals(3, options.threads());
              return Searches.result(statement, 0.25, 0.5, StopReason.GAP_REACHED);
            },
            new Interruption(),
            "explain",
            project.specification(LOW),
            "--threads=3");
    assertEquals(0, run.status(), run.err());
  }

  @Test
  void noMoreBoxesThanAreWanted() throws IOException {
    CommandRun run =
        CommandRun.of("explain", project.specification(LOW), "--boxes=1", "--format=json");
    assertEquals(1, new ObjectMapper().readTree(run.out()).get("boxes").size(), run.out());
  }

  @Test
  void whatNeverHappensComesFromNowhere() throws IOException {
    Path file = project.specification(NEVER);
    CommandRun run = CommandRun.of("explain", file);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("no box was found in which it happens"), run.out());
    assertTrue(run.out().contains("no input makes it happen"), run.out());
    CommandRun json = CommandRun.of("explain", file, "--format=json");
    CommandSchemas.EXPLANATION.assertValid(json.out());
    assertEquals(0, new ObjectMapper().readTree(json.out()).get("boxes").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "many"})
  void theNumberOfBoxesIsLimited(String boxes) throws IOException {
    CommandRun run = CommandRun.of("explain", project.specification(LOW), "--boxes=" + boxes);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("--boxes"), run.err());
  }

  @Test
  void whatIsNoEventIsRefused() throws IOException {
    CommandRun cdf = CommandRun.of("explain", project.specification(LOW, CDF), "band");
    assertEquals(2, cdf.status());
    assertTrue(cdf.err().contains("'band' is not about the probability of an event"), cdf.err());
    assertTrue(cdf.err().contains("here these are 'low'"), cdf.err());
    CommandRun none = CommandRun.of("explain", project.specification(CDF));
    assertEquals(2, none.status());
    CommandRun unknown = CommandRun.of("explain", project.specification(LOW), "high");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("has no property 'high'; it has 'low'"), unknown.err());
    CommandRun several = CommandRun.of("explain", project.specification(LOW, NEVER));
    assertEquals(2, several.status());
    assertTrue(
        several.err().contains("has several events; choose one by its name: 'low', 'never'"),
        several.err());
    CommandRun events =
        CommandRun.of("explain", project.specification(LOW, NEVER, "event high = y0 > 0.9;"));
    assertTrue(
        events.err().contains("by its name: 'low', 'never', or an event: 'high'"), events.err());
    CommandRun only =
        CommandRun.of("explain", project.specification(CDF, "event high = y0 > 0.9;"));
    assertTrue(
        only.err().contains("without a condition; choose one of the events 'high'"), only.err());
  }

  /** Under a box around inputs that move together each event has a condition. */
  @Test
  void anEventUnderABoxIsRefused() throws IOException {
    String box =
        "distribution Box for Net { x0 ~ Mixture(1/2: Uniform(0, 1) + Uniform(0, 1), 1/2: Beta(2,"
            + " 2)) on [0, 1]; }";
    CommandRun run =
        CommandRun.of(
            "explain",
            project.specification(LOW, box, "event high = y0 > 0.9;"),
            "high",
            "--distribution=Box");
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("a probability under 'Even'; choose with"), run.err());
  }

  @Test
  void aWrongSpecificationIsBadInput() throws IOException {
    CommandRun run =
        CommandRun.of("explain", project.specification("query q: P(z > 1) = ? under Even;"));
    assertEquals(3, run.status());
    assertEquals("", run.out());
  }

  @Test
  void whatIsStoppedAtOnceSaysSo() throws IOException {
    Interruption interruption = new Interruption();
    interruption.request();
    CommandRun run =
        CommandRun.with(Checker::check, interruption, "explain", project.specification(LOW));
    assertEquals(30, run.status(), run.err());
    assertTrue(run.err().contains("stopped before anything could be certified"), run.err());
  }

  /** The search has to be told that nothing is required, or it ends before it knows anything. */
  @Test
  void nothingIsRequiredOfTheSearch() throws IOException {
    CommandRun run =
        CommandRun.with(
            (statement, networks, options, listener, cancelled) -> {
              assertTrue(statement.claim().canonical().endsWith("= ?"));
              assertEquals(5, options.heaviest());
              return Searches.result(statement, 0.25, 0.5, StopReason.GAP_REACHED);
            },
            new Interruption(),
            "explain",
            project.specification(LOW),
            "--boxes=5");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("no input was found"), run.out());
  }

  /** Bounds of 0 and 1 are none, also where the time was up before there were better ones. */
  @ParameterizedTest
  @CsvSource({"0, 1, 30", "0.25, 0.5, 0"})
  void saysThatItWasStopped(double lower, double upper, int status) throws IOException {
    CommandRun run =
        CommandRun.with(
            (statement, networks, options, listener, cancelled) ->
                Searches.result(statement, lower, upper, StopReason.TIMEOUT),
            new Interruption(),
            "explain",
            project.specification(LOW));
    assertEquals(status, run.status(), run.err());
    assertTrue(run.out().contains("note: the wanted gap 1e-4 was not reached"), run.out());
    assertTrue(run.out().contains("stopped at the time limit"), run.out());
  }
}
