package surety.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import surety.solver.BandPoint;
import surety.solver.Result;

/**
 * Measures the checker on the Iris networks and prints a table in Markdown. From the top folder:
 *
 * <pre>
 * mvn -q -Pbenchmark -pl examples -am -DskipTests test
 * </pre>
 *
 * <p>It takes a few minutes and wants the machine for itself.
 */
public final class Benchmark {
  private static final int COLD_RUNS = 3;
  private static final int WARM_RUNS = 5;

  /** As many again come before the measured runs; but slow cases are measured after this time. */
  private static final double WARM_UP_SECONDS = 20;

  private static final long SAMPLES = 20_000_000;
  private static final long SEED = 1;

  private Benchmark() {}

  /** Without arguments the table; with the number of a row, the seconds of its first run. */
  public static void main(String[] arguments) {
    if (arguments.length == 1) {
      System.out.println(seconds(BenchmarkCase.ALL.get(Integer.parseInt(arguments[0]))));
      return;
    }
    int threads = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        """
        The cdf of the setosa score at 100 thresholds; Java %s, %d processors.

        - cold: search and kernel together, the first check of a fresh JVM, its start and the reading
          of the network's file not counted; median of %d
        - warm: the same in a JVM that has done it before; best of %d (cold and warm are a single
          run where one takes more than %.0f s)
        - bytes per cell: of the certificate, and of its proof tree alone; the rest is a line for
          each threshold
        - Monte Carlo: how long sampling on %d threads takes until the largest standard error over
          the thresholds is as small as the gap. Extrapolated from the rate of %,d samples, warm.
          The gap is a guarantee, the standard error is not.

        """,
        Runtime.version().feature(),
        threads,
        COLD_RUNS,
        WARM_RUNS,
        WARM_UP_SECONDS,
        threads,
        SAMPLES);
    System.out.println(
        "| case | largest gap | stopped by | cells | cold | warm | replay, warm | bytes per cell"
            + " | Monte Carlo |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (int row = 0; row < BenchmarkCase.ALL.size(); row++) {
      System.out.println(line(row, threads));
    }
    System.out.println();
    WaysToBend.print(System.out);
    RegionBenchmark.print(threads);
  }

  private static String line(int row, int threads) {
    BenchmarkCase benchmark = BenchmarkCase.ALL.get(row);
    double firstCold = coldSeconds(row);
    boolean isSlow = firstCold > WARM_UP_SECONDS;
    double cold = isSlow ? firstCold : median(repeat(COLD_RUNS, () -> coldSeconds(row)));
    double warm = best(isSlow, () -> seconds(benchmark));
    Result result = benchmark.check();
    byte[] certificate = result.certificate();
    return String.format(
        Locale.ROOT,
        "| %s | %.1e | %s | %,d | %s | %s | %s | %.1f, %.1f | %s |",
        benchmark.title(),
        BenchmarkCase.largestGap(result),
        result.reason(),
        result.cells(),
        duration(cold),
        duration(warm),
        duration(best(isSlow, () -> benchmark.replaySeconds(certificate, threads))),
        (double) certificate.length / result.cells(),
        (double) treeBytes(certificate) / result.cells(),
        duration(monteCarloSeconds(benchmark, result, threads)));
  }

  /** The length of the part between the lines {@code tree} and {@code end}. */
  private static int treeBytes(byte[] certificate) {
    String text = new String(certificate, StandardCharsets.ISO_8859_1);
    return text.lastIndexOf("\nend\n") - text.indexOf("\ntree\n") - "\ntree\n".length();
  }

  private static double best(boolean isSlow, DoubleSupplier seconds) {
    if (isSlow) {
      return seconds.getAsDouble();
    }
    double[] runs = repeat(2 * WARM_RUNS, seconds).toArray();
    return Arrays.stream(runs, WARM_RUNS, runs.length).min().orElseThrow();
  }

  private static DoubleStream repeat(int runs, DoubleSupplier seconds) {
    return IntStream.range(0, runs).mapToDouble(run -> seconds.getAsDouble());
  }

  /** The time of one run, from statement and network to the certificate. */
  private static double seconds(BenchmarkCase benchmark) {
    Runnable check = benchmark.prepared();
    long start = System.nanoTime();
    check.run();
    return elapsed(start);
  }

  /** The time of the first run in a JVM of its own. */
  private static double coldSeconds(int row) {
    String java = ProcessHandle.current().info().command().orElse("java");
    ProcessBuilder command =
        new ProcessBuilder(
            java,
            "-Dbasedir=" + ExampleFiles.folder(),
            "-cp",
            System.getProperty("java.class.path"),
            Benchmark.class.getName(),
            Integer.toString(row));
    try {
      Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      byte[] output = process.getInputStream().readAllBytes();
      return Double.parseDouble(new String(output, StandardCharsets.UTF_8).strip());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Independent samples have a standard error of sqrt(p (1 - p) / n), so a gap g takes p (1 - p) /
   * g^2 of them; the p of the worst threshold is taken from the sampling itself.
   */
  private static double monteCarloSeconds(BenchmarkCase benchmark, Result result, int threads) {
    List<BandPoint> band = result.points();
    double first = band.get(0).t();
    double step = (band.get(band.size() - 1).t() - first) / (band.size() - 1);
    PlainMonteCarlo sampling = new PlainMonteCarlo(benchmark.network(), benchmark.distributions());
    sampling.cdf(first, step, band.size(), SAMPLES, threads, SEED);
    long start = System.nanoTime();
    double[] cdf = sampling.cdf(first, step, band.size(), SAMPLES, threads, SEED);
    double perSample = elapsed(start) / SAMPLES;
    double largestVariance = Arrays.stream(cdf).map(p -> p * (1 - p)).max().orElseThrow();
    double gap = BenchmarkCase.largestGap(result);
    return largestVariance / (gap * gap) * perSample;
  }

  private static double elapsed(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Three digits, in the unit that a reader has a feeling for. */
  private static String duration(double seconds) {
    if (seconds < 1) {
      return String.format(Locale.ROOT, "%.3g ms", seconds * 1e3);
    }
    if (seconds < 600) {
      return String.format(Locale.ROOT, "%.3g s", seconds);
    }
    double hours = seconds / 3600;
    return hours < 500
        ? String.format(Locale.ROOT, "%.3g h", hours)
        : String.format(Locale.ROOT, "%.2g years", hours / 8766);
  }
}
