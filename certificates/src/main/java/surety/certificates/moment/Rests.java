package surety.certificates.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.Wires;

/**
 * How long the rests of groups of wires are together: of all wires of a gate at least the root of
 * the mean of the sum of their squares. A matrix makes such a vector longer by its spectral norm,
 * which is far less than what follows from the lengths of its entries one by one.
 */
final class Rests {
  private final List<Group> groups = new ArrayList<>();

  private record Group(int first, int size, double norm) {}

  /** Of the next gate's wires, or of the inputs. */
  void add(int size, double norm) {
    Group last = groups.isEmpty() ? new Group(0, 0, 0) : groups.get(groups.size() - 1);
    groups.add(new Group(last.first + last.size, size, norm));
  }

  /** Of some wires, of which each may be there several times. */
  double of(Wires wires, List<Wire> all) {
    double byEntry =
        norm(IntStream.range(0, wires.size()).mapToDouble(i -> all.get(wires.at(i)).rest()));
    boolean isDistinct = wires.set().size() == wires.size();
    for (Group group : groups) {
      if (isDistinct
          && wires.least() >= group.first
          && wires.greatest() < group.first + group.size) {
        return Math.min(byEntry, group.norm);
      }
    }
    return byEntry;
  }

  /** At least the Euclidean norm. */
  static double norm(DoubleStream numbers) {
    return Rounding.sqrtUp(
        numbers.reduce(0, (sum, x) -> Rounding.addUp(sum, Rounding.multiplyUp(x, x))));
  }

  /** At least the rest of a sum of multiples of wires: factors[k] times wire ids[k]. */
  double ofSum(int[] ids, double[] factors) {
    double rest = 0;
    for (Group group : groups) {
      double norm = 0;
      for (int k = 0; k < ids.length; k++) {
        if (ids[k] >= group.first && ids[k] < group.first + group.size) {
          norm = Rounding.addUp(norm, Rounding.multiplyUp(factors[k], factors[k]));
        }
      }
      rest = Rounding.addUp(rest, Rounding.multiplyUp(Rounding.sqrtUp(norm), group.norm));
    }
    return rest;
  }
}
