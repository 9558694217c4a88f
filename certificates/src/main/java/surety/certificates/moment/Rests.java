package surety.certificates.moment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
    Group group = groups.get(at(wires.least()));
    boolean isOfGroup = wires.greatest() < group.first + group.size;
    boolean isDistinct = wires.set().size() == wires.size();
    return isOfGroup && isDistinct ? Math.min(byEntry, group.norm) : byEntry;
  }

  /** The number of the group that a wire is in. */
  private int at(int wire) {
    int place =
        Collections.binarySearch(
            groups, new Group(wire, 1, 0), Comparator.comparingInt(Group::first));
    return place >= 0 ? place : -place - 2;
  }

  /** At least the Euclidean norm. */
  static double norm(DoubleStream numbers) {
    return Rounding.sqrtUp(
        numbers.reduce(0, (sum, x) -> Rounding.addUp(sum, Rounding.multiplyUp(x, x))));
  }

  /** At least the rest of a sum of multiples of wires: factors[k] times wire ids[k]. */
  double ofSum(int[] ids, double[] factors) {
    double[] squares = new double[groups.size()];
    for (int k = 0; k < ids.length; k++) {
      int group = at(ids[k]);
      double square = Rounding.multiplyUp(factors[k], factors[k]);
      squares[group] = Rounding.addUp(squares[group], square);
    }
    double rest = 0;
    for (int g = 0; g < squares.length; g++) {
      double norm = groups.get(g).norm;
      rest = Rounding.addUp(rest, Rounding.multiplyUp(Rounding.sqrtUp(squares[g]), norm));
    }
    return rest;
  }
}
