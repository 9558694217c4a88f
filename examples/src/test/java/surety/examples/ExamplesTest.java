package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.statement.Statement;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.Specification;
import surety.language.SpecificationFormatter;
import surety.language.SpecificationReader;
import surety.solver.BandPoint;
import surety.solver.Result;

/** Every example says what its readers will be told. */
class ExamplesTest {
  /** And the second checker says the same of its certificate. */
  @TestFactory
  Stream<DynamicNode> everyObligationGetsTheExpectedAnswer(@TempDir Path folder) {
    SecondReplays second = new SecondReplays(folder);
    Stream<DynamicNode> answers =
        ExampleFiles.specifications().stream()
            .map(
                file ->
                    dynamicContainer(
                        ExampleFiles.folder().relativize(file).toString(),
                        ExampleFiles.specification(file).obligations().stream()
                            .map(
                                obligation ->
                                    dynamicTest(
                                        obligation.name(), () -> answerOf(obligation, second)))));
    return Stream.concat(
        answers, Stream.of(dynamicTest("in the second checker", second::assertSameVerdicts)));
  }

  private static void answerOf(Obligation obligation, SecondReplays second) throws IOException {
    Result result = Runs.check(obligation);
    if (obligation.kind() == Kind.PROPERTY) {
      assertTrue(obligation.expected().isPresent(), "an example's property has an EXPECT comment");
    }
    assertEquals(obligation.expected(), result.verdict(), () -> bounds(result));
    assertFalse(result.points().isEmpty());
    for (BandPoint point : result.points()) {
      assertTrue(point.lower().compareTo(point.upper()) <= 0, point.toString());
    }
    ReplayResult replay =
        Replay.run(
            obligation.statement(),
            obligation.networkFiles().stream()
                .map(ExampleFiles::bytes)
                .map(NetworkContent::of)
                .toList(),
            new ByteArrayInputStream(result.certificate()),
            1);
    assertEquals(Optional.empty(), replay.reason());
    assertEquals(obligation.expected(), replay.verdict());
    second.add(obligation, result.certificate(), replay);
  }

  private static String bounds(Result result) {
    return result.reason()
        + ", "
        + result.points().stream()
            .map(
                point ->
                    "["
                        + point.lower().toDecimal(RoundingMode.FLOOR, 16)
                        + ", "
                        + point.upper().toDecimal(RoundingMode.CEILING, 16)
                        + "]")
            .toList();
  }

  @TestFactory
  Stream<DynamicNode> everyExampleIsFormatted() {
    return ExampleFiles.specifications().stream()
        .map(
            file ->
                dynamicTest(
                    ExampleFiles.folder().relativize(file).toString(), () -> formatted(file)));
  }

  private static void formatted(Path file) throws IOException {
    String text = Files.readString(file);
    assertEquals(text, new SpecificationFormatter().format(text));
  }

  @TestFactory
  Stream<DynamicNode> everyExampleSaysTheSameInAnyLayout() {
    return ExampleFiles.specifications().stream()
        .map(
            file ->
                dynamicTest(
                    ExampleFiles.folder().relativize(file).toString(), () -> roundTrip(file)));
  }

  /** Parsed, laid out in another way, formatted and parsed again. */
  private static void roundTrip(Path file) throws IOException {
    String text = Files.readString(file);
    Specification original = new SpecificationReader().read(file, text);
    assertFalse(original.obligations().isEmpty());
    for (String indentation : List.of("", "\t\t ", "                    ")) {
      String other =
          text.lines().map(line -> indentation + line.strip()).collect(Collectors.joining("\n"));
      String formatted = new SpecificationFormatter().format(other);
      assertEquals(text, formatted);
      assertEquals(formatted, new SpecificationFormatter().format(formatted));
      Specification again = new SpecificationReader().read(file, formatted);
      assertEquals(original, again);
      assertEquals(statements(original), statements(new SpecificationReader().read(file, other)));
    }
  }

  private static List<Statement> statements(Specification specification) {
    return specification.obligations().stream().map(Obligation::statement).toList();
  }

  @TestFactory
  Stream<DynamicNode> everyExampleHasReadmeThatNamesItsFiles() {
    return ExampleFiles.specifications().stream()
        .map(
            file ->
                dynamicTest(
                    ExampleFiles.folder().relativize(file).toString(), () -> described(file)));
  }

  private static void described(Path file) throws IOException {
    String readme = Files.readString(file.resolveSibling("README.md"));
    assertTrue(
        readme.contains("./surety check examples/" + ExampleFiles.folder().relativize(file)));
    for (Obligation obligation : ExampleFiles.specification(file).obligations()) {
      for (Path network : obligation.networkFiles()) {
        assertTrue(readme.contains(network.getFileName().toString()));
      }
    }
  }

  @Test
  void allThreeVerdictsAreShownByTheFirstExample() {
    Specification iris =
        ExampleFiles.specification(ExampleFiles.folder().resolve("iris/iris.sure"));
    assertEquals(
        3,
        iris.obligations().stream()
            .flatMap(obligation -> obligation.expected().stream())
            .distinct()
            .count());
  }
}
