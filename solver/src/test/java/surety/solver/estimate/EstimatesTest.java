package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.solver.Networks;
import surety.solver.Statements;
import surety.solver.estimate.EstimateTable.Way;

class EstimatesTest {
  private static final AffineForm FIRST = new AffineForm(List.of(Rational.ONE));
  private static final AffineForm INPUT =
      new AffineForm(List.of(Rational.ZERO), List.of(Rational.ONE));
  private static final Set<Way> ALL = EnumSet.allOf(Way.class);

  private static Law law(String... inputs) {
    return Law.independent(Statements.inputs(inputs));
  }

  private static Estimates estimates(Network network, Law law, Set<Way> ways) {
    List<AffineForm> forms = network.inputs() == 1 ? List.of(FIRST, INPUT) : List.of(FIRST);
    Sampling.Options options = Sampling.Options.of(10_000, 3);
    return Estimates.of(network, law, forms, ways, options, k -> {}, Stop.NEVER);
  }

  @Test
  void aTableHasAColumnForEachWay() {
    Estimates estimates = estimates(Networks.relu(), law("normal(1, 1)"), ALL);
    EstimateTable table = estimates.table(0, List.of(-1.0, 0.0, 2.0));
    assertEquals("1*y[0]", table.form());
    assertEquals(List.of(), table.refused());
    assertEquals(
        List.of(Way.LINEAR, Way.MATCHING, Way.SAMPLING),
        table.columns().stream().map(EstimateTable.Column::way).toList());
    EstimateTable.Column linear = table.columns().get(0);
    assertEquals(1, linear.mean(), 1e-15);
    assertEquals(NormalLaw.phi(-2), linear.probabilities().get(0), 1e-15);
    assertEquals(Optional.empty(), linear.band());
    EstimateTable.Column matching = table.columns().get(1);
    double mean = NormalLaw.phi(1) + NormalLaw.standardDensity(1);
    assertEquals(mean, matching.mean(), 1e-15);
    EstimateTable.Column sampling = table.columns().get(2);
    EstimateTable.Band band = sampling.band().orElseThrow();
    assertEquals(10_000, band.samples());
    assertEquals(List.of(0.0), sampling.probabilities().subList(0, 1));
    assertEquals(NormalLaw.phi(-1), sampling.probabilities().get(1), band.halfWidth());
    assertEquals(NormalLaw.phi(1), sampling.probabilities().get(2), band.halfWidth());
  }

  @Test
  void pairsAreByTheCopulaAndBySampling() {
    Estimates estimates = estimates(Networks.linear(0, 2), law("normal(0, 1)"), ALL);
    EstimateTable.Joint joint =
        estimates.joint(
            0, 1, List.of(new EstimateTable.Pair(1, 1), new EstimateTable.Pair(2, 0.5)));
    assertEquals("1*x[0]", joint.other());
    assertEquals(2, joint.columns().size());
    for (EstimateTable.JointColumn column : joint.columns()) {
      assertEquals(1, column.correlation().orElseThrow(), 1e-9);
      assertEquals(NormalLaw.phi(0.5), column.probabilities().get(0), 0.02);
      assertEquals(NormalLaw.phi(0.5), column.probabilities().get(1), 0.02);
    }
    assertTrue(estimates.copula().isPresent());
  }

  @Test
  void picturesHaveEvenThresholds() {
    Estimates estimates =
        estimates(Networks.linear(1, 2), law("normal(0, 1)"), EnumSet.of(Way.LINEAR));
    assertEquals(List.of(-7.0, 1.0, 9.0), estimates.thresholds(0, 3));
    Estimates copula =
        estimates(Networks.linear(1, 2), law("normal(0, 1)"), EnumSet.of(Way.COPULA));
    assertEquals(List.of(-7.0, 1.0, 9.0), copula.thresholds(0, 3));
    Estimates constant =
        estimates(Networks.linear(1, 0), law("normal(0, 1)"), EnumSet.of(Way.LINEAR));
    assertEquals(List.of(0.0, 2.0), constant.thresholds(0, 2));
    assertThrows(EstimateException.class, () -> constant.thresholds(0, 1));
  }

