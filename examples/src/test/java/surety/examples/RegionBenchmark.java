package surety.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import surety.certificates.density.Distribution;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.RegionReplay;
import surety.certificates.replay.RegionReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;
import surety.solver.region.RegionOptions;
import surety.solver.region.RegionResult;
import surety.solver.region.RegionSearch;

/** The part of the benchmark about activation regions: a table in Markdown. */
final class RegionBenchmark {
  private static final int RUNS = 3;
  private static final long MOST_REGIONS = 1_000_000;
  private static final double NANOSECONDS = 1e9;

  private RegionBenchmark() {}

  /** One row. */
  private record Case(String title, String file, List<String> distributions) {}

  private static final List<Case> CASES =
      List.of(
          new Case("Iris, 2 inputs, Betas", "iris-relu.onnx", List.of("beta(2, 2)", "beta(3, 2)")),
          new Case(
              "Iris, 2 inputs, normals",
              "iris-relu.onnx",
              List.of("normal(1/2, 1/5)", "normal(1/2, 1/5)")),
          new Case(
              "Iris, 3 inputs",
              "iris3-relu.onnx",
              List.of("beta(2, 2)", "beta(3, 2)", "uniform(0, 1)")),
          new Case(
              "Iris, 4 inputs",
              "iris4-relu.onnx",
              List.of("beta(2, 2)", "beta(3, 2)", "uniform(0, 1)", "uniform(0, 1)")));

  /** Prints the table. */
  static void print(int threads) {
    System.out.printf(
        """

        All activation regions over the support, each polytope decided exactly, and their
        probabilities; best of %d runs on %d threads.

        | case | regions | polytopes decided | of them empty | time | replay, one thread | bytes of the certificate | largest gap |
        |---|---|---|---|---|---|---|---|
        """,
        RUNS, threads);
    CASES.forEach(row -> System.out.println(line(row, threads)));
  }

  private static String line(Case row, int threads) {
    try {
      byte[] file = ExampleFiles.bytes(ExampleFiles.folder().resolve("iris").resolve(row.file));
      List<Input> inputs = new ArrayList<>();
      row.distributions.forEach(d -> inputs.add(new RandomInput(Distribution.parse(d))));
      RegionStatement statement = new RegionStatement(Sha256.of(file), inputs);
      RegionOptions options = new RegionOptions(MOST_REGIONS, threads);
      double enumeration = Double.POSITIVE_INFINITY;
      double replay = Double.POSITIVE_INFINITY;
      RegionResult result = null;
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        result =
            RegionSearch.run(
                statement, OnnxReader.read(file), options, progress -> {}, () -> false);
        enumeration = Math.min(enumeration, (System.nanoTime() - start) / NANOSECONDS);
        replay = Math.min(replay, replaySeconds(statement, file, result));
      }
      return String.format(
          Locale.ROOT,
          "| %s | %,d | %,d | %,d | %.2f s | %.2f s | %,d | %.1e |",
          row.title,
          result.regions().size(),
          result.queries(),
          result.infeasible(),
          enumeration,
          replay,
          result.certificate().length,
          result.regions().stream().mapToDouble(r -> r.probability().width()).max().orElse(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double replaySeconds(RegionStatement statement, byte[] file, RegionResult result)
      throws IOException {
    long start = System.nanoTime();
    RegionReplayResult replay =
        RegionReplay.run(
            statement,
            NetworkContent.of(file),
            new ByteArrayInputStream(result.certificate()),
            region -> {},
            Stop.NEVER);
    if (replay.replay() != ReplayVerdict.VALID) {
      throw new IllegalStateException(replay.toString());
    }
    return (System.nanoTime() - start) / NANOSECONDS;
  }
}
