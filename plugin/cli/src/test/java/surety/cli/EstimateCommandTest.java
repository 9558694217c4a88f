package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.stop.StoppedException;
import surety.cli.report.CommandSchemas;
import surety.language.verification.Search;
import surety.solver.Checker;
import surety.solver.UnsuitableException;

class EstimateCommandTest {
  private static final String LISTED = "query listed: cdf(y0) at [0, 0.25, 1] under Even;";
  private static final String BAND = "query band: cdf(y0) at 100 points under Even;";
  private static final String LOW = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String MEAN = "query average: E(y0) = ? under Even;";
  private static final String GIVEN = "query given: P(y0 > 0.5 | x0 > 0.25) = ? under Even;";
  private static final String CORRELATED =
      "query together: Corr(y0, 1 * x0 + 1 * y0) = ? under Even;";
  private static final String JOINT = "query joint: cdf(y0, x0) at 4 x 4 points under Even;";
  private static final String SEEDED = "--seed=7";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  /** y = max(x, 0), x standard normal. */
  private Path rectified(String... obligations) throws IOException {
    Path file = project.specification(obligations);
    Files.write(folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}}, "Relu"));
    return distributed(file, "Normal(0, 1)");
  }

  private static Path distributed(Path file, String distribution) throws IOException {
    return Files.writeString(file, Files.readString(file).replace("Uniform(0, 1)", distribution));
  }

  /** The cells of a table's rows by their labels; blanks are between cells, two at least. */
  private static Map<String, List<String>> rows(CommandRun run) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : run.out().lines().filter(line -> !line.matches("( {2}\\S.*)?")).toList()) {
      List<String> cells = Arrays.asList(line.split(" {2,}"));
      rows.putIfAbsent(cells.get(0), cells.subList(1, cells.size()));
    }
    return rows;
  }

  private static double lower(String bounds) {
    return Double.parseDouble(bounds.substring(1, bounds.indexOf(',')));
  }

  private static double upper(String bounds) {
    return Double.parseDouble(bounds.substring(bounds.indexOf(',') + 2, bounds.length() - 1));
  }

  private static void assertAround(double value, String bounds) {
    assertTrue(lower(bounds) <= value && value <= upper(bounds), value + " in " + bounds);
  }

  @Test
  void putsEstimatesBesideGuaranteedBounds() throws IOException {
    CommandRun run = CommandRun.of("estimate", rectified(LISTED), SEEDED);
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.err());
    assertTrue(run.firstLine().startsWith("ESTIMATED: "), run.out());
    assertTrue(run.firstLine().endsWith(": 1 of 1 properties and queries"), run.out());
    assertTrue(run.out().contains("estimates are no proof, and decide nothing"), run.out());
    Map<String, List<String>> rows = rows(run);
    assertEquals(List.of("guaranteed", "linear", "matching", "sampling"), rows.get(""));
    assertAround(1 / Math.sqrt(2 * Math.PI), rows.get("mean").get(0));
    assertEquals("0.3989", rows.get("mean").get(2)); // matching is exact, but for rounding
    assertAround(Math.sqrt(0.5 - 1 / (2 * Math.PI)), rows.get("deviation").get(0));
    assertAround(0.5, rows.get("P(y0 <= 0)").get(0));
    assertAround(0.5987063256829237, rows.get("P(y0 <= 0.25)").get(0));
    assertAround(0.8413447460685429, rows.get("P(y0 <= 1)").get(0));
    assertTrue(
        run.out()
            .contains(
                "sampling: 100,000 samples of seed 7; all probabilities of this table are off by at"
                    + " most 0.006165, with confidence 99.9 %, no proof"),
        run.out());
    assertFalse(Files.exists(folder.resolve("certificates")));
  }

  /** The tangent at a kink is one of both pieces; samples are near, but not as near as that. */
  @Test
  void marksWhatIsOutsideOfTheProvenBounds() throws IOException {
    Map<String, List<String>> rows =
        rows(CommandRun.of("estimate", rectified(LISTED), SEEDED, "--samples=1000"));
    assertTrue(rows.get("mean").get(1).matches("0( outside)"), rows.toString());
    for (String label : List.of("P(y0 <= 0)", "P(y0 <= 0.25)", "P(y0 <= 1)")) {
      List<String> row = rows.get(label);
      for (String cell : row.subList(1, row.size())) {
        double value = Double.parseDouble(cell.replace(" outside", ""));
        boolean isFar = value < lower(row.get(0)) - 1e-3 || value > upper(row.get(0)) + 1e-3;
        assertTrue(!isFar || cell.endsWith(" outside"), row.toString());
      }
    }
    assertTrue(rows.get("P(y0 <= 0)").get(2).endsWith(" outside"), rows.toString());
  }

  @Test
  void exactEstimatesAreNeverOutside() throws IOException {
    CommandRun run =
        CommandRun.of("estimate", project.specification(LISTED, MEAN), "--ways=linear,matching");
    assertEquals(0, run.status(), run.err());
    Map<String, List<String>> rows = rows(run);
    assertEquals(List.of("guaranteed", "linear", "matching"), rows.get(""));
    assertEquals("0.5", rows.get("mean").get(1));
    assertEquals("0.25", rows.get("P(y0 <= 0.25)").get(1));
    assertFalse(rows.get("mean").get(1).contains("outside"), run.out());
    assertFalse(run.out().contains("sampling"), run.out());
  }

  @Test
  void theSameSeedGivesTheSame() throws IOException {
    Path file = project.specification(BAND);
    String first = CommandRun.of("estimate", file, SEEDED).out();
    assertEquals(first, CommandRun.of("estimate", file, SEEDED).out());
    assertFalse(first.equals(CommandRun.of("estimate", file, "--seed=-8").out()));
  }

  @Test
  void openThresholdsAreSpreadOverTheMass() throws IOException {
    for (String ways : List.of("--ways=sampling", "--ways=linear", "--ways=copula,linear")) {
      CommandRun run = CommandRun.of("estimate", project.specification(BAND, MEAN), ways);
      assertEquals(0, run.status(), run.err());
      Map<String, List<String>> rows = rows(run);
      assertTrue(rows.keySet().stream().filter(label -> label.startsWith("P(")).count() >= 10);
      assertTrue(rows.get("P(y0 <= 0.5)") != null || rows.size() > 15, run.out());
    }
  }

  @Test
  void theCopulaAloneIsForTwoSums() throws IOException {
    CommandRun run = CommandRun.of("estimate", project.specification(BAND), "--ways=copula");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("\ncopula: it is of two sums together"), run.out());
    assertEquals(List.of("guaranteed"), rows(run).get(""));
  }

  @Test
  void onlyWhatIsAskedForIsEstimated() throws IOException {
    Path file = project.specification(LISTED, LOW, MEAN, GIVEN);
    CommandRun all = CommandRun.of("estimate", file);
    assertTrue(all.firstLine().endsWith("3 of 4 properties and queries"), all.out());
    assertTrue(
        all.out().contains("left out: 'given': it has a condition, and estimates know none"));
    CommandRun two = CommandRun.of("estimate", file, "--query=low", "--query=average");
    assertTrue(two.firstLine().endsWith("2 of 4 properties and queries"), two.out());
    assertFalse(two.out().contains("given"), two.out());
    assertTrue(rows(two).containsKey("P(y0 <= 0.75)"), two.out());
  }

  /** Both sides of an absolute value are rows of one table. */
  @Test
  void absoluteValuesAreAboutOneSum() throws IOException {
    CommandRun run =
        CommandRun.of("estimate", rectified("query far: P(abs(y0 - x0) > 0.5) = ? under Even;"));
    assertEquals(0, run.status(), run.err());
    assertEquals(1, run.out().lines().filter(line -> line.startsWith("mean")).count(), run.out());
    assertTrue(rows(run).containsKey("P(y0 - x0 <= -0.5)"), run.out());
    assertTrue(rows(run).containsKey("P(y0 - x0 <= 0.5)"), run.out());
  }

  @Test
  void sumsThatAreAskedAboutTogetherHaveATableOfTheirOwn() throws IOException {
    CommandRun run = CommandRun.of("estimate", rectified(CORRELATED), SEEDED);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("y0 and y0 + x0: guaranteed bounds beside"), run.out());
    double covariance = 0.5 + 0.5 - 1 / (2 * Math.PI); // of y and x, and the variance of y
    assertAround(covariance, rows(run).get("covariance").get(0));
    assertEquals("0.8408", rows(run).get("covariance").get(2));
    CommandRun joint = CommandRun.of("estimate", rectified(JOINT), SEEDED);
    assertEquals(0, joint.status(), joint.err());
    assertTrue(joint.out().contains("copula"), joint.out());
    long points = joint.out().lines().filter(line -> line.contains(" and x0 <= ")).count();
    assertEquals(9, points, joint.out());
  }

  @Test
  void aLawWithoutAMeanIsSampledAtLeast() throws IOException {
    Path file = distributed(project.specification(LISTED), "Cauchy(0, 1)");
    CommandRun run = CommandRun.of("estimate", file);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("\nlinear: cauchy(0, 1) has no mean"), run.out());
    assertTrue(run.out().contains("\nmatching: cauchy(0, 1) has no mean"), run.out());
    Map<String, List<String>> rows = rows(run);
    assertEquals(List.of("guaranteed", "sampling"), rows.get(""));
    assertEquals("unknown", rows.get("mean").get(0));
    assertAround(0.75, rows.get("P(y0 <= 1)").get(0));
    CommandRun none = CommandRun.of("estimate", file, "--ways=linear");
    assertEquals(3, none.status());
    assertTrue(none.err().startsWith("surety: 'listed': cauchy(0, 1) has no mean"), none.err());
    assertEquals("", none.out());
    CommandRun picture = CommandRun.of("estimate", file, "--ways=linear", "--format=svg");
    assertEquals(3, picture.status());
  }

  @Test
  void jsonKeepsToTheSchemaAndHasNoVerdict() throws IOException {
    for (Path file : List.of(rectified(LISTED, JOINT, LOW, GIVEN), rectified(CORRELATED, MEAN))) {
      CommandRun run = CommandRun.of("estimate", file, "--format=json", SEEDED);
      assertEquals(0, run.status(), run.err());
      CommandSchemas.ESTIMATE.assertValid(run.out());
      assertFalse(run.out().toLowerCase(Locale.ROOT).contains("verdict"), run.out());
    }
    Path cauchy = distributed(project.specification(LISTED), "Cauchy(0, 1)");
    CommandSchemas.ESTIMATE.assertValid(CommandRun.of("estimate", cauchy, "--format=json").out());
  }

  @Test
  void jsonAndCsvHaveTheSameNumbers() throws IOException {
    Path file = rectified(LISTED);
    JsonNode json =
        new ObjectMapper().readTree(CommandRun.of("estimate", file, "--format=json").out());
    List<String> csv = CommandRun.of("estimate", file, "--format=csv").out().lines().toList();
    assertEquals(
        "name,form,form2,quantity,t,t2,guaranteedLower,guaranteedUpper,linearEstimate,linearOutside,"
            + "matchingEstimate,matchingOutside,copulaEstimate,copulaOutside,samplingEstimate,"
            + "samplingOutside,samplingBandHalfWidth",
        csv.get(0));
    assertEquals(6, csv.size());
    JsonNode rows = json.at("/estimates/0/tables/0/rows");
    for (int k = 0; k < rows.size(); k++) {
      String[] cells = csv.get(k + 1).split(",", -1);
      JsonNode row = rows.get(k);
      assertEquals("listed", cells[0]);
      assertEquals(row.get("quantity").asText(), cells[3]);
      assertEquals(row.at("/guaranteed/lower").asDouble(), Double.parseDouble(cells[6]));
      assertEquals(row.at("/estimates/2/way").asText(), "sampling");
      assertEquals(row.at("/estimates/2/estimate").asDouble(), Double.parseDouble(cells[14]));
      assertEquals(row.at("/estimates/2/outside").asText(), cells[15]);
      assertEquals(k > 1, !cells[16].isEmpty());
    }
  }

  @Test
  void drawsTheBandWithDashedLines() throws IOException {
    Path picture = folder.resolve("band.svg");
    CommandRun run =
        CommandRun.of("estimate", rectified(BAND), "--format=svg", "--output", picture);
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.out());
    String svg = Files.readString(picture);
    assertEquals(1, svg.split("<polygon", -1).length - 1);
    assertEquals(3, svg.split("<polyline", -1).length - 1);
    for (String label : List.of("linear", "matching", "sampling")) {
      assertTrue(svg.contains(">" + label + ", estimate"), svg);
    }
    assertTrue(svg.contains("guaranteed: largest gap"), svg);
    assertTrue(svg.contains("with confidence 99.9 %, no proof"), svg);
    assertTrue(svg.contains("estimates are no proof</desc>"), svg);
  }

  @Test
  void aPictureHasAPanelForEachSumAndOneQuery() throws IOException {
    Path file = rectified(CORRELATED, MEAN);
    CommandRun two = CommandRun.of("estimate", file, "--format=svg");
    assertEquals(2, two.status());
    assertTrue(two.err().contains("choose with --query: 'together', 'average'"), two.err());
    CommandRun one = CommandRun.of("estimate", file, "--format=svg", "--query=together");
    assertEquals(0, one.status(), one.err());
    assertEquals(2, one.out().split("<polygon", -1).length - 1);
    CommandRun cauchy =
        CommandRun.of(
            "estimate", distributed(project.specification(LISTED), "Cauchy(0, 1)"), "--format=svg");
    assertEquals(0, cauchy.status(), cauchy.err());
    assertTrue(cauchy.err().contains("surety: linear: cauchy(0, 1) has no mean"), cauchy.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--query=nothing | has no query or property 'nothing'; it has 'listed', 'given'",
        "--query=given | 'given' cannot be estimated: it has a condition, and estimates know none",
        "--samples=1 | --samples is 1; it must be 2 to 20000000",
        "--samples=-5 | it must be 2 to",
        "--samples=20000001 | it must be 2 to",
        "--ways=linear,guess | guess",
        "--ways= | --ways",
        "--format=xml | xml",
        "--timeout=0s | more than 0",
        "--seed=one | one",
        "--output=/nowhere/at/all.csv | cannot be written",
      })
  void wrongUsageSaysWhatIsWrong(String option, String message) throws IOException {
    CommandRun run = CommandRun.of("estimate", project.specification(LISTED, GIVEN), option);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertEquals("", run.out());
  }

  @Test
  void whereNothingCanBeEstimatedThereIsNothingToDo() throws IOException {
    CommandRun given = CommandRun.of("estimate", project.specification(GIVEN));
    assertEquals(2, given.status());
    assertTrue(given.err().contains("'given': it has a condition"), given.err());
    CommandRun nothing = CommandRun.of("estimate", project.specification());
    assertEquals(2, nothing.status());
    assertTrue(nothing.err().contains("there is nothing to estimate"), nothing.err());
    CommandRun wrong = CommandRun.of("estimate", project.specification("query q: E(z) = ?;"));
    assertEquals(3, wrong.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "csv", "svg"})
  void stoppedBeforeThereIsAnythingItPrintsNothing(String format) throws IOException {
    Interruption interruption = new Interruption();
    interruption.request();
    CommandRun run =
        CommandRun.with(
            Checker::check,
            interruption,
            "estimate",
            project.specification(LISTED),
            "--format=" + format);
    assertEquals(30, run.status(), run.err());
    assertTrue(
        run.err().contains("'listed': stopped on request before anything was estimated"),
        run.err());
    assertEquals("", run.out());
  }

  @Test
  void theTimeMayBeOver() throws IOException {
    CommandRun run =
        CommandRun.of(
            "estimate", project.specification(LISTED), "--samples=5000000", "--timeout=20ms");
    assertEquals(30, run.status(), run.err());
    assertTrue(run.err().contains("a longer --timeout may do"), run.err());
    assertEquals("", run.out());
  }

  /** Estimates are there, and bounds are not any more. */
  @Test
  void whoeverStopsTheSearchSeesTheEstimates() throws IOException {
    Interruption interruption = new Interruption();
    Search stopping =
        (statement, networks, options, listener, cancelled) -> {
          interruption.request();
          throw new StoppedException();
        };
    CommandRun run =
        CommandRun.with(stopping, interruption, "estimate", project.specification(LISTED));
    assertEquals(0, run.status(), run.err());
    assertEquals("unknown", rows(run).get("mean").get(0));
    assertEquals("[0, 1]", rows(run).get("P(y0 <= 0.25)").get(0));
    assertEquals("0.25", rows(run).get("P(y0 <= 0.25)").get(1));
    assertTrue(run.out().contains("guaranteed: stopped on request"), run.out());
  }

  @Test
  void whatCannotBeSearchedForIsUnknown() throws IOException {
    Search refusing =
        (statement, networks, options, listener, cancelled) -> {
          throw new UnsuitableException("numbers are too large", null);
        };
    CommandRun run =
        CommandRun.with(refusing, new Interruption(), "estimate", project.specification(MEAN));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("guaranteed: numbers are too large"), run.out());
    assertEquals("unknown", rows(run).get("mean").get(0));
  }
}
