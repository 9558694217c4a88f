package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.report.SchemaFile;

class DiffCommandTest {
  private static final SchemaFile SCHEMA =
      new SchemaFile("/surety/report/surety-difference.schema.json");
  private static final String LOW = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String RATE = "query rate: P(y0 > 0.25) = ? under Even;";
  private static final String BAND = "query band: cdf(y0) at 4 points under Even;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  /** A run of these, as JSON and as a folder of certificates of the same name. */
  private Path run(String name, String... claims) throws IOException {
    return run(name, project.specification(claims));
  }

  private Path run(String name, Path specification) throws IOException {
    CommandRun run =
        CommandRun.of(
            "check", specification, "--format=json", "--certificates", folder.resolve(name));
    return Files.writeString(folder.resolve(name + ".json"), run.out());
  }

  private static CommandRun diff(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "diff";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.of(all);
  }

  @Test
  void equalRunsAreTheSame() throws IOException {
    Path one = run("one", LOW, RATE, BAND);
    Path two = run("two", LOW, RATE, BAND);
    for (Path old : new Path[] {one, folder.resolve("one")}) {
      for (Path other : new Path[] {two, folder.resolve("two")}) {
        CommandRun run = diff(old, other, "--fail-on=any");
        assertEquals(0, run.status(), run.out());
        assertEquals("SAME: 3 compared, nothing moved", run.firstLine(), run.out());
      }
    }
  }

  @Test
  void saysWhatIsNewAndWhatIsGone() throws IOException {
    CommandRun run = diff(run("one", LOW), run("two", RATE));
    assertEquals("DIFFERENT: 0 compared: 1 new, 1 gone", run.firstLine());
    assertTrue(run.out().contains("NEW        rate\n"), run.out());
    assertTrue(run.out().contains("GONE       low\n"), run.out());
  }

  @Test
  void saysWhichAssumptionsChanged() throws IOException {
    Path one = run("one", LOW, RATE);
    Path file = project.specification(LOW.replace("< 0.5", "< 0.1"), RATE.replace("25", "4"));
    Files.writeString(
        file, Files.readString(file).replace("x0 ~ Uniform(0, 1)", "x0 ~ Uniform(0, 2)"));
    byte[] model = TinyNetwork.identity();
    byte[] described = Arrays.copyOf(model, model.length + 3);
    System.arraycopy(new byte[] {0x32, 1, 'x'}, 0, described, model.length, 3); // its doc_string
    Files.write(folder.resolve("net.onnx"), described);
    CommandRun run = diff(one, run("two", file));
    assertEquals(
        "DIFFERENT: 2 compared: 1 with another verdict, 2 with other bounds, 2 with other"
            + " assumptions",
        run.firstLine());
    for (String line :
        new String[] {
          "verdict: PROVED -> VIOLATED",
          "network net.onnx: SHA-256 ",
          "distribution of x0: uniform(0, 1) -> uniform(0, 2)",
          "limit: < 0.5 -> < 0.1",
          "what is asked: P(y0 > 0.25) = ? under Even -> P(y0 > 0.4) = ? under Even",
          "shifted up: lower +",
        }) {
      assertTrue(run.out().contains("           " + line), line + " in\n" + run.out());
    }
  }

  @Test
  void aContradictionIsLoud() throws IOException {
    Path one = run("one", LOW);
    String text = Files.readString(one);
    Path two =
        Files.writeString(
            folder.resolve("two.json"),
            text.replaceFirst("\"lower\" : [0-9.E-]+", "\"lower\" : 0.4")
                .replaceFirst("\"upper\" : [0-9.E-]+", "\"upper\" : 0.5"));
    CommandRun run = diff(one, two);
    assertEquals(1, run.status());
    assertTrue(run.firstLine().startsWith("CONTRADICTION: "), run.out());
    assertTrue(run.err().contains("one of them is wrong"), run.err());
    assertTrue(run.out().contains("WRONG      low"), run.out());
    SCHEMA.assertValid(diff(one, two, "--format=json").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verdict | 20",
        "worse | 20",
        "assumption | 20",
        "assumption,removed | 20",
        "any | 20",
        "ANY | 20",
        "looser | 0",
        "removed | 0",
        "looser,removed | 0",
      })
  void failsOnWhatIsNamed(String causes, int status) throws IOException {
    Path one = run("one", LOW);
    Path two = run("two", LOW.replace("< 0.5", "< 0.1"), RATE);
    assertEquals(0, diff(one, two).status());
    assertEquals(status, diff(one, two, "--fail-on", causes).status());
  }

  @Test
  void aBetterVerdictIsNotWorse() throws IOException {
    Path one = run("one", LOW.replace("< 0.5", "< 0.1"));
    Path two = run("two", LOW);
    assertEquals(0, diff(one, two, "--fail-on", "worse").status());
    assertEquals(20, diff(one, two, "--fail-on", "verdict").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "better", "any;worse", "none", "violated"})
  void whatIsNoChangeIsWrongUsage(String causes) throws IOException {
    Path one = run("one", LOW);
    assertEquals(2, diff(one, one, "--fail-on=" + causes).status());
  }

  @Test
  void twoRunsAreCompared() throws IOException {
    Path one = run("one", LOW);
    assertEquals(2, diff().status());
    assertEquals(2, diff(one).status());
    assertEquals(2, diff(one, one, one).status());
    assertEquals(2, diff(one, one, "--format=xml").status());
  }

  @Test
  void whatIsNoRunIsAMessage() throws IOException {
    Path one = run("one", LOW);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path[] all = {
      folder.resolve("none"), empty, folder.resolve("spec.sure"), folder.resolve("net.onnx")
    };
    for (Path wrong : all) {
      CommandRun run = diff(one, wrong);
      assertEquals(3, run.status(), wrong + run.out());
      assertEquals("", run.out());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().startsWith("surety: " + wrong), run.err());
    }
  }

  @Test
  void theJsonKeepsToTheSchema() throws IOException {
    Path one = run("one", LOW, BAND);
    Path two = run("two", LOW.replace("< 0.5", "< 0.1"), RATE);
    SCHEMA.assertValid(diff(one, two, "--format", "json").out());
    SCHEMA.assertValid(diff(two, folder.resolve("one"), "--format", "json").out());
    SCHEMA.assertValid(diff(one, one, "--format", "json").out());
  }

  @Test
  void severalSpecificationsAreToldApart() throws IOException {
    Path a = Files.createDirectories(folder.resolve("in"));
    project.specification(LOW);
    for (String name : new String[] {"a.sure", "b.sure"}) {
      Files.copy(folder.resolve("spec.sure"), a.resolve(name));
    }
    Files.copy(folder.resolve("net.onnx"), a.resolve("net.onnx"));
    Path both = run("both", a);
    Files.delete(a.resolve("b.sure"));
    CommandRun run = diff(both, run("one", a));
    assertEquals("DIFFERENT: 1 compared: 1 gone", run.firstLine());
    assertTrue(run.out().contains("GONE       b.low"), run.out());
  }
}
