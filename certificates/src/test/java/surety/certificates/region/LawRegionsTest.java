package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;

/** Regions under laws with several branches, dependent coordinates and sums of densities. */
class LawRegionsTest {
  /** A neuron for the sign of each of two inputs. */
  private static final Network QUADRANTS =
      RegionNetworks.layer(Activation.RELU, new double[][] {{1, 0}, {0, 1}}, 0, 0);

  /** A neuron for the sign of an input. */
  private static final Network SIGN =
      RegionNetworks.layer(Activation.RELU, new double[][] {{1}}, 0);

  private static final AxisPlan NORMAL = new AxisPlan(12, cuts());

  private static List<Double> cuts() {
    List<Double> cuts = new ArrayList<>();
    for (int k = -15; k < 16; k++) {
      cuts.add(k / 2.0);
    }
    return cuts;
  }

  private static void assertNear(double exact, Interval bounds, double width) {
    assertTrue(
        bounds.lower() <= exact + 1e-15 && exact - 1e-15 <= bounds.upper(), bounds::toString);
    assertTrue(bounds.width() <= width, bounds::toString);
  }

  /** With correlation r: 1/4 + asin(r) / (2 pi) for both quadrants of equal signs. */
  @ParameterizedTest
  @CsvSource({
    "3/5, 4/5, 0.6",
    "-3/5, 4/5, -0.6",
    "4/5, 3/5, 0.8",
    "5/13, 12/13, 0.38461538461538464"
  })
  void quadrantsOfCorrelatedNormals(String slope, String deviation, double r)
      throws RejectedException, IOException {
    Map<String, Interval> patterns =
        RegionNetworks.patterns(
            QUADRANTS,
            """
            inputs 2
            branches 1 rest 0
            branch coordinates 2 summands 1
            x[0] = 1*u[0]
            x[1] = %s*u[0] + 1*u[1]
            1: normal(0, 1); normal(0, %s)
            """
                .formatted(slope, deviation),
            NORMAL);
    double same = 0.25 + Math.asin(r) / (2 * Math.PI);
    assertEquals(Set.of("00", "01", "10", "11"), patterns.keySet());
    assertNear(same, patterns.get("11"), 1e-9);
    assertNear(same, patterns.get("00"), 1e-9);
    assertNear(0.5 - same, patterns.get("01"), 1e-9);
    assertNear(0.5 - same, patterns.get("10"), 1e-9);
  }

  /** A singular covariance: both inputs are one coordinate, so that two quadrants are empty. */
  @Test
  void equalInputsHaveEqualSigns() throws RejectedException, IOException {
    Map<String, Interval> patterns =
        RegionNetworks.patterns(
            QUADRANTS,
            """
            inputs 2
            branches 1 rest 0
            branch coordinates 1 summands 1
            x[0] = 1*u[0]
            x[1] = 2*u[0]
            1: normal(0, 1)
            """,
            NORMAL);
    assertEquals(Set.of("00", "11"), patterns.keySet());
    assertNear(0.5, patterns.get("11"), 1e-12);
  }

  /** A pattern's probability is the sum over the branches; one of them never has it. */
  @Test
  void branchesAddUp() throws RejectedException, IOException {
    Map<String, Interval> patterns =
        RegionNetworks.patterns(
            SIGN,
            """
            inputs 1
            branches 3 rest 0
            branch coordinates 1 summands 1
            x[0] = 1*u[0]
            1/2: uniform(-1, 3)
            branch coordinates 1 summands 1
            x[0] = -1*u[0] + -1
            1/4: uniform(0, 1)
            branch coordinates 0 summands 1
            x[0] = 2
            1/4:\s
            """,
            RegionNetworks.PLAN);
    assertNear(0.5 * 0.75 + 0.25, patterns.get("1"), 1e-15);
    assertNear(0.5 * 0.25 + 0.25, patterns.get("0"), 1e-15);
  }

