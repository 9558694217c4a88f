package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.cli.report.CommandSchemas;

class RunCommandTest {
  private static final Path IRIS = Path.of("../../examples/iris/iris.sure");

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  @Test
  void printsOutputsAndEvents() throws IOException {
    Path file =
        project.specification(
            "property low \"R1: low\": P(y0 > 0.75) < 0.5 under Even;",
            "query high: P(2 * y0 <= 1) = ? under Even;",
            "query band: cdf(y0) under Even;");
    CommandRun run = CommandRun.of("run", file, "--input", "0.8");
    assertEquals(0, run.status(), run.err());
    assertEquals(
        List.of(
            "EVALUATED: " + file + ": of 2 events 1 happens, 1 does not",
            "",
            "Net at x0 = 0.8",
            "",
            "output  over the reals  float32 (estimate)  difference",
            "y0      0.8             0.8                 1.2e-8",
            "",
            "event of  over the reals   float32 (estimate)",
            "low       happens          happens             y0 > 0.75",
            "high      does not happen  does not happen     2 * y0 <= 1",
            "",
            "over the reals: exact; float32: as ONNX Runtime rounds here, an estimate that decides"
                + " nothing",
            "note: fed as the nearest float32: x0 = 0.800000011920929"),
        run.out().lines().toList());
    assertEquals("", run.err());
  }

  @Test
  void conditionsAndNamedEventsAreListedToo() throws IOException {
    Path file =
        project.specification(
            "event win = y0 > 0.75;",
            "event lose = not win and x0 < 0.5;",
            "query low: P(win | y0 > 0.9) = ? under Even;",
            "property both: P(win) - P(lose) < 0.9 under Even;",
            "query mean: E(y0) = ? under Even;");
    CommandRun run = CommandRun.of("run", file, "--input", "0.8");
    assertEquals(0, run.status(), run.err());
    assertEquals(
        "EVALUATED: " + file + ": of 6 events 3 happen, 3 do not", run.firstLine(), run.out());
    List<String> rows = run.out().lines().map(line -> line.replaceAll("  +", "|")).toList();
    for (String row :
        List.of(
            "low|happens|happens|y0 > 0.75",
            "low, condition|does not happen|does not happen|y0 > 0.9",
            "both, part|happens|happens|y0 > 0.75",
            "win|happens|happens|y0 > 0.75",
            "lose|does not happen|does not happen|not win and x0 < 0.5")) {
      assertTrue(rows.contains(row), row + "\n" + run.out());
    }
    CommandRun json = CommandRun.of("run", file, "--input", "0.8", "--format", "json");
    CommandSchemas.RUN.assertValid(json.out());
    JsonNode events = new ObjectMapper().readTree(json.out()).get("events");
    assertEquals("condition", events.get(1).get("role").asText());
    assertEquals("event", events.get(5).get("kind").asText());
    assertEquals("lose", events.get(5).get("name").asText());
    CommandRun one = CommandRun.of("run", file, "--input", "0.8", "--property", "low");
    assertEquals(2, one.status());
  }

  @Test
  void namedEventsOfOtherNetworksAreNotListed() throws IOException {
    Files.write(folder.resolve("two.onnx"), TinyNetwork.linear(new float[][] {{1, 2}}));
    Path file =
        project.specification(
            "network Two = \"two.onnx\";",
            "distribution E for Two { x[0] ~ Uniform(0, 1); }",
            "event big = Two.y[1] > 1;",
            "event small = Net.y0 < 0.1;");
    CommandRun run = CommandRun.of("run", file, "--input", "0.8", "--network", "Two");
    assertEquals(0, run.status(), run.err());
    assertEquals("HAPPENS: " + file + ": big: Two.y[1] > 1", run.firstLine());
  }

