package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Tanh;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.solver.Networks;
import surety.solver.Statements;

class CdfComparisonTest {
  private static final double[] THRESHOLDS =
      DoubleStream.iterate(-0.95, t -> t + 0.05).limit(39).toArray();

  private static final Network CURVED = Networks.scalar(new Tanh());

  private static Statement cdf(Network network, String... inputs) {
    return Statements.cdf(network, Statements.inputs(inputs), 20);
  }

  @Test
  void whatDoesNotBendIsItsOwnBound() throws BoundingException {
    Network network = Networks.maximum();
    Statement statement = cdf(network, "uniform(-1, 1)", "uniform(-1, 1)");
    for (CdfComparison.Difference d :
        CdfComparison.of(statement, network, List.of(1, 3)).at(THRESHOLDS)) {
      assertEquals(Collections.nCopies(THRESHOLDS.length, 0.0), d.above());
      assertEquals(Collections.nCopies(THRESHOLDS.length, 0.0), d.below());
    }
  }

  @Test
  void moreSegmentsAreCloserFromBothSides() throws BoundingException {
    Statement statement = cdf(CURVED, "uniform(-3, 2)");
    List<CdfComparison.Difference> all =
        CdfComparison.of(statement, CURVED, List.of(1, 4, 16)).at(THRESHOLDS);
    assertEquals(List.of(1, 4, 16), all.stream().map(CdfComparison.Difference::segments).toList());
    double before = 2;
    for (CdfComparison.Difference d : all) {
      assertTrue(d.points() >= 64);
      assertTrue(Collections.min(d.above()) >= 0);
      assertTrue(Collections.max(d.below()) <= 0);
      double largest = Collections.max(d.above()) - Collections.min(d.below());
      assertTrue(largest < 0.5 * before, () -> d.segments() + ": " + largest);
      before = largest;
    }
    assertTrue(before > 0);
  }

  /** A branch with a factor that is no double, and a point outside of it. */
  @Test
  void branchesAreBoundedTogether() throws BoundingException {
    Law.Summand uniform =
        new Law.Summand(Rational.of(3, 4), List.of(Distribution.parse("uniform(-3, 2)")));
    Law.Term third = new Law.Term(0, Rational.of(1, 3));
    Law.InputMap map = new Law.InputMap(List.of(third), Rational.of(1, 7));
    Law.Summand rest = new Law.Summand(Rational.of(1, 4), List.of());
    Law.InputMap point = Law.InputMap.constant(Rational.of(3));
    Law law =
        new Law(
            1,
            List.of(
                new Law.Branch(List.of(map), List.of(uniform)),
                new Law.Branch(List.of(point), List.of(rest))),
            Rational.ZERO);
    NetworkReference network = new NetworkReference("0".repeat(64), 1);
    BandClaim claim = new BandClaim(AffineForm.ofOutput(0, 1), new EvenThresholds(5));
    Statement statement = new Statement(List.of(network), law, claim);
    for (CdfComparison.Difference d :
        CdfComparison.of(statement, CURVED, List.of(2, 8)).at(THRESHOLDS)) {
      assertTrue(Collections.min(d.above()) >= 0);
      assertTrue(Collections.max(d.below()) <= 0);
      assertTrue(Collections.max(d.above()) < (d.segments() == 2 ? 0.5 : 0.1), d::toString);
    }
  }

  @Test
  void anUnboundedInputIsRefusedWithTheWayOut() {
    Statement statement = cdf(CURVED, "normal(0, 1)");
    String message =
        assertThrows(BoundingException.class, () -> CdfComparison.of(statement, CURVED, List.of(4)))
            .getMessage();
    assertTrue(message.contains("input 0") && message.contains("truncate"), message);
  }

  @Test
  void onlyCdfsOfOutputsAreCompared() {
    List<Input> inputs = Statements.inputs("uniform(0, 1)");
    AffineForm output = AffineForm.ofOutput(0, 1);
    AffineForm mixed = new AffineForm(List.of(Rational.ONE), List.of(Rational.ONE));
    Event event = new Atom(output, Comparison.LESS, Rational.ONE);
    EvenThresholds even = new EvenThresholds(5);
    assertTrue(isPossible(inputs, new BandClaim(output, even)));
    assertFalse(isPossible(inputs, new BandClaim(mixed, even)));
    assertFalse(isPossible(inputs, new BandClaim(output, Optional.of(event), even)));
    Statement probability =
        Statements.of(CURVED, inputs, new QuantityClaim(event, Optional.empty()));
    assertFalse(CdfComparison.isPossible(probability));
    assertThrows(
        IllegalArgumentException.class, () -> CdfComparison.of(probability, CURVED, List.of(4)));
  }

  private static boolean isPossible(List<Input> inputs, BandClaim claim) {
    return CdfComparison.isPossible(Statements.of(CURVED, inputs, claim));
  }
}
