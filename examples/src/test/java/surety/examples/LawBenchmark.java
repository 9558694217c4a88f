package surety.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Verdict;
import surety.language.Obligation;
import surety.language.SpecificationReader;
import surety.solver.BandPoint;
import surety.solver.onnx.OnnxWriteException;
import surety.solver.onnx.OnnxWriter;

/** The part of the benchmark about distributions: tables in Markdown. All data are seeded. */
final class LawBenchmark {
  private static final int RUNS = 3;
  private static final int SAMPLES = 50;
  private static final int TASKS = 10;

  private final Path folder;
  private final int threads;

  private LawBenchmark(Path folder, int threads) {
    this.folder = folder;
    this.threads = threads;
  }

  /** Prints the tables. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("laws");
    new LawBenchmark(folder, Runtime.getRuntime().availableProcessors()).print();
  }

  private void print() throws IOException {
    for (int n = 2; n <= 4; n++) {
      String name = n == 2 ? "iris-relu.onnx" : "iris" + n + "-relu.onnx";
      Files.copy(ExampleFiles.folder().resolve("iris").resolve(name), folder.resolve(n + ".onnx"));
    }
    Files.write(folder.resolve("identity.onnx"), file(sum()));
    System.out.printf(
        Locale.ROOT,
        """
        Best of %d runs on %d threads, at most 60 s.

        | case | wanted | time | gap | cells | bytes of the certificate | replay, one thread |
        |---|---|---|---|---|---|---|
        """,
        RUNS,
        threads);
    densityEstimates();
    mixtures();
    tails();
    String poles = "x[0] ~ Beta(0.5, 0.5); x[1] ~ Beta(0.5, 0.5);";
    line("Beta(0.5, 0.5) twice, band", "1e-6 in 10 s", iris(2, poles, BAND), 1e-6);
    fairness();
  }

  private static final String BAND = "cdf(N.y[0]) at 100 points";

  private String iris(int inputs, String distribution, String question) {
    return specification(Math.max(2, inputs) + ".onnx", distribution, question);
  }

  private static String specification(String network, String distribution, String question) {
    return """
    semantics real;
    network N = "%s";
    distribution D for N { %s }
    query q: %s under D;
    """
        .formatted(network, distribution, question);
  }

  private void densityEstimates() throws IOException {
    for (int n = 1; n <= 3; n++) {
      SplittableRandom random = new SplittableRandom(5);
      List<String> rows = new ArrayList<>();
      for (int k = 0; k < SAMPLES; k++) {
        rows.add(row(random, n, r -> r.nextInt(0, 1001) / 1000.0));
      }
      Files.write(folder.resolve("samples" + n + ".csv"), rows);
      String group = list(n, q -> "x[" + q + "]");
      String drawn = (n == 1 ? group : "(" + group + ")") + " ~ Kde(\"samples" + n + ".csv\"";
      String rest = n == 1 ? " x[1] = 0.5;" : "";
      String title = "density estimate of 50 normals, " + n + (n == 1 ? " input" : " inputs");
      String wanted = "1e-6 in " + List.of("0.5", "2", "20").get(n - 1) + " s";
      line(title + ", band", wanted, iris(n, drawn + ", bandwidth = 0.1);" + rest, BAND), 1e-6);
    }
  }

  private static String row(
      SplittableRandom random, int n, Function<SplittableRandom, Double> number) {
    return list(n, q -> String.format(Locale.ROOT, "%.3f", number.apply(random)));
  }

  private static String list(int n, Function<Integer, String> text) {
    List<String> all = new ArrayList<>();
    for (int q = 0; q < n; q++) {
      all.add(text.apply(q));
    }
    return String.join(", ", all);
  }

  private void mixtures() {
    line(
        "mixture of 3 normals with full covariance, 2 inputs, band",
        "1e-6 in 2 s",
        mixture(3),
        1e-6);
    line(
        "mixture of 50 normals with covariances of their own, 2 inputs, band",
        "1e-4 in 20 s",
        mixture(SAMPLES),
        1e-4);
  }

  private static String mixture(int components) {
    SplittableRandom random = new SplittableRandom(6);
    StringBuilder text = new StringBuilder("semantics real;\nnetwork N = \"2.onnx\";\n");
    StringBuilder parts = new StringBuilder();
    for (int k = 0; k < components; k++) {
      double a = random.nextInt(5, 20) / 100.0;
      double b = random.nextInt(5, 20) / 100.0;
      double between = Math.round(1e5 * a * b * random.nextDouble(-0.9, 0.9)) / 1e5;
      text.append(
          String.format(
              Locale.ROOT,
              "distribution C%d for N { (x[0], x[1]) ~ Normal([%s], [[%.4f, %.5f], [%.5f, %.4f]]); }%n",
              k,
              row(random, 2, r -> r.nextInt(0, 1001) / 1000.0),
              a * a,
              between,
              between,
              b * b));
      parts.append("1/").append(components).append(": C").append(k).append("; ");
    }
    text.append("distribution D for N mixture { ").append(parts).append("}\n");
    return text.append("query q: ").append(BAND).append(" under D;\n").toString();
  }

  /** The sum of two standard normals, of variance 2, above 6 and above 37 of its deviations. */
  private void tails() {
    String normals = "x[0] ~ Normal(0, 1); x[1] ~ Normal(0, 1);";
    for (String t : List.of("8.4822", "52.34")) {
      String question = "P(N.y[0] > " + t + ") = ?";
      TimedCheck check = check(specification("identity.onnx", normals, question), 0);
      BandPoint point = check.result().points().get(0);
      double upper = point.upper().doubleCeiling();
      line(
          String.format(Locale.ROOT, "tail of two normals near %.0e, relative gap", upper),
          "1e-3 in 5 s",
          check,
          check.gap() / upper);
    }
  }

