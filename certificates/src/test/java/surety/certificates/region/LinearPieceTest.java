package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

class LinearPieceTest {
  private static LinearPiece piece(double slope, double intercept, double end) {
    return new LinearPiece(Rational.ofDouble(slope), Rational.ofDouble(intercept), Dyadic.of(end));
  }

  @Test
  void ofAReluAreZeroAndTheIdentity() {
    assertEquals(List.of(piece(0, 0, 0), piece(1, 0, 0)), LinearPiece.of(Activation.RELU));
  }

  @Test
  void theIdentityHasOne() {
    assertEquals(List.of(piece(1, 0, 0)), LinearPiece.of(Activation.IDENTITY));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, -0.5, 3, 1e-300, 0x1.fffffffffffffp-1})
  void aLeakyReluHasItsExactSlope(double slope) {
    assertEquals(
        List.of(piece(slope, 0, 0), piece(1, 0, 0)),
        LinearPiece.of(PiecewiseLinear.leakyRelu(slope)));
  }

  @Test
  void absAndClipHaveTheirPieces() {
    assertEquals(List.of(piece(-1, 0, 0), piece(1, 0, 0)), LinearPiece.of(Activation.ABS));
    assertEquals(
        List.of(piece(0, -1.5, -1.5), piece(1, 0, 0.25), piece(0, 0.25, 0)),
        LinearPiece.of(PiecewiseLinear.clip(-1.5, 0.25)));
  }

  @Test
  void aKinkThatIsNoneIsLeftOut() {
    assertEquals(List.of(piece(1, 0, 0)), LinearPiece.of(PiecewiseLinear.leakyRelu(1)));
  }
}
