package surety.solver.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Tanh;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.region.Region;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.RegionReplay;
import surety.certificates.replay.RegionReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;
import surety.solver.layers.Layers;

class RegionSearchTest {
  private static final RegionOptions ALL = new RegionOptions(100_000, 2);

  private static RegionResult run(Network network, String distribution) throws RejectedException {
    return run(network, distribution, ALL);
  }

  private static RegionResult run(Network network, String distribution, RegionOptions options)
      throws RejectedException {
    RegionStatement statement = SmallNetworks.statement(network.inputs(), distribution);
    return RegionSearch.run(statement, network, options, progress -> {}, () -> false);
  }

  private static Set<String> patterns(RegionResult result) {
    return result.regions().stream().map(Region::pattern).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void findsWhatBruteForceFinds(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 3);
    Network network =
        SmallNetworks.random(random, Activation.RELU, n, n == 3 ? 3 : 4, n == 3 ? 2 : 3, 1);
    RegionResult result = run(network, "uniform(-1, 1)");
    assertTrue(result.complete());
    assertEquals(BruteForce.patterns(network), new TreeSet<>(patterns(result)));
    assertTrue(result.total().contains(1));
    for (Region region : result.regions()) {
      Rational[] x = region.point().coordinates().toArray(new Rational[0]);
      assertEquals(network.evaluateExactly(x)[0], region.map().get(0).at(region.point()));
      assertTrue(
          region.polytope().facets().stream().allMatch(f -> f.containsInside(region.point())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beta(1/2, 1/2)",
        "gamma(1/2, 1)",
        "cauchy(0, 1)",
        "weibull(1/2, 1)",
        "lognormal(0, 1)"
      })
  void polesAndHeavyTailsHaveTheirMass(String distribution) throws RejectedException {
    Network network = SmallNetworks.random(new SplittableRandom(3), Activation.RELU, 2, 3, 2, 1);
    RegionResult result = run(network, distribution);
    assertTrue(result.total().contains(1), () -> result.total().toString());
    assertTrue(result.total().width() < 0.2, () -> result.total().toString());
  }

  /** By the signs of pre-activations; almost no sample is on a hyperplane. */
  private static String pattern(Network network, double[] point) {
    StringBuilder pattern = new StringBuilder();
    double[] values = point;
    for (Layer layer : Layers.ofChain(network).orElseThrow()) {
      if (layer instanceof ActivationLayer) {
        for (double value : values) {
          pattern.append(value >= 0 ? '1' : '0');
        }
      }
      values = layer.evaluate(values);
    }
    return pattern.toString();
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, -0.25", "3, 0", "4, 0.01"})
  void probabilitiesAreThoseOfSamples(long seed, double slope) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    Network network = SmallNetworks.random(random, PiecewiseLinear.leakyRelu(slope), 2, 5, 5, 1);
    RegionResult result = run(network, "uniform(-1, 1)");
    Map<String, Integer> counts = new HashMap<>();
    int samples = 40_000;
    for (int k = 0; k < samples; k++) {
      double[] x = {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
      counts.merge(pattern(network, x), 1, Integer::sum);
    }
    assertTrue(patterns(result).containsAll(counts.keySet()));
    for (Region region : result.regions()) {
      double p = region.probability().middle();
      double expected = counts.getOrDefault(region.pattern(), 0) / (double) samples;
      double error = 5 * Math.sqrt(p * (1 - p) / samples) + 5.0 / samples;
      assertEquals(p, expected, error, region::pattern);
    }
  }

  @Test
  void degenerateNeuronsCutNothing() throws RejectedException {
    double[][] weights = {{1, 1}, {2, 2}, {-1, -1}, {1, 1}, {0, 0}, {1, 0}, {1, 1}, {1, 1}};
    // a line, the same twice more, one that touches a corner, none, a facet, two parallel ones
    Network network = SmallNetworks.layer(Activation.RELU, weights, 0, 0, 0, -2, 0, 1, 0.5, 0.75);
    RegionResult result = run(network, "uniform(-1, 1)");
    // x + y: above 0, between -1/2 and 0, between -3/4 and -1/2, below
    assertEquals(Set.of("11001111", "00101111", "00101101", "00101100"), patterns(result));
  }

  @Test
  void otherPiecewiseLinearActivationsHaveRegionsToo() throws RejectedException {
    Network network = SmallNetworks.layer(Activation.ABS, new double[][] {{1, 0}, {0, 1}}, 0, 0);
    RegionResult result = run(network, "uniform(-1, 1)");
    assertEquals(Set.of("00", "01", "10", "11"), patterns(result));
    for (Region region : result.regions()) {
      assertTrue(region.probability().contains(0.25));
    }
  }

  @Test
  void theCertificateDoesNotDependOnThreads() throws RejectedException {
    Network network = SmallNetworks.random(new SplittableRandom(5), Activation.RELU, 2, 8, 8, 1);
    RegionResult one = run(network, "beta(2, 2)", new RegionOptions(1000, 1));
    RegionResult two = run(network, "beta(2, 2)", new RegionOptions(1000, 3));
    assertTrue(one.regions().size() > 5);
    assertArrayEquals(one.certificate(), two.certificate());
    assertEquals(one.queries(), two.queries());
  }

  @Test
  void irisReplays() throws RejectedException, IOException {
    byte[] file = Files.readAllBytes(Path.of("../examples/iris/iris-relu.onnx"));
    RegionStatement statement =
        new RegionStatement(Sha256.of(file), SmallNetworks.statement(2, "beta(2, 2)").law());
    RegionResult result =
        RegionSearch.run(statement, OnnxReader.read(file), ALL, progress -> {}, () -> false);
    assertEquals(77, result.regions().size());
    assertTrue(result.total().contains(1) && result.total().width() < 1e-11);
    RegionReplayResult replay =
        RegionReplay.run(
            statement,
            NetworkContent.of(file),
            new ByteArrayInputStream(result.certificate()),
            region -> {},
            Stop.NEVER);
    assertEquals(ReplayVerdict.VALID, replay.replay());
    assertEquals(77, replay.outcome().orElseThrow().regions());
  }

  @Test
  void unboundedSupportsAreCutOff() throws RejectedException {
    Network network = SmallNetworks.layer(Activation.RELU, new double[][] {{1, -1}}, 0);
    RegionResult result = run(network, "normal(1, 2)");
    assertEquals(Set.of("0", "1"), patterns(result));
    assertTrue(result.tails() < 1e-300);
    for (Region region : result.regions()) {
      assertTrue(region.probability().contains(0.5));
      assertTrue(region.probability().width() < 1e-6, region.probability()::toString);
    }
  }

  @Test
  void tooManyRegionsEndTheEnumeration() throws RejectedException {
    Network network = SmallNetworks.random(new SplittableRandom(5), Activation.RELU, 2, 8, 8, 1);
    RegionResult result = run(network, "uniform(-1, 1)", new RegionOptions(3, 2));
    assertFalse(result.complete());
    assertEquals(3, result.regions().size());
    assertEquals(0, result.certificate().length);
    double sum = result.regions().stream().mapToDouble(r -> r.probability().lower()).sum();
    assertEquals(sum, result.total().lower(), 1e-12);
    assertTrue(result.total().upper() < 1);
  }

  @Test
  void aRequestEndsTheEnumeration() throws RejectedException {
    Network network = SmallNetworks.random(new SplittableRandom(5), Activation.RELU, 2, 8, 8, 1);
    AtomicLong found = new AtomicLong();
    RegionResult result =
        RegionSearch.run(
            SmallNetworks.statement(2, "uniform(-1, 1)"),
            network,
            ALL,
            progress -> found.set(progress.regions()),
            () -> found.get() > 0);
    assertFalse(result.complete());
    assertFalse(result.regions().isEmpty());
  }

  @Test
  void whatHasNoRegionsIsRefused() {
    Network tanh = SmallNetworks.layer(new Tanh(), new double[][] {{1}}, 0);
    assertThrows(RejectedException.class, () -> run(tanh, "uniform(0, 1)"));
  }

  @Test
  void fixedInputsHaveOneRegion() throws RejectedException {
    RegionStatement fixed =
        new RegionStatement("0".repeat(64), List.of(new FixedInput(Rational.ONE)));
    Network relu = SmallNetworks.layer(Activation.RELU, new double[][] {{1}}, 0);
    RegionResult result = RegionSearch.run(fixed, relu, ALL, progress -> {}, () -> false);
    assertEquals(Set.of("1"), patterns(result));
    assertEquals(Interval.ONE, result.total());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1, 0"})
  void optionsAreChecked(long most, int threads) {
    assertThrows(IllegalArgumentException.class, () -> new RegionOptions(most, threads));
  }
}
