package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;

/** Searches for events, means and sums of several rows. */
class EventSearchTest {
  private static final double[][] DIFFERENCES = {{-1, 1, 0}, {-1, 0, 1}, {0, -1, 1}};

  /** The first of the largest of three outputs is this one. */
  private static PlainEvent argmax(int output) {
    return switch (output) {
      case 0 -> Cases.and(Cases.atMost(0, 0), Cases.atMost(1, 0));
      case 1 -> Cases.and(Cases.not(Cases.atMost(0, 0)), Cases.atMost(2, 0));
      default -> Cases.and(Cases.not(Cases.atMost(1, 0)), Cases.not(Cases.atMost(2, 0)));
    };
  }

  private static Network iris(String name) throws IOException {
    return OnnxReader.read(Files.readAllBytes(Path.of("../examples/iris", name)));
  }

  /** Where a search ended. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record End(long cells, double lower, double gap, Search search, byte[] tree) {}

  private static End search(
      Domain domain,
      PlainNetwork network,
      Objective objective,
      double gap,
      long most,
      int threads) {
    try (Rounds rounds = new Rounds(threads, Stop.NEVER)) {
      Search search = Search.start(domain, network, objective, 1e-9, 60, most, rounds, () -> false);
      while (!search.isExhausted() && search.cells() < most && search.meanGap() > gap) {
        search.round(most - search.cells());
      }
      return new End(
          search.cells(), search.lower(), search.meanGap(), search, search.tree(Stop.NEVER));
    }
  }

  private static End uniform(PlainNetwork network, Objective objective, double gap) {
    return search(
        Cases.domain(network.inputs(), "uniform(0, 1)"), network, objective, gap, 20_000, 1);
  }

  private static double probability(PlainNetwork network, PlainEvent event) {
    End end = uniform(network, new ProbabilityObjective(event), 0);
    assertTrue(end.gap() < 1e-9, () -> "gap " + end.gap());
    return end.lower();
  }

  @Test
  void theClassesOfIrisesAreExactAndAddUp() throws IOException {
    PlainNetwork network = Cases.rows(iris("iris-relu.onnx"), DIFFERENCES);
    double sum = 0;
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 3; k++) {
      End end = uniform(network, new ProbabilityObjective(argmax(k)), 0);
      assertTrue(end.gap() < 1e-9, "gap " + end.gap());
      assertTrue(end.cells() < 2000, "cells " + end.cells());
      int count = 0;
      for (int i = 0; i < 20_000; i++) {
        double[] z = {random.nextDouble(), random.nextDouble()};
        count += argmax(k).holds(Cases.values(network, z)) ? 1 : 0;
      }
      assertEquals(count / 20_000.0, end.lower(), 0.02);
      sum += end.lower();
    }
    assertEquals(1, sum, 1e-9);
  }

  @Test
  void fourInputsComeToAThousandth() throws IOException {
    PlainNetwork network = Cases.rows(iris("iris4-relu.onnx"), DIFFERENCES);
    List<SumObjective.Weighted> classes = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      classes.add(new SumObjective.Weighted(1, new ProbabilityObjective(argmax(k))));
    }
    End end = uniform(network, new SumObjective(classes), 1e-3);
    assertTrue(end.gap() <= 1e-3 && end.cells() < 20_000, "cells " + end.cells());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void probabilitiesAddUp(long seed) {
    PlainNetwork network =
        Cases.rows(Cases.network(seed, 2, 5, 2), new double[] {1, 0}, new double[] {0, 1, 0.5});
    double[] median = Cases.values(network, new double[] {0.4, 0.6});
    PlainEvent a = Cases.atMost(0, median[0]);
    PlainEvent b = Cases.atMost(1, median[1]);
    double both = probability(network, Cases.and(a, b));
    double onlyA = probability(network, Cases.and(a, Cases.not(b)));
    assertEquals(probability(network, a), both + onlyA, 1e-9);
    assertEquals(
        uniform(network, new ThresholdObjective(median[0], true), 0).lower(), both + onlyA, 1e-9);
    PlainEvent neither = Cases.and(Cases.not(a), Cases.not(b));
    assertEquals(1, probability(network, Cases.or(a, b)) + probability(network, neither), 1e-9);
  }

  @Test
  void exchangeableOutputsWinEquallyOften() {
    Network identity = Network.chain(3, List.of());
    PlainNetwork network = Cases.rows(identity, DIFFERENCES);
    for (int k = 0; k < 3; k++) {
      assertEquals(1.0 / 3, probability(network, argmax(k)), 1e-9);
    }
  }

  @Test
  void thresholdsOfInputsAreEventsToo() {
    PlainNetwork network =
        Cases.rows(Cases.network(5, 2, 4, 1), new double[] {1}, new double[] {0, 1, 0});
    double t = network.evaluate(new double[] {0.5, 0.5});
    double below = probability(network, Cases.atMost(0, t));
    double left = probability(network, Cases.and(Cases.atMost(0, t), Cases.atMost(1, 0.3)));
    double right =
        probability(network, Cases.and(Cases.atMost(0, t), Cases.not(Cases.atMost(1, 0.3))));
    assertEquals(0.3, probability(network, Cases.atMost(1, 0.3)), 1e-9);
    assertEquals(below, left + right, 1e-9);
    assertTrue(left <= 0.3 + 1e-9);
  }

  /** A piecewise linear network's means are known when the kinks are cut. */
  @Test
  void meansAndProductsBecomeExact() throws IOException {
    PlainNetwork network = Cases.rows(iris("iris-relu.onnx"), DIFFERENCES);
    for (Objective objective :
        List.of(
            new MeanObjective(0, 0),
            new ProductObjective(0, 1, 2, 3),
            new MeanObjective(0, 0, argmax(1)))) {
      End end = uniform(network, objective, 0);
      assertTrue(end.gap() < 1e-9, objective + " " + end.gap());
      assertEquals(0, end.lower(), "no probability is asked for");
    }
  }

