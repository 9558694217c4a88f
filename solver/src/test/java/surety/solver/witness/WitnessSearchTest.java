package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;

class WitnessSearchTest {
  private static final WitnessLimits PATIENT =
      new WitnessLimits(
          Duration.ofMinutes(2), Duration.ofMinutes(1), 2_000_000_000, 1_000_000, 1_000_000);

  private static Statement statement(Network network, Event event, String... distributions) {
    List<Input> inputs = new ArrayList<>();
    for (String distribution : distributions) {
      inputs.add(new RandomInput(Distribution.parse(distribution)));
    }
    return new Statement(
        "0".repeat(64), inputs, network.outputs(), new QuantityClaim(event, Optional.empty()));
  }

  /** The unit square in four quarters, the first one the heaviest. */
  private static List<WeightedCell> quarters() {
    ExactBox square = Networks.unitBox(2);
    Rational half = Rational.of(1, 2);
    List<WeightedCell> cells = new ArrayList<>();
    for (ExactBox side : List.of(square.below(0, half), square.above(0, half))) {
      cells.add(new WeightedCell(side.below(1, half), 0.4));
      cells.add(new WeightedCell(side.above(1, half), 0.1));
    }
    return cells;
  }

  private static LeafSource source(List<? extends Leaf> cells) {
    return visitor -> cells.stream().allMatch(visitor::visit);
  }

  private static Finding find(Network network, Event event) throws IOException, RejectedException {
    return WitnessSearch.find(
        statement(network, event, "uniform(0, 1)", "beta(2, 2)"),
        List.of(network),
        source(quarters()),
        PATIENT,
        () -> false);
  }

  @Test
  void takesTheCentreOfTheHeaviestCellWhereTheEventHolds() throws IOException, RejectedException {
    Network network = Networks.twiceMinimum();
    Event event = Networks.event(network, 0, Comparison.LESS, Rational.parse("0.6"));
    Finding finding = find(network, event);
    Witness witness = assertInstanceOf(Finding.Found.class, finding).witness();
    assertTrue(quarters().get(0).cell().contains(witness.inputs()), witness.toString());
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
      Comparison comparison, String threshold, boolean possible)
      throws IOException, RejectedException {
    Network network = Networks.twiceMinimum();
    Event event = Networks.event(network, 0, comparison, Rational.parse(threshold));
    Finding finding = find(network, event);
    assertEquals(possible, finding instanceof Finding.Found, finding.toString());
    assertEquals(!possible, finding instanceof Finding.Impossible, finding.toString());
  }

  @Test
  void farTailsHaveWitnesses() {
    Network network = Networks.relu();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.of(45));
    Statement statement = statement(network, event, "normal(0, 1)");
    Finding finding =
        WitnessSearch.find(
            statement, network, List.of(new WeightedCell(new ExactBox(List.of(Range.LINE)), 1)));
    Witness witness = assertInstanceOf(Finding.Found.class, finding).witness();
    assertTrue(witness.inputs().get(0).compareTo(Rational.of(45)) > 0);
  }

  @Test
  void theTrainedNetworkNeverReachesAHugeScore() throws IOException, RejectedException {
    Network network = Networks.iris();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.of(15));
    Statement statement = statement(network, event, "beta(2, 2)", "beta(3, 2)");
    LeafSource cells = source(List.of(new WeightedCell(Networks.unitBox(2), 1)));
    assertInstanceOf(
        Finding.Impossible.class,
        WitnessSearch.find(statement, List.of(network), cells, PATIENT, () -> false));
  }

  @Test
  void saysWhenItWasCutShort() throws IOException, RejectedException {
    Network network = Networks.twiceMinimum();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.of(2));
    Statement statement = statement(network, event, "uniform(0, 1)", "beta(2, 2)");
    Finding late =
        WitnessSearch.find(
            statement,
            List.of(network),
            source(quarters()),
            WitnessLimits.defaults().within(Duration.ZERO),
            () -> false);
    assertTrue(assertInstanceOf(Finding.Unknown.class, late).reason().contains("time"));
    Finding cancelled =
        WitnessSearch.find(statement, List.of(network), source(quarters()), PATIENT, () -> true);
    assertTrue(assertInstanceOf(Finding.Unknown.class, cancelled).reason().contains("cancelled"));
  }

  @Test
  void refusesBandsAndOtherNetworks() {
    Network network = Networks.relu();
    Event event = Networks.event(network, 0, Comparison.GREATER, Rational.of(45));
    Statement one = statement(network, event, "normal(0, 1)");
    assertThrows(
        IllegalArgumentException.class,
        () -> WitnessSearch.find(one, Networks.twiceMinimum(), List.of()));
    Statement band =
        new Statement(
            "0".repeat(64),
            one.inputs(),
            1,
            new BandClaim(AffineForm.ofOutput(0, 1), new EvenThresholds(3)));
    assertThrows(
        IllegalArgumentException.class, () -> WitnessSearch.find(band, network, List.of()));
  }
}
