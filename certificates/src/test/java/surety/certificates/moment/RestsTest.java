package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.network.Wires;

class RestsTest {
  /** Wires with these rests. */
  private static List<Wire> wires(double... rests) {
    NormalForm form = NormalForm.of(Interval.ZERO, new Interval[] {Interval.ONE});
    return Arrays.stream(rests).mapToObj(r -> new Wire(form, form, Factors.NONE, r)).toList();
  }

  /** Two wires that are normal; two of the rests 3 and 4, together 4.5; two of 6 and 8. */
  private static final List<Wire> ALL = wires(0, 0, 3, 4, 6, 8);

  private static Rests rests() {
    Rests rests = new Rests();
    rests.add(2, 0);
    rests.add(2, 4.5);
    rests.add(2, 20);
    return rests;
  }

  private static double of(int... ids) {
    return rests().of(Wires.of(ids), ALL);
  }

  @Test
  void wiresOfOneGroupAreNoLongerTogetherThanIt() {
    assertEquals(4.5, of(2, 3));
    assertEquals(4.5, of(3, 2));
    assertEquals(3, of(2));
    assertEquals(4, of(3));
    assertEquals(10, of(4, 5)); // the group is known to be less than 20 only
    assertEquals(0, of(0, 1));
  }

  @Test
  void wiresOfSeveralGroupsAreAsLongAsTheirEntries() {
    assertEquals(3, of(1, 2));
    assertEquals(Math.sqrt(52), of(3, 4), 1e-14);
    assertEquals(Math.sqrt(125), of(2, 3, 4, 5), 1e-14);
  }

  /** What is there several times counts several times. */
  @Test
  void aRepeatedWireIsLongerThanItsGroup() {
    assertEquals(Math.sqrt(32), of(3, 3), 1e-14);
    assertEquals(Math.sqrt(34), of(2, 3, 2), 1e-14);
  }

  @Test
  void aSumTakesEachGroupTimesTheNormOfItsFactors() {
    assertEquals(5 * 4.5, rests().ofSum(new int[] {2, 3}, new double[] {3, 4}));
    assertEquals(3 * 4.5 + 4 * 20, rests().ofSum(new int[] {3, 4}, new double[] {3, 4}));
    assertEquals(2 * 4.5 + 20, rests().ofSum(new int[] {0, 2, 5}, new double[] {7, 2, 1}));
    assertEquals(0, rests().ofSum(new int[] {0, 1}, new double[] {7, 2}));
  }

  @Test
  void normsAreEuclidean() {
    assertEquals(13, Rests.norm(DoubleStream.of(3, 4, 12)));
    assertEquals(0, Rests.norm(DoubleStream.of()));
  }

  @Test
  void theGroupOfAWireIsFoundAmongMany() {
    Rests rests = new Rests();
    for (int g = 0; g < 100; g++) {
      rests.add(1 + g % 3, g);
    }
    int first = 0;
    for (int g = 0; g < 100; g++) {
      for (int k = 0; k <= g % 3; k++) {
        assertEquals(g, rests.ofSum(new int[] {first + k}, new double[] {1}));
      }
      first += 1 + g % 3;
    }
  }
}
