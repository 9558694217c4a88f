package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Event;
import surety.certificates.statement.Law;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.writing.ProofWriter;

class WitnessSearchTest {
  private static final WitnessLimits PATIENT =
      new WitnessLimits(
          Duration.ofMinutes(2), Duration.ofMinutes(1), 2_000_000_000, 1_000_000, 1_000_000);

  /** Writes a tree. */
  private interface Script {
    void write(ProofWriter writer) throws IOException;
  }

  private static byte[] tree(Script script) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(bytes)) {
      script.write(writer);
    }
    return bytes.toByteArray();
  }

  /** The unit square in four rectangles, the first one the heaviest. */
  private static byte[] rectangles() throws IOException {
    return tree(
        w -> {
          w.boxSplit(0, 0.5);
          for (int half = 0; half < 2; half++) {
            w.boxSplit(1, half == 0 ? 0.75 : 0.5);
            w.boxLeaf();
            w.boxLeaf();
          }
        });
  }

  private static Problem square(Network network, Event event) {
    return Networks.problem(network, event, "uniform(0, 1)", "uniform(0, 1)").problem();
  }

  private static Finding find(Network network, Event event) throws IOException {
    return WitnessSearch.find(square(network, event), rectangles(), PATIENT, () -> false);
  }

  @Test
  void takesTheCentreOfTheHeaviestCellWhereTheEventHolds() throws IOException {
    Network network = Networks.twiceMinimum();
    Event event = Networks.event(network, 0, Comparison.LESS, Rational.parse("0.6"));
    Finding finding = find(network, event);
    Witness witness = assertInstanceOf(Finding.Found.class, finding).witness();
    assertEquals(List.of(Rational.of(1, 4), Rational.of(1, 2)), witness.inputs());
    assertEquals(finding, find(network, event)); // the same each time
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER, 1.9999, true",
    "GREATER_OR_EQUAL, 2, true",
    "GREATER, 2, false",
    "LESS, 0, false"
  })
  void findsWhatNoCentreShowsOrProvesThatThereIsNothing(
      Comparison comparison, String threshold, boolean possible) throws IOException {
    Network network = Networks.twiceMinimum();
    Event event = Networks.event(network, 0, comparison, Rational.parse(threshold));
    Finding finding = find(network, event);
    assertEquals(possible, finding instanceof Finding.Found, finding.toString());
    assertEquals(!possible, finding instanceof Finding.Impossible, finding.toString());
  }

  @Test
  void farTailsHaveWitnesses() throws IOException {
    Network network = Networks.relu();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.of(45));
    Problem problem = Networks.problem(network, event, "normal(0, 1)").problem();
    byte[] tree = tree(ProofWriter::boxLeaf);
    for (Finding finding :
        List.of(
            WitnessSearch.find(problem, tree, PATIENT, () -> false),
            WitnessSearch.find(problem.statement(), List.of(network), PATIENT))) {
      Witness witness = assertInstanceOf(Finding.Found.class, finding).witness();
      assertTrue(witness.inputs().get(0).compareTo(Rational.of(45)) > 0);
    }
  }

  /** In the tails, too, of which the tree knows nothing. */
  @Test
  void nothingIsImpossibleBecauseOfTheRootAlone() throws IOException {
    Network network = Networks.relu();
    Event event = Networks.event(network, 0, Comparison.LESS, Rational.ZERO);
    Problem never = Networks.problem(network, event, "normal(0, 1)").problem();
    byte[] hole = tree(ProofWriter::hole);
    assertInstanceOf(
        Finding.Impossible.class, WitnessSearch.find(never, hole, PATIENT, () -> false));
    Event beyond = Networks.event(network, 0, Comparison.GREATER, Rational.of(100_000));
    Problem rare = Networks.problem(network, beyond, "normal(0, 1)").problem();
    assertInstanceOf(Finding.Found.class, WitnessSearch.find(rare, hole, PATIENT, () -> false));
  }

  @Test
  void theTrainedNetworkNeverReachesAHugeScore() throws IOException {
    Network network = Networks.iris();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.of(15));
    Problem problem = Networks.problem(network, event, "beta(2, 2)", "beta(3, 2)").problem();
    assertInstanceOf(
        Finding.Impossible.class,
        WitnessSearch.find(problem, tree(ProofWriter::boxLeaf), PATIENT, () -> false));
  }

  @Test
  void saysWhenItWasCutShort() throws IOException {
    Network network = Networks.twiceMinimum();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.parse("1.99"));
    Problem problem = square(network, event);
    WitnessLimits none = WitnessLimits.defaults().within(Duration.ZERO);
    for (Finding late :
        List.of(
            WitnessSearch.find(problem, rectangles(), none, () -> false),
            WitnessSearch.find(problem.statement(), List.of(network), none))) {
      assertTrue(assertInstanceOf(Finding.Unknown.class, late).reason().contains("time"));
    }
    Finding cancelled = WitnessSearch.find(problem, rectangles(), PATIENT, () -> true);
    assertTrue(assertInstanceOf(Finding.Unknown.class, cancelled).reason().contains("cancelled"));
  }

  @Test
  void refusesBandsTreesThatAreNoneAndOtherNetworks() throws IOException {
    Network network = Networks.relu();
    Event event = Networks.event(network, 0, Comparison.LESS, Rational.ZERO.minus(Rational.ONE));
    Problem problem = Networks.problem(network, event, "normal(0, 1)").problem();
    Finding other =
        WitnessSearch.find(problem.statement(), List.of(Networks.twiceMinimum()), PATIENT);
    assertFalse(assertInstanceOf(Finding.Unknown.class, other).reason().isBlank());
    assertThrows(
        IllegalArgumentException.class,
        () -> WitnessSearch.find(problem, new byte[0], PATIENT, () -> false));
    Problem band =
        Networks.problem(
                network,
                new BandClaim(AffineForm.ofOutput(0, 1), new EvenThresholds(3)),
                problem.statement().inputs())
            .problem();
    byte[] tree = tree(ProofWriter::boxLeaf);
    assertThrows(
        IllegalArgumentException.class, () -> WitnessSearch.find(band, tree, PATIENT, () -> false));
    assertThrows(
        IllegalArgumentException.class,
        () -> WitnessSearch.find(band.statement(), List.of(network), PATIENT));
  }

  /** 2 min(x0, x1) > x0 is about an input, too, which is no output of a witness. */
  @Test
  void outputsAreThoseOfTheNetworks() throws IOException, RejectedException {
    Network network = Networks.twiceMinimum();
    List<Rational> minus = List.of(Rational.of(-1), Rational.ZERO);
    Event event =
        new Atom(
            new AffineForm(List.of(Rational.ONE), minus), Comparison.GREATER, Rational.of(1, 2));
    Claim claim = new QuantityClaim(event, Optional.empty());
    Law.InputMap same = Law.InputMap.coordinate(0);
    Law.Summand normal = new Law.Summand(Rational.ONE, List.of(Distribution.parse("normal(0, 1)")));
    Law.Branch line = new Law.Branch(List.of(same, same), List.of(normal)); // x1 is x0
    Statement dependent =
        new Statement(
            List.of(new NetworkReference("0".repeat(64), 1)),
            new Law(2, List.of(line), Rational.ZERO),
            claim);
    Truncation eight = new Truncation(-8, 8);
    for (Problem problem :
        List.of(Problem.of(dependent, network, List.of(eight)), square(network, event))) {
      byte[] tree = tree(ProofWriter::boxLeaf);
      for (Finding finding :
          List.of(
              WitnessSearch.find(problem, tree, PATIENT, () -> false),
              WitnessSearch.find(problem.statement(), List.of(network), PATIENT))) {
        Witness witness = assertInstanceOf(Finding.Found.class, finding).witness();
        assertEquals(2, witness.inputs().size());
        assertEquals(
            List.of(network.evaluateExactly(Networks.array(witness.inputs()))), witness.outputs());
        assertTrue(event.atoms().get(0).holds(witness.outputs(), witness.inputs()));
      }
    }
  }

  @Test
  void aNetworkThatIsTooLargeIsOnlySampled() {
    Network network = Networks.twiceMinimum();
    WitnessLimits few =
        new WitnessLimits(Duration.ofMinutes(2), Duration.ofMinutes(1), 1, 1, 7); // of 8 weights
    for (String threshold : List.of("0.5", "2")) {
      Event event = Networks.event(network, 0, Comparison.GREATER, Rational.parse(threshold));
      Statement statement = square(network, event).statement();
      Finding finding = WitnessSearch.find(statement, List.of(network), few);
      assertEquals(threshold.equals("0.5"), finding instanceof Finding.Found, finding::toString);
      assertEquals(threshold.equals("2"), finding instanceof Finding.Unknown, finding::toString);
    }
  }
}
