package surety.certificates.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Some elements of a {@link Circuit}, in order, by their numbers; repetitions are allowed. */
final class Wires {

  private final int[] ids;

  private Wires(int[] ids) {
    this.ids = ids;
  }

  /** The wires {@code first}, {@code first + 1}, and so on. */
  static Wires range(int first, int size) {
    int[] ids = new int[size];
    Arrays.setAll(ids, i -> first + i);
    return new Wires(ids);
  }

  /** These wires; the array is not copied. */
  static Wires of(int[] ids) {
    return new Wires(ids);
  }

  /** One after the other. */
  static Wires concat(List<Wires> parts) {
    return new Wires(parts.stream().flatMapToInt(part -> Arrays.stream(part.ids)).toArray());
  }

  int size() {
    return ids.length;
  }

  int at(int index) {
    return ids[index];
  }

  /** The wires whose element i is element {@code sources[i]} of these. */
  Wires select(int[] sources) {
    int[] selected = new int[sources.length];
    Arrays.setAll(selected, i -> ids[sources[i]]);
    return new Wires(selected);
  }

  /** The same, each wire replaced by what {@code table} has at its number. */
  Wires renamed(int[] table) {
    int[] renamed = new int[ids.length];
    Arrays.setAll(renamed, i -> table[ids[i]]);
    return new Wires(renamed);
  }

  /** The positions of these wires counted from {@code first}. */
  int[] minus(int first) {
    int[] positions = new int[ids.length];
    Arrays.setAll(positions, i -> ids[i] - first);
    return positions;
  }

  boolean isRange(int first, int size) {
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

  boolean hasRepetitions() {
    int[] sorted = ids.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return true;
      }
    }
    return false;
  }

  /** Which wires occur. */
  Set<Integer> set() {
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
    return "Wires" + Arrays.toString(ids);
  }
}
