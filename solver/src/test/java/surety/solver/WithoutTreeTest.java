package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;

/** Checks that end without a search, and those that do not. */
class WithoutTreeTest {
  private static final Network RELU =
      Network.chain(
          1,
          List.of(
              AffineLayer.of(new double[][] {{1}}, new double[] {0}),
              new ActivationLayer(List.of(Activation.RELU)),
              AffineLayer.of(new double[][] {{1}}, new double[] {0})));

  private static Statement mean(String input, Optional<Requirement> requirement) {
    Quantity mean = new Quantity.Mean(AffineForm.ofOutput(0, 1), Optional.empty());
    return Statements.of(RELU, Statements.inputs(input), new QuantityClaim(mean, requirement));
  }

  private static Result check(Statement statement, double gap) {
    SearchOptions options =
        SearchOptions.defaults().withGap(gap).withTimeout(Duration.ofSeconds(20));
    return Checker.check(statement, List.of(RELU), options, p -> {}, () -> false);
  }

  @Test
  void aMeanOfOneHiddenLayerNeedsNoTree() throws IOException {
    Statement statement = mean("normal(0, 1)", Optional.empty());
    Result result = check(statement, 1e-12);
    assertEquals(StopReason.GAP_REACHED, result.reason());
    assertEquals(0, result.cells());
    double exact = 1 / Math.sqrt(2 * Math.PI);
    BandPoint point = result.points().get(0);
    assertTrue(point.lower().doubleFloor() <= exact && exact <= point.upper().doubleCeiling());
    assertTrue(point.gap().doubleCeiling() < 1e-14);
    Replays.assertValid(statement, RELU, result.certificate());
  }

  @Test
  void aVerdictIsSettledAtOnce() throws IOException {
    for (boolean isTrue : new boolean[] {true, false}) {
      Rational limit = Rational.parse(isTrue ? "0.4" : "0.39");
      Statement statement = mean("normal(0, 1)", Optional.of(new Limit(Comparison.LESS, limit)));
      Result result = check(statement, 0);
      assertEquals(StopReason.SETTLED, result.reason());
      assertEquals(Optional.of(isTrue ? Verdict.PROVED : Verdict.VIOLATED), result.verdict());
      assertEquals(0, result.cells());
      Replays.assertValid(statement, RELU, result.certificate());
    }
  }

  /** With a witness, though there is no tree to look into. */
  @Test
  void probabilitiesWithWideLimitsNeedNoTree() throws IOException {
    Statement statement =
        Statements.property(RELU, Statements.inputs("normal(5, 1/8)"), "<", "3", "<", "1/100");
    Result result = check(statement, 1e-6);
    assertEquals(Optional.of(Verdict.PROVED), result.verdict());
    Replays.assertValid(statement, RELU, result.certificate());
  }

  /** Of so many inputs no tree would say much. */
  @Test
  void networksThatBendNeedNoTreeEither() throws IOException {
    int inputs = 20;
    double[][] weights = new double[4][inputs];
    for (int k = 0; k < 4; k++) {
      for (int q = 0; q < inputs; q++) {
        weights[k][q] = ((k + 2) * (q + 1) % 7 - 3) / 8.0;
      }
    }
    Network network =
        Network.chain(
            inputs,
            List.of(
                AffineLayer.of(weights, new double[4]),
                ActivationLayer.uniform(4, Activation.TANH),
                AffineLayer.of(new double[][] {{1, 1, -1, 0.5}}, new double[] {0.25})));
    String[] laws = Collections.nCopies(inputs, "normal(0, 1/4)").toArray(String[]::new);
    Quantity mean = new Quantity.Mean(AffineForm.ofOutput(0, 1), Optional.empty());
    Limit limit = new Limit(Comparison.LESS, Rational.parse("0.26"));
    Statement statement =
        Statements.of(
            network, Statements.inputs(laws), new QuantityClaim(mean, Optional.of(limit)));
    SearchOptions options = SearchOptions.defaults().withTimeout(Duration.ofSeconds(60));
    Result result = Checker.check(statement, List.of(network), options, p -> {}, () -> false);
    assertEquals(Optional.of(Verdict.PROVED), result.verdict());
    assertEquals(0, result.cells());
    Replays.assertValid(statement, network, result.certificate());
  }