  /** In one branch the density is a sum; its parts have different domains, with a gap between. */
  @Test
  void summandsShareATree() throws RejectedException, IOException {
    Map<String, Interval> patterns =
        RegionNetworks.patterns(
            RegionNetworks.layer(Activation.RELU, new double[][] {{1}, {1}}, 0, -1),
            """
            inputs 1
            branches 1 rest 0
            branch coordinates 1 summands 2
            x[0] = 1*u[0]
            1/3: uniform(-1, 1/2)
            2/3: beta(2, 1) on [3/4, 1]
            """,
            RegionNetworks.PLAN);
    assertEquals(Set.of("00", "10"), patterns.keySet());
    assertNear(2 / 9.0, patterns.get("00"), 1e-12);
    assertNear(7 / 9.0, patterns.get("10"), 1e-12);
  }

  /** Independent discrete inputs: each combination is a point. */
  @Test
  void pointsHaveTheirWeights() throws RejectedException, IOException {
    Map<String, Interval> patterns =
        RegionNetworks.patterns(
            RegionNetworks.layer(Activation.RELU, new double[][] {{1, 1}, {1, -1}}, -1, 0),
            """
            inputs 2
            branches 4 rest 0
            branch coordinates 0 summands 1
            x[0] = 0
            x[1] = 0
            14/25:\s
            branch coordinates 0 summands 1
            x[0] = 0
            x[1] = 1
            6/25:\s
            branch coordinates 0 summands 1
            x[0] = 1
            x[1] = 0
            7/50:\s
            branch coordinates 0 summands 1
            x[0] = 1
            x[1] = 1
            3/50:\s
            """,
            RegionNetworks.PLAN);
    // a pre-activation of 0 is on the piece above
    assertEquals(Set.of("01", "10", "11"), patterns.keySet());
    assertNear(0.56, patterns.get("01"), 1e-15);
    assertNear(0.24, patterns.get("10"), 1e-15);
    assertNear(0.2, patterns.get("11"), 1e-15);
  }

  /** Weights of restricted densities are no probabilities: two triangles of mass 1/2 and 1/8. */
  @Test
  void whatIsLeftIsNormalised() throws RejectedException, IOException {
    String lines =
        """
        inputs 1
        branches 2 rest %s
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        4: uniform(0, 1) within [0, 1/2]
        branch coordinates 1 summands 1
        x[0] = -1*u[0]
        4: uniform(0, 1) within [7/8, 1]
        """;
    Map<String, Interval> whole =
        RegionNetworks.patterns(SIGN, lines.formatted("0"), RegionNetworks.PLAN);
    assertNear(0.8, whole.get("1"), 1e-12);
    assertNear(0.2, whole.get("0"), 1e-12);
    Map<String, Interval> some =
        RegionNetworks.patterns(SIGN, lines.formatted("1/2"), RegionNetworks.PLAN);
    assertEquals(2 / 3.0, some.get("1").lower(), 1e-12);
    assertEquals(2.5 / 3, some.get("1").upper(), 1e-12);
  }