  /** y = relu(x0 + x1 + 100) - 100. */
  private static Network sum() {
    return Network.chain(
        2,
        List.of(
            AffineLayer.of(new double[][] {{1, 1}}, new double[] {100}),
            ActivationLayer.uniform(1, Activation.RELU),
            AffineLayer.of(new double[][] {{1}}, new double[] {-100})));
  }

  private static byte[] file(Network network) {
    try {
      return OnnxWriter.write(network, "benchmark");
    } catch (OnnxWriteException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether both groups are accepted alike, for seeded networks and margins. */
  private void fairness() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    double slowest = 0;
    double total = 0;
    long cells = 0;
    int bytes = 0;
    double replay = 0;
    int decided = 0;
    for (int k = 0; k < TASKS; k++) {
      Files.write(folder.resolve("fair" + k + ".onnx"), file(acceptance(random)));
      TimedCheck check = check(fairness(random, k), 1e-6);
      slowest = Math.max(slowest, check.seconds());
      total += check.seconds();
      cells = Math.max(cells, check.result().cells());
      bytes = Math.max(bytes, check.result().certificate().length);
      replay = Math.max(replay, check.replaySeconds());
      decided += check.result().verdict().orElseThrow() == Verdict.UNDECIDED ? 0 : 1;
    }
    System.out.printf(
        Locale.ROOT,
        "| ratio over a Bayesian network, %d tasks, %d decided; the slowest (mean %.2f s) | 0.5 s"
            + " | %.2f s | | %,d | %,d | %.2f s |%n",
        TASKS,
        decided,
        total / TASKS,
        slowest,
        cells,
        bytes,
        replay);
  }

  /** A 3-2-1 network that does not see the first of its four inputs. */
  private static Network acceptance(SplittableRandom random) {
    double[][] first = new double[2][4];
    for (double[] row : first) {
      for (int q = 1; q < 4; q++) {
        row[q] = random.nextInt(-16, 17) / 16.0;
      }
    }
    double[] bias = {random.nextInt(-8, 9) / 8.0, random.nextInt(-8, 9) / 8.0};
    double[][] second = {{random.nextInt(4, 17) / 8.0, -random.nextInt(4, 17) / 8.0}};
    return Network.chain(
        4,
        List.of(
            AffineLayer.of(first, bias),
            ActivationLayer.uniform(2, Activation.RELU),
            AffineLayer.of(second, new double[] {random.nextInt(1, 9) / 8.0})));
  }

  private static String fairness(SplittableRandom random, int k) {
    return String.format(
        Locale.ROOT,
        """
        semantics real;
        network N = "fair%d.onnx" { input group, degree, skill, age; output score; }
        distribution D for N {
          group ~ Bernoulli(0.3);
          degree ~ Bernoulli(%.2f) given group == 0;
          degree ~ Bernoulli(%.2f) given group == 1;
          skill ~ Normal(%.2f, 1) given degree == 0;
          skill ~ Normal(%.2f, 0.8) given degree == 1;
          age ~ Gamma(%d, 0.4) given skill <= 0.5;
          age ~ Gamma(2, 0.5) given skill > 0.5;
        }
        property fair: P(score > 0 | group > 0.5) / P(score > 0 | group < 0.5) >= %.2f under D;
        """,
        k,
        random.nextDouble(0.3, 0.7),
        random.nextDouble(0.3, 0.7),
        random.nextDouble(-0.5, 0.5),
        random.nextDouble(0, 1),
        random.nextInt(2, 5),
        random.nextDouble(0.8, 1.1));
  }

  private TimedCheck check(String specification, double gap) {
    List<Obligation> asked =
        new SpecificationReader()
            .read(folder.resolve("benchmark.sure"), specification)
            .obligations();
    return TimedCheck.best(RUNS, asked.get(0), gap, Duration.ofSeconds(60), threads);
  }

  private void line(String title, String wanted, String specification, double gap) {
    TimedCheck check = check(specification, gap);
    line(title, wanted, check, check.gap());
  }

  private static void line(String title, String wanted, TimedCheck check, double gap) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.2f s | %.1e | %,d | %,d | %.2f s |%n",
        title,
        wanted,
        check.seconds(),
        gap,
        check.result().cells(),
        check.result().certificate().length,
        check.replaySeconds());
  }
}