  /** A branch may have fixed inputs only. */
  @Test
  void fixedInputsMakeAConstant() {
    Law.Branch fixed =
        new Law.Branch(
            List.of(Law.InputMap.constant(Rational.of(2))),
            List.of(new Law.Summand(Rational.ONE, List.of())));
    Law law = new Law(1, List.of(fixed), Rational.ZERO);
    EstimateTable table = estimates(Networks.relu(), law, ALL).table(0, List.of(1.9, 2.0));
    assertEquals(3, table.columns().size());
    for (EstimateTable.Column column : table.columns()) {
      assertEquals(2, column.mean());
      assertEquals(0, column.deviation());
      assertEquals(List.of(0.0, 1.0), column.probabilities());
    }
  }

  @Test
  void onlyTheWaysAskedForAreGone() {
    Estimates estimates = estimates(Networks.relu(), law("normal(0, 1)"), EnumSet.of(Way.COPULA));
    assertTrue(estimates.by(Way.LINEAR).isEmpty());
    assertTrue(estimates.by(Way.SAMPLING).isEmpty());
    assertEquals(List.of(), estimates.table(0, List.of(0.0)).columns());
    List<EstimateTable.Pair> pairs = List.of(new EstimateTable.Pair(0, 0));
    assertEquals(1, estimates.joint(0, 1, pairs).columns().size());
  }

  /** Without a mean there is no tangent, and still there are samples. */
  @Test
  void aWayThatRefusesLeavesTheOthers() {
    Estimates estimates = estimates(Networks.linear(0, 1), law("cauchy(0, 1)"), ALL);
    EstimateTable table = estimates.table(0, List.of(0.0));
    assertEquals(1, table.columns().size());
    assertEquals(0.5, table.columns().get(0).probabilities().get(0), 0.02);
    assertEquals(
        List.of(Way.LINEAR, Way.MATCHING),
        table.refused().stream().map(EstimateTable.Refused::way).toList());
    assertTrue(table.refused().get(0).reason().contains("has no mean"));
    EstimateException e =
        assertThrows(
            EstimateException.class,
            () -> estimates(Networks.linear(0, 1), law("cauchy(0, 1)"), EnumSet.of(Way.MATCHING)));
    assertTrue(e.getMessage().startsWith("cauchy(0, 1) has no mean"), e.getMessage());
  }

  @Test
  void constantsHaveNoCorrelation() {
    Estimates estimates = estimates(Networks.linear(1, 0), law("normal(0, 1)"), ALL);
    for (EstimateTable.JointColumn column :
        estimates.joint(0, 1, List.of(new EstimateTable.Pair(1, 0))).columns()) {
      assertEquals(Optional.empty(), column.correlation());
      assertEquals(0.5, column.probabilities().get(0), 0.02);
    }
  }

  /** Gradients and samples of a deep smooth network are about the same for all ways. */
  @Test
  void waysAgreeForLittleNoise() {
    Network network = Networks.random(3, List.of(Activation.SILU, Activation.TANH), 2, 8, 8);
    EstimateTable table =
        estimates(network, law("normal(1/5, 1/500)", "uniform(0, 1/100)"), ALL)
            .table(0, List.of(0.0));
    EstimateTable.Column linear = table.columns().get(0);
    for (EstimateTable.Column column : table.columns()) {
      assertEquals(linear.mean(), column.mean(), 0.06 * linear.deviation());
      assertEquals(linear.deviation(), column.deviation(), 0.05 * linear.deviation());
    }
  }

  @Test
  void refusesWhatCannotBe() {
    Estimates estimates = estimates(Networks.relu(), law("normal(0, 1)"), ALL);
    assertThrows(EstimateException.class, () -> estimates.table(0, List.of()));
    assertThrows(EstimateException.class, () -> estimates.table(0, List.of(Double.NaN)));
    assertThrows(EstimateException.class, () -> estimates.joint(0, 1, List.of()));
    assertThrows(
        EstimateException.class, () -> estimates(Networks.relu(), law("normal(0, 1)"), Set.of()));
  }
}
