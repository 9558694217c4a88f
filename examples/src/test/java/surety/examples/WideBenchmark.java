package surety.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

/**
 * The part of the benchmark about networks of many inputs, whose files are not part of the project:
 * the five-input networks of the ACAS Xu verification benchmark, from a folder of one's own. From
 * the top folder:
 *
 * <pre>
 * mvn -q -Pbenchmark -Dbenchmark=WideBenchmark -Dacasxu=FOLDER -pl examples -am -DskipTests package
 * </pre>
 */
public final class WideBenchmark {
  private static final double NANOSECONDS = 1e9;

  /** Property 2's box in the networks' units. */
  private static final String[][] BOX = {
    {"3/5", "6798577687/10000000000"},
    {"-1/2", "1/2"},
    {"-1/2", "1/2"},
    {"9/20", "1/2"},
    {"-1/2", "-9/20"}
  };

  private static final String[] WHOLE = {"-3/10", "7/10"};

  private WideBenchmark() {}

  /** One row: whether "clear of conflict" has the largest score, of five. */
  private record Case(String title, String network, List<String> inputs, int seconds) {}

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    List<String> uniform = new ArrayList<>();
    List<String> normal = new ArrayList<>();
    for (String[] side : BOX) {
      uniform.add("uniform(%s, %s)".formatted(side[0], side[1]));
      normal.add(normal(side));
    }
    cases.add(new Case("4_3, uniform", "4_3", uniform, 10));
    cases.add(new Case("4_3, uniform", "4_3", uniform, 60));
    for (String name : List.of("1_6", "2_2", "2_9", "3_6", "4_7")) {
      cases.add(new Case(name + ", normal", name, normal, 45));
    }
    List<String> whole = Collections.nCopies(5, "uniform(%s, %s)".formatted(WHOLE[0], WHOLE[1]));
    if (Boolean.getBoolean("whole")) {
      cases.add(new Case("1_1, all inputs", "1_1", whole, 600));
      cases.add(new Case("2_2, all inputs", "2_2", whole, 600));
    }
    return cases;
  }

  /** Around the middle of a side, three deviations from either end, cut off there. */
  private static String normal(String[] side) {
    Rational lower = Rational.parse(side[0]);
    Rational upper = Rational.parse(side[1]);
    Rational six = Rational.of(6);
    Rational two = Rational.of(2);
    return "normal(%s, %s) on [%s, %s]"
        .formatted(
            lower.plus(upper).dividedBy(two), upper.minus(lower).dividedBy(six), lower, upper);
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    String folder = System.getProperty("acasxu", "");
    if (folder.isEmpty()) {
      throw new IllegalArgumentException("say where the networks are: -Dacasxu=FOLDER");
    }
    int threads = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        "%d threads; search, kernel and certificate in the time that is given%n%n", threads);
    System.out.println("| case | time | bounds | gap | cells | bytes a cell | replay |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Case row : cases()) {
      System.out.println(line(row, Path.of(folder), threads));
    }
  }

  private static Statement statement(NetworkContent content, List<String> inputs) {
    StringBuilder text = new StringBuilder("surety statement 2\nsemantics real\nnetworks 1\n");
    text.append("network sha256 ").append(content.digest(Stop.NEVER)).append(" outputs 5\n");
    text.append("inputs 5\n");
    for (int q = 0; q < 5; q++) {
      text.append("x[").append(q).append("] ~ ").append(inputs.get(q)).append('\n');
    }
    text.append(
        IntStream.range(1, 5)
            .mapToObj(k -> "1*y[0] + -1*y[" + k + "] >= 0")
            .collect(Collectors.joining(" and ", "P((", ")) = ?\n")));
    try {
      return Statement.parse(text.toString());
    } catch (StatementException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(Case row, Path folder, int threads) throws IOException {
    String name = "ACASXU_run2a_" + row.network + "_batch_2000.onnx";
    NetworkContent content = NetworkContent.of(Files.readAllBytes(folder.resolve(name)));
    Statement statement = statement(content, row.inputs);
    SearchOptions options =
        SearchOptions.defaults()
            .withGap(0)
            .withThreads(threads)
            .withTimeout(Duration.ofSeconds(row.seconds));
    long start = System.nanoTime();
    Result result =
        Checker.check(statement, List.of(network(content)), options, p -> {}, () -> false);
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    start = System.nanoTime();
    ReplayResult replay =
        Replay.run(
            statement, List.of(content), new ByteArrayInputStream(result.certificate()), threads);
    double replaySeconds = (System.nanoTime() - start) / NANOSECONDS;
    if (replay.replay() != ReplayVerdict.VALID) {
      throw new IllegalStateException(replay.toString());
    }
    BandPoint point = result.points().get(0);
    return String.format(
        Locale.ROOT,
        "| %s | %.0f s | [%.6f, %.6f] | %.1e | %,d | %.1f | %.1f s |",
        row.title,
        seconds,
        point.lower().doubleFloor(),
        point.upper().doubleCeiling(),
        point.gap().doubleCeiling(),
        result.cells(),
        (double) result.certificate().length / result.cells(),
        replaySeconds);
  }

  private static Network network(NetworkContent content) {
    try {
      return content.network(Stop.NEVER);
    } catch (NetworkFormatException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
