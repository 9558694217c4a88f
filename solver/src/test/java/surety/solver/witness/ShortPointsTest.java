package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Comparison;
import surety.certificates.stop.Stop;

class ShortPointsTest {
  @ParameterizedTest
  @CsvSource({
    "1/3, 1, 0",
    "1/2, 1, 1",
    "-1/2, 1, 0",
    "-1/3, 1/4, -1/4",
    "-7/3, 1, -2",
    "5, 1/8, 5",
    "1e-30, 1/16777216, 0",
    "0.1, 1/16, 1/8",
    "-3/8, 1/4, -1/4",
    "1/3, 0.01, 0.33",
    "-2/3, 0.001, -0.667"
  })
  void roundsToTheNearestMultipleAndTiesUpward(String x, String step, String expected) {
    assertEquals(
        Rational.parse(expected),
        ShortPoints.rounded(Rational.parse(x), Rational.parse(step)),
        x + " " + step);
  }

  private static Optional<Witness> near(Comparison comparison, String threshold, String... points) {
    Network network = Networks.relu();
    InputSpace space = Networks.space(Range.of(Rational.ZERO, Rational.ONE));
    WitnessCheck check =
        new WitnessCheck(
            network, space, Networks.event(network, 0, comparison, Rational.parse(threshold)));
    List<List<Rational>> candidates =
        Arrays.stream(points).map(p -> List.of(Rational.parse(p))).toList();
    return new ShortPoints(check).near(space.hull(), candidates, Stop.NEVER);
  }

  @Test
  void takesTheShortestInsideRatherThanOnASide() {
    Witness witness = near(Comparison.GREATER, "0.7", "0.9876", "0.7001").orElseThrow();
    assertEquals(List.of(Rational.of(3, 4)), witness.inputs()); // 1 is shorter, on the side
  }

  /** No multiple of 2^-24 lies above the threshold and near the points, but a decimal does. */
  @Test
  void takesADecimalWhereFloatsAreTooCoarse() {
    Rational third = Rational.of(1, 3);
    Rational width = Rational.parse("1e-9");
    Network network = Networks.relu();
    InputSpace space = Networks.space(Range.of(third, third.plus(width)));
    WitnessCheck check =
        new WitnessCheck(network, space, Networks.event(network, 0, Comparison.GREATER, third));
    Rational inside = third.plus(width.times(Rational.of(2, 3)));
    Optional<Witness> witness =
        new ShortPoints(check).near(space.hull(), List.of(List.of(inside)), Stop.NEVER);
    assertEquals(List.of(Rational.parse("0.333333334")), witness.orElseThrow().inputs());
  }

  @Test
  void takesTheSideWhenThereIsNothingElse() {
    Witness witness = near(Comparison.GREATER_OR_EQUAL, "1", "1").orElseThrow();
    assertEquals(List.of(Rational.ONE), witness.inputs());
  }

  @Test
  void keepsThePointItselfWhenNoRoundingPasses() {
    Rational tenth = Rational.parse("0.1");
    InputSpace point = Networks.space(Range.of(tenth, tenth));
    Network network = Networks.relu();
    WitnessCheck check =
        new WitnessCheck(network, point, Networks.event(network, 0, Comparison.LESS, Rational.ONE));
    Optional<Witness> witness =
        new ShortPoints(check).near(point.hull(), List.of(List.of(tenth)), Stop.NEVER);
    assertEquals(List.of(tenth), witness.orElseThrow().inputs());
  }

  @Test
  void givesNothingThatDoesNotPass() {
    assertTrue(near(Comparison.GREATER, "1", "1", "0.99", "2").isEmpty());
    assertTrue(near(Comparison.LESS, "0.5", "0.75", "-3").isEmpty());
  }

  /** The event holds at 0, too, which is shorter, but not in the box that was asked about. */
  @Test
  void staysInTheBox() {
    InputSpace space = Networks.space(Range.of(Rational.ZERO, Rational.ONE));
    Network network = Networks.relu();
    WitnessCheck check =
        new WitnessCheck(network, space, Networks.event(network, 0, Comparison.LESS, Rational.ONE));
    Rational third = Rational.of(1, 3);
    List<Range> around = List.of(Range.of(Rational.of(1, 4), Rational.of(2, 5)));
    Witness witness =
        new ShortPoints(check).near(around, List.of(List.of(third)), Stop.NEVER).orElseThrow();
    assertEquals(List.of(Rational.of(3, 8)), witness.inputs());
  }
}
