package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class MomentsTest {
  private static Rational q(String text) {
    return Rational.parse(text);
  }

  @Test
  void areExactlyThoseOfTheRowsAsAPopulation() {
    Moments moments =
        Moments.of(
            List.of(
                List.of(q("1"), q("0.1")), List.of(q("2"), q("0.3")), List.of(q("6"), q("0.2"))));
    assertEquals(List.of(q("3"), q("1/5")), moments.mean());
    assertEquals(
        List.of(List.of(q("14/3"), q("1/30")), List.of(q("1/30"), q("1/150"))),
        moments.covariance());
  }

  @Test
  void loseNothingFarFromZero() {
    Moments moments =
        Moments.of(List.of(List.of(q("1e30")), List.of(q("1e30").plus(Rational.ONE))));
    assertEquals(List.of(List.of(q("1/4"))), moments.covariance());
  }
}
