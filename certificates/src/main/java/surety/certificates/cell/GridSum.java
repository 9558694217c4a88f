package surety.certificates.cell;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;

/**
 * Sums of enclosures of numbers that are not negative, one for each point of a grid; a number is
 * added to many points at once in constant time.
 *
 * <p>A number is noted at one place p of the grid, together with a set S of coordinates, and counts
 * at all points q with {@code q_i = p_i} for i in S and {@code q_i >= p_i} for the others. There is
 * a table for each S. At the end they become one, coordinate after coordinate: where i is not in S,
 * what is noted at p_i counts from there on, which a running sum along i brings to its points; then
 * it counts where it is, just as what is noted with i in S, and both tables are added up. So each
 * number enters the sum of each of its points exactly once, and nothing is ever subtracted. Sums
 * are {@link EnclosedSum}s, and neither order nor threads make a difference.
 */
final class GridSum {
  private final int[] sizes;
  private final int points;

  /** A table for each set of coordinates, as bits; made when something is noted in it. */
  private final EnclosedSum[][] tables;

  /**
   * Empty sums.
   *
   * @param sizes of the grid in each coordinate; their product is small enough for an array
   */
  GridSum(int[] sizes) {
    this.sizes = sizes.clone();
    this.points = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    this.tables = new EnclosedSum[1 << sizes.length][];
  }

  /** The number of a point, the last coordinate's changing first. */
  private int index(int[] place) {
    int index = 0;
    for (int i = 0; i < sizes.length; i++) {
      index = index * sizes[i] + place[i];
    }
    return index;
  }

  /**
   * Adds a bounded enclosure times {@code 2^scale} to points.
   *
   * @param place a point of the grid
   * @param fixed the coordinates, as bits, in which it counts only there; in the others also beyond
   */
  void add(int[] place, int fixed, Interval number, int scale) {
    if (number.upper() > 0) {
      noted(fixed, index(place)).add(number, scale);
    }
  }

  private EnclosedSum noted(int fixed, int index) {
    if (tables[fixed] == null) {
      tables[fixed] = new EnclosedSum[points];
    }
    if (tables[fixed][index] == null) {
      tables[fixed][index] = new EnclosedSum();
    }
    return tables[fixed][index];
  }

  /** Adds all that another one of the same grid has. */
  void add(GridSum other) {
    for (int fixed = 0; fixed < tables.length; fixed++) {
      for (int index = 0; other.tables[fixed] != null && index < points; index++) {
        if (other.tables[fixed][index] != null) {
          noted(fixed, index).add(other.tables[fixed][index]);
        }
      }
    }
  }

  /** The sum at each point; not to be changed. */
  EnclosedSum[] totals() {
    EnclosedSum[][] left = tables.clone();
    int stride = points;
    for (int i = 0; i < sizes.length; i++) {
      stride /= sizes[i];
      int bit = 1 << i;
      for (int fixed = 0; fixed < left.length; fixed += 2 * bit) { // all that is left from i + 1 on
        left[fixed] = joined(left[fixed], left[fixed + bit], i, stride);
      }
    }
    EnclosedSum[] totals = left[0] == null ? new EnclosedSum[points] : left[0];
    Arrays.setAll(totals, index -> totals[index] == null ? new EnclosedSum() : totals[index]);
    return totals;
  }

  /**
   * What is noted for a coordinate's places and beyond, and what is noted there alone, in a new
   * table. Sums that are the same may be shared by its points.
   *
   * @param stride from a place to the next one of the coordinate
   */
  private EnclosedSum[] joined(EnclosedSum[] beyond, EnclosedSum[] alone, int i, int stride) {
    if (beyond == null && alone == null) {
      return null;
    }
    EnclosedSum[] joined = new EnclosedSum[points];
    if (beyond != null) {
      for (int index = 0; index < points; index++) {
        boolean isFirst = index / stride % sizes[i] == 0;
        joined[index] = isFirst ? beyond[index] : sum(joined[index - stride], beyond[index]);
      }
    }
    if (alone != null) {
      Arrays.setAll(joined, index -> sum(joined[index], alone[index]));
    }
    return joined;
  }

  private static EnclosedSum sum(EnclosedSum a, EnclosedSum b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    EnclosedSum sum = new EnclosedSum();
    sum.add(a);
    sum.add(b);
    return sum;
  }
}
