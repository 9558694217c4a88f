package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

class DecimalsTest {
  private static final int CASES = 300;

  @Test
  void decimalsLieOutsideTheExactValue() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CASES; i++) {
      Dyadic value = Dyadic.of(random.nextDouble()).shift(-random.nextInt(1500));
      BigDecimal exact = exact(value);
      for (int digits = 1; digits <= Decimals.DIGITS; digits++) {
        assertTrue(Decimals.floor(value, digits).compareTo(exact) <= 0);
        assertTrue(Decimals.ceiling(value, digits).compareTo(exact) >= 0);
      }
    }
  }

  @Test
  void theFloorOfAFractionIsNotAboveIt() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < CASES; i++) {
      Rational value = Rational.of(random.nextLong() >> 8, 1 + random.nextInt(1, 1 << 30));
      for (int digits = 1; digits <= 4; digits++) {
        BigDecimal floor = Decimals.floor(value, digits);
        assertTrue(Rational.parse(floor.toString()).compareTo(value) <= 0);
        assertTrue(floor.precision() <= digits);
      }
    }
    Rational justBelow = Rational.parse("0.09999999999999999999999999");
    assertEquals(new BigDecimal("0.0999"), Decimals.floor(justBelow, 3));
  }

  @Test
  void aTextIsTheSameNumber() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < CASES; i++) {
      BigDecimal value =
          BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(-400, 400));
      assertEquals(0, new BigDecimal(Decimals.text(value)).compareTo(value));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.000, 0",
    "0E-900, 0",
    "1, 1",
    "1.000, 1",
    "0.5, 0.5",
    "-0.5, -0.5",
    "1E-4, 0.0001",
    "1.25E-5, 0.0000125",
    "1E-6, 1e-6",
    "3.655893540915028E-350, 3.655893540915028e-350",
    "1E+3, 1000",
    "-12E+30, -1.2e31",
    "0.01234567890123456789, 0.01234567890123456789"
  })
  void textsAreShort(String value, String expected) {
    assertEquals(expected, Decimals.text(new BigDecimal(value)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1/3, 0.33333333333333333",
    "1e-400, 1E-400",
    "-7/2, -3.5",
    "5, 5",
    "0.123456789012345678901234567890, 0.12345678901234567890123456789"
  })
  void numbersOfASpecificationComeBackAsWritten(String written, String expected) {
    assertEquals(0, new BigDecimal(expected).compareTo(Decimals.nearest(Rational.parse(written))));
  }

  static BigDecimal exact(Dyadic value) {
    Rational rational = value.toRational();
    return new BigDecimal(rational.numerator()).divide(new BigDecimal(rational.denominator()));
  }

  @Test
  void exactNumbersAreDecimalsIfShortElseFractions() {
    assertEquals("0.03125", Decimals.exact(Rational.of(1, 32)));
    assertEquals("-7", Decimals.exact(Rational.of(-7)));
    assertEquals("1/3", Decimals.exact(Rational.of(1, 3)));
    Rational deep = Rational.ofDouble(0x1.0000000000001p-1);
    assertEquals(deep.toString(), Decimals.exact(deep));
  }

  @ParameterizedTest
  @CsvSource({
    "1/3, 1/3",
    "0.03125, 0.03125",
    "-0.12345678901234567, -0.12345678901234567",
    "5592405/16777216, 5592405/16777216",
    "-123456789012345678901/370370367037037036704, about -0.3333333",
    "1/123456789012345678901, about 8.1e-21"
  })
  void shownNumbersAreExactOrSaidToBeRounded(String number, String shown) {
    assertEquals(shown, Decimals.shown(Rational.parse(number)));
  }

  @Test
  void roundedNumbersHaveSevenDigits() {
    assertEquals("0.3333333", Decimals.rounded(Rational.of(1, 3)));
    assertEquals("-3.5", Decimals.rounded(Rational.of(-7, 2)));
  }
}
