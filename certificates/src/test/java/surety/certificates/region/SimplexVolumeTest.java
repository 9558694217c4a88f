package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static surety.certificates.region.HalfSpaceTest.point;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class SimplexVolumeTest {
  private static Rational volume(List<RationalPoint> vertices) {
    SimplexVolume volume = SimplexVolume.of(vertices);
    Rational exact = Rational.of(volume.numerator(), volume.denominator());
    for (Rational scale : List.of(Rational.ONE, Rational.of(3, 7), Rational.of(5, 2))) {
      assertEquals(Interval.of(exact.dividedBy(scale)), volume.dividedBy(scale));
    }
    return exact;
  }

  @Test
  void isThatOfGeometry() {
    assertEquals(Rational.of(7, 12), volume(List.of(point("1/3"), point("-1/4"))));
    assertEquals(
        Rational.of(1, 2), volume(List.of(point("0", "0"), point("1", "0"), point("0", "1"))));
    assertEquals(
        Rational.of(3), volume(List.of(point("1", "1"), point("4", "1"), point("7/3", "3"))));
    assertEquals(
        Rational.of(1, 6),
        volume(
            List.of(
                point("0", "0", "1"),
                point("0", "1", "0"),
                point("0", "0", "0"),
                point("1", "0", "0"))));
  }

  @Test
  void isZeroInAPlane() {
    assertEquals(
        Rational.ZERO, volume(List.of(point("0", "0"), point("1/3", "1/3"), point("1", "1"))));
    assertEquals(
        Rational.ZERO, volume(List.of(point("0", "1"), point("0", "2"), point("0", "1/7"))));
  }
}