  /** Random branches against their samples. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void probabilitiesAreThoseOfSamples(long seed) throws RejectedException, IOException {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] weights = new double[4][2];
    double[] biases = new double[4];
    for (int k = 0; k < 4; k++) {
      biases[k] = random.nextInt(-4, 5) / 4.0;
      weights[k][0] = random.nextInt(-4, 5) / 2.0;
      weights[k][1] = random.nextInt(1, 5) / 2.0;
    }
    int[][] maps = new int[2][5];
    for (int[] map : maps) {
      for (int k = 0; k < 5; k++) {
        map[k] = random.nextInt(1, 4);
      }
    }
    StringBuilder lines = new StringBuilder("inputs 2\nbranches 2 rest 0\n");
    for (int b = 0; b < 2; b++) {
      lines.append("branch coordinates 2 summands 2\n");
      lines.append("x[0] = %d/7*u[0] + %d/5\n".formatted(maps[b][0], -maps[b][1]));
      lines.append(
          "x[1] = %d/3*u[0] + -%d*u[1] + %d/3\n".formatted(maps[b][2], maps[b][3], maps[b][4]));
      lines.append("1/8: uniform(-1, 1); uniform(0, 1)\n");
      lines.append("3/8: uniform(0, 2); uniform(-1, 1/2)\n");
    }
    String text = lines.toString().replace("3/3", "1").replace("u[1] + 1\n", "u[1] + 1\n");
    Network network = RegionNetworks.layer(Activation.RELU, weights, biases);
    Map<String, Interval> patterns = RegionNetworks.patterns(network, text, RegionNetworks.PLAN);
    Map<String, Integer> counts = new TreeMap<>();
    int samples = 20_000;
    for (int s = 0; s < samples; s++) {
      int[] map = maps[random.nextInt(2)];
      boolean isFirst = random.nextInt(4) == 0;
      double u = isFirst ? random.nextDouble(-1, 1) : random.nextDouble(0, 2);
      double v = isFirst ? random.nextDouble(0, 1) : random.nextDouble(-1, 0.5);
      double x = map[0] / 7.0 * u - map[1] / 5.0;
      double y = map[2] / 3.0 * u - map[3] * v + map[4] / 3.0;
      StringBuilder pattern = new StringBuilder();
      for (int k = 0; k < 4; k++) {
        pattern.append(weights[k][0] * x + weights[k][1] * y + biases[k] >= 0 ? '1' : '0');
      }
      counts.merge(pattern.toString(), 1, Integer::sum);
    }
    assertTrue(patterns.keySet().containsAll(counts.keySet()), patterns::toString);
    double sum = 0;
    for (Map.Entry<String, Interval> entry : patterns.entrySet()) {
      double p = entry.getValue().middle();
      sum += p;
      double seen = counts.getOrDefault(entry.getKey(), 0) / (double) samples;
      assertEquals(seen, p, 5 * Math.sqrt(p * (1 - p) / samples) + 5.0 / samples, entry::toString);
    }
    assertEquals(1, sum, 1e-9);
  }

  /** Kinks at 0 and 1; in the second branch some neurons are constant, one at a kink. */
  @Test
  void outputsAreFunctionsOfTheInputs() throws RejectedException, IOException {
    Network network =
        RegionNetworks.layer(
            PiecewiseLinear.clip(0, 1),
            new double[][] {{2, 1, 0}, {1, -3, 1}, {0, 1, 0}},
            0,
            0.5,
            -1);
    Law law =
        RegionNetworks.law(
            """
            inputs 3
            branches 2 rest 0
            branch coordinates 2 summands 1
            x[0] = 1/3*u[0] + 1/7*u[1] + 1/5
            x[1] = -1*u[0]
            x[2] = 1/11
            1/2: uniform(-3, 3); uniform(-3, 3)
            branch coordinates 1 summands 1
            x[0] = 1*u[0]
            x[1] = 1
            x[2] = 1/11
            1/2: uniform(-3, 3)
            """);
    PatternMaps maps = new PatternMaps(law, network, Stop.NEVER);
    int seen = 0;
    for (Law.Branch branch : law.branches()) {
      for (Region region : RegionNetworks.regions(network, branch)) {
        Rational[] x = new Rational[3];
        for (int k = 0; k < 3; k++) {
          x[k] = branch.inputs().get(k).constant();
          for (Law.Term term : branch.inputs().get(k).terms()) {
            Rational u = region.point().coordinate(term.coordinate());
            x[k] = x[k].plus(term.coefficient().times(u));
          }
        }
        RationalPoint inputs = RationalPoint.of(List.of(x[0], x[1])); // x[2] is fixed
        assertEquals(network.evaluateExactly(x)[0], maps.outputs(region).get(0).at(inputs));
        seen++;
      }
    }
    assertTrue(seen > 8);
  }

  @Test
  void adviceIsForEachCoordinateOfEachBranch() {
    RegionStatement statement =
        new RegionStatement(
            "0".repeat(64),
            RegionNetworks.law(
                """
                inputs 1
                branches 2 rest 0
                branch coordinates 1 summands 1
                x[0] = 1*u[0]
                1/2: normal(0, 1)
                branch coordinates 0 summands 1
                x[0] = 2
                1/2:\s
                """));
    List<Truncation> ends = List.of(new Truncation(-8, 8));
    List<AxisPlan> plans = List.of(NORMAL);
    assertThrows(
        RejectedException.class,
        () -> new RegionProblems(statement, SIGN, List.of(), plans, Stop.NEVER));
    assertThrows(
        RejectedException.class,
        () -> new RegionProblems(statement, SIGN, ends, List.of(NORMAL, NORMAL), Stop.NEVER));
  }
}
