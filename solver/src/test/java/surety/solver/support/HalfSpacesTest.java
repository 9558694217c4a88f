package surety.solver.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.support.Combination;
import surety.certificates.support.Decision;

class HalfSpacesTest {
  private static NormalForm form(double mean, double... loadings) {
    Interval[] enclosed = new Interval[loadings.length];
    for (int q = 0; q < loadings.length; q++) {
      enclosed[q] = Interval.of(loadings[q]);
    }
    return NormalForm.of(Interval.of(mean), enclosed);
  }

  private static Decision above(NormalForm form) {
    return new Decision(form, Optional.of(Interval.ZERO), Optional.empty());
  }

  private static Decision below(NormalForm form) {
    return new Decision(form, Optional.empty(), Optional.of(Interval.ZERO));
  }

  /**
   * Where z_1 >= 2 and z_2 >= 1, the nearest point is (2, 1) itself: 2 and 1 are the multipliers.
   */
  @Test
  void ofTwoDirectionsTheCornerIsNearest() {
    HalfSpaces both =
        HalfSpaces.NONE.plus(0, above(form(-2, 1, 0))).plus(1, below(form(3, 0, -3))).solved();
    List<Combination.Term> terms = both.combination().orElseThrow().terms();
    assertEquals(2, terms.size());
    assertEquals(2, terms.get(0).multiplier(), 1e-2);
    assertEquals(1 / 3.0, terms.get(1).multiplier(), 1e-2);
    assertTrue(terms.get(0).above() && !terms.get(1).above());
  }

  @Test
  void whereOneIsEnoughThereIsNoCombination() {
    HalfSpaces one = HalfSpaces.NONE.plus(0, above(form(-2, 1, 0)));
    assertTrue(one.solved().combination().isEmpty());
    HalfSpaces wide = one.plus(1, above(form(1, 0, 1))).plus(2, above(form(-1, 1, 0)));
    assertTrue(wide.solved().combination().isEmpty());
  }

  @Test
  void whatIsNextToCertainOrConstantIsLeftOut() {
    HalfSpaces one = HalfSpaces.NONE.plus(0, above(form(-2, 1, 0)));
    assertEquals(one, one.plus(1, above(form(8, 0, 1))));
    assertEquals(one, one.plus(1, above(form(-1))));
  }
}
