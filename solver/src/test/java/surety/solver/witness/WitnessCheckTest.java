package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.stop.Stop;

class WitnessCheckTest {
  private static final Network NETWORK = Networks.twiceMinimum();
  private static final Range UNIT = Range.of(Rational.ZERO, Rational.ONE);

  /** 2 min(x0, x1) >= 1/5 on the unit square. */
  @ParameterizedTest
  @CsvSource({
    "1/10, 1/10, true",
    "1/10, 1, true",
    "1/10, 1000000000000000000001/1000000000000000000000, false",
    "99999999999999999999/1000000000000000000000, 1/10, false",
    "-1/10, 1, false",
    "0.5, -1e-30, false"
  })
  void isExact(String x, String y, boolean passes) {
    Event event = Networks.event(NETWORK, 0, Comparison.GREATER_OR_EQUAL, Rational.of(1, 5));
    WitnessCheck check = new WitnessCheck(NETWORK, Networks.space(UNIT, UNIT), event);
    List<Rational> point = List.of(Rational.parse(x), Rational.parse(y));
    assertEquals(passes, check.confirm(point, Stop.NEVER).isPresent());
  }

  @Test
  void refusesWhatDoesNotFit() {
    Event event = Networks.event(NETWORK, 0, Comparison.LESS, Rational.ONE);
    InputSpace square = Networks.space(UNIT, UNIT);
    InputSpace cube = Networks.space(UNIT, UNIT, UNIT);
    Event other = new Atom(AffineForm.ofOutput(0, 2), Comparison.LESS, Rational.ONE);
    assertThrows(IllegalArgumentException.class, () -> new WitnessCheck(NETWORK, cube, event));
    assertThrows(IllegalArgumentException.class, () -> new WitnessCheck(NETWORK, square, other));
  }
}
