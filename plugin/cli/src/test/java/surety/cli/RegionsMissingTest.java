package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.cli.report.CommandSchemas;

/** {@code surety regions --missing} and {@code --gains}. */
class RegionsMissingTest {
  private static final String HEAD =
      """
      semantics real;
      network Net = "net.onnx" { input a, b; }
      """;

  /**
   * The arguments a + b and a - b are independent, with the deviation sqrt(2); the mean is (2, 0).
   */
  private static final String NORMAL =
      "distribution Noise for Net { a ~ Normal(2, 1); b ~ Normal(0, 1); }\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void create() throws IOException {
    write(NORMAL);
    Files.write(
        folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1, 1}, {1, -1}}, "Relu"));
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

  @Test
  void printsPatternsAndWhatIsMissing() {
    CommandRun run = run("--missing", "1e-3");
    assertEquals(0, run.status(), run.err());
    assertEquals("4 activation patterns of Net under Noise", run.firstLine());
    assertTrue(run.out().contains("\n11 "), run.out());
    assertTrue(run.out().contains("all others together have a probability of at most 0\n"));
    assertTrue(run.out().contains("an estimate without proof"), run.out());
    assertTrue(run.out().contains("rounding in the deployed network is not covered"), run.out());
    CommandRun coarse = run("--missing", "0.3");
    assertEquals("1 activation pattern of Net under Noise", coarse.firstLine());
  }

  @Test
  void jsonKeepsToItsSchema() throws IOException {
    for (String gains : List.of("--threads=1", "--gains")) {
      CommandRun run = run("--missing", "1e-3", "--format", "json", gains);
      assertEquals(0, run.status(), run.err());
      JsonNode node = new ObjectMapper().readTree(run.out());
      CommandSchemas.SUPPORT.assertValid(run.out());
      assertEquals("11", node.get("patterns").get(0).get("pattern").asText());
      assertEquals(gains.equals("--gains"), node.has("gains"));
    }
  }

  @Test
  void csvHasAllPatterns() {
    CommandRun run = run("--missing", "0", "--format", "csv", "--gains");
    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals("number,pattern,lower,upper,gain lower,gain upper", lines.get(0));
    assertEquals(5, lines.size());
    assertTrue(lines.get(1).startsWith("1,11,0."), lines.get(1));
  }

  @Test
  void certificatesReplay() throws IOException {
    Path certificate = folder.resolve("noise.cert");
    assertEquals(0, run("--missing=0.2", "--certificate", certificate).status());
    CommandRun replay =
        CommandRun.of("replay", "--specification", file, "--certificate", certificate);
    assertEquals(0, replay.status(), replay.err());
    assertTrue(replay.out().startsWith("VALID: "), replay.out());
    assertTrue(replay.out().contains("activation patterns of Net under Noise"), replay.out());
    assertTrue(replay.out().contains("all others together have at most 0.1"), replay.out());
    CommandRun statement = CommandRun.of("statement", file, "--distribution=Noise", "--support");
    assertEquals("surety support 1", statement.firstLine());
    assertTrue(
        Files.readString(certificate, StandardCharsets.ISO_8859_1).contains(statement.out()));
    write(NORMAL.replace("(2, 1)", "(2, 3)"));
    CommandRun other =
        CommandRun.of("replay", "--specification", file, "--certificate", certificate);
    assertEquals(4, other.status());
    assertTrue(other.out().contains("another statement"), other.out());
    assertRefused(2, "--support needs", CommandRun.of("statement", file, "--support"));
  }

  @Test
  void whatIsNotReachedIsPrintedAllTheSame() {
    Path certificate = folder.resolve("some.cert");
    CommandRun run = run("--missing=0", "--max-regions=1", "--certificate", certificate);
    assertRefused(30, "0 is not reached: up to ", run);
    assertEquals("1 activation pattern of Net under Noise", run.firstLine());
    assertTrue(Files.exists(certificate));
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    assertRefused(2, "is not from 0 to 1", run("--missing=1.5"));
    assertRefused(2, "is not from 0 to 1", run("--missing=NaN"));
    assertRefused(2, "--svg draws all", run("--missing=0.1", "--svg", folder.resolve("x.svg")));
    assertRefused(2, "--timeout is for --missing", run("--timeout=1s"));
    write("distribution Flat for Net { a ~ Uniform(0, 1); b ~ Normal(0, 1); }\n");
    assertRefused(3, "mixtures of normals", run("--missing=0.1"));
  }

  /** Of all regions: the maps are (a + b, a - b) and its parts, with gains 0 and sqrt(2). */
  @Test
  void allRegionsHaveGains() throws IOException {
    write("distribution Square for Net { a ~ Uniform(-1, 1); b ~ Uniform(-1, 1); }\n");
    CommandRun text = run("--gains");
    assertEquals(0, text.status(), text.err());
    assertTrue(text.out().contains("\nexpected Jacobian  per a"), text.out());
    assertTrue(text.out().contains("\natom of"), text.out());
    assertFalse(run().out().contains("gain"));
    CommandRun json = run("--gains", "--format=json");
    JsonNode node = new ObjectMapper().readTree(json.out());
    CommandSchemas.REGIONS.assertValid(json.out());
    JsonNode slope = node.get("gains").get("jacobian").get(0).get(0);
    assertTrue(slope.get("lower").asDouble() <= 0.5 && slope.get("upper").asDouble() >= 0.5);
    assertTrue(slope.get("upper").asDouble() - slope.get("lower").asDouble() < 1e-9);
    CommandRun csv = run("--gains", "--format=csv");
    assertTrue(csv.out().lines().findFirst().orElseThrow().endsWith(",gain lower,gain upper"));
  }
}
