package surety.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import surety.certificates.network.Network;
import surety.language.Obligation;
import surety.language.SpecificationReader;
import surety.solver.BandPoint;

/**
 * How fast Monte Carlo comes close to the certified mean and variance of the battery's state of
 * health, at each of its operating points: the table and the picture in the example's README.
 *
 * @param points one for each operating point
 */
record BatteryConvergence(List<AtPoint> points) {
  /** How many trials there are, in decades. */
  static final List<Integer> TRIALS = List.of(100, 1000, 10_000, 100_000);

  /** The errors of both readings, as the specification has them. */
  static final String COVARIANCE = "[[0.64, -0.24], [-0.24, 0.25]]";

  private static final Path FOLDER = ExampleFiles.folder().resolve("battery");
  private static final long SEED = 20_261_130;

  BatteryConvergence {
    points = List.copyOf(points);
  }

  /** What samples say of an output. */
  record Moments(double mean, double variance, double fourth) {
    static Moments of(double[] values) {
      double mean = Arrays.stream(values).average().orElseThrow();
      double[] squares = Arrays.stream(values).map(y -> (y - mean) * (y - mean)).toArray();
      return new Moments(
          mean,
          Arrays.stream(squares).sum() / (values.length - 1),
          Arrays.stream(squares).map(square -> square * square).average().orElseThrow());
    }

    /** The standard error of the mean of as many trials. */
    double errorOfMean(int trials) {
      return Math.sqrt(variance / trials);
    }

    /** The standard error of the variance of as many trials, but for terms of higher order. */
    double errorOfVariance(int trials) {
      return Math.sqrt((fourth - variance * variance) / trials);
    }
  }

  /**
   * One operating point.
   *
   * @param mean certified bounds
   * @param variance likewise
   * @param samples what Monte Carlo says, for each number of trials
   */
  record AtPoint(BandPoint mean, BandPoint variance, List<Moments> samples) {
    AtPoint {
      samples = List.copyOf(samples);
    }

    /** Of the most trials, which know the moments of higher order best. */
    Moments best() {
      return samples.get(samples.size() - 1);
    }
  }

  /** Checks and samples all operating points. */
  static BatteryConvergence run() throws IOException {
    List<Obligation> obligations =
        new SpecificationReader()
            .read(FOLDER.resolve("points.sure"), specification())
            .obligations();
    List<AtPoint> points = new ArrayList<>();
    for (int k = 0; k < obligations.size(); k += 2) {
      Obligation mean = obligations.get(k);
      points.add(
          new AtPoint(
              bounds(mean), bounds(obligations.get(k + 1)), samples(mean, SEED + points.size())));
    }
    return new BatteryConvergence(points);
  }

  /** A mean and a variance for each line of the table of operating points. */
  private static String specification() throws IOException {
    StringBuilder text = new StringBuilder("semantics real;\n");
    text.append("network Battery = \"battery.onnx\" {\n");
    text.append("input resistance, reactance; output soh; }\n");
    List<String> lines = Files.readAllLines(FOLDER.resolve("points.csv"));
    for (int k = 1; k < lines.size(); k++) {
      text.append("distribution D").append(k).append(" for Battery { (resistance, reactance) ~ ");
      text.append("Normal([")
          .append(lines.get(k))
          .append("], ")
          .append(COVARIANCE)
          .append("); }\n");
      text.append("query m").append(k).append(": E(soh) = ? under D").append(k).append(";\n");
      text.append("query v").append(k).append(": Var(soh) = ? under D").append(k).append(";\n");
    }
    return text.toString();
  }

  private static BandPoint bounds(Obligation obligation) {
    return Runs.check(obligation).points().get(0);
  }

  private static List<Moments> samples(Obligation obligation, long seed) {
    Network network = ExampleFiles.network(obligation.networkFiles().get(0));
    Sampler sampler = new Sampler(obligation.statement().law(), seed);
    return TRIALS.stream()
        .map(
            trials ->
                Moments.of(
                    IntStream.range(0, trials)
                        .mapToDouble(trial -> network.evaluate(sampler.next())[0])
                        .toArray()))
        .toList();
  }

  /** The root mean square of the errors of the means, for each number of trials. */
  List<Double> errorsOfMeans() {
    return errors(AtPoint::mean, Moments::mean);
  }

  /** Likewise of the variances. */
  List<Double> errorsOfVariances() {
    return errors(AtPoint::variance, Moments::variance);
  }

  private List<Double> errors(
      Function<AtPoint, BandPoint> bounds, ToDoubleFunction<Moments> estimate) {
    return IntStream.range(0, TRIALS.size())
        .mapToObj(
            k ->
                Math.sqrt(
                    points.stream()
                        .mapToDouble(
                            point ->
                                estimate.applyAsDouble(point.samples().get(k))
                                    - middle(bounds.apply(point)))
                        .map(error -> error * error)
                        .average()
                        .orElseThrow()))
        .toList();
  }

  private static double middle(BandPoint bounds) {
    return (bounds.lower().doubleFloor() + bounds.upper().doubleCeiling()) / 2;
  }

  /** Of the straight line that fits best, both axes with logarithms. */
  static double slope(List<Double> errors) {
    double[] x = TRIALS.stream().mapToDouble(Math::log10).toArray();
    double[] y = errors.stream().mapToDouble(Math::log10).toArray();
    double middle = Arrays.stream(x).average().orElseThrow();
    double products = IntStream.range(0, x.length).mapToDouble(k -> (x[k] - middle) * y[k]).sum();
    return products / Arrays.stream(x).map(v -> (v - middle) * (v - middle)).sum();
  }

  /** The lines of the table, in Markdown. */
  List<String> table() {
    List<Double> means = errorsOfMeans();
    List<Double> variances = errorsOfVariances();
    List<String> lines = new ArrayList<>(List.of("| trials | mean | variance |", "|---|---|---|"));
    for (int k = 0; k < TRIALS.size(); k++) {
      lines.add(
          String.format(
              Locale.ROOT, "| %,d | %.4f | %.4f |", TRIALS.get(k), means.get(k), variances.get(k)));
    }
    lines.add(
        String.format(Locale.ROOT, "| slope | %.2f | %.2f |", slope(means), slope(variances)));
    return lines;
  }

  /** Prints the table, and draws the picture anew. */
  public static void main(String[] arguments) throws IOException {
    BatteryConvergence convergence = run();
    convergence.table().forEach(System.out::println);
    Files.writeString(
        FOLDER.resolve("convergence.svg"),
        ConvergencePicture.draw(
            TRIALS, convergence.errorsOfMeans(), convergence.errorsOfVariances()));
  }
}
