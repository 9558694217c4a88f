package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MomentsClaimTest {
  private static final AffineForm A = Statements.form("1", "0", "0");
  private static final AffineForm B = Statements.form("0", "1", "0");
  private static final AffineForm C = Statements.form("0", "0", "1");

  @Test
  void firstTheMeansThenOfEachFormWhatHasNotBeenBefore() {
    MomentsClaim claim = new MomentsClaim(List.of(A, B, C));
    assertEquals(
        List.of(
            "E(1*y[0])",
            "E(1*y[1])",
            "E(1*y[2])",
            "Var(1*y[0])",
            "Cov(1*y[0], 1*y[1])",
            "Cov(1*y[0], 1*y[2])",
            "Var(1*y[1])",
            "Cov(1*y[1], 1*y[2])",
            "Var(1*y[2])"),
        claim.quantities().stream().map(Quantity::canonical).toList());
    assertEquals(9, claim.count());
    assertEquals("moments(1*y[0], 1*y[1], 1*y[2])", claim.canonical());
    assertEquals(List.of(), claim.events());
    assertEquals(List.of(A, B, C), claim.allForms());
    assertEquals(Optional.empty(), claim.requirement());
  }

  @Test
  void thereAreAsManyAsAreCounted() {
    for (int forms = 1; forms < 6; forms++) {
      MomentsClaim claim = new MomentsClaim(Collections.nCopies(forms, A));
      assertEquals(claim.count(), claim.quantities().size());
    }
  }

  @Test
  void ofNoFormsAndOfTooManyThereAreNone() {
    assertThrows(IllegalArgumentException.class, () -> new MomentsClaim(List.of()));
    List<AffineForm> most = Collections.nCopies(MomentsClaim.MOST_FORMS, A);
    assertEquals(128 + 128 * 129 / 2, new MomentsClaim(most).count());
    List<AffineForm> more = Collections.nCopies(MomentsClaim.MOST_FORMS + 1, A);
    assertThrows(IllegalArgumentException.class, () -> new MomentsClaim(more));
  }
}
