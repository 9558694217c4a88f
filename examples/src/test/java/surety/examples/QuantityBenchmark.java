package surety.examples;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import surety.language.Obligation;
import surety.language.SpecificationReader;

/** The part of the benchmark about events and quantities: a table in Markdown. */
final class QuantityBenchmark {
  private static final int RUNS = 3;

  private QuantityBenchmark() {}

  /**
   * One table.
   *
   * @param file of the network, in the folder of the irises
   * @param distribution of all inputs
   */
  private record Case(String title, String file, int inputs, String distribution, double gap) {
    String specification() {
      StringBuilder text = new StringBuilder("semantics real;\n");
      text.append("network N = \"").append(file).append("\" { output s, c, v; }\n");
      text.append("distribution D for N {\n");
      for (int k = 0; k < inputs; k++) {
        text.append("x[").append(k).append("] ~ ").append(distribution).append(";\n");
      }
      text.append("}\n");
      for (int k = 0; k < QUESTIONS.size(); k++) {
        text.append("query q").append(k).append(": ").append(QUESTIONS.get(k));
        text.append(QUESTIONS.get(k).startsWith("cdf") ? "" : " = ?").append(" under D;\n");
      }
      return text.toString();
    }
  }

  private static final List<String> QUESTIONS =
      List.of(
          "P(s > 2)",
          "P(argmax(N) == s)",
          "P(argmax(N) == c)",
          "P(argmax(N) == s | x[0] > 1/3)",
          "P(argmax(N) == s | x[0] > 1/3) / P(argmax(N) == s)",
          "E(s)",
          "E(s | argmax(N) == s)",
          "Std(s)",
          "Corr(s, c)",
          "quantile(s, 0.99)",
          "cvar(s, 0.99)",
          "cdf(s, c) at 20 x 20 points",
          "cdf(s, c, v) at 20 x 20 x 20 points");

  private static final List<Case> CASES =
      List.of(
          new Case("2 inputs, uniform", "iris-relu.onnx", 2, "Uniform(0, 1)", 1e-10),
          new Case("4 inputs, uniform", "iris4-relu.onnx", 4, "Uniform(0, 1)", 1e-3),
          new Case("2 inputs, normal", "iris-relu.onnx", 2, "Normal(0.5, 0.2)", 1e-6));

  /** Prints the tables. */
  public static void main(String[] arguments) {
    print(Runtime.getRuntime().availableProcessors());
  }

  private static void print(int threads) {
    for (Case row : CASES) {
      System.out.printf(
          Locale.ROOT,
          """

          Iris 12-12-12, %s, wanted gap %.0e, at most 30 s; best of %d runs on %d threads.

          | question | time | cells | replay, one thread | bytes of the certificate | gap |
          |---|---|---|---|---|---|
          """,
          row.title,
          row.gap,
          RUNS,
          threads);
      print(row, threads);
    }
  }

  private static void print(Case row, int threads) {
    Path file = ExampleFiles.folder().resolve("iris").resolve("benchmark.sure");
    List<Obligation> obligations =
        new SpecificationReader().read(file, row.specification()).obligations();
    for (int k = 0; k < obligations.size(); k++) {
      System.out.println(line(QUESTIONS.get(k), obligations.get(k), row, threads));
    }
  }

  private static String line(String question, Obligation asked, Case row, int threads) {
    TimedCheck best = TimedCheck.best(RUNS, asked, row.gap, Duration.ofSeconds(30), threads);
    return String.format(
        Locale.ROOT,
        "| `%s` | %.2f s | %,d | %.2f s | %,d | %.1e |",
        question.replace("|", "\\|"),
        best.seconds(),
        best.result().cells(),
        best.replaySeconds(),
        best.result().certificate().length,
        best.gap());
  }
}
