package surety.solver.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import surety.certificates.proof.BoxLeaf;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.Condensing;
import surety.certificates.proof.Halving;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.ProofReader;
import surety.certificates.proof.Rule;
import surety.certificates.stop.Stop;
import surety.certificates.writing.ProofWriter;

/**
 * How a box has been cut into boxes: a few bytes for each, because there are millions. Sides are
 * known from the root's sides, which are cut in one way each.
 */
final class BoxTree {
  /** The largest number of a coordinate that is cut. */
  static final int MOST_COORDINATE = 0x3FFF;

  private static final int CONDENSES = 0x4000;

  private final BoxSide[] root;
  private final double[] weights;

  /** The first of a node's two children; 0 if it is a leaf. */
  private int[] children = new int[1024];

  /** The coordinate along which it is cut, and whether the network is condensed before. */
  private short[] rules = new short[1024];

  private int size = 1;

  /** What is known of a leaf's event: nothing for certain, or that all or nothing is in it. */
  enum Leaf {
    OPEN(0),
    INSIDE(1),
    OUTSIDE(2);

    private final short code;

    Leaf(int code) {
      this.code = (short) code;
    }
  }

  BoxTree(BoxSide[] root, double[] weights) {
    this.root = root;
    this.weights = weights;
  }

  /** The number of leaves. */
  long leaves() {
    return (size + 1L) / 2;
  }

  /** Cuts a leaf; the number of the first of its two parts. */
  int cut(int node, int coordinate, boolean condenses) {
    int first = size;
    size = Math.addExact(size, 2);
    if (size > children.length) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * children.length);
      children = Arrays.copyOf(children, room);
      rules = Arrays.copyOf(rules, room);
    }
    children[node] = first;
    rules[node] = (short) (coordinate | (condenses ? CONDENSES : 0));
    return first;
  }

  void setLeaf(int node, Leaf leaf) {
    rules[node] = leaf.code;
  }

  /** A node on the way through the tree. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Place(int node, BoxSide[] sides) {}

  @FunctionalInterface
  private interface Visitor<E extends Exception> {
    void visit(Place place) throws E;
  }

  private <E extends Exception> void walk(Stop stop, Visitor<E> visitor) throws E {
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(0, root));
    while (!open.isEmpty()) {
      stop.check();
      Place place = open.pop();
      visitor.visit(place);
      int first = children[place.node];
      if (first != 0) {
        int q = coordinate(place.node);
        BoxSide side = place.sides[q];
        open.push(new Place(first + 1, with(place.sides, q, side.above())));
        open.push(new Place(first, with(place.sides, q, side.below())));
      }
    }
  }

  /**
   * Cuts a tree that is one leaf as rules say, in the kernel's order, up to the end of the tree.
   *
   * @param stop asked for each cell
   * @throws OtherTreeException if a side is not cut in its one way
   */
  void read(ProofReader reader, Stop stop) throws OtherTreeException {
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(0, root));
    while (!open.isEmpty()) {
      stop.check();
      Place place = open.pop();
      Rule rule = TreeReader.next(reader, root.length);
      boolean condenses = rule instanceof Condensing;
      if (condenses) {
        rule = TreeReader.next(reader, root.length);
      }
      if (condenses || !(rule instanceof BoxLeaf)) {
        int q = coordinate(rule, place.sides);
        BoxSide side = place.sides[q];
        side.cut();
        int first = cut(place.node, q, condenses);
        open.push(new Place(first + 1, with(place.sides, q, side.above())));
        open.push(new Place(first, with(place.sides, q, side.below())));
      }
    }
  }

  private static int coordinate(Rule rule, BoxSide[] sides) throws OtherTreeException {
    int q = -1;
    if (rule instanceof Halving halving) {
      q = halving.coordinate();
    } else if (rule instanceof BoxSplit split) {
      q = split.coordinate();
    } else if (rule instanceof KnotSplit split) {
      q = split.coordinate();
    }
    if (q < 0 || q >= sides.length || !sides[q].isCuttable() || !sides[q].isCutBy(rule)) {
      throw TreeReader.unknown(rule);
    }
    return q;
  }

  /** The first of the two parts of a node; 0 of a leaf. */
  int firstPart(int node) {
    return children[node];
  }

  /** Whether the network is condensed before a node is cut. */
  boolean condenses(int node) {
    return (rules[node] & CONDENSES) != 0;
  }

  /** The coordinate along which a node is cut that is no leaf. */
  int coordinate(int node) {
    return rules[node] & MOST_COORDINATE;
  }

  static BoxSide[] with(BoxSide[] sides, int coordinate, BoxSide side) {
    BoxSide[] changed = sides.clone();
    changed[coordinate] = side;
    return changed;
  }

  /** Writes the rules in the kernel's order, unless it is stopped. */
  void write(ProofWriter writer, Stop stop) throws IOException {
    walk(
        stop,
        place -> {
          if (children[place.node] == 0) {
            writer.boxLeaf();
          } else {
            if (condenses(place.node)) {
              writer.condensing();
            }
            int q = coordinate(place.node);
            write(writer, q, place.sides[q]);
          }
        });
  }

  private static void write(ProofWriter writer, int q, BoxSide side) throws IOException {
    if (side.knot() >= 0) {
      writer.knotSplit(q, side.knot());
    } else if (side.isHalved()) {
      writer.halving(q, side.value());
    } else {
      writer.boxSplit(q, side.value());
    }
  }

  /** The mass of a box with these sides. */
  double mass(BoxSide[] sides) {
    double mass = 0;
    for (int j = 0; j < weights.length; j++) {
      double product = weights[j];
      for (BoxSide side : sides) {
        product *= side.mass(j);
      }
      mass += product;
    }
    return mass;
  }

  /** Says of a leaf what counts of it, if anything does. */
  @FunctionalInterface
  interface Weigher {
    Optional<HeavyLeaf> weigh(BoxSide[] sides, Leaf leaf);
  }

  /** The heaviest leaves of those that count, the heaviest first. */
  List<HeavyLeaf> heaviest(Weigher weigher, int count, Stop stop) {
    Comparator<HeavyLeaf> byMass = Comparator.comparingDouble(HeavyLeaf::mass);
    PriorityQueue<HeavyLeaf> heaviest = new PriorityQueue<>(byMass);
    walk(
        stop,
        place -> {
          boolean isLeaf = children[place.node] == 0;
          double least = heaviest.size() < count ? 0 : heaviest.element().mass();
          if (isLeaf && mass(place.sides) > least) {
            weigher
                .weigh(place.sides, leaf(place.node))
                .filter(leaf -> leaf.mass() > least)
                .ifPresent(heaviest::add);
          }
          if (heaviest.size() > count) {
            heaviest.remove();
          }
        });
    List<HeavyLeaf> leaves = new ArrayList<>(heaviest);
    leaves.sort(byMass.reversed());
    return leaves;
  }

  private Leaf leaf(int node) {
    return Arrays.stream(Leaf.values())
        .filter(l -> l.code == rules[node])
        .findFirst()
        .orElseThrow();
  }
}
