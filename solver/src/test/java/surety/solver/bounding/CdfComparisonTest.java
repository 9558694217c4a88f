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
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
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
