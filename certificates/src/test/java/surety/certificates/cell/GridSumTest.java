package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;

class GridSumTest {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Note(int[] place, int fixed, Interval number, int scale) {
    void addTo(GridSum sum) {
      sum.add(place, fixed, number, scale);
    }

    boolean countsAt(int[] point) {
      for (int i = 0; i < point.length; i++) {
        boolean isOnlyThere = (fixed & 1 << i) != 0;
        if (isOnlyThere ? point[i] != place[i] : point[i] < place[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static Note note(SplittableRandom random, int[] sizes) {
    int[] place = Arrays.stream(sizes).map(random::nextInt).toArray();
    double lower = random.nextInt(3) == 0 ? 0 : random.nextDouble();
    Interval number = new Interval(lower, lower + random.nextDouble());
    return new Note(place, random.nextInt(1 << sizes.length), number, -random.nextInt(200));
  }

  private static List<EnclosedSum.Bounds> bounds(GridSum sum) {
    return Arrays.stream(sum.totals()).map(EnclosedSum::bounds).toList();
  }

  /** The definition, point by point. */
  private static List<EnclosedSum.Bounds> naive(List<Note> notes, int[] sizes) {
    List<EnclosedSum.Bounds> all = new ArrayList<>();
    int[] point = new int[sizes.length];
    int points = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    for (int index = 0; index < points; index++) {
      int rest = index;
      for (int i = sizes.length - 1; i >= 0; i--) {
        point[i] = rest % sizes[i];
        rest /= sizes[i];
      }
      EnclosedSum.Bounds sum = new EnclosedSum.Bounds(Dyadic.ZERO, Dyadic.ZERO);
      for (Note note : notes) {
        if (note.countsAt(point)) {
          EnclosedSum one = new EnclosedSum();
          one.add(note.number(), note.scale());
          sum = sum.plus(one.bounds());
        }
      }
      all.add(sum);
    }
    return all;
  }

  private static void requireSame(List<EnclosedSum.Bounds> one, List<EnclosedSum.Bounds> other) {
    assertEquals(one.size(), other.size());
    for (int k = 0; k < one.size(); k++) {
      assertEquals(0, one.get(k).lower().compareTo(other.get(k).lower()), "at " + k);
      assertEquals(0, one.get(k).upper().compareTo(other.get(k).upper()), "at " + k);
    }
  }

  @Test
  void eachPointHasWhatCountsThere() {
    SplittableRandom random = new SplittableRandom(31);
    for (int i = 0; i < 200; i++) {
      int[] sizes = random.ints(random.nextInt(1, 4), 1, 5).toArray();
      GridSum sum = new GridSum(sizes);
      List<Note> notes = new ArrayList<>();
      for (int k = random.nextInt(30); k >= 0; k--) {
        notes.add(note(random, sizes));
      }
      notes.forEach(note -> note.addTo(sum));
      requireSame(naive(notes, sizes), bounds(sum));
    }
  }

  /** Sums are shared inside of totals, but never with what is still added to. */
  @Test
  void totalsAreNoEnd() {
    SplittableRandom random = new SplittableRandom(32);
    int[] sizes = {3, 2, 4};
    GridSum sum = new GridSum(sizes);
    List<Note> notes = new ArrayList<>();
    for (int k = 0; k < 40; k++) {
      notes.add(note(random, sizes));
      notes.get(k).addTo(sum);
      requireSame(naive(notes, sizes), bounds(sum));
    }
  }

  @Test
  void orderAndDivisionMakeNoDifference() {
    SplittableRandom random = new SplittableRandom(33);
    int[] sizes = {4, 3};
    List<Note> notes = new ArrayList<>();
    for (int k = 0; k < 60; k++) {
      notes.add(note(random, sizes));
    }
    List<EnclosedSum.Bounds> whole = naive(notes, sizes);
    assertTrue(whole.get(11).lower().signum() > 0);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(notes, new Random(i));
      GridSum first = new GridSum(sizes);
      GridSum second = new GridSum(sizes);
      for (Note note : notes) {
        note.addTo(random.nextBoolean() ? first : second);
      }
      List<EnclosedSum.Bounds> before = bounds(second);
      first.add(second);
      requireSame(whole, bounds(first));
      notes.get(0).addTo(first);
      requireSame(before, bounds(second)); // nothing is shared
    }
  }

  @Test
  void nothingIsZero() {
    assertEquals(6, bounds(new GridSum(new int[] {2, 3})).size());
    GridSum sum = new GridSum(new int[] {2});
    sum.add(new int[] {0}, 0, Interval.ZERO, 5);
    assertTrue(bounds(sum).stream().allMatch(b -> b.upper().signum() == 0));
  }
}
