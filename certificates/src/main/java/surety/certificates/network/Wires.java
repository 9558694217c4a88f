package surety.certificates.network;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some numbers of a {@link Network}, in order, by where they stand among all of them; repetitions
 * are allowed.
 */
public final class Wires {

  private final int[] ids;

  private Wires(int[] ids) {
    this.ids = ids;
  }

  /** The wires {@code first}, {@code first + 1}, and so on. */
  public static Wires range(int first, int size) {
    int[] ids = new int[size];
    Arrays.setAll(ids, i -> first + i);
    return new Wires(ids);
  }

  /** These wires. */
  public static Wires of(int... ids) {
    return new Wires(ids.clone());
  }

  /** One after the other. */
  public static Wires concat(List<Wires> parts) {
    return new Wires(parts.stream().flatMapToInt(part -> Arrays.stream(part.ids)).toArray());
  }

  /** How many there are, repetitions counted. */
  public int size() {
    return ids.length;
  }

  /** One of them, by its place in this list. */
  public int at(int index) {
    return ids[index];
  }

  /** The first of all of them; there has to be one. */
  public int least() {
    return Arrays.stream(ids).min().orElseThrow();
  }

  /** The last of all of them; there has to be one. */
  public int greatest() {
    return Arrays.stream(ids).max().orElseThrow();
  }

  /** What an array over all wires has at these. */
  public double[] of(double[] values) {
    double[] selected = new double[ids.length];
    Arrays.setAll(selected, i -> values[ids[i]]);
    return selected;
  }

  /** What a list over all wires has at these. */
  public <T> T[] of(List<T> values, T[] type) {
    T[] selected = Arrays.copyOf(type, ids.length);
    Arrays.setAll(selected, i -> values.get(ids[i]));
    return selected;
  }

  /** The wires whose element i is element {@code sources[i]} of these. */
  public Wires select(int[] sources) {
    int[] selected = new int[sources.length];
    Arrays.setAll(selected, i -> ids[sources[i]]);
    return new Wires(selected);
  }

  /** The same, each wire replaced by what {@code table} has at its number. */
  public Wires renamed(int[] table) {
    int[] renamed = new int[ids.length];
    Arrays.setAll(renamed, i -> table[ids[i]]);
    return new Wires(renamed);
  }

  /** The positions of these wires counted from {@code first}. */
  public int[] minus(int first) {
    int[] positions = new int[ids.length];
    Arrays.setAll(positions, i -> ids[i] - first);
    return positions;
  }

  /** Whether they follow each other without a gap. */
  public boolean isRange() {
    return ids.length > 0 && isRange(ids[0], ids.length);
  }

  /** Whether they are {@code range(first, size)}. */
  public boolean isRange(int first, int size) {
    if (ids.length != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (ids[i] != first + i) {
        return false;
      }
    }
    return true;
  }

  /** Which wires occur. */
  public Set<Integer> set() {
    return Arrays.stream(ids).boxed().collect(Collectors.toSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Wires that && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return isRange() && ids.length > 2
        ? ids[0] + " to " + ids[ids.length - 1]
        : Arrays.toString(ids);
  }
}
