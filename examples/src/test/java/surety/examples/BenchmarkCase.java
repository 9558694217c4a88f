package surety.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Distribution;
import surety.certificates.density.Uniform;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

/**
 * One row of the benchmark: the cdf of the setosa score of a trained network at 100 thresholds.
 *
 * @param distributions one for each input
 * @param gap wanted largest gap over all thresholds
 * @param timeout when to be content with less
 */
record BenchmarkCase(
    String title, String file, List<Distribution> distributions, double gap, Duration timeout) {
  private static final int THRESHOLDS = 100;

  private static final Distribution UNIFORM = new Uniform(Rational.of(0), Rational.of(1));
  private static final Distribution LENGTH = new Beta(Rational.of(2), Rational.of(2));
  private static final Distribution WIDTH = new Beta(Rational.of(3), Rational.of(2));

  static final List<BenchmarkCase> ALL =
      List.of(
          new BenchmarkCase(
              "Iris, 2 inputs, Betas",
              "iris-relu.onnx",
              List.of(LENGTH, WIDTH),
              1e-9,
              Duration.ofSeconds(30)),
          new BenchmarkCase(
              "Iris, 3 inputs, uniform",
              "iris3-relu.onnx",
              Collections.nCopies(3, UNIFORM),
              1e-8,
              Duration.ofSeconds(30)),
          new BenchmarkCase(
              "Iris, 4 inputs, uniform",
              "iris4-relu.onnx",
              Collections.nCopies(4, UNIFORM),
              1e-3,
              Duration.ofSeconds(60)),
          new BenchmarkCase(
              "Iris, 4 inputs, Betas",
              "iris4-relu.onnx",
              List.of(LENGTH, WIDTH, LENGTH, WIDTH),
              1e-3,
              Duration.ofSeconds(60)),
          tanh(1e-3),
          tanh(1e-4));

  /** The tanh network, whose bounds close in on each other but never meet. */
  static BenchmarkCase tanh(double gap) {
    return new BenchmarkCase(
        "Iris tanh, 2 inputs, Betas, gap " + gap,
        "iris-tanh.onnx",
        List.of(LENGTH, WIDTH),
        gap,
        Duration.ofSeconds(60));
  }

  private Path path() {
    return ExampleFiles.folder().resolve("iris").resolve(file);
  }

  Network network() {
    return ExampleFiles.network(path());
  }

  /** The cdf of the first output at so many thresholds. */
  Statement statement(int thresholds) {
    List<Input> inputs = distributions.stream().<Input>map(RandomInput::new).toList();
    int outputs = network().outputs();
    return new Statement(
        Sha256.of(networkFile()),
        inputs,
        outputs,
        new BandClaim(AffineForm.ofOutput(0, outputs), new EvenThresholds(thresholds)));
  }

  SearchOptions options() {
    return SearchOptions.defaults().withGap(gap).withTimeout(timeout);
  }

  /** A check whose statement and network have been read already. */
  Runnable prepared() {
    Statement statement = statement(THRESHOLDS);
    Network network = network();
    SearchOptions options = options();
    return () ->
        requireResult(Checker.check(statement, List.of(network), options, p -> {}, () -> false));
  }

  private static void requireResult(Result result) {
    if (result.points().isEmpty()) {
      throw new IllegalStateException("a check without bounds");
    }
  }

  Result check() {
    return check(statement(THRESHOLDS), options());
  }

  Result check(Statement statement, SearchOptions options) {
    return Checker.check(statement, List.of(network()), options, progress -> {}, () -> false);
  }

  /** The largest distance of the two bounds over the thresholds, rounded up. */
  static double largestGap(Result result) {
    return result.points().stream()
        .mapToDouble(BenchmarkCase::gap)
        .max()
        .orElseThrow(() -> new IllegalStateException("a band without thresholds"));
  }

  private static double gap(BandPoint point) {
    return point.gap().doubleCeiling();
  }

  byte[] networkFile() {
    return ExampleFiles.bytes(path());
  }

  /** The seconds that the kernel takes to replay a certificate, which must be valid. */
  double replaySeconds(byte[] certificate, int threads) {
    Statement statement = statement(THRESHOLDS);
    byte[] networkFile = networkFile();
    long start = System.nanoTime();
    try {
      ReplayResult result =
          Replay.run(
              statement,
              List.of(NetworkContent.of(networkFile)),
              new ByteArrayInputStream(certificate),
              threads);
      if (result.replay() != ReplayVerdict.VALID) {
        throw new IllegalStateException(title + " does not replay: " + result.reason());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return (System.nanoTime() - start) * 1e-9;
  }
}
