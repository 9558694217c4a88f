package surety.certificates.integral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where {@link VarsiRecursion#sum} finds the places that it goes through. It depends on the form's
 * degree and on which vertices are below the threshold, not on any values.
 *
 * <p>Each vertex has copies, one more than its exponent. The recursion takes them away one by one,
 * of one pair of vertices at a time: one above the threshold and one below, each the last in its
 * order that has any left. A pair's turn is a <em>block</em>. In it the vertices before the pair
 * have all their copies, and a choice of their exponents is a <em>fiber</em>. With what is left of
 * the degree, s, the pair has x copies above and y below, {@code x, y >= 1} and {@code x + y <= s +
 * 2}: the fiber's places, in rows of descending y, x descending. When x is used up, it is the turn
 * of the vertex above before it, when y is, of the vertex below before it.
 *
 * <p>All fibers with the same s are gone through at once. So the places of a block are those of s =
 * 0, then those of s = 1 and so on, each place for all fibers with that s, which stand in the
 * lexicographic order of their exponents, by ascending vertices.
 */
final class RecursionPlan {
  private final int degree;
  private final int[] above;
  private final int[] below;
  private final Block[][] blocks;
  private int places;
  private int terms;
  private int numbers;

  /**
   * A pair's turn. Lists are in the order in which they are needed: for each s, then as said, then
   * for each fiber.
   *
   * @param start where its places begin
   * @param fibers for each s how many there are
   * @param first for each x, descending, the coefficient to begin with; only in the first block
   * @param toAbove for each y, ascending, the place to go to when x is used up; empty if no vertex
   *     above is left
   * @param toBelow for each x, descending, the place to go to when y is; empty if no vertex below
   *     is left
   */
  @SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
  record Block(int start, int[] fibers, int[] first, int[] toAbove, int[] toBelow) {}

  /**
   * Makes a plan.
   *
   * @param belowMask a bit for each vertex below the threshold; neither none nor all
   */
  RecursionPlan(int vertices, int degree, int belowMask) {
    this.degree = degree;
    this.above = members(vertices, ~belowMask);
    this.below = members(vertices, belowMask);
    this.blocks = new Block[above.length][below.length];
    Fibers[][] fibers = new Fibers[above.length][below.length];
    for (int i = 0; i < above.length; i++) {
      for (int b = 0; b < below.length; b++) {
        fibers[i][b] = new Fibers(i, b, places);
        places += i + b < vertices - 2 ? size(i + b + 2, degree) : 0; // the first block has none
      }
    }
    for (int i = 0; i < above.length; i++) {
      for (int b = 0; b < below.length; b++) {
        Optional<Fibers> nextAbove = i == 0 ? Optional.empty() : Optional.of(fibers[i - 1][b]);
        Optional<Fibers> nextBelow = b == 0 ? Optional.empty() : Optional.of(fibers[i][b - 1]);
        blocks[i][b] = fibers[i][b].block(nextAbove, nextBelow);
      }
    }
  }

  private static int[] members(int vertices, int mask) {
    return IntStream.range(0, vertices).filter(v -> (mask >> v & 1) == 1).toArray();
  }

  /** How many tuples of {@code count} exponents have a sum of at most {@code most}. */
  private static int size(int count, int most) {
    long size = 1;
    for (int k = 1; k <= count; k++) {
      size = size * (most + k) / k;
    }
    return (int) size;
  }

  Block block(int i, int b) {
    return blocks[i][b];
  }

  /** How many places there are. */
  int places() {
    return places;
  }

  /**
   * How many roundings a coefficient goes through on its way to the result, at most: seven a step,
   * and a sum for each fiber's end that belongs to the result, and for each block.
   */
  int roundings() {
    int knots = above.length + below.length + degree;
    return 7 * knots + terms + above.length * below.length;
  }

  /** How many numbers the plan takes to keep. */
  int numbers() {
    return numbers;
  }

  /** The fibers of one block, for each s in their order. */
  private final class Fibers {
    private final int i;
    private final int b;
    private final int[] others;
    private final int[] starts = new int[degree + 1];
    private final List<Map<List<Integer>, Integer>> ranks = new ArrayList<>();

    Fibers(int i, int b, int start) {
      this.i = i;
      this.b = b;
      this.others =
          IntStream.concat(IntStream.of(above).limit(i), IntStream.of(below).limit(b))
              .sorted()
              .toArray();
      for (int s = 0; s <= degree; s++) {
        ranks.add(new LinkedHashMap<>());
      }
      visit(new int[above.length + below.length], 0, degree);
      starts[0] = start;
      for (int s = 1; s <= degree; s++) {
        starts[s] = starts[s - 1] + ranks.get(s - 1).size() * s * (s + 1) / 2;
      }
    }

    private void visit(int[] exponents, int level, int left) {
      if (level == others.length) {
        Map<List<Integer>, Integer> group = ranks.get(left);
        group.put(list(exponents), group.size());
        return;
      }
      for (int k = 0; k <= left; k++) {
        exponents[others[level]] = k;
        visit(exponents, level + 1, left - k);
      }
      exponents[others[level]] = 0;
    }

    private List<Integer> list(int[] exponents) {
      return IntStream.of(exponents).boxed().toList();
    }

    /**
     * The place with x and y copies left, of the fiber with these exponents; those of the pair do
     * not matter.
     */
    private int place(int[] exponents, int x, int y) {
      int[] key = exponents.clone();
      key[above[i]] = 0;
      key[below[b]] = 0;
      int s = degree - IntStream.of(key).sum();
      int rows = s + 1 - x;
      int index = rows * (rows + 1) / 2 + rows + 1 - y;
      return starts[s] + index * ranks.get(s).size() + ranks.get(s).get(list(key));
    }

    /**
     * The block with its lists.
     *
     * @param nextAbove the fibers of the block that comes when x is used up, if there is one
     * @param nextBelow the fibers of the block that comes when y is, if there is one
     */
    Block block(Optional<Fibers> nextAbove, Optional<Fibers> nextBelow) {
      List<Integer> first = new ArrayList<>();
      List<Integer> toAbove = new ArrayList<>();
      List<Integer> toBelow = new ArrayList<>();
      for (int s = 0; s <= degree; s++) {
        List<int[]> fibers = fibers(s);
        for (int x = s + 1; x >= 1; x--) {
          for (int[] e : fibers) {
            int copies = x;
            if (others.length == e.length - 2) {
              first.add(coefficient(e, x - 1, s + 1 - x));
            }
            nextBelow.ifPresent(next -> toBelow.add(next.place(e, copies, e[below[b - 1]] + 1)));
          }
        }
        for (int y = 1; y <= s + 1; y++) {
          for (int[] e : fibers) {
            int copies = y;
            nextAbove.ifPresent(next -> toAbove.add(next.place(e, e[above[i - 1]] + 1, copies)));
          }
        }
        terms += i == 0 ? (s + 1) * fibers.size() : 0;
      }
      numbers += first.size() + toAbove.size() + toBelow.size();
      int[] counts = ranks.stream().mapToInt(Map::size).toArray();
      return new Block(starts[0], counts, array(first), array(toAbove), array(toBelow));
    }

    private List<int[]> fibers(int s) {
      return ranks.get(s).keySet().stream()
          .map(key -> key.stream().mapToInt(Integer::intValue).toArray())
          .toList();
    }

    /** The position of these exponents among those of the form, in lexicographic order. */
    private int coefficient(int[] others, int ofAbove, int ofBelow) {
      int[] exponents = others.clone();
      exponents[above[i]] = ofAbove;
      exponents[below[b]] = ofBelow;
      int position = 0;
      int left = degree;
      for (int v = 0; v < exponents.length - 1; v++) {
        int count = exponents.length - 1 - v;
        position += size(count, left) - size(count, left - exponents[v]);
        left -= exponents[v];
      }
      return position;
    }

    private int[] array(List<Integer> values) {
      return values.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
