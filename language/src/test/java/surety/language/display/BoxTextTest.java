package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.solver.HeavyCell.Side;

class BoxTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0.1; [0, 0.1]",
        "0.123456; 0.123411; [0.1234, 0.1235]",
        "-0.123456; -0.123411; [-0.1235, -0.1234]",
        "1234567; 1e9; [1234000, 1000000000]",
        "-Infinity; Infinity; [-infinity, infinity]",
        "4.9e-324; 1e-300; [4.9e-324, 1e-300]"
      })
  void aSideIsRoundedOutward(double lower, double upper, String text) {
    assertEquals(text, BoxText.of(new Side(0, lower, upper)));
  }

  @Test
  void aBoxNamesTheInputsOfItsSides() {
    assertEquals(
        "a in [0, 1], c in [2, 3]",
        BoxText.of(List.of(new Side(0, 0, 1), new Side(2, 2, 3)), List.of("a", "b", "c")));
  }
}
