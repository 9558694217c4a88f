package surety.examples;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.language.Obligation;
import surety.language.SpecificationReader;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

/**
 * The part of the benchmark about many properties of one network: how long {@code surety check}
 * takes for one of them and for all, each time in a process of its own. From the top folder:
 *
 * <pre>
 * mvn -q -Pbenchmark -Dbenchmark=ManyBenchmark -pl examples -am -DskipTests package
 * </pre>
 */
public final class ManyBenchmark {
  private static final int PROPERTIES = 20;
  private static final int RUNS = 3;
  private static final double NANOSECONDS = 1e9;

  /** How far limits are from the probabilities, of which bounds are known that close. */
  private static final double SPARE = 2e-3;

  private static final double GAP = 5e-4;

  private static final List<String> BETAS =
      List.of("Beta(2, 2)", "Beta(3, 2)", "Beta(2, 3)", "Beta(3, 3)");

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("Iris, 2 inputs", "iris-relu.onnx", 2),
          new Subject("Iris tanh, 2 inputs", "iris-tanh.onnx", 2),
          new Subject("Iris, 3 inputs", "iris3-relu.onnx", 3),
          new Subject("Iris, 4 inputs", "iris4-relu.onnx", 4));

  private ManyBenchmark() {}

  private record Subject(String title, String file, int inputs) {}

  /** What the properties of one specification differ in. */
  private enum Kind {
    THRESHOLDS("thresholds of one output"),
    COMPARISONS("comparisons of outputs"),
    DISTRIBUTIONS("distributions");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String event(int k) {
      return switch (this) {
        case THRESHOLDS -> "y[0] > " + k / 5.0;
        case COMPARISONS ->
            (1 + k % 3) + " * y[" + k % 3 + "] - y[" + (k + 1 + k % 2) % 3 + "] > " + k / 10.0;
        case DISTRIBUTIONS -> "y[0] > 1";
      };
    }

    /** The number of a property's distribution. */
    int distribution(int k) {
      return this == DISTRIBUTIONS ? k : 0;
    }
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("surety-many");
    System.out.println("| network | properties differ in | one | " + PROPERTIES + " | ratio |");
    System.out.println("|---|---|---|---|---|");
    for (Subject subject : SUBJECTS) {
      Path network = ExampleFiles.folder().resolve("iris").resolve(subject.file);
      Files.copy(network, folder.resolve(subject.file));
      for (Kind kind : Kind.values()) {
        System.out.println(line(folder, subject, kind));
      }
    }
  }

  private static String line(Path folder, Subject subject, Kind kind) throws IOException {
    List<String> properties = properties(folder, subject, kind);
    Path all = folder.resolve("all.sure");
    Files.writeString(all, text(subject, kind, properties));
    double best = seconds(all);
    List<Double> ones = new ArrayList<>();
    for (int k = 0; k < PROPERTIES; k += 6) {
      Path one = folder.resolve("one.sure");
      Files.writeString(one, text(subject, kind, List.of(properties.get(k))));
      ones.add(seconds(one));
    }
    double one = ones.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.2f s | %.2f s | %.1f |",
        subject.title,
        kind.title,
        one,
        best,
        best / one);
  }

  /** With limits not far from the probabilities, which are bounded for that. */
  private static List<String> properties(Path folder, Subject subject, Kind kind) {
    List<String> queries =
        IntStream.range(0, PROPERTIES)
            .mapToObj(k -> "query p" + k + ": P(" + kind.event(k) + ") = ?")
            .toList();
    List<Obligation> asked =
        new SpecificationReader()
            .read(folder.resolve("queries.sure"), text(subject, kind, queries))
            .obligations();
    List<String> properties = new ArrayList<>();
    for (int k = 0; k < PROPERTIES; k++) {
      BandPoint point = check(asked.get(k)).points().get(0);
      double upper = point.upper().doubleCeiling() + SPARE;
      double lower = point.lower().doubleFloor() - SPARE;
      boolean isUpper = lower <= 0 || (upper < 1 && k % 2 == 0);
      String limit = isUpper ? " < " + upper : " >= " + lower;
      properties.add("property p" + k + ": P(" + kind.event(k) + ")" + limit);
    }
    return properties;
  }

  private static Result check(Obligation asked) {
    SearchOptions options =
        SearchOptions.defaults().withGap(GAP).withTimeout(Duration.ofSeconds(60));
    return Checker.check(
        asked.statement(),
        asked.networkFiles().stream().map(ExampleFiles::network).toList(),
        options,
        p -> {},
        () -> false);
  }

  private static String text(Subject subject, Kind kind, List<String> claims) {
    StringBuilder text = new StringBuilder("semantics real;\n");
    text.append("network N = \"").append(subject.file).append("\";\n");
    int distributions = kind == Kind.DISTRIBUTIONS ? PROPERTIES : 1;
    for (int d = 0; d < distributions; d++) {
      text.append("distribution D").append(d).append(" for N {\n");
      for (int q = 0; q < subject.inputs; q++) {
        String density =
            d == 0 ? BETAS.get(q) : "Beta(%s, %s)".formatted(2 + (d + q) % 7 / 8.0, 2 + d / 20.0);
        text.append("  x[").append(q).append("] ~ ").append(density).append(";\n");
      }
      text.append("}\n");
    }
    return text
        + claims.stream()
            .map(claim -> claim + " under D" + kind.distribution(number(claim)) + ";\n")
            .collect(Collectors.joining());
  }

  private static int number(String claim) {
    return Integer.parseInt(claim.substring(claim.indexOf(" p") + 2, claim.indexOf(':')));
  }

  /** Of a check, at best. */
  private static double seconds(Path specification) throws IOException {
    List<String> command =
        SuretyCommand.check(ExampleFiles.folder().resolve("../plugin/cli/target"), specification);
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      int status = process.onExit().join().exitValue();
      if (status != 0) {
        throw new IllegalStateException(specification + " ended with status " + status);
      }
      best = Math.min(best, (System.nanoTime() - start) / NANOSECONDS);
    }
    return best;
  }
}
