package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.proof.TreeBounds;
import surety.certificates.writing.ProofWriter;
import surety.solver.domain.Axis;
import surety.solver.domain.Log2;
import surety.solver.domain.Slice;

/** A box of the proof tree: a leaf, cut in two, or triangulated. */
final class BoxNode implements TreeNode {
  private final List<Slice> sides;
  private final double[] logWeights;
  private final double[] logMasses;
  private final double logMass;
  private final int depth;
  private Rule rule = new Leaf();

  /** What becomes of a box. */
  sealed interface Rule permits Leaf, Cut, Triangulation {
    List<? extends TreeNode> parts();
  }

  /** It stays. */
  record Leaf() implements Rule {
    @Override
    public List<TreeNode> parts() {
      return List.of();
    }
  }

  /** It is cut at a value, or at a knot of the density, if {@code knot} is not negative. */
  record Cut(int coordinate, double value, int knot, BoxNode first, BoxNode second)
      implements Rule {
    @Override
    public List<BoxNode> parts() {
      return List.of(first, second);
    }
  }

  /** It becomes simplices, with density polynomials of these degrees. */
  record Triangulation(List<Integer> degrees, List<SimplexCell> simplices) implements Rule {
    Triangulation {
      degrees = List.copyOf(degrees);
      simplices = List.copyOf(simplices);
    }

    @Override
    public List<SimplexCell> parts() {
      return simplices;
    }
  }

  private BoxNode(List<Slice> sides, double[] logWeights, int depth) {
    this.sides = sides;
    this.logWeights = logWeights;
    this.depth = depth;
    this.logMasses = logWeights.clone();
    double sum = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < logMasses.length; j++) {
      for (Slice side : sides) {
        logMasses[j] += side.logMass(j);
      }
      sum = Log2.sum(sum, logMasses[j]);
    }
    this.logMass = sum;
  }

  /** The whole domain. */
  static BoxNode root(List<Axis> axes) {
    Axis first = axes.get(0); // all have the same summands
    double[] logWeights = new double[first.summands()];
    Arrays.setAll(logWeights, first::logWeight);
    return new BoxNode(axes.stream().map(Axis::whole).toList(), logWeights, 0);
  }

  List<Slice> sides() {
    return sides;
  }

  double logMass() {
    return logMass;
  }

  /** Number of summands of the density. */
  int summands() {
    return logMasses.length;
  }

  /** The base-2 logarithm of a summand's weight. */
  double logWeight(int summand) {
    return logWeights[summand];
  }

  /**
   * The relative error of the box's mass that comes from enclosing the densities of one coordinate
   * by polynomials of at most this degree; infinite if that says nothing.
   */
  double relativeError(int coordinate, int degree) {
    double sum = 0;
    for (int j = 0; j < logMasses.length; j++) {
      double share = share(j);
      if (share > 0) {
        sum += share * sides.get(coordinate).polynomial(j, degree).relativeError();
      }
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  /** The share of the box's mass that is of a summand. */
  double share(int summand) {
    return logMasses.length == 1 ? 1 : Log2.power(logMasses[summand] - logMass);
  }

  @Override
  public double mass() {
    return Log2.power(logMass);
  }

  @Override
  public List<? extends TreeNode> parts() {
    return rule.parts();
  }

  Rule rule() {
    return rule;
  }

  /** How many cuts made it. */
  int depth() {
    return depth;
  }

  /** Whether the density is smooth inside, so that polynomials enclose it. */
  boolean isSmooth() {
    return sides.stream().allMatch(Slice::isSmooth);
  }

  /** A coordinate with a knot inside at which the kernel accepts a cut, or -1. */
  int knottedCoordinate() {
    for (int q = 0; q < sides.size(); q++) {
      if (!sides.get(q).isSmooth() && isCuttable(q)) {
        return q;
      }
    }
    return -1;
  }

  /** Whether the kernel accepts a cut of this coordinate. */
  boolean isCuttable(int coordinate) {
    return depth < TreeBounds.MOST_DEPTH
        && coordinate <= ProofWriter.MOST_COORDINATE
        && sides.get(coordinate).isCuttable();
  }

  /** Whether a coordinate can be cut at that value. */
  boolean isCuttableAt(int coordinate, double value) {
    return depth < TreeBounds.MOST_DEPTH
        && coordinate < sides.size()
        && sides.get(coordinate).contains(value);
  }

  /** Whether a coordinate can be cut at that knot. */
  boolean isCuttableAtKnot(int coordinate, int knot) {
    return depth < TreeBounds.MOST_DEPTH
        && coordinate < sides.size()
        && sides.get(coordinate).containsKnot(knot);
  }

  double[] middle() {
    return sides.stream().mapToDouble(Slice::middle).toArray();
  }

  double[] half() {
    return sides.stream().mapToDouble(side -> 0.5 * side.width()).toArray();
  }

  /** Cuts a cuttable side at a knot if it has one inside, else in the middle. */
  Cut halve(int coordinate) {
    return cut(coordinate, sides.get(coordinate).middle());
  }

  /** Cuts a cuttable side at a knot if it has one inside, else where its probability ends. */
  Cut cut(int coordinate) {
    return cut(coordinate, sides.get(coordinate).cutPoint());
  }

  private Cut cut(int coordinate, double value) {
    Slice side = sides.get(coordinate);
    int knot = side.innerKnot();
    return knot >= 0 ? cutAtKnot(coordinate, knot) : cutAt(coordinate, value);
  }

  /** Cuts a side at a value inside, whether or not there are knots. */
  Cut cutAt(int coordinate, double value) {
    return cut(coordinate, value, -1, sides.get(coordinate).cut(value));
  }

  /** Cuts a side at a knot inside. */
  Cut cutAtKnot(int coordinate, int knot) {
    return cut(coordinate, 0, knot, sides.get(coordinate).cutAtKnot(knot));
  }

  private Cut cut(int coordinate, double value, int knot, List<Slice> parts) {
    Cut cut =
        new Cut(
            coordinate,
            value,
            knot,
            with(coordinate, parts.get(0)),
            with(coordinate, parts.get(1)));
    rule = cut;
    return cut;
  }

  private BoxNode with(int coordinate, Slice side) {
    List<Slice> changed = new ArrayList<>(sides);
    changed.set(coordinate, side);
    return new BoxNode(List.copyOf(changed), logWeights, depth + 1);
  }

  /** Takes back that it was cut. */
  void leave() {
    rule = new Leaf();
  }

  /** Replaces the box by simplices. */
  void triangulate(List<Integer> degrees, List<SimplexCell> simplices) {
    rule = new Triangulation(degrees, simplices);
  }
}
