package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.report.ResultsSchema;
import surety.solver.Checker;

class CdfCommandTest {
  private static final String CDF = "query band: cdf(y0) at 8 points under Even;";
  private static final String OTHER = "query other: cdf(2*y0) at 4 points under Even;";
  private static final String JOINT =
      "query pair: cdf(y0, 1 * x0 + y0) at 4 x 3 points under Even;";
  private static final String TRIPLE =
      "query three: cdf(y0, 2 * y0, -y0) at [0, 0.5] x [1] x [-1/4, 0] under Even;";
  private static final String PROPERTY = "property low: P(y0 > 0.75) < 0.5 under Even;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  @Test
  void printsTheBandAsCsv() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification(CDF, PROPERTY));
    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals("t,lower,upper", lines.get(0));
    assertEquals(9, lines.size());
    for (String line : lines.subList(1, 9)) {
      String[] cells = line.split(",", -1);
      BigDecimal t = new BigDecimal(cells[0]).max(BigDecimal.ZERO).min(BigDecimal.ONE);
      assertTrue(new BigDecimal(cells[1]).compareTo(t) <= 0, line);
      assertTrue(new BigDecimal(cells[2]).compareTo(t) >= 0, line);
    }
    assertTrue(Files.exists(project.certificate("band")));
  }

  @Test
  void jsonKeepsToTheSchema() throws IOException {
    CommandRun run =
        CommandRun.of("cdf", project.specification(CDF), "--format=json", "--no-certificates");
    assertEquals(0, run.status(), run.err());
    ResultsSchema.assertValid(run.out());
    assertFalse(Files.exists(folder.resolve("certificates")));
  }

  /** y = x is uniform, so each bin has what the unit interval has of it. */
  @Test
  void printsTheProbabilitiesOfBins() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification(CDF), "--density");
    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals("t,lower,upper,binLower,binUpper", lines.get(0));
    assertEquals(10, lines.size());
    BigDecimal before = BigDecimal.ZERO;
    for (String line : lines.subList(1, 10)) {
      String[] cells = line.split(",", -1);
      BigDecimal to =
          cells[0].equals("inf")
              ? BigDecimal.ONE
              : new BigDecimal(cells[0]).max(BigDecimal.ZERO).min(BigDecimal.ONE);
      BigDecimal mass = to.subtract(before);
      assertTrue(new BigDecimal(cells[3]).compareTo(mass) <= 0, line);
      assertTrue(new BigDecimal(cells[4]).compareTo(mass) >= 0, line);
      before = to;
    }
    assertTrue(lines.get(9).startsWith("inf,1,1,"), run.out());
  }

  @Test
  void binsKeepToTheSchema() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification(CDF), "--density", "--format=json");
    assertEquals(0, run.status(), run.err());
    ResultsSchema.assertValid(run.out());
    assertTrue(run.out().contains("\"density\" : ["), run.out());
    assertFalse(
        CommandRun.of("cdf", project.specification(CDF), "--format=json")
            .out()
            .contains("density"));
    Interruption interruption = new Interruption();
    interruption.request();
    CommandRun stopped =
        CommandRun.with(
            Checker::check,
            interruption,
            "cdf",
            project.specification(CDF),
            "--density",
            "--format=json");
    ResultsSchema.assertValid(stopped.out());
  }

  @Test
  void drawsTheHistogram() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification(CDF), "--density", "--format=svg");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains(">density</text>"), run.out());
    assertTrue(run.out().contains("probability below the bins in [0, "), run.out());
  }

  /** With x uniform, P(x <= s and 2 x <= t) is the lesser of s and t / 2, between 0 and 1. */
  @Test
  void printsAllPointsOfAGrid() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification(JOINT));
    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals("t1,t2,lower,upper", lines.get(0));
    assertEquals(13, lines.size());
    for (String line : lines.subList(1, 13)) {
      String[] cells = line.split(",", -1);
      BigDecimal half = new BigDecimal(cells[1]).divide(BigDecimal.valueOf(2));
      BigDecimal truth =
          new BigDecimal(cells[0]).min(half).max(BigDecimal.ZERO).min(BigDecimal.ONE);
      assertTrue(new BigDecimal(cells[2]).compareTo(truth) <= 0, line);
      assertTrue(new BigDecimal(cells[3]).compareTo(truth) >= 0, line);
    }
    assertTrue(Files.exists(project.certificate("pair")));
  }

  @Test
  void listedThresholdsArePrintedAsTheyAreListed() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification(TRIPLE));
    assertEquals(0, run.status(), run.err());
    List<String> places =
        run.out().lines().map(line -> line.replaceFirst("(,[^,]*){2}$", "")).toList();
    assertEquals(
        List.of("t1,t2,t3", "0,1,-0.25", "0,1,0", "0.5,1,-0.25", "0.5,1,0"), places, run.out());
    // x up to 1/2 and from 1/4 on
    assertTrue(run.out().matches("(?s).*\n0\\.5,1,-0\\.25,0\\.2(4999|5)[^\n]*,0\\.25[^\n]*\n.*"));
  }

  @Test
  void aGridInJsonHasListsOfThresholds() throws IOException {
    for (String query : List.of(JOINT, TRIPLE)) {
      Path file = project.specification(query);
      CommandRun run = CommandRun.of("cdf", file, "--format=json");
      assertEquals(0, run.status(), run.err());
      ResultsSchema.assertValid(run.out());
      assertTrue(run.out().contains("\"t\" : ["), run.out());
      String name = query.equals(JOINT) ? "pair" : "three";
      CommandRun replay =
          CommandRun.of(
              "replay",
              "--specification",
              file,
              "--certificate",
              project.certificate(name),
              "--format=json");
      assertEquals(0, replay.status(), replay.err());
      ResultsSchema.assertValid(replay.out());
      assertTrue(replay.out().contains("\"t\" : ["), replay.out());
    }
  }

  @Test
  void drawsTheJointCdfOfTwoInShades() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification(JOINT), "--format=svg");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().startsWith("<svg") && run.out().endsWith("</svg>\n"), run.out());
    assertTrue(run.out().contains(">guaranteed: 12 points, largest gap "), run.out());
    assertTrue(run.out().contains(">y0</text>"), run.out());
  }

  @Test
  void whatAGridDoesNotHaveIsRefused() throws IOException {
    Path file = project.specification(TRIPLE);
    CommandRun picture = CommandRun.of("cdf", file, "--format=svg");
    assertEquals(2, picture.status());
    assertTrue(picture.err().contains("a picture shows two at most; write --format csv"));
    CommandRun bins = CommandRun.of("cdf", file, "--density");
    assertEquals(2, bins.status());
    assertTrue(bins.err().contains("has no bins; leave --density out"), bins.err());
    CommandRun compared =
        CommandRun.of("cdf", project.specification(JOINT), "--format=svg", "--compare=5");
    assertEquals(2, compared.status());
    assertTrue(compared.err().contains("leave --compare out"), compared.err());
  }

  @Test
  void writesToAFile() throws IOException {
    Path output = folder.resolve("band.csv");
    Path file = project.specification(CDF, OTHER);
    CommandRun run = CommandRun.of("cdf", file, "--query", "other", "--output", output);
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.out());
    assertEquals(5, Files.readAllLines(output).size());
  }

  @Test
  void anOutputThatCannotBeWrittenIsReported() throws IOException {
    Path output = folder.resolve("missing").resolve("band.csv");
    CommandRun run = CommandRun.of("cdf", project.specification(CDF), "--output", output);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("cannot be written"), run.err());
  }

  @Test
  void severalQueriesNeedAChoice() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification(CDF, OTHER));
    assertEquals(2, run.status());
    assertTrue(run.err().contains("choose with --query: 'band', 'other'"), run.err());
  }

  @Test
  void noQueryAndAnUnknownOneAreWrongUsage() throws IOException {
    CommandRun none = CommandRun.of("cdf", project.specification(PROPERTY));
    assertEquals(2, none.status());
    assertTrue(none.err().contains("has no cdf query"), none.err());
    CommandRun unknown = CommandRun.of("cdf", project.specification(CDF), "--query", "low");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("has no cdf query 'low'; it has 'band'"), unknown.err());
  }

  @Test
  void aWrongSpecificationIsBadInput() throws IOException {
    CommandRun run = CommandRun.of("cdf", project.specification("query q: cdf(z) under Even;"));
    assertEquals(3, run.status());
    assertTrue(run.err().contains("spec.sure:12:"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void drawsThePictureOfTheBand() throws IOException {
    Path picture = folder.resolve("band.svg");
    CommandRun run =
        CommandRun.of("cdf", project.specification(CDF), "--format=svg", "--output", picture);
    assertEquals(0, run.status(), run.err());
    String text = Files.readString(picture);
    assertTrue(text.startsWith("<svg") && text.endsWith("</svg>\n"), text);
    assertFalse(text.contains("polyline"));
  }

  @Test
  void drawsBoundingNetworksBesideIt() throws IOException {
    CommandRun run =
        CommandRun.of("cdf", project.specification(CDF), "--format=svg", "--compare=2,8");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("bounding networks of 2 segments, estimated"), run.out());
    assertTrue(run.out().contains("bounding networks of 8 segments, estimated"), run.out());
  }

  @Test
  void comparisonsHaveTheirPlaceInPicturesOnly() throws IOException {
    Path file = project.specification(CDF);
    for (String format : List.of("csv", "json")) {
      CommandRun run = CommandRun.of("cdf", file, "--format=" + format, "--compare=5");
      assertEquals(2, run.status());
      assertTrue(run.err().contains("--compare needs --format svg"), run.err());
    }
    for (String segments : List.of("0", "-1", "5,0", "1025")) {
      CommandRun run = CommandRun.of("cdf", file, "--format=svg", "--compare=" + segments);
      assertEquals(2, run.status());
      assertTrue(run.err().contains("it must be 1 to 1024"), run.err());
    }
    assertEquals(2, CommandRun.of("cdf", file, "--format=svg", "--compare=five").status());
  }

  @Test
  void withoutAnyBoundsThereIsNothingToPrint() throws IOException {
    Path file = project.specification(CDF);
    for (String format : List.of("csv", "json", "svg")) {
      Interruption interruption = new Interruption();
      interruption.request();
      CommandRun run =
          CommandRun.with(Checker::check, interruption, "cdf", file, "--format", format);
      assertEquals(30, run.status(), run.err());
      assertTrue(run.err().contains("stopped before anything could be certified"), run.err());
      assertEquals(format.equals("json"), run.out().contains("\"UNDECIDED\""), run.out());
      assertEquals(format.equals("json"), !run.out().isEmpty(), run.out());
    }
  }

  @Test
  void boundingNetworksNeedBoundedInputs() throws IOException {
    Path file = project.specification(CDF);
    Files.writeString(file, Files.readString(file).replace("Uniform(0, 1)", "Normal(0, 1)"));
    CommandRun run = CommandRun.of("cdf", file, "--format=svg", "--compare=5");
    assertEquals(3, run.status());
    assertTrue(run.err().contains("truncate its distribution"), run.err());
    assertEquals(0, CommandRun.of("cdf", file, "--format=svg").status());
  }
}
