package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.statement.Verdict;

class ImpossibleTextTest {
  @Test
  void whatTheBoundsShowIsAFact() {
    assertEquals(
        "the event is impossible: no input makes it happen",
        ImpossibleText.of(Optional.of(Verdict.PROVED), Bound.ZERO));
  }

  @Test
  void whatTheyDoNotShowIsSaidToBeTheSearchsFinding() {
    String proved = ImpossibleText.of(Optional.of(Verdict.PROVED), Bound.of(1e-9));
    assertTrue(proved.contains("the certificate does not show that"), proved);
    assertFalse(proved.contains("undecided"), proved);
    String open = ImpossibleText.of(Optional.of(Verdict.UNDECIDED), Bound.of(1e-300));
    assertTrue(open.endsWith("so the property stays undecided"), open);
  }
}