  /** Then cells are cut as ever, and their bounds are the closer ones. */
  @Test
  void otherInputsNeedTrees() throws IOException {
    Statement statement = mean("uniform(-1, 1)", Optional.empty());
    Result result = check(statement, 1e-9);
    assertTrue(result.cells() > 1, () -> result.cells() + " cells");
    Replays.assertValid(statement, RELU, result.certificate());
  }

  private static Result check(Network network, ProofWay way) {
    Quantity mean = new Quantity.Mean(AffineForm.ofOutput(0, 1), Optional.empty());
    QuantityClaim claim = new QuantityClaim(mean, Optional.empty());
    Statement statement = Statements.of(network, Statements.inputs("normal(0, 1)"), claim);
    SearchOptions options =
        SearchOptions.defaults().withGap(1e-9).withTimeout(Duration.ofSeconds(20)).withWay(way);
    return Checker.check(statement, List.of(network), options, p -> {}, () -> false);
  }

  @Test
  void eachWayMayBeAskedForAlone() {
    assertEquals(0, check(RELU, ProofWay.ANY).cells());
    assertEquals(0, check(RELU, ProofWay.LINEARISATION).cells());
    Result tree = check(RELU, ProofWay.TREE);
    assertTrue(tree.cells() > 1, tree.toString());
    assertTrue(tree.points().get(0).gap().doubleCeiling() < 1e-9);
  }

  /** It does not go on with a tree. */
  @Test
  void aLinearisationAloneSaysWhereItEnds() {
    Network tanh =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1}}, new double[] {0}),
                new ActivationLayer(List.of(Activation.TANH)),
                new ActivationLayer(List.of(Activation.TANH))));
    Result result = check(tanh, ProofWay.LINEARISATION);
    assertEquals(StopReason.LINEARISATION, result.reason());
    assertEquals(0, result.cells());
    assertTrue(check(tanh, ProofWay.ANY).points().get(0).gap().doubleCeiling() < 1e-8);
  }

  /** Twelve uniform inputs around 1, where their mean is hardly ever below 0. */
  @Test
  void manyBoundedInputsNeedNoTreeEither() throws IOException {
    double[][] mean = new double[1][12];
    Arrays.fill(mean[0], 1.0 / 12);
    Network relu =
        Network.chain(
            12,
            List.of(
                AffineLayer.of(mean, new double[] {0}),
                new ActivationLayer(List.of(Activation.RELU)),
                AffineLayer.of(new double[][] {{1}}, new double[] {0})));
    String[] inputs = new String[12];
    Arrays.fill(inputs, "uniform(-1/2, 5/2)");
    Statement statement =
        Statements.of(
            relu,
            Statements.inputs(inputs),
            new QuantityClaim(
                new Quantity.Mean(AffineForm.ofOutput(0, 1), Optional.empty()), Optional.empty()));
    SearchOptions options =
        SearchOptions.defaults().withGap(0.1).withTimeout(Duration.ofSeconds(20));
    Result result = Checker.check(statement, List.of(relu), options, p -> {}, () -> false);
    assertEquals(StopReason.GAP_REACHED, result.reason());
    assertEquals(0, result.cells());
    assertTrue(result.points().get(0).lower().doubleFloor() <= 1);
    assertTrue(result.points().get(0).upper().doubleCeiling() >= 1);
    Replays.assertValid(statement, relu, result.certificate());
  }

  /** Of which a linearisation knows only how each output is distributed. */
  @Test
  void jointCdfsOfFewInputsNeedTrees() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1}, {-1}}, new double[] {0, 0}),
                ActivationLayer.uniform(2, Activation.RELU),
                AffineLayer.of(new double[][] {{1, 0}, {0, 1}}, new double[] {0, 0})));
    BandClaim claim =
        new BandClaim(
            List.of(AffineForm.ofOutput(0, 2), AffineForm.ofOutput(1, 2)),
            Optional.empty(),
            List.of(new EvenThresholds(3), new EvenThresholds(3)));
    Statement statement = Statements.of(network, Statements.inputs("normal(0, 1)"), claim);
    SearchOptions wide = SearchOptions.defaults().withGap(0.9);
    SearchOptions alone = wide.withWay(ProofWay.LINEARISATION);
    Result tree = Checker.check(statement, List.of(network), wide, p -> {}, () -> false);
    assertTrue(tree.cells() > 0, tree.toString());
    Result linear = Checker.check(statement, List.of(network), alone, p -> {}, () -> false);
    assertEquals(0, linear.cells());
    assertTrue(BandPoint.largestGap(linear.points()).doubleCeiling() < 1);
  }
}
