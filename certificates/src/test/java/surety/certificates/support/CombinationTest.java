package surety.certificates.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.SupportRejection;
import surety.certificates.statement.Law;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;

class CombinationTest {
  /** The neurons x[0] - 2, x[1] - 2 and 1 - x[0], of standard normal inputs. */
  private static Place root() throws RejectedException {
    Law law = Law.independent(Statements.inputs("normal(0, 1)", "normal(0, 1)"));
    double[][] weights = {{1, 0}, {0, 1}, {-1, 0}};
    return SupportProblem.of(law, SupportNetworks.relu(weights, -2, -2, 1), Stop.NEVER).root(0);
  }

  private static Combination.Term term(int decision, boolean above, double multiplier) {
    return new Combination.Term(decision, above, multiplier);
  }

  /** What is above 2 in two directions is at least sqrt(8) away. */
  @Test
  void halfSpacesTogetherAreFurtherAwayThanEach() throws RejectedException {
    Place place = root().on(0, 1).on(1, 1);
    assertEquals(0.02275013194817921, place.most(), 1e-15);
    Combination both = new Combination(List.of(term(0, true, 3), term(1, true, 3)));
    assertEquals(0.0023388674905236, place.within(both).most(), 1e-15); // Phi(-sqrt 8)
    assertEquals(place.least(), place.within(both).least());
  }

  @Test
  void aWorseCombinationIsOfNoUseAndDoesNoHarm() throws RejectedException {
    Place place = root().on(0, 1).on(1, 0);
    Combination both = new Combination(List.of(term(0, true, 1), term(1, false, 1)));
    assertEquals(place.most(), place.within(both).most());
    assertEquals(place.most(), place.within(new Combination(List.of())).most());
  }

  /** x[0] is not above 2 and below 1: the sum is the number -1, but for roundings. */
  @Test
  void whatHasNothingInCommonHasNoMass() throws RejectedException {
    Place place = root().on(0, 1).on(2, 1);
    Combination both = new Combination(List.of(term(0, true, 0.7), term(1, true, 0.7)));
    assertTrue(place.within(both).most() < 1e-300);
  }

  @Test
  void laterPlacesHaveTheMassOfEarlierOnes() throws RejectedException {
    Combination both = new Combination(List.of(term(0, true, 1), term(1, true, 1)));
    Place place = root().on(0, 1).on(1, 1).within(both);
    assertEquals(place.most(), place.on(2, 0).most());
  }

  @ParameterizedTest
  @CsvSource({
    "-1, true, 1",
    "2, true, 1",
    "0, false, 1",
    "1, true, 1",
    "0, true, 0",
    "0, true, -1",
    "0, true, NaN",
    "0, true, Infinity",
    "2147483647, true, 1"
  })
  void whatIsNoHalfSpaceIsRefused(int decision, boolean above, double multiplier)
      throws RejectedException {
    Place place = root().on(0, 1).on(1, 0);
    Combination wrong = new Combination(List.of(term(decision, above, multiplier)));
    RejectedException e = assertThrows(RejectedException.class, () -> place.within(wrong));
    assertEquals(new SupportRejection.NoHalfSpace(decision), e.rejection());
  }
}