  /** Beyond a few inputs there are boxes. */
  @ParameterizedTest
  @CsvSource({"5, 1e-2", "7, 0.5"})
  void boxesEncloseTheProbability(int inputs, double gap) {
    double[][] forms = new double[2][inputs];
    forms[0][0] = 1;
    forms[1][0] = 1;
    forms[1][1] = 1;
    PlainNetwork network = Cases.rows(Network.chain(inputs, List.of()), forms);
    PlainEvent event = Cases.and(Cases.atMost(0, 0.5), Cases.atMost(1, 1));
    End end = uniform(network, new ProbabilityObjective(event), gap);
    assertTrue(end.gap() <= gap);
    assertTrue(end.lower() <= 0.375 + 1e-9 && 0.375 <= end.lower() + end.gap() + 1e-9);
    PlainEvent other = Cases.or(Cases.not(Cases.atMost(0, 0.5)), Cases.not(Cases.atMost(1, 1)));
    End complement = uniform(network, new ProbabilityObjective(other), gap);
    assertTrue(complement.lower() <= 0.625 + 1e-9);
    assertTrue(0.625 <= complement.lower() + complement.gap() + 1e-9);
    for (Objective mean :
        List.of(
            new MeanObjective(1, 0),
            new MeanObjective(0, 0, event),
            new ProductObjective(0, 0.5, 1, 1))) {
      double first = uniform(network, mean, 2).gap();
      assertTrue(first <= 2, mean + " " + first);
    }
  }

  /** Far out in two tails at once, where doubles end. */
  @Test
  void aRareConjunctionHasItsUnit() {
    PlainNetwork network =
        Cases.rows(Network.chain(2, List.of()), new double[] {1, 0}, new double[] {0, 1});
    PlainEvent event = Cases.and(Cases.not(Cases.atMost(0, 20)), Cases.not(Cases.atMost(1, 20)));
    End end =
        search(
            Cases.domain(2, "normal(0, 1)"),
            network,
            new ProbabilityObjective(event),
            1e-6,
            3000,
            1);
    assertTrue(end.search().unit() < 1e-150, "unit " + end.search().unit());
    double log = Math.log10(end.lower()) + Math.log10(end.search().unit());
    assertEquals(2 * Math.log10(2.7536e-89), log, 0.01); // of P(X > 20)
  }

  @Test
  void theHeaviestCellsAreInsideTheEvent() {
    PlainNetwork network =
        Cases.rows(Network.chain(2, List.of()), new double[] {1, 0}, new double[] {0, 1});
    PlainEvent event = Cases.and(Cases.atMost(0, 0.5), Cases.atMost(1, 0.25));
    Search search = uniform(network, new ProbabilityObjective(event), 0).search();
    List<HeavyLeaf> inside = search.heaviest(true, 50);
    assertEquals(0.125, inside.stream().mapToDouble(HeavyLeaf::mass).sum(), 1e-9);
    List<HeavyLeaf> outside = search.heaviest(false, 50);
    assertEquals(0.875, outside.stream().mapToDouble(HeavyLeaf::mass).sum(), 1e-9);
    for (int k = 1; k < inside.size(); k++) {
      assertTrue(inside.get(k).mass() <= inside.get(k - 1).mass());
    }
    Search mean = uniform(network, new MeanObjective(0, 0), 0).search();
    assertEquals(List.of(), mean.heaviest(true, 5));
  }

  @Test
  void theTreeDoesNotDependOnThreads() throws IOException {
    PlainNetwork network = Cases.rows(iris("iris3-relu.onnx"), DIFFERENCES);
    Domain domain = Cases.domain(3, "beta(2, 2)");
    Objective objective = new ProbabilityObjective(argmax(1));
    byte[] one = search(domain, network, objective, 1e-7, 3000, 1).tree();
    byte[] three = search(domain, network, objective, 1e-7, 3000, 3).tree();
    assertArrayEquals(one, three);
    assertTrue(one.length > 500, () -> Arrays.toString(one));
  }

  /** Another row that does not matter changes nothing of the gap. */
  @Test
  void aRowThatIsNotAskedForDoesNotMatter() throws IOException {
    Network iris = iris("iris-relu.onnx");
    double[] first = {1, 0, 0};
    End alone = uniform(Cases.rows(iris, first), new ThresholdObjective(3.5, true), 0);
    End beside =
        uniform(Cases.rows(iris, first, DIFFERENCES[2]), new ThresholdObjective(3.5, true), 0);
    assertEquals(alone.lower(), beside.lower(), 1e-9);
    assertTrue(beside.cells() < 2 * alone.cells(), "cells " + beside.cells());
  }
}
