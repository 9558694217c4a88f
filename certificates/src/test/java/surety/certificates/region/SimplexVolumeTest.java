package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static surety.certificates.region.HalfSpaceTest.point;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class SimplexVolumeTest {
  @Test
  void isThatOfGeometry() {
    assertEquals(Rational.of(7, 12), SimplexVolume.of(List.of(point("1/3"), point("-1/4"))));
    assertEquals(
        Rational.of(1, 2),
        SimplexVolume.of(List.of(point("0", "0"), point("1", "0"), point("0", "1"))));
    assertEquals(
        Rational.of(3),
        SimplexVolume.of(List.of(point("1", "1"), point("4", "1"), point("7/3", "3"))));
    assertEquals(
        Rational.of(1, 6),
        SimplexVolume.of(
            List.of(
                point("0", "0", "1"),
                point("0", "1", "0"),
                point("0", "0", "0"),
                point("1", "0", "0"))));
  }

  @Test
  void isZeroInAPlane() {
    assertEquals(
        Rational.ZERO,
        SimplexVolume.of(List.of(point("0", "0"), point("1/3", "1/3"), point("1", "1"))));
    assertEquals(
        Rational.ZERO,
        SimplexVolume.of(List.of(point("0", "1"), point("0", "2"), point("0", "1/7"))));
  }
}
