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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.stop.StoppedException;
import surety.language.verification.Search;
import surety.report.ResultsSchema;
import surety.solver.Bounding;
import surety.solver.SearchOptions;
import surety.solver.StopReason;
import surety.solver.UnsuitableException;

class CheckCommandTest {
  private static final String PROVED = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String VIOLATED = "property high: P(y0 > 0.25) < 0.5 under Even;";
  private static final String UNDECIDED = "property third: P(y0 <= 1/3) <= 1/3 under Even;";
  private static final String QUERY = "query rate: P(y0 > 0.25) = ? under Even;";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  @Test
  void provesAndKeepsTheCertificate() throws IOException {
    CommandRun run = CommandRun.of("check", project.specification(PROVED));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.firstLine().startsWith("PROVED: "), run.out());
    assertTrue(run.out().contains("probability in ["), run.out());
    assertTrue(run.out().contains("rounding in the deployed network is not covered"), run.out());
    assertEquals("", run.err());
    assertTrue(Files.size(project.certificate("low")) > 0);
  }

  @Test
  void violatedOutweighsUndecided() throws IOException {
    Path file = project.specification(PROVED, UNDECIDED, VIOLATED, QUERY);
    CommandRun run = CommandRun.of("check", file, "--timeout", "1s");
    assertEquals(40, run.status(), run.err());
    assertTrue(
        run.firstLine().endsWith("spec.sure: 1 proved, 1 violated, 1 undecided, 1 query answered"),
        run.out());
  }

  @Test
  void undecidedOutweighsProved() throws IOException {
    Path file = project.specification(PROVED, UNDECIDED);
    CommandRun run = CommandRun.of("check", file, "--timeout", "1s");
    assertEquals(30, run.status(), run.err());
    assertTrue(run.firstLine().startsWith("UNDECIDED: "), run.out());
  }

  @Test
  void anAnsweredQueryNeverFails() throws IOException {
    Path file = project.specification(QUERY);
    Search search = Searches.finding(0.25, 0.75, StopReason.TIMEOUT);
    CommandRun run = CommandRun.with(search, new Interruption(), "check", file, "--gap", "0.1");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.firstLine().startsWith("ANSWERED: "), run.out());
    assertTrue(run.out().contains("the wanted gap 0.1 was not reached"), run.out());
  }

  /** A script that looks at the status must not take nothing for an answer. */
  @Test
  void aQueryOfWhichNothingIsKnownIsUndecided() throws IOException {
    Path file = project.specification(QUERY, "query band: cdf(y0) at 3 points under Even;");
    Interruption interruption = new Interruption();
    Search search =
        (statement, network, options, listener, cancelled) -> {
          interruption.request();
          return Searches.result(statement, 0, 1, StopReason.CANCELLED);
        };
    CommandRun run = CommandRun.with(search, interruption, "check", file);
    assertEquals(30, run.status(), run.err());
    assertEquals("UNDECIDED: " + file + ": 2 undecided", run.firstLine());
    Search hopeless =
        (statement, network, options, listener, cancelled) -> {
          throw new StoppedException();
        };
    CommandRun late = CommandRun.with(hopeless, new Interruption(), "check", file);
    assertEquals(30, late.status(), late.err());
    assertEquals("UNDECIDED: " + file + ": 2 undecided", late.firstLine());
  }

  @Test
  void jsonKeepsToTheSchema() throws IOException {
    Path file = project.specification(PROVED, VIOLATED, QUERY, "query band: cdf(y0) under Even;");
    CommandRun run = CommandRun.of("check", file, "--format", "json", "--gap", "0.01");
    assertEquals(40, run.status(), run.err());
    ResultsSchema.assertValid(run.out());
    assertTrue(run.out().contains("\"band\""), run.out());
  }

  @Test
  void onlyTheNamedOnesAreChecked() throws IOException {
    Path file = project.specification(PROVED, VIOLATED, QUERY);
    CommandRun run = CommandRun.of("check", file, "--property", "low", "--property", "rate");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.firstLine().endsWith("1 proved, 1 query answered"), run.out());
    assertFalse(Files.exists(project.certificate("high")));
  }

  @Test
  void anUnknownNameIsWrongUsage() throws IOException {
    CommandRun run =
        CommandRun.of("check", project.specification(PROVED, QUERY), "--property", "lwo");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("no property 'lwo'; it has 'low', 'rate'"), run.err());
    assertFalse(Files.exists(folder.resolve("certificates")));
  }

  @Test
  void certificatesGoWhereTheyShould() throws IOException {
    Path file = project.specification(PROVED);
    Path chosen = folder.resolve("kept here");
    assertEquals(0, CommandRun.of("check", file, "--certificates", chosen).status());
    assertTrue(Files.exists(chosen.resolve("spec.low.cert")));
    assertEquals(0, CommandRun.of("check", file, "--no-certificates").status());
    assertFalse(Files.exists(folder.resolve("certificates")));
  }

  @Test
  void aCertificateThatCannotBeWrittenIsNoticedBeforeTheSearch() throws IOException {
    Path file = project.specification(PROVED);
    Files.writeString(folder.resolve("certificates"), "a file in the way");
    Search never =
        (statement, network, options, listener, cancelled) -> {
          throw new AssertionError("searched");
        };
    CommandRun run = CommandRun.with(never, new Interruption(), "check", file);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("no certificate can be written"), run.err());
    assertEquals("a file in the way", Files.readString(folder.resolve("certificates")));
  }

  @Test
  void theReportIsNotLostWithItsCertificate() throws IOException {
    Path file = project.specification(PROVED);
    Files.createDirectories(project.certificate("low"));
    CommandRun run = CommandRun.of("check", file);
    assertEquals(2, run.status());
    assertTrue(run.firstLine().startsWith("PROVED: "), run.out());
    assertTrue(run.out().contains("no certificate"), run.out());
    assertTrue(run.err().contains("'low': the certificate could not be written"), run.err());
  }

  @Test
  void errorsOfTheSpecificationHaveAPlace() throws IOException {
    Path file = project.specification("property p: P(y7 > 0.5) < 0.5 under Even;");
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith(file + ":12:"), run.err());
    assertTrue(run.err().contains(": error: "), run.err());
    assertTrue(run.err().contains("y7"), run.err());
    assertFalse(Files.exists(folder.resolve("certificates")));
  }

  @Test
  void errorsOfTheSpecificationAreInTheJsonToo() throws IOException {
    Path file = project.specification("property p: P(y7 > 0.5) < 0.5 under Even;");
    CommandRun run = CommandRun.of("check", file, "--format", "json");
    assertEquals(3, run.status());
    ResultsSchema.assertValid(run.out());
    assertTrue(run.out().contains("\"line\" : 12"), run.out());
  }

  @Test
  void filesThatAreNotThereAreNamed() throws IOException {
    CommandRun missing = CommandRun.of("check", folder.resolve("none.sure"));
    assertEquals(3, missing.status());
    assertTrue(missing.err().contains("none.sure: there is no such specification"), missing.err());
    CommandRun directory = CommandRun.of("check", folder);
    assertEquals(3, directory.status());
    assertTrue(directory.err().contains("has no specification (*.sure) in it"), directory.err());
    Path file = project.specification(PROVED);
    Files.delete(folder.resolve("net.onnx"));
    CommandRun network = CommandRun.of("check", file);
    assertEquals(3, network.status());
    assertTrue(network.err().contains("net.onnx"), network.err());
  }

  @Test
  void aNetworkIsNoSpecification() throws IOException {
    project.specification(PROVED);
    Path network = folder.resolve("net.onnx");
    for (String command : List.of("check", "cdf", "statement", "run")) {
      CommandRun run = CommandRun.of(command, network);
      assertEquals(3, run.status(), command);
      assertEquals(
          "surety: %s is a network, not a specification; 'surety new %s' makes a first"
                  .formatted(network, network)
              + " specification of it\n",
          run.err());
    }
  }

  @Test
  void anEmptySpecificationIsNotProved() throws IOException {
    for (String text : List.of("", "semantics real;\n")) {
      CommandRun run = CommandRun.of("check", project.file(text));
      assertEquals(3, run.status(), run.out());
      assertEquals("", run.out());
      assertFalse(run.err().isEmpty());
    }
  }

  @Test
  void brokenFilesAreBadInput() throws IOException {
    Path file = project.specification(PROVED);
    Files.write(folder.resolve("net.onnx"), new byte[] {1, 2, 3, -1, -1, -1});
    CommandRun network = CommandRun.of("check", file);
    assertEquals(3, network.status());
    assertTrue(network.err().contains("net.onnx"), network.err());
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    CommandRun binary = CommandRun.of("check", file);
    assertEquals(3, binary.status());
    assertFalse(binary.err().contains("\tat "), binary.err());
  }

  @Test
  void boundingNetworksMayBeAskedFor() throws IOException {
    Path file = project.specification(PROVED);
    List<Bounding> seen = new ArrayList<>();
    Search search =
        (statement, network, options, listener, cancelled) -> {
          seen.add(options.bounding());
          return Searches.result(statement, 0, 0, StopReason.SETTLED);
        };
    Interruption none = new Interruption();
    CommandRun.with(search, none, "check", file, "--bounding=relu-networks");
    CommandRun.with(search, none, "check", file, "--bounding=relu-networks", "--segments=3");
    CommandRun.with(search, none, "check", file, "--bounding=adaptive");
    assertEquals(
        List.of(
            new Bounding.ReluNetworks(10), new Bounding.ReluNetworks(3), new Bounding.Adaptive()),
        seen);
  }

  @Test
  void theCommandLineWinsOverTheSpecification() throws IOException {
    String text = "query rate: P(y0 > 0.25) = ? under Even within 1e-3 timeout 5 s threads 7;";
    Path file = project.specification(text, PROVED);
    List<SearchOptions> seen = new ArrayList<>();
    Search search =
        (statement, network, options, listener, cancelled) -> {
          seen.add(options);
          return Searches.result(statement, 0.25, 0.25, StopReason.SETTLED);
        };
    CommandRun.with(search, new Interruption(), "check", file);
    CommandRun.with(
        search, new Interruption(), "check", file, "--gap=0.125", "--timeout=7min", "--threads=3");
    assertEquals(Duration.ofSeconds(5), seen.get(0).timeout());
    assertEquals(1e-3, seen.get(0).gap(), 1e-18);
    assertEquals(7, seen.get(0).threads());
    assertEquals(SearchOptions.defaults(), seen.get(1));
    assertEquals(
        SearchOptions.defaults().withGap(0.125).withTimeout(Duration.ofMinutes(7)).withThreads(3),
        seen.get(2));
    assertEquals(seen.get(2), seen.get(3));
  }

  @Test
  void anInterruptionKeepsWhatIsDoneAndBeginsNothingMore() throws IOException {
    Path file = project.specification(PROVED, VIOLATED);
    Files.createDirectories(folder.resolve("certificates"));
    Files.write(project.certificate("high"), new byte[] {9});
    Interruption interruption = new Interruption();
    Search search =
        (statement, network, options, listener, cancelled) -> {
          interruption.request();
          assertTrue(cancelled.getAsBoolean());
          return Searches.result(statement, 0, 0.75, StopReason.CANCELLED);
        };
    CommandRun run = CommandRun.with(search, interruption, "check", file);
    assertEquals(30, run.status(), run.err());
    assertTrue(run.out().contains("note: stopped on request"), run.out());
    assertTrue(run.out().contains("note: stopped before anything could be certified"), run.out());
    assertArrayEquals(new byte[] {42}, Files.readAllBytes(project.certificate("low")));
    assertArrayEquals(new byte[] {9}, Files.readAllBytes(project.certificate("high")));
  }

  @Test
  void ourOwnFaultIsOneLineUnlessAskedForMore() throws IOException {
    Path file = project.specification(PROVED);
    Search broken =
        (statement, network, options, listener, cancelled) -> {
          throw new IllegalStateException("cell 7 has no parent");
        };
    CommandRun run = CommandRun.with(broken, new Interruption(), "check", file);
    assertEquals(1, run.status());
    assertEquals("FAILED: " + file + ": 1 failed", run.firstLine());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("'low': internal error: "), run.err());
    assertTrue(run.err().contains("cell 7 has no parent"), run.err());
    assertTrue(run.err().contains("--debug"), run.err());
    CommandRun debug = CommandRun.with(broken, new Interruption(), "check", file, "--debug");
    assertEquals(1, debug.status());
    assertTrue(debug.err().contains("\tat surety."), debug.err());
  }

  /** A search that fails for the second of three. */
  private static Search failingFor(int failing, Runnable fault) {
    AtomicInteger searched = new AtomicInteger();
    return (statement, network, options, listener, cancelled) -> {
      if (searched.incrementAndGet() == failing) {
        fault.run();
      }
      return Searches.result(statement, 0.25, 0.25, StopReason.SETTLED);
    };
  }

  static Stream<Runnable> faults() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("degree 48");
        },
        () -> {
          throw new StackOverflowError("degree 48");
        },
        () -> {
          throw new OutOfMemoryError("degree 48");
        },
        () -> {
          throw new UnsatisfiedLinkError("degree 48");
        });
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfOursIsThatPropertysAlone(Runnable fault) throws IOException {
    Path file = project.specification(PROVED, VIOLATED, QUERY);
    CommandRun run = CommandRun.with(failingFor(2, fault), new Interruption(), "check", file);
    assertEquals(1, run.status(), run.err());
    assertEquals("FAILED: " + file + ": 1 proved, 1 query answered, 1 failed", run.firstLine());
    assertTrue(run.out().contains("FAILED     high"), run.out());
    assertTrue(run.out().contains("internal error: "), run.out());
    assertTrue(run.out().contains("ANSWERED   rate"), run.out());
    assertTrue(Files.exists(project.certificate("low")));
    assertFalse(Files.exists(project.certificate("high")));
    assertTrue(Files.exists(project.certificate("rate")));
  }

  @Test
  void aFailedOneIsInTheJson() throws IOException {
    Path file = project.specification(PROVED, "query band: cdf(y0) under Even;", QUERY);
    Search search =
        failingFor(
            2,
            () -> {
              throw new IllegalStateException("degree 48");
            });
    CommandRun run = CommandRun.with(search, new Interruption(), "check", file, "--format", "json");
    assertEquals(1, run.status(), run.err());
    ResultsSchema.assertValid(run.out());
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertEquals("FAILED", report.get("verdict").asText());
    JsonNode failed = report.get("results").get(1);
    assertEquals("FAILED", failed.get("verdict").asText());
    assertEquals("FAILED", failed.get("stopped").asText());
    assertTrue(failed.get("message").asText().contains("degree 48"), run.out());
    assertTrue(report.get("results").get(0).get("message").isNull(), run.out());
    assertEquals("PROVED", report.get("results").get(0).get("verdict").asText());
  }

  /** What the solver cannot do is that property's end, and no fault of ours. */
  @Test
  void whatIsUnsuitableEndsWith3() throws IOException {
    Path file = project.specification(UNDECIDED, VIOLATED);
    Search search =
        failingFor(
            1,
            () -> {
              throw new UnsuitableException("too many random inputs", new IllegalStateException());
            });
    CommandRun run = CommandRun.with(search, new Interruption(), "check", file);
    assertEquals(3, run.status(), run.err());
    assertEquals("FAILED: " + file + ": 1 proved, 1 failed", run.firstLine());
    assertTrue(run.out().contains("           too many random inputs\n"), run.out());
    assertTrue(run.err().contains("surety: 'third': too many random inputs"), run.err());
  }

  @Test
  void aFaultOfOursOutweighsEverything() throws IOException {
    Path file = project.specification(PROVED, UNDECIDED, VIOLATED);
    AtomicInteger searched = new AtomicInteger();
    Search search =
        (statement, network, options, listener, cancelled) -> {
          switch (searched.incrementAndGet()) {
            case 1 -> throw new UnsuitableException("unsuitable", new IllegalStateException());
            case 2 -> throw new IllegalStateException("broken");
            default -> {
              return Searches.result(statement, 0.75, 0.75, StopReason.SETTLED);
            }
          }
        };
    CommandRun run = CommandRun.with(search, new Interruption(), "check", file);
    assertEquals(1, run.status(), run.err());
    assertEquals("FAILED: " + file + ": 1 violated, 2 failed", run.firstLine());
  }

  @Test
  void aFailingCdfSaysSoAndPrintsNothing() throws IOException {
    Path file = project.specification("query band: cdf(y0) under Even;");
    Search search =
        failingFor(
            1,
            () -> {
              throw new IllegalStateException("degree 48");
            });
    CommandRun run = CommandRun.with(search, new Interruption(), "cdf", file);
    assertEquals(1, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("'band': internal error: "), run.err());
  }

  /** Only what is about the unreadable network fails. */
  @Test
  void anotherNetworkThatCannotBeReadIsNoReasonNotToCheck() throws IOException {
    Files.write(folder.resolve("broken.onnx"), new byte[] {1, 2, 3, -1, -1, -1});
    Path file =
        project.specification(
            "network Lost = \"lost.onnx\";",
            "network Broken = \"broken.onnx\";",
            "distribution L for Lost { x[0] ~ Uniform(0, 1); }",
            "distribution B for Broken { x[0] ~ Uniform(0, 1); }",
            "property lost: P(y[0] > 1) < 0.5 under L;",
            PROVED,
            "query broken: P(y[0] > 1) = ? under B;");
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status(), run.err());
    assertEquals("FAILED: " + file + ": 1 proved, 2 failed", run.firstLine());
    assertTrue(Files.exists(project.certificate("low")));
    assertTrue(
        run.out().contains("FAILED     lost\n           network file 'lost.onnx'"), run.out());
    assertTrue(
        run.out().contains("FAILED     broken\n           network file 'broken.onnx'"), run.out());
    CommandRun json = CommandRun.of("check", file, "--format", "json");
    assertEquals(3, json.status(), json.err());
    ResultsSchema.assertValid(json.out());
    CommandRun one = CommandRun.of("check", file, "--property", "low");
    assertEquals(0, one.status(), one.err());
    CommandRun other = CommandRun.of("check", file, "--property", "broken");
    assertEquals(3, other.status(), other.err());
    assertEquals("FAILED: " + file + ": 1 failed", other.firstLine());
  }

  /** y = max(x, 0) + 0.1f: over the reals never at most a tenth. */
  @Test
  void aThresholdThatIsAValueButForRoundingIsNoted() throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{0.1f}}, "Relu"));
    Path file =
        project.file(
            """
            semantics real;
            network Net = "net.onnx" { input x0; output y0; }
            distribution Even for Net { x0 = 1; }
            query at: P(y0 <= 0.1) = ? under Even;
            query beside: P(y0 <= 0.11) = ? under Even;
            """);
    CommandRun run = CommandRun.of("check", file, "--format", "json");
    ResultsSchema.assertValid(run.out());
    JsonNode results = new ObjectMapper().readTree(run.out()).get("results");
    assertEquals(
        "at inputs such as (1) y0 is 0.10000000149011612: the threshold 0.1 but for rounding, so"
            + " over the reals it lies on one side, and the deployed network may see it on the"
            + " other",
        results.get(0).get("notes").get(0).asText());
    assertEquals(0, results.get(1).get("notes").size());
    assertTrue(CommandRun.of("check", file).out().contains("note: at inputs such as (1) y0 is"));
  }

  /** Any other error is one of the text, and what is meant by the text is not known. */
  @Test
  void withAnErrorOfTheTextNothingIsChecked() throws IOException {
    Path file =
        project.specification(
            "network Lost = \"lost.onnx\";", PROVED, "property p: P(y7 > 0) < 0.5 under Even;");
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains("has 2 errors; nothing was done"), run.err());
  }

  /** y = x in both. */
  @Test
  void outputsOfSeveralNetworksAreNamed() throws IOException {
    Path file =
        new Project(folder)
            .file(
                """
                semantics real;
                network A = "net.onnx" { input a; output b; }
                network B = "net.onnx";
                distribution D for A, B { a ~ Uniform(0, 1); }
                query q: P(b + B.y[0] > 1.5) = ? under D;
                """);
    CommandRun run = CommandRun.of("check", file, "--no-certificates");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains(" gives A.y = (0."), run.out());
    assertTrue(
        run.out().matches("(?s).*A\\.y = (\\(0\\.[0-9]+\\)), B\\.y = \\1, rounded.*"), run.out());
  }
}