  @Test
  void whatIsAboutSeveralNetworksIsSaidToBeLeftOut() throws IOException {
    Files.write(folder.resolve("two.onnx"), TinyNetwork.linear(new float[][] {{2}}));
    Path file =
        project.specification(
            "network Two = \"two.onnx\" { input x0; output z; }",
            "distribution Both for Net, Two { x0 ~ Uniform(0, 1); }",
            "query more: P(Two.z > Net.y0) = ? under Both;",
            "query band: cdf(Two.z - Net.y0) under Both;",
            "query low: P(y0 < 0.1) = ? under Even;");
    String note =
        "left out are the events of 'more', which are about other networks, too; choose one with"
            + " --property";
    CommandRun run = CommandRun.of("run", file, "--input", "0.8", "--network", "Net");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("note: " + note + "\n"), run.out());
    CommandRun json =
        CommandRun.of("run", file, "--input", "0.8", "--network", "Net", "--format", "json");
    CommandSchemas.RUN.assertValid(json.out());
    assertTrue(json.out().contains(note), json.out());
    CommandRun one = CommandRun.of("run", file, "--input", "0.8", "--property", "more");
    assertEquals("HAPPENS: " + file + ": more: Two.z > Net.y0", one.firstLine(), one.err());
    assertTrue(!one.out().contains("left out"), one.out());
  }

  @Test
  void theExactAnswerIsNotTheRoundedOne() throws IOException {
    Path file = project.specification("property p: P(y0 <= 0.1) < 0.5 under Even;");
    CommandRun run = CommandRun.of("run", file, "--input", "x0=0.1");
    assertEquals(0, run.status(), run.err());
    assertEquals("HAPPENS: " + file + ": p: y0 <= 0.1", run.firstLine());
    assertTrue(
        run.out().contains("note: rounding turns p's event into its contrary here"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = (0.8)",
        "x=[0.8]",
        " (0.8) ",
        "x = (0.8) gives y = (0.8), rounded",
        "witness: x = (0.8) gives y = (0.8), rounded",
        "x0 = 0.8",
        "x0 = 0.8 gives y0 = 0.8, rounded",
        "witness: x0 = 0.8 gives y0 = 0.8, rounded",
        "witness: x0 = 0.8 (fixed: 63 inputs) gives y = (0.8), rounded",
      })
  void aWitnessIsTakenAsAReportPrintsIt(String witness) throws IOException {
    Path file = project.specification("property low: P(y0 > 0.75) < 0.5 under Even;");
    CommandRun run = CommandRun.of("run", file, "--input", witness);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("Net at x0 = 0.8\n"), run.out());
  }

  @Test
  void withoutAnInputTheEventIsMadeToHappen() throws IOException {
    Path file = project.specification("property p: P(y0 > 0.75) < 0.5 under Even;");
    CommandRun run = CommandRun.of("run", file, "--property", "p");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.firstLine().startsWith("HAPPENS: "), run.out());
    assertTrue(run.out().contains("(an input for which p's event happens)"), run.out());
  }

  @Test
  void withoutAnInputAndAPropertyAPointInsideIsTaken() throws IOException {
    Path file = project.specification();
    CommandRun run = CommandRun.of("run", file);
    assertEquals(0, run.status(), run.err());
    assertEquals("EVALUATED: " + file + ": no event is asked about", run.firstLine());
    assertTrue(
        run.out().contains("Net at x0 = 0.5 (a point inside of the inputs' support)"), run.out());
  }

  @Test
  void anInputOfAWitnessIsTakenAsItIsPrinted() {
    CommandRun run =
        CommandRun.of("run", IRIS, "--property", "rare", "--input", "(0.03125, 0.84375)");
    assertEquals(0, run.status(), run.err());
    assertEquals("HAPPENS: " + IRIS + ": rare: setosa > 12", run.firstLine());
  }

  @Test
  void anInputOutsideOfTheSupportIsEvaluatedAndRemarked() throws IOException {
    Path file = project.specification();
    CommandRun run = CommandRun.of("run", file, "--input", "7");
    assertEquals(0, run.status(), run.err());
    assertTrue(
        run.out().contains("note: x0 = 7 lies where its distribution has no density"), run.out());
  }

  @Test
  void anInputOutsideOfTheBoxIsRemarked() throws IOException {
    Files.write(folder.resolve("two.onnx"), TinyNetwork.linear(new float[][] {{1}, {1}}));
    Path file =
        project.specification(
            "network Two = \"two.onnx\" { input a, b; output c; }",
            "distribution Box for Two { (a, b) ~ Normal([0, 0], [[2, 1], [1, 2]])"
                + " on [0, 1] x [0, 1]; }",
            "property p: P(c > 1) < 0.5 under Box;");
    CommandRun run = CommandRun.of("run", file, "--input", "0.5, 7", "--network", "Two");
    assertEquals(0, run.status(), run.err());
    assertTrue(
        run.out().contains("note: b = 7 lies outside of the box ('on') that all questions have"),
        run.out());
  }

  @Test
  void anOverflowInFloat32IsNoFailure() throws IOException {
    Path file = project.specification("property p: P(y0 > 0.75) < 0.5 under Even;");
    CommandRun run = CommandRun.of("run", file, "--input", "1e39", "--format", "json");
    assertEquals(0, run.status(), run.err());
    CommandSchemas.RUN.assertValid(run.out());
    JsonNode output = new ObjectMapper().readTree(run.out()).get("outputs").get(0);
    assertTrue(output.get("estimate").isNull(), run.out());
    assertEquals("Infinity", output.get("estimateText").asText());
    assertEquals("1" + "0".repeat(39), output.get("exact").asText());
  }

  @Test
  void jsonKeepsToTheSchema() throws IOException {
    CommandRun run = CommandRun.of("run", IRIS, "--input", "1/3,0.8", "--format", "json");
    assertEquals(0, run.status(), run.err());
    CommandSchemas.RUN.assertValid(run.out());
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertEquals("Iris", report.get("network").asText());
    assertEquals("1/3", report.get("inputs").get(0).get("exact").asText());
    assertEquals("float32", report.get("estimate").get("format").asText());
    assertEquals(3, report.get("outputs").size());
    assertTrue(report.get("events").get(0).get("happens").isBoolean(), run.out());
    assertTrue(report.get("origin").isNull(), run.out());
  }

  @Test
  void aSmoothNetworkHasIntervalsInJson() throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}}, "Tanh"));
    Path file = project.specification("property p: P(y0 > 0.75) < 0.5 under Even;");
    CommandRun run = CommandRun.of("run", file, "--input", "0.5", "--format", "json");
    CommandSchemas.RUN.assertValid(run.out());
    JsonNode output = new ObjectMapper().readTree(run.out()).get("outputs").get(0);
    assertTrue(output.get("exact").isNull(), run.out());
    double tanh = Math.tanh(0.5);
    assertEquals(tanh, output.get("lower").asDouble(), 1e-14);
    assertTrue(output.get("lower").asDouble() < output.get("upper").asDouble(), run.out());
  }

  /** The middle of the interval of tanh(1/2) cannot be told from tanh(1/2). */
  @Test
  void whatIsTooCloseToTellEndsWith30() throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}}, "Tanh"));
    Path file =
        project.specification("property p: P(y0 > 0.46211715726000975850231848) < 0.5 under Even;");
    CommandRun run = CommandRun.of("run", file, "--input", "0.5");
    assertEquals(30, run.status(), run.out());
    assertTrue(run.firstLine().startsWith("TOO CLOSE TO TELL: "), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--input 1,2 | Invalid value for option '--input': the network takes 1 value, not 2: x0",
        "--input y=1 | Invalid value for option '--input': the network has no input 'y'",
        "--input one | Invalid value for option '--input': 'one' is no value for x0",
        "--input () | Invalid value for option '--input': there is no value; the network takes 1"
            + " value: x0",
        "--property nope | has no property 'nope'; it has 'p', 'band'",
        "--property band | 'band' is a cdf, which has no event; leave --property out",
        "--network Huge | has no network 'Huge'; it has 'Net'",
        "--property p --network Huge | 'p' is about Net and not about 'Huge'"
      })
  void wrongUsageIsSaid(String arguments, String message) throws IOException {
    Path file =
        project.specification(
            "property p: P(y0 > 0.75) < 0.5 under Even;", "query band: cdf(y0) under Even;");
    String[] options = arguments.split(" ", -1);
    Object[] all = new Object[options.length + 2];
    all[0] = "run";
    all[1] = file;
    System.arraycopy(options, 0, all, 2, options.length);
    CommandRun run = CommandRun.of(all);
    assertEquals(2, run.status(), run.out());
    assertEquals("", run.out());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void ofSeveralNetworksOneIsChosen() throws IOException {
    Files.write(folder.resolve("two.onnx"), TinyNetwork.linear(new float[][] {{1, 2}}));
    Path file =
        project.specification(
            "network Two = \"two.onnx\";", "distribution E for Two { x[0] ~ Uniform(0, 1); }");
    CommandRun several = CommandRun.of("run", file, "--input", "1");
    assertEquals(2, several.status());
    assertTrue(
        several.err().contains("has several networks; choose with --network: 'Net', 'Two'"),
        several.err());
    CommandRun one = CommandRun.of("run", file, "--input", "1", "--network", "Two");
    assertEquals(0, one.status(), one.err());
    assertTrue(one.out().contains("y[1]    2  "), one.out());
  }

  @Test
  void aSpecificationWithErrorsOrWithoutADistributionIsBadInput() throws IOException {
    CommandRun wrong = CommandRun.of("run", project.specification("property p: oops;"));
    assertEquals(3, wrong.status());
    CommandRun empty =
        CommandRun.of("run", project.file("semantics real;\nnetwork N = \"net.onnx\";\n"));
    assertEquals(3, empty.status());
    assertTrue(empty.err().contains("has no distribution"), empty.err());
  }
}
