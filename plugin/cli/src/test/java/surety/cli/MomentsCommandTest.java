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

class MomentsCommandTest {
  private static final String QUERY = "query both: moments(y0, x0 - 3 * y0) under Even;";
  private static final String OTHER = "query one: moments(2 * y0) under Even;";
  private static final String PROPERTY = "property low: P(y0 > 0.75) < 0.5 under Even;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  private static void assertContains(String number, String lower, String upper) {
    BigDecimal exact = new BigDecimal(number);
    assertTrue(new BigDecimal(lower).compareTo(exact) <= 0, lower + " is above " + number);
    assertTrue(new BigDecimal(upper).compareTo(exact) >= 0, upper + " is below " + number);
  }

  /** y = x is uniform on the unit interval, and x - 3 y = -2 y. */
  @Test
  void printsAllOfThemAsCsv() throws IOException {
    CommandRun run =
        CommandRun.of("moments", project.specification(QUERY, PROPERTY), "--format=csv");
    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals("moment,first,second,lower,upper", lines.get(0));
    String[][] exact = {
      {"E,y0,", "0.5"},
      {"Var,y0,", "0.083333333333333333"},
      {"Std,y0,", "0.28867513459481288"},
      {"E,-3 * y0 + x0,", "-1"},
      {"Var,-3 * y0 + x0,", "0.33333333333333333"},
      {"Std,-3 * y0 + x0,", "0.57735026918962576"},
      {"Cov,y0,-3 * y0 + x0", "-0.16666666666666667"},
      {"Corr,y0,-3 * y0 + x0", "-1"}
    };
    assertEquals(exact.length + 1, lines.size(), run.out());
    for (int k = 0; k < exact.length; k++) {
      String line = lines.get(k + 1);
      assertTrue(line.startsWith(exact[k][0] + ","), line);
      String[] cells = line.split(",", -1);
      assertContains(exact[k][1], cells[3], cells[4]);
    }
    assertTrue(Files.exists(project.certificate("both")));
  }

  @Test
  void printsTablesForPeople() throws IOException {
    CommandRun run = CommandRun.of("moments", project.specification(QUERY));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().startsWith("both: moments(y0, x0 - 3 * y0) under Even"), run.out());
    for (String part :
        List.of("mean", "standard deviation", "covariance", "correlation", "[-1, ")) {
      assertTrue(run.out().contains(part), run.out());
    }
  }

  @Test
  void jsonKeepsToTheSchema() throws IOException {
    Path file = project.specification(QUERY);
    for (String command : List.of("moments", "check")) {
      CommandRun run = CommandRun.of(command, file, "--format=json", "--no-certificates");
      assertEquals(0, run.status(), run.err());
      ResultsSchema.assertValid(run.out());
      assertTrue(run.out().contains("\"quantity\" : \"Cov(y0, -3 * y0 + x0)\""), run.out());
      assertEquals(command.equals("moments"), run.out().contains("\"derived\""), run.out());
    }
    assertFalse(Files.exists(folder.resolve("certificates")));
  }

  @Test
  void withoutAQueryAllOutputsAreMeant() throws IOException {
    CommandRun run = CommandRun.of("moments", project.specification(PROPERTY));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().startsWith("moments_of_Even: moments() under Even"), run.out());
    assertTrue(Files.exists(project.certificate("moments_of_Even")));
    CommandRun chosen =
        CommandRun.of("moments", project.specification(QUERY), "--distribution=Even");
    assertTrue(chosen.out().startsWith("moments_of_Even:"), chosen.out());
  }

  @Test
  void whatIsMeantHasToBeClear() throws IOException {
    CommandRun several = CommandRun.of("moments", project.specification(QUERY, OTHER));
    assertEquals(2, several.status());
    assertTrue(several.err().contains("choose with --query: 'both', 'one'"), several.err());
    CommandRun chosen =
        CommandRun.of("moments", project.specification(QUERY, OTHER), "--query=one");
    assertEquals(0, chosen.status(), chosen.err());
    CommandRun unknown = CommandRun.of("moments", project.specification(QUERY), "--query=low");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("has no query 'low' for moments"), unknown.err());
    CommandRun none = CommandRun.of("moments", project.specification(PROPERTY), "--query=low");
    assertTrue(none.err().contains("write for instance: query m: moments(y)"), none.err());
    CommandRun nowhere =
        CommandRun.of("moments", project.specification(QUERY), "--distribution=Odd");
    assertEquals(2, nowhere.status());
    assertTrue(nowhere.err().contains("no distribution 'Odd'; it has 'Even'"), nowhere.err());
  }

  @Test
  void writesAFileAndReplays() throws IOException {
    Path file = project.specification(QUERY);
    Path out = folder.resolve("moments.csv");
    CommandRun run = CommandRun.of("moments", file, "--format=csv", "--output=" + out);
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.out());
    assertTrue(Files.readString(out).startsWith("moment,"));
    CommandRun replay = CommandRun.of("replay", file);
    assertEquals(0, replay.status(), replay.err());
    assertTrue(replay.out().contains("5 moments of 2 outputs, largest gap "), replay.out());
    CommandRun json = CommandRun.of("replay", file, "--format=json");
    ResultsSchema.assertValid(json.out());
    assertTrue(json.out().contains("\"quantity\" : \"Var(y0)\""), json.out());
  }

  @Test
  void whatIsStoppedSaysSo() throws IOException {
    Interruption interruption = new Interruption();
    interruption.request();
    for (String format : List.of("text", "json", "csv")) {
      CommandRun run =
          CommandRun.with(
              Checker::check,
              interruption,
              "moments",
              project.specification(QUERY),
              "--format=" + format);
      assertEquals(30, run.status(), run.err());
      if (format.equals("json")) {
        ResultsSchema.assertValid(run.out());
      } else {
        assertEquals("", run.out());
      }
    }
  }

  /** One input that is uniform is left to a tree, unless something else is asked for. */
  @Test
  void theMethodMayBeChosen() throws IOException {
    String tree = CommandRun.of("moments", project.specification(QUERY), "--format=csv").out();
    CommandRun same =
        CommandRun.of("moments", project.specification(QUERY), "--format=csv", "--method=tree");
    assertEquals(tree, same.out(), same.err());
    CommandRun linear = CommandRun.of("moments", project.specification(QUERY), "--method=linear");
    assertTrue(linear.out().contains("0.28867513459481"), linear.out() + linear.err());
    assertTrue(linear.out().contains(" 1 cell,"), "it was searched: " + linear.out());
    CommandRun wrong = CommandRun.of("moments", project.specification(QUERY), "--method=cubic");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("auto, linear, tree"), wrong.err());
  }
}
