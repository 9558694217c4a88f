package surety.language.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.density.Distribution;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;

class InputRangeTest {
  private static final double FAR = Double.POSITIVE_INFINITY;

  private static Distribution distribution(String text) throws StatementException {
    Statement statement =
        Statement.parse(
            "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 "
                + "0".repeat(64)
                + " outputs 1\ninputs 1\nx[0] ~ "
                + text
                + "\nP(1*y[0] > 1) = ?\n");
    return ((RandomInput) statement.inputs().get(0)).distribution();
  }

  private static InputRange uniform(Double... shown) throws StatementException {
    return InputRange.of("x", distribution("uniform(0, 1)"), List.of(shown));
  }

  @Test
  void theWholeRangeIsShownAroundWhatIsLarge() throws StatementException {
    assertEquals(new InputRange("x", 0, 1), uniform(0.25, 0.75));
    assertEquals(new InputRange("x", 0, 1), uniform(0.25, 0.375));
    assertEquals(new InputRange("x", 0, 1), uniform(0.5, 0.5));
    assertEquals(new InputRange("x", 0, 1), uniform(-FAR, FAR));
  }

  /** With as much room around it as it has itself, within the range. */
  @Test
  void whatIsSmallIsShownLarger() throws StatementException {
    assertEquals(new InputRange("x", 0.4375, 0.625), uniform(0.5, 0.5625));
    assertEquals(new InputRange("x", 0, 0.125), uniform(0.0, 0.0625));
  }

  /** Far out in a tail, and where nearly all of the probability is, in one picture. */
  @Test
  void ofAnUnboundedInputNearlyAllOfItIsShown() throws StatementException {
    Distribution normal = distribution("normal(10, 2)");
    InputRange near = InputRange.of("x", normal, List.of(9.0, 12.0));
    assertTrue(near.from() > -2 && near.from() < 4, near::toString);
    assertTrue(near.to() > 16 && near.to() < 22, near::toString);
    InputRange far = InputRange.of("x", normal, List.of(40.0, 90.0, FAR));
    assertEquals(90, far.to());
    assertEquals(near.from(), far.from());
  }

  @Test
  void placesAreClippedAndEmptyRangesRefused() throws StatementException {
    InputRange range = uniform(0.0, 1.0);
    assertEquals(1, range.clip(FAR));
    assertEquals(0, range.clip(-FAR));
    assertEquals(0.5, range.clip(0.5));
    assertEquals(15, range.scale(10, 20).place(0.5));
    assertThrows(IllegalArgumentException.class, () -> new InputRange("x", 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new InputRange("x", Double.NaN, 1));
  }
}
