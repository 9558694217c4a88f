package surety.solver.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.region.PatternProbabilities;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.RegionReplay;
import surety.certificates.replay.RegionReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;

/** Enumerations under laws of several branches. */
class LawRegionSearchTest {
  private static final RegionOptions ALL = new RegionOptions(100_000, 2);

  private static RegionResult run(Network network, String lines, RegionOptions options)
      throws RejectedException {
    RegionStatement statement = SmallNetworks.under(lines);
    return RegionSearch.run(statement, network, options, progress -> {}, () -> false);
  }

  private static Map<String, Interval> patterns(RegionResult result) {
    return result.patterns().stream()
        .collect(
            Collectors.toMap(
                PatternProbabilities.Entry::pattern, PatternProbabilities.Entry::probability));
  }

  private static void assertNear(double exact, Interval bounds, double width) {
    assertTrue(bounds.contains(exact), bounds::toString);
    assertTrue(bounds.width() <= width, bounds::toString);
  }

  /** Each input around each of three samples: P(x > 0) by the normal's symmetry. */
  @Test
  void samplesShareATree() throws RejectedException {
    Network network = SmallNetworks.layer(Activation.RELU, new double[][] {{1}}, 0);
    RegionResult result =
        run(
            network,
            """
            inputs 1
            branches 1 rest 0
            branch coordinates 1 summands 3
            x[0] = 1*u[0]
            1/3: normal(-2, 1/10)
            1/3: normal(0, 1/10)
            1/3: normal(1, 1/10)
            """,
            ALL);
    assertNear(0.5, patterns(result).get("1"), 1e-9);
    assertNear(0.5, patterns(result).get("0"), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("surety.solver.region.SmallNetworks#laws")
  void certificatesReplay(String lines) throws RejectedException, IOException {
    byte[] file = Files.readAllBytes(Path.of("../examples/iris/iris-relu.onnx"));
    RegionStatement statement = SmallNetworks.under(Sha256.of(file), lines);
    Network network = OnnxReader.read(file);
    RegionResult one =
        RegionSearch.run(statement, network, new RegionOptions(9_999, 1), p -> {}, () -> false);
    RegionResult two =
        RegionSearch.run(statement, network, new RegionOptions(9_999, 3), p -> {}, () -> false);
    assertTrue(one.complete());
    assertEquals(Sha256.of(one.certificate()), Sha256.of(two.certificate()));
    RegionReplayResult replay =
        RegionReplay.run(
            statement,
            NetworkContent.of(file),
            new ByteArrayInputStream(one.certificate()),
            region -> {},
            Stop.NEVER);
    assertEquals(ReplayVerdict.VALID, replay.replay(), () -> replay.toString());
    assertEquals(one.regions().size(), replay.outcome().orElseThrow().regions());
    assertTrue(one.total().contains(1), one.total()::toString);
    assertTrue(one.patterns().stream().mapToDouble(p -> p.probability().lower()).sum() < 1.01);
    assertTrue(one.patterns().stream().mapToDouble(p -> p.probability().upper()).sum() > 0.99);
    assertTrue(one.total().lower() > 0.99);
  }

  /** What is said of a pattern holds, too, if nothing is known of the other branches. */
  @Test
  void whatIsLeftOutMayHaveAnyPattern() throws RejectedException {
    Network network = SmallNetworks.layer(Activation.RELU, new double[][] {{1}}, 0);
    String lines =
        """
        inputs 1
        branches 2 rest 0
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        1/4: uniform(1, 2)
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        3/4: uniform(-1, 1)
        """;
    RegionResult some = run(network, lines, new RegionOptions(1, 1));
    assertFalse(some.complete());
    assertNear(0.25, new Interval(patterns(some).get("1").lower(), 0.25), 1e-15);
    assertEquals(1, patterns(some).get("1").upper(), 1e-15);
    assertEquals(0, some.tails());
    RegionResult all = run(network, lines, ALL);
    assertNear(5 / 8.0, patterns(all).get("1"), 1e-13);
  }

  /** Weights are shares of their sum: how small that is makes no difference to the bounds. */
  @Test
  void smallWeightsAreAsGoodAsOthers() throws RejectedException {
    Network network = SmallNetworks.layer(Activation.RELU, new double[][] {{1}}, 0);
    String lines =
        """
        inputs 1
        branches 2 rest 0
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        1/1000000000000000000000000000000: beta(2, 2)
        branch coordinates 1 summands 1
        x[0] = -1*u[0]
        3/1000000000000000000000000000000: triangular(0, 1/3, 1)
        """;
    Map<String, Interval> patterns = patterns(run(network, lines, ALL));
    assertNear(0.25, patterns.get("1"), 1e-12);
    assertNear(0.75, patterns.get("0"), 1e-12);
  }

  @Test
  void discreteInputsHaveTheirWeights() throws RejectedException {
    Network network = SmallNetworks.random(new SplittableRandom(8), Activation.RELU, 2, 4, 3, 1);
    RegionResult result = run(network, SmallNetworks.laws().skip(2).findFirst().orElseThrow(), ALL);
    assertEquals(3, result.branches().size());
    assertNear(0.1, result.branches().get(2).get(0).probability(), 1e-15);
    assertTrue(result.total().contains(1) && result.total().width() < 1e-12);
  }
}
