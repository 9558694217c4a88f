package surety.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.verification.Search;
import surety.report.ResultsSchema;
import surety.solver.Checker;

/** A second check of what was checked before. */
class CheckIncrementalTest {
  private static final String PROVED = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String VIOLATED = "property high: P(y0 > 0.25) < 0.5 under Even;";
  private static final String UNDECIDED = "property third: P(y0 <= 1/3) <= 1/3 under Even;";
  private static final String QUERY = "query rate: P(y0 > 0.25) = ? under Even;";
  private static final String BAND = "query band: cdf(y0) at 4 points under Even;";

  @TempDir private Path folder;
  private Project project;
  private final AtomicInteger searches = new AtomicInteger();

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  private CommandRun run(Object... arguments) {
    Search counting =
        (statement, networks, options, listener, cancelled) -> {
          searches.incrementAndGet();
          return Checker.check(statement, networks, options, listener, cancelled);
        };
    return CommandRun.with(counting, new Interruption(), arguments);
  }

  /** What is left when one does not look at times and whether it was searched. */
  private static List<String> bounds(CommandRun run) {
    return run.out().lines().filter(line -> line.contains(" in [") || line.contains(": ")).toList();
  }

  @Test
  void whatIsUnchangedIsReplayed() throws IOException {
    Path file = project.specification(PROVED, VIOLATED, UNDECIDED, QUERY, BAND);
    CommandRun first = run("check", file);
    assertEquals(5, searches.get());
    assertFalse(first.out().contains("unchanged"), first.out());
    CommandRun second = run("check", file);
    assertEquals(5, searches.get(), second.out());
    assertEquals(first.status(), second.status());
    assertEquals("", second.err());
    assertEquals(first.firstLine(), second.firstLine());
    assertEquals(
        5, second.out().lines().filter(l -> l.contains("unchanged, replayed in ")).count());
    for (String line : bounds(first)) {
      assertTrue(second.out().contains(line) || line.contains("witness"), line);
    }
  }

  @Test
  void theWitnessOfAViolationIsShownAgain() throws IOException {
    Path file = project.specification(VIOLATED);
    run("check", file);
    CommandRun second = run("check", file);
    assertEquals(1, searches.get());
    assertTrue(second.out().contains("witness: x = ("), second.out());
  }

  @Test
  void itIsInTheJson() throws IOException {
    Path file = project.specification(PROVED, UNDECIDED, BAND);
    JsonNode first = json(run("check", file, "--format", "json"));
    JsonNode second = json(run("check", file, "--format", "json"));
    for (int k = 0; k < 3; k++) {
      JsonNode searched = first.get("results").get(k);
      JsonNode replayed = second.get("results").get(k);
      assertFalse(searched.get("replayed").asBoolean());
      assertTrue(replayed.get("replayed").asBoolean());
      assertFalse(searched.get("stopped").isNull());
      assertTrue(replayed.get("stopped").isNull());
      for (String same : List.of("verdict", "lower", "upper", "cells", "statement", "shortfall")) {
        assertEquals(searched.get(same), replayed.get(same), same);
      }
      assertEquals(searched.get("band"), replayed.get("band"));
    }
  }

  private static JsonNode json(CommandRun run) throws IOException {
    ResultsSchema.assertValid(run.out());
    return new ObjectMapper().readTree(run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--fresh", "--no-certificates", "--bounding=adaptive", "--cross-check=z3"})
  void everythingIsSearchedFor(String option) throws IOException {
    Path file = project.specification(PROVED, QUERY);
    run("check", file);
    CommandRun second = run("check", file, option);
    assertEquals(4, searches.get());
    assertFalse(second.out().contains("unchanged"), second.out());
    assertFalse(second.out().contains("searched anew"), second.out());
  }

  @Test
  void onlyWhatWasChangedIsSearched() throws IOException {
    run("check", project.specification(PROVED, VIOLATED));
    Path file = project.specification("// moved", VIOLATED, PROVED.replace("0.75", "0.8"));
    CommandRun second = run("check", file);
    assertEquals(3, searches.get());
    assertTrue(second.out().contains("note: searched anew: the certificate "), second.out());
    assertTrue(second.out().contains("is about another statement"), second.out());
  }

  @Test
  void whatDoesNotReplayIsSearchedAndTheNoteSaysWhy() throws IOException {
    Path file = project.specification(PROVED, QUERY);
    run("check", file);
    byte[] good = Files.readAllBytes(project.certificate("low"));
    Files.write(project.certificate("low"), Arrays.copyOf(good, good.length - 10));
    CommandRun second = run("check", file);
    assertEquals(3, searches.get());
    assertEquals(0, second.status());
    assertTrue(second.out().contains("low.cert is incomplete"), second.out());
    assertArrayEquals(good, Files.readAllBytes(project.certificate("low")));
  }

  @Test
  void aCertificateSaysNothingOfAnotherNetwork() throws IOException {
    Path file = project.specification(PROVED);
    run("check", file);
    byte[] model = TinyNetwork.identity();
    byte[] described = Arrays.copyOf(model, model.length + 3);
    System.arraycopy(new byte[] {0x32, 1, 'x'}, 0, described, model.length, 3); // its doc_string
    Files.write(folder.resolve("net.onnx"), described);
    CommandRun second = run("check", file);
    assertEquals(2, searches.get());
    assertTrue(second.out().contains("another version of the network file"), second.out());
  }

  @Test
  void aSmallerGapIsSearchedFor() throws IOException {
    Path file = project.specification(UNDECIDED);
    run("check", file);
    run("check", file, "--gap", "1e-300");
    assertEquals(2, searches.get());
  }

  @Test
  void manyAreAsTheyWereInTheirOrder() throws IOException {
    List<String> claims =
        IntStream.range(0, 30)
            .mapToObj(k -> "property p%d: P(y0 > %d/40) < 0.5 under Even;".formatted(k, k + 1))
            .toList();
    Path file = project.specification(claims.toArray(String[]::new));
    CommandRun first = run("check", file);
    List<CommandRun> again = new ArrayList<>();
    again.add(run("check", file));
    again.add(run("check", file, "--threads", "1"));
    assertEquals(30, searches.get());
    for (CommandRun one : again) {
      assertEquals(first.status(), one.status());
      assertEquals(
          first.out().lines().filter(l -> l.contains(" in [")).toList(),
          one.out().lines().filter(l -> l.contains(" in [")).toList());
    }
  }

  @Test
  void anInterruptionBeginsNothing() throws IOException {
    Path file = project.specification(PROVED);
    run("check", file);
    Interruption interruption = new Interruption();
    interruption.request();
    CommandRun second = CommandRun.with(Checker::check, interruption, "check", file);
    assertEquals(30, second.status());
    assertTrue(second.out().contains("stopped before anything could be certified"), second.out());
  }

  @Test
  void aCdfIsReplayedToo() throws IOException {
    Path file = project.specification(BAND);
    CommandRun first = run("cdf", file);
    assertEquals(first.out(), run("cdf", file).out());
    assertEquals(1, searches.get());
    assertEquals(first.out(), run("cdf", file, "--fresh").out());
    assertEquals(2, searches.get());
  }
}
