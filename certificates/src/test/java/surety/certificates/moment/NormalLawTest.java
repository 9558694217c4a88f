package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.RandomInput;

class NormalLawTest {
  private static Law independent(String... distributions) {
    List<Input> inputs = new ArrayList<>();
    for (String text : distributions) {
      inputs.add(new RandomInput(Distribution.parse(text)));
    }
    return Law.independent(inputs);
  }

  private static NormalLaw.Component only(NormalLaw law) {
    assertEquals(1, law.components().size());
    return law.components().get(0);
  }

  @Test
  void inputsAreFormsOfStandardNormalNumbers() {
    NormalLaw.Component law =
        only(NormalLaw.of(independent("normal(1/3, 2)", "normal(0, sqrt(2))")).orElseThrow());
    assertTrue(law.isNormal());
    assertEquals(0, law.spread());
    assertEquals(Interval.ONE, law.weight());
    assertEquals(Interval.of(Rational.of(1, 3)), law.inputs().get(0).mean());
    assertEquals(4, law.inputs().get(0).variance().middle(), 1e-14);
    assertEquals(2, law.inputs().get(1).variance().middle(), 1e-14);
    assertTrue(law.inputs().get(0).covariance(law.inputs().get(1)).contains(0));
  }

  /** What is true of normal numbers is not said of them. */
  @ParameterizedTest
  @ValueSource(strings = {"uniform(0, 1)", "beta(2, 3)", "triangular(0, 1/2, 1)"})
  void boundedInputsAreNotNormal(String bounded) {
    for (Law law : List.of(independent(bounded), independent("normal(0, 1)", bounded))) {
      assertTrue(NormalLaw.of(law).isEmpty());
      NormalLaw.Component any = only(NormalLaw.ofAny(law).orElseThrow());
      assertFalse(any.isNormal());
      assertTrue(any.spread() > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gamma(2, 1)", "normal(0, 1) on [-1, 1]", "normal(0, 1) on [0, inf]"})
  void ofOthersNothingIsKnown(String other) {
    assertTrue(NormalLaw.ofAny(independent(other)).isEmpty(), other);
    assertTrue(NormalLaw.ofAny(independent("normal(0, 1)", other)).isEmpty(), other);
  }

  @Test
  void whatDoesNotAddUpToOneIsRefused() {
    Law normal = independent("normal(0, 1)");
    Law rest = new Law(1, normal.branches(), Rational.of(1, 1000));
    assertTrue(NormalLaw.ofAny(rest).isEmpty());
  }
}
