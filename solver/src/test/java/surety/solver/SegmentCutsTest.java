package surety.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;
import surety.solver.search.CutPoints;

class SegmentCutsTest {
  private static Domain domain(List<Input> inputs) {
    return Domain.of(Law.independent(inputs).branches().get(0));
  }

  private static CutPoints cuts(Network network, int segments, String... inputs) {
    return SegmentCuts.of(
        new Bounding.ReluNetworks(segments),
        network,
        domain(Statements.inputs(inputs)),
        Stop.NEVER);
  }

  @Test
  void withoutBoundingNetworksCutsAreFree() {
    CutPoints cuts =
        SegmentCuts.of(
            new Bounding.Adaptive(),
            Networks.scalar(Activation.TANH),
            domain(Statements.inputs("uniform(-1, 1)")),
            Stop.NEVER);
    assertEquals(Optional.empty(), cuts.of(0, 0));
  }

  @Test
  void cutsAreTheEndsOfSegmentsInsideTheRange() {
    double[] two = cuts(Networks.scalar(Activation.TANH), 2, "uniform(-2, 2)").of(0, 0).get();
    assertEquals(3, two.length); // two segments on each side of the inflection point
    assertEquals(0, two[1]);
    double[] one = cuts(Networks.scalar(Activation.SOFTPLUS), 1, "uniform(-2, 2)").of(0, 0).get();
    assertEquals(0, one.length);
    double[] kink =
        cuts(Networks.scalar(PiecewiseLinear.leakyRelu(0.5)), 7, "uniform(-2, 2)").of(0, 0).get();
    assertEquals(1, kink.length); // linear stretches stay as they are
  }

  @Test
  void anUnboundedInputIsCutWhereItsProbabilityIs() {
    double[] cuts = cuts(Networks.scalar(Activation.TANH), 4, "normal(1, 2)").of(0, 0).get();
    assertTrue(cuts[0] > -20 && cuts[cuts.length - 1] < 20);
  }

  @Test
  void fixedInputsArePoints() {
    List<Input> inputs = new ArrayList<>(Statements.inputs("uniform(0, 1)"));
    inputs.add(new FixedInput(Rational.of(1, 3)));
    Network network = Networks.random(1, List.of(Activation.TANH), 2, 3);
    CutPoints cuts =
        SegmentCuts.of(new Bounding.ReluNetworks(4), network, domain(inputs), Stop.NEVER);
    assertTrue(cuts.of(0, 0).get().length <= 7);
  }

  @Test
  void functionsThatTurnAreCutWhereTheyDo() {
    double[] kink = cuts(Networks.scalar(Activation.ABS), 4, "uniform(-1, 1)").of(0, 0).get();
    assertArrayEquals(new double[] {0}, kink);
    Network network = Networks.scalar(Activation.SILU);
    double[] turn = cuts(network, 4, "uniform(-2, 1)").of(0, 0).get();
    assertTrue(Arrays.stream(turn).anyMatch(x -> Math.abs(x + 1.2785) < 1e-3));
    Statement statement =
        Statements.query(network, Statements.inputs("uniform(-2, 1)"), "<", "-1/4");
    SearchOptions options = SearchOptions.defaults().withBounding(new Bounding.ReluNetworks(3));
    Result result = Checker.check(statement, List.of(network), options, p -> {}, () -> false);
    BandPoint bounds = result.points().get(0);
    double gap = bounds.upper().doubleCeiling() - bounds.lower().doubleFloor();
    assertTrue(gap < 0.25, () -> "gap " + gap);
  }

  @Test
  void functionsThatAreNotDefinedAreRefused() {
    Network network = Networks.scalar(Activation.LOG);
    UnsuitableException e =
        assertThrows(UnsuitableException.class, () -> cuts(network, 4, "uniform(-1, 1)"));
    assertTrue(e.getMessage().contains("not defined everywhere"), e.getMessage());
    Statement statement =
        Statements.query(network, Statements.inputs("uniform(-1, 1)"), "<", "1/2");
    SearchOptions options = SearchOptions.defaults().withBounding(new Bounding.ReluNetworks(3));
    assertThrows(
        UnsuitableException.class,
        () -> Checker.check(statement, List.of(network), options, p -> {}, () -> false));
  }

  /** Each activation is within one segment on each cell, so more segments mean a smaller gap. */
  @Test
  void moreSegmentsGiveASmallerGap() {
    Network network = Networks.random(7, List.of(Activation.TANH), 2, 4);
    Statement statement =
        Statements.cdf(network, Statements.inputs("uniform(-2, 2)", "uniform(-2, 2)"), 20);
    double before = 1;
    for (int segments : new int[] {2, 4, 8}) {
      SearchOptions options =
          SearchOptions.defaults()
              .withGap(1e-9)
              .withThreads(1)
              .withBounding(new Bounding.ReluNetworks(segments));
      Result result = Checker.check(statement, List.of(network), options, p -> {}, () -> false);
      double gap =
          result.points().stream().mapToDouble(p -> p.gap().doubleCeiling()).max().orElseThrow();
      assertEquals(StopReason.SEGMENTS, result.reason());
      assertTrue(gap < 0.5 * before, before + " and then " + gap);
      before = gap;
    }
  }
}
