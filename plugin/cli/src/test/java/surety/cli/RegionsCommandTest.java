package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import surety.cli.report.CommandSchemas;
import surety.report.ResultsSchema;
import surety.solver.Checker;

class RegionsCommandTest {
  /** Two lines that cross in the middle of the square: four regions. */
  private static final float[][] CROSS = {{1, 1}, {1, -1}};

  private static final String HEAD =
      """
      semantics real;
      network Net = "net.onnx" { input a, b; }
      """;

  private static final String SQUARE =
      "distribution Square for Net { a ~ Uniform(-1, 1); b ~ Uniform(-1, 1); }\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void create() throws IOException {
    write(SQUARE);
    network("Relu");
  }

  private void network(String operator) throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.activated(CROSS, operator));
  }

  private void write(String text) throws IOException {
    file = Files.writeString(folder.resolve("spec.sure"), HEAD + text);
  }

  private CommandRun run(Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "regions";
    arguments[1] = file;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return CommandRun.of(arguments);
  }

  private static void assertRefused(int status, String reason, CommandRun run) {
    assertEquals(status, run.status(), run.err());
    assertTrue(run.err().contains(reason), run.err());
  }

  /** Each network has regions of its own; the second one has no names for the same inputs. */
  @Test
  void ofADistributionForSeveralNetworksOneIsChosen() throws IOException {
    Files.write(
        folder.resolve("other.onnx"), TinyNetwork.activated(new float[][] {{1}, {1}}, "Relu"));
    write(
        """
        network Other = "other.onnx";
        distribution Both for Net, Other { a ~ Uniform(-1, 1); b ~ Uniform(-1, 1); }
        """);
    assertRefused(2, "choose with --network: 'Net', 'Other'", run());
    assertRefused(2, "choose with --network: 'Net', 'Other'", run("--distribution=Both"));
    assertRefused(2, "is for no network 'Third'; it is for 'Net', 'Other'", run("--network=Third"));
    assertEquals("4 activation regions of Net under Both", run("--network=Net").firstLine());
    Path certificate = folder.resolve("other.cert");
    CommandRun other = run("--network=Other", "--certificate", certificate);
    assertEquals("2 activation regions of Other under Both", other.firstLine());
    assertTrue(other.out().contains("inner point (a, b)"), other.out());
    CommandRun replay =
        CommandRun.of("replay", "--specification", file, "--certificate", certificate);
    assertEquals(0, replay.status(), replay.err());
    assertTrue(replay.out().contains("regions of Other under Both"), replay.out());
    CommandRun statement =
        CommandRun.of("statement", file, "--distribution=Both", "--network=Other");
    assertEquals(0, statement.status(), statement.err());
    CommandRun open = CommandRun.of("statement", file, "--distribution=Both");
    assertRefused(2, "choose with --network", open);
    assertRefused(
        2, "--network needs --distribution", CommandRun.of("statement", file, "--network=Net"));
  }

  @Test
  void printsATable() {
    CommandRun run = run();
    assertEquals(0, run.status(), run.err());
    assertEquals("4 activation regions of Net under Square", run.firstLine());
    assertTrue(run.out().contains("polytopes decided, "), run.out());
    assertTrue(run.out().contains("inner point (a, b)"), run.out());
    assertTrue(run.out().contains("rounding in the deployed network is not covered"), run.out());
    for (String pattern : List.of("  00  ", "  01  ", "  10  ", "  11  ")) {
      assertTrue(run.out().contains(pattern), run.out());
    }
    assertFalse(run.err().contains("error"), run.err());
  }

  @Test
  void printsCsv() {
    CommandRun run = run("--format", "csv");
    List<String> lines = run.out().lines().toList();
    assertEquals(
        "region,pattern,lower,upper,facets,point a,point b,"
            + "y[0] per a,y[0] per b,y[0] constant,y[1] per a,y[1] per b,y[1] constant",
        lines.get(0));
    assertEquals(5, lines.size());
    BigDecimal lower = BigDecimal.ZERO;
    BigDecimal upper = BigDecimal.ZERO;
    for (String line : lines.subList(1, 5)) {
      String[] cells = line.split(",", -1);
      assertEquals(13, cells.length);
      lower = lower.add(new BigDecimal(cells[2]));
      upper = upper.add(new BigDecimal(cells[3]));
      assertEquals(cells[1].charAt(0) == '1' ? "1" : "0", cells[7]);
      assertEquals(cells[1].charAt(1) == '1' ? "1" : "0", cells[10]);
    }
    assertTrue(lower.compareTo(BigDecimal.ONE) <= 0 && upper.compareTo(BigDecimal.ONE) >= 0);
  }

  @Test
  void jsonKeepsToItsSchema() throws IOException {
    CommandRun run = run("--format", "json");
    assertEquals(0, run.status(), run.err());
    CommandSchemas.REGIONS.assertValid(run.out());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertTrue(json.get("complete").asBoolean());
    assertEquals(4, json.get("regions").size());
    assertEquals(3, json.get("regions").get(0).get("halfSpaces").size());
    assertEquals(3, json.get("regions").get(0).get("vertices").size());
    assertEquals("a", json.get("inputs").get(0).asText());
  }

  private static Document parse(Path svg) throws Exception {
    byte[] bytes = Files.readAllBytes(svg);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  @Test
  void drawsTwoInputs() throws Exception {
    Path svg = folder.resolve("regions.svg");
    assertEquals(0, run("--svg", svg).status());
    Document document = parse(svg);
    assertEquals(4, document.getElementsByTagName("polygon").getLength());
    String text = Files.readString(svg);
    for (String expected : List.of(">a<", ">b<", ">probability<", ">-0.5<", "pattern 10")) {
      assertTrue(text.contains(expected), expected);
    }
  }

  @Test
  void whereAnInputIsUnboundedAPartIsDrawn() throws Exception {
    write("distribution Bell for Net { a ~ Normal(10, 2); b ~ Exponential(1); }\n");
    Path svg = folder.resolve("regions.svg");
    CommandRun run = run("--svg", svg);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("outside of the box"), run.out());
    assertTrue(parse(svg).getElementsByTagName("polygon").getLength() >= 2);
    assertTrue(Files.readString(svg).contains(">10<"));
  }

  @Test
  void onlyTwoInputsAreDrawn() throws IOException {
    write("distribution Line for Net { a ~ Uniform(-1, 1); b = 1/3; }\n");
    Path svg = folder.resolve("regions.svg");
    assertRefused(2, "Line has 1", run("--svg", svg));
    assertFalse(Files.exists(svg));
    assertTrue(run().out().startsWith("3 activation regions"), run().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--svg", "--certificate"})
  void filesThatCannotBeWrittenAreNoticedFirst(String option) {
    assertRefused(2, "cannot be written", run(option, folder));
    CommandRun missing = run(option, folder.resolve("no").resolve("file"));
    assertRefused(2, "its folder is missing", missing);
    assertEquals("", missing.out());
  }

  @Test
  void tooManyRegionsAreAnOpenEnd() throws IOException {
    Path certificate = folder.resolve("c.cert");
    CommandRun run = run("--max-regions", "3", "--format", "json", "--certificate", certificate);
    assertRefused(30, "there are more than 3 regions; a larger --max-regions may do", run);
    assertTrue(run.err().contains("cover 7") && run.err().contains("% of the prob"), run.err());
    assertTrue(run.err().contains("no certificate was written"), run.err());
    assertFalse(Files.exists(certificate));
    CommandSchemas.REGIONS.assertValid(run.out());
    assertFalse(new ObjectMapper().readTree(run.out()).get("complete").asBoolean());
    assertTrue(run("--max-regions", "3").out().startsWith("at least 3 activation regions"));
  }

  @Test
  void anInterruptionIsAnOpenEnd() {
    Interruption interruption = new Interruption();
    interruption.request();
    CommandRun run = CommandRun.with(Checker::check, interruption, "regions", file);
    assertRefused(30, "stopped on request before any region was found", run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--max-regions=0", "--max-regions=x", "--threads=0", "--format=xml"})
  void wrongOptionsAreRefused(String option) {
    assertEquals(2, run(option).status());
  }

  @Test
  void aSmoothNetworkHasNoRegions() throws IOException {
    network("Tanh");
    assertRefused(3, "tanh, which is not piecewise linear", run());
  }

  @Test
  void fixedInputsHaveOneRegion() throws IOException {
    write("distribution Point for Net { a = 1; b = 2; }\n");
    CommandRun run = run();
    assertTrue(run.out().startsWith("1 activation regions"), run.out());
    assertTrue(run.out().contains("     1  [1, 1]            0  10 "), run.out());
  }

  private static JsonNode region(JsonNode json, String pattern) {
    for (JsonNode region : json.get("regions")) {
      if (region.get("pattern").asText().equals(pattern)) {
        return region;
      }
    }
    throw new AssertionError(pattern);
  }

  private static void assertBounds(double exact, JsonNode region) {
    assertEquals(exact, region.get("lower").asDouble(), 1e-9, region::toString);
    assertEquals(exact, region.get("upper").asDouble(), 1e-9, region::toString);
  }

  /** a + b and a - b have the correlation -1 / sqrt(4.2 * 1.8). */
  @Test
  void correlatedInputsHaveRegionsInTheirCoordinates() throws IOException {
    write("distribution Both for Net { (a, b) ~ Normal([0, 0], [[1, 0.6], [0.6, 2]]); }\n");
    CommandRun run = run("--format", "json");
    CommandSchemas.REGIONS.assertValid(run.out());
    JsonNode json = new ObjectMapper().readTree(run.out());
    double same = 0.25 - Math.asin(1 / Math.sqrt(4.2 * 1.8)) / (2 * Math.PI);
    assertBounds(same, region(json, "11"));
    assertBounds(0.5 - same, region(json, "10"));
    assertEquals("[\"1\",\"0\"]", json.get("branches").get(0).get(0).get("factors").toString());
    assertEquals("[\"3/5\",\"1\"]", json.get("branches").get(0).get(1).get("factors").toString());
    // the map is one of the inputs, not of the coordinates
    assertEquals("[\"1\",\"1\"]", region(json, "11").get("map").get(0).get("factors").toString());
    assertEquals("[\"1\",\"-1\"]", region(json, "11").get("map").get(1).get("factors").toString());
  }

  /** The law is that without the box, and so would the probabilities be. */
  @Test
  void aBoxAroundCorrelatedInputsIsRefused() throws IOException {
    String whole = "distribution %s for Net { (a, b) ~ Normal([0, 0], [[1, 0.6], [0.6, 2]])%s; }\n";
    String box = whole.formatted("Box", " on [0, 1] x [0, inf]");
    write(whole.formatted("Box", ""));
    Path certificate = folder.resolve("c.cert");
    assertEquals(0, run("--certificate", certificate).status());
    assertEquals(0, replay(certificate).status());
    write(box);
    assertRefused(3, "regions have no condition, and all under Box has one", run());
    assertRefused(
        3, "have no condition", CommandRun.of("statement", file, "--distribution", "Box"));
    CommandRun replay = replay(certificate);
    assertEquals(4, replay.status(), replay.out());
    assertTrue(replay.out().contains("about no distribution"), replay.out());
    write(box + whole.formatted("Whole", ""));
    assertTrue(replay(certificate).out().contains("regions of Net under Whole"));
    assertRefused(3, "all under Box has one", run("--distribution=Box"));
    assertEquals(0, run("--distribution=Whole").status());
  }

  /** Of each branch the regions are found; a pattern's probability is the sum over them. */
  @Test
  void branchesAddUp() throws Exception {
    write(
        """
        distribution Either for Net {
          a ~ Bernoulli(0.25);
          b ~ Uniform(-1, 3) given a == 1;
          b ~ Uniform(-2, -1) given a == 0;
        }
        """);
    CommandRun run = run("--format", "json");
    CommandSchemas.REGIONS.assertValid(run.out());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertBounds(0.25 / 2, region(json, "11")); // a is 1, and b from -1 to 1
    assertBounds(0.25 / 2, region(json, "10"));
    assertBounds(0.75, region(json, "01"));
    CommandRun text = run("--svg", folder.resolve("regions.svg"));
    assertTrue(
        text.out().contains("the distribution has 2 branches, with 3 polytopes"), text.out());
    assertTrue(text.out().contains("  branches  pattern"), text.out());
    String svg = Files.readString(folder.resolve("regions.svg"));
    assertEquals(
        3, parse(folder.resolve("regions.svg")).getElementsByTagName("polygon").getLength());
    assertTrue(svg.contains("stroke-linecap"), svg); // b alone is a line
    CommandRun csv = run("--format", "csv");
    assertTrue(csv.out().startsWith("region,pattern,lower,upper,branches,point a,point b,"));
    Path certificate = folder.resolve("c.cert");
    assertEquals(0, run("--certificate", certificate).status());
    CommandRun replay = replay(certificate);
    assertEquals(0, replay.status(), replay.out());
    assertTrue(
        replay.out().contains("3 regions in 2 branches, and their probabilities; no others"));
    write(Files.readString(file).replace(HEAD, "").replace("0.25", "0.5"));
    assertTrue(replay(certificate).out().contains("another statement"));
  }

  /** Three coordinates and two inputs: a noise is added to both. */
  @Test
  void moreCoordinatesThanInputsAreDrawn() throws Exception {
    write(
        """
        distribution Noise for Net mixture { 0.5: Near; 0.5: Far; }
        distribution Near for Net { a ~ Uniform(0, 1); b ~ Normal(a, 0.1); }
        distribution Far for Net { a ~ Cauchy(0, 1); b = 2 * a + 1; }
        """);
    Path svg = folder.resolve("regions.svg");
    CommandRun run = run("--distribution", "Noise", "--svg", svg);
    assertEquals(0, run.status(), run.err());
    assertTrue(parse(svg).getElementsByTagName("polygon").getLength() >= 4);
  }

  @Test
  void aDistributionIsChosen() throws IOException {
    write(SQUARE + SQUARE.replace("Square", "Other").replace("-1, 1", "1, 2"));
    assertRefused(2, "choose with --distribution: 'Square', 'Other'", run());
    assertTrue(run("--distribution", "Other").out().contains("of Net under Other"));
    assertRefused(2, "no distribution 'Third'", run("--distribution", "Third"));
    write("");
    assertRefused(3, "has no distribution", run());
  }

  @Test
  void aWrongSpecificationIsRefused() throws IOException {
    write(SQUARE.replace("a ~", "c ~"));
    assertEquals(3, run().status());
    file = folder.resolve("none.sure");
    assertRefused(3, "there is no such specification", run());
  }

  private CommandRun replay(Path certificate, Object... more) {
    Object[] arguments = new Object[more.length + 5];
    Object[] first = {"replay", "--specification", file, "--certificate", certificate};
    System.arraycopy(first, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void theCertificateReplays() throws IOException {
    Path certificate = folder.resolve("c.cert");
    assertEquals(0, run("--certificate", certificate).status());
    CommandRun valid = replay(certificate);
    assertEquals(0, valid.status(), valid.out());
    assertEquals("VALID: " + certificate, valid.firstLine());
    assertTrue(valid.out().contains("4 regions, and their probabilities; no others"));
    CommandRun json = replay(certificate, "--format", "json");
    ResultsSchema.assertValid(json.out());
    assertRefused(2, "leave --property out", replay(certificate, "--property", "p"));
  }

  @Test
  void whatIsNotProvedDoesNotReplay() throws IOException {
    Path certificate = folder.resolve("c.cert");
    assertEquals(0, run("--certificate", certificate).status());
    byte[] content = Files.readAllBytes(certificate);
    Files.write(certificate, Arrays.copyOf(content, content.length - 80));
    CommandRun cut = replay(certificate);
    assertEquals(5, cut.status(), cut.out());
    content[content.length / 2] ^= 1;
    Files.write(certificate, content);
    assertEquals(4, replay(certificate).status());
    content[content.length / 2] ^= 1;
    Files.write(certificate, content);
    network("LeakyRelu");
    CommandRun swapped = replay(certificate, "--format", "json");
    assertEquals(4, swapped.status(), swapped.out());
    ResultsSchema.assertValid(swapped.out());
    network("Relu");
    write(SQUARE.replace("-1, 1", "-1, 2"));
    assertTrue(replay(certificate).out().contains("another statement"));
    write(
        SQUARE.replace("-1, 1", "-1, 2")
            + SQUARE.replace("Square", "Other").replace("-1, 1", "-2, 1"));
    assertTrue(replay(certificate).out().contains("about no distribution"));
  }

  @Test
  void theStatementIsThatOfTheCertificate() throws IOException {
    Path certificate = folder.resolve("c.cert");
    assertEquals(0, run("--certificate", certificate).status());
    CommandRun statement = CommandRun.of("statement", file, "--distribution", "Square");
    assertEquals(0, statement.status(), statement.err());
    assertTrue(
        Files.readString(certificate, StandardCharsets.ISO_8859_1).contains(statement.out()));
    assertEquals(2, CommandRun.of("statement", file, "--distribution", "None").status());
    assertEquals(
        2,
        CommandRun.of("statement", file, "--distribution", "Square", "--property", "p").status());
  }
}
