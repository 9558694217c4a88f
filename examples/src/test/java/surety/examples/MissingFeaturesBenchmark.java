package surety.examples;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import surety.certificates.network.Network;
import surety.solver.BandPoint;
import surety.solver.onnx.OnnxWriteException;
import surety.solver.onnx.OnnxWriter;

/**
 * The part of the benchmark about missing features: joint cdfs of classifiers, in the layout of
 * table 1 of Kofnov, Kapla, Bartocci and Bura, "Exact upper and lower bounds for the output
 * distribution of neural networks with random inputs" (ICML 2025), as a table in Markdown. Data and
 * networks are {@link StandIn}s. From the top folder:
 *
 * <pre>
 * mvn -q -Pbenchmark -Dbenchmark=MissingFeaturesBenchmark -pl examples -am -DskipTests package
 * </pre>
 *
 * <p>{@code -Dinstances=5} takes only the first five of each row, and {@code -Dseconds=20} gives
 * each more time.
 */
public final class MissingFeaturesBenchmark {
  private static final int COMPONENTS = 50;
  private static final int THRESHOLDS = 20;
  private static final int WARM_UP = 5;
  private static final int SECONDS = 5;
  private static final long SEED = 1;

  /** Wanted at every point, for one missing feature, two, and three. */
  private static final List<Double> GAPS = List.of(1e-5, 1e-4, 1e-1);

  private static final List<Part> PARTS =
      List.of(
          new Part(
              StandIn.IRIS, 25, List.of(25, 10), List.of("0.00988 (0.016)", "0.01236 (0.021)")),
          new Part(
              StandIn.IRIS,
              50,
              List.of(20, 23, 8),
              List.of("0.05534 (0.077)", "0.04709 (0.090)", "0.06864 (0.108)")),
          new Part(
              StandIn.WINE,
              25,
              List.of(32, 8, 2),
              List.of("0.02014 (0.055)", "0.00909 (0.017)", "0.00008 (0.000)")),
          new Part(
              StandIn.WINE,
              50,
              List.of(27, 21, 13),
              List.of("0.07590 (0.109)", "0.04214 (0.079)", "0.06612 (0.102)")));

  private final Path folder;
  private final int most;
  private final Duration timeout;
  private final int threads = Runtime.getRuntime().availableProcessors();

  private MissingFeaturesBenchmark(Path folder, int most, Duration timeout) {
    this.folder = folder;
    this.most = most;
    this.timeout = timeout;
  }

  /**
   * Some rows of the table.
   *
   * @param percent how many values are missing, of the features that can be
   * @param counts instances with one missing feature, two, and three
   * @param published for each count the mean distance of the paper's bounds and its deviation over
   *     the instances, of other data and other networks
   */
  private record Part(StandIn data, int percent, List<Integer> counts, List<String> published) {
    List<MissingFeatures> instances() {
      return MissingFeatures.deleted(data.test(), counts, COMPONENTS, SEED);
    }
  }

  private static String file(StandIn data) {
    return data.title() + ".onnx";
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException, OnnxWriteException {
    int most = positive("instances", Integer.MAX_VALUE);
    Duration timeout = Duration.ofSeconds(positive("seconds", SECONDS));
    new MissingFeaturesBenchmark(Files.createTempDirectory("missing"), most, timeout).print();
  }

  /**
   * A property of the system; it may be empty.
   *
   * @throws IllegalArgumentException if it is no whole number from 1 on
   */
  static int positive(String name, int otherwise) {
    String text = System.getProperty(name, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "%s is a whole number from 1 on, not '%s'; write -D%s=5 or leave it out"
            .formatted(name, text, name));
  }

  private void print() throws IOException, OnnxWriteException {
    for (StandIn data : StandIn.values()) {
      Network network = data.network();
      Files.write(folder.resolve(file(data)), OnnxWriter.write(network, data.title()));
      System.out.printf(
          Locale.ROOT,
          "%s: %.1f %% of the test set are recognised.%n",
          data.title(),
          100 * data.test().accuracy(network));
    }
    System.out.printf(
        Locale.ROOT,
        """

        %d threads, at most %d s for each instance. Load of the machine: %.1f.

        | data | missing | n0 | wanted | instances | reached | mean U - L (deviation) | largest \
        | published mean | seconds: median, largest | of the processors | cells: median, largest \
        | replay, one thread |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|
        """,
        threads,
        timeout.toSeconds(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    warmUp();
    for (Part part : PARTS) {
      List<MissingFeatures> instances = part.instances();
      for (int n = 1; n <= part.counts.size(); n++) {
        System.out.println(row(part, n, instances));
      }
    }
  }

  private void warmUp() throws IOException {
    Part part = PARTS.get(0);
    for (MissingFeatures instance : part.instances().subList(0, WARM_UP)) {
      check(part, instance, GAPS.get(0));
    }
  }

  private String row(Part part, int n, List<MissingFeatures> instances) throws IOException {
    double gap = GAPS.get(n - 1);
    List<Measured> measured = new ArrayList<>();
    for (MissingFeatures instance : instances) {
      if (instance.count() == n && measured.size() < most) {
        measured.add(Measured.of(check(part, instance, gap)));
      }
    }
    DescriptiveStatistics means = statistics(measured, Measured::mean);
    DescriptiveStatistics seconds = statistics(measured, Measured::seconds);
    DescriptiveStatistics cells = statistics(measured, Measured::cells);
    return String.format(
        Locale.ROOT,
        "| %s | %d %% | %d | %.0e | %d | %d | %.1e (%.1e) | %.1e | %s | %.2f s, %.2f s | %.2f s"
            + " | %,.0f, %,.0f | %.2f s |",
        part.data.title(),
        part.percent,
        n,
        gap,
        measured.size(),
        measured.stream().filter(one -> one.largest <= gap).count(),
        means.getMean(),
        means.getStandardDeviation(),
        statistics(measured, Measured::largest).getMax(),
        part.published.get(n - 1),
        median(seconds),
        seconds.getMax(),
        median(statistics(measured, Measured::processorSeconds)),
        median(cells),
        cells.getMax(),
        median(statistics(measured, Measured::replaySeconds)));
  }

  private TimedCheck check(Part part, MissingFeatures instance, double gap) throws IOException {
    return TimedCheck.best(
        1,
        instance.obligation(folder, "instance", file(part.data), THRESHOLDS),
        gap,
        timeout,
        threads);
  }

  private static DescriptiveStatistics statistics(
      List<Measured> measured, ToDoubleFunction<Measured> number) {
    return new DescriptiveStatistics(measured.stream().mapToDouble(number).toArray());
  }

  private static double median(DescriptiveStatistics numbers) {
    return numbers.getPercentile(50);
  }

  /**
   * What is left of a check and the replay of its certificate: the bounds of thousands of points
   * take too much memory.
   *
   * @param mean distance of the bounds, over all points of the grid
   * @param largest of all points
   */
  private record Measured(
      double mean,
      double largest,
      double seconds,
      double processorSeconds,
      double cells,
      double replaySeconds) {

    static Measured of(TimedCheck check) {
      return new Measured(
          meanGap(check.result().points()),
          check.gap(),
          check.seconds(),
          check.processorSeconds(),
          check.result().cells(),
          check.replaySeconds());
    }
  }

  /** The mean distance of the bounds. */
  static double meanGap(List<BandPoint> points) {
    return points.stream()
        .mapToDouble(point -> point.gap().doubleCeiling())
        .average()
        .orElseThrow();
  }
}
