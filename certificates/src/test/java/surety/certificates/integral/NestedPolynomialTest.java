package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NestedPolynomialTest {
  /** 1 + 2 y + 3 y^2 + 4 x + 5 x y + 6 x y^2. */
  private static final double[] TENSOR = {1, 2, 3, 4, 5, 6};

  private static final int[] LENGTHS = {2, 3};

  private static NestedPolynomial truncated(int most) {
    return NestedPolynomial.ofTensor(TENSOR, LENGTHS, List.of(0, 1), most);
  }

  @Test
  void aTruncatedPolynomialHasAllPowersUpToItsDegree() {
    assertArrayEquals(TENSOR, truncated(3).tensor(LENGTHS));
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 0}, truncated(2).tensor(LENGTHS));
    assertArrayEquals(new double[] {1, 2, 0, 4, 0, 0}, truncated(1).tensor(LENGTHS));
    assertArrayEquals(new double[] {1, 0, 0, 0, 0, 0}, truncated(0).tensor(LENGTHS));
    assertEquals(2, truncated(2).degree());
  }

  /** At x = 10 and y = 100, with the derivatives 4 + 5 y + 6 y^2 and 2 + 6 y + 5 x + 12 x y. */
  @Test
  void itsMajorantIsThatOfWhatIsLeft() {
    double[] reach = {10, 100};
    double value = 1 + 200 + 30_000 + 40 + 5_000 + 600_000;
    NestedPolynomial.Majorant whole = truncated(3).majorant(reach);
    assertEquals(value, whole.value());
    assertEquals(60_504 + 12_652, whole.slope());
    assertEquals(value - 600_000, truncated(2).majorant(reach).value());
    assertEquals(1, truncated(2).constant());
  }
}
