package surety.solver.witness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.solver.domain.KuhnTriangulation;

/**
 * A cell of a proof tree: its corners in plain doubles at hand, its exact coordinates on demand,
 * since most cells of a large tree are never asked for them. The exact cell is made from the
 * parent's by the same cut.
 */
final class TreeCell implements Leaf {
  private static final Rational ONE = Rational.ONE;

  private final Optional<TreeCell> parent;
  private final UnaryOperator<ExactCell> cut;

  /** Lower and upper corner of a box, or the vertices of a simplex. */
  private final double[][] corners;

  private final boolean simplex;

  /** The part of the volume of {@link #box}. */
  private final double share;

  /** The box whose mass is known by its sides: this one, or the one that was triangulated. */
  private final Optional<TreeCell> box;

  private final BoxMass masses;
  private Optional<ExactCell> exact = Optional.empty();

  private TreeCell(
      Optional<TreeCell> parent,
      UnaryOperator<ExactCell> cut,
      double[][] corners,
      boolean simplex,
      double share,
      Optional<TreeCell> box,
      BoxMass masses) {
    this.parent = parent;
    this.cut = cut;
    this.corners = corners;
    this.simplex = simplex;
    this.share = share;
    this.box = box;
    this.masses = masses;
  }

  /** The root of a tree: a bounded box. */
  static TreeCell root(ExactBox root, BoxMass masses) {
    double[][] corners = {new double[root.dimension()], new double[root.dimension()]};
    for (int i = 0; i < root.dimension(); i++) {
      corners[0][i] = EventEstimate.nearest(root.ranges().get(i).lower().orElseThrow());
      corners[1][i] = EventEstimate.nearest(root.ranges().get(i).upper().orElseThrow());
    }
    TreeCell cell =
        new TreeCell(
            Optional.empty(),
            UnaryOperator.identity(),
            corners,
            false,
            1,
            Optional.empty(),
            masses);
    cell.exact = Optional.of(root);
    return cell;
  }

  boolean isSimplex() {
    return simplex;
  }

  /** The parts of a box below and above a value of one coordinate. */
  List<TreeCell> cutBox(int coordinate, Rational value) {
    double at = EventEstimate.nearest(value);
    double[] upper = corners[1].clone();
    double[] lower = corners[0].clone();
    upper[coordinate] = at;
    lower[coordinate] = at;
    return List.of(
        boxPart(c -> ((ExactBox) c).below(coordinate, value), corners[0], upper),
        boxPart(c -> ((ExactBox) c).above(coordinate, value), lower, corners[1]));
  }

  private TreeCell boxPart(UnaryOperator<ExactCell> part, double[] lower, double[] upper) {
    double[][] ends = {lower, upper};
    return new TreeCell(Optional.of(this), part, ends, false, 1, Optional.empty(), masses);
  }

  /** The Kuhn simplices of a box, in the kernel's order. */
  List<TreeCell> triangulate() {
    List<int[]> simplices = KuhnTriangulation.simplices(corners[0].length);
    List<TreeCell> parts = new ArrayList<>();
    for (int[] simplex : simplices) {
      parts.add(
          new TreeCell(
              Optional.of(this),
              c -> kuhn((ExactBox) c, simplex),
              Arrays.stream(simplex).mapToObj(this::corner).toArray(double[][]::new),
              true,
              1.0 / simplices.size(),
              Optional.of(this),
              masses));
    }
    return parts;
  }

  private double[] corner(int bits) {
    double[] corner = corners[0].clone();
    for (int q = 0; q < corner.length; q++) {
      corner[q] = corners[KuhnTriangulation.isUpper(bits, q) ? 1 : 0][q];
    }
    return corner;
  }

  private static ExactSimplex kuhn(ExactBox box, int[] simplex) {
    return new ExactSimplex(Arrays.stream(simplex).mapToObj(box::corner).toList());
  }

  /** The parts of a simplex cut at (1 - ratio) v_i + ratio v_j: without v_j, and without v_i. */
  List<TreeCell> cutEdge(int i, int j, double ratio) {
    double[] at = new double[corners[i].length];
    for (int k = 0; k < at.length; k++) {
      at[k] = (1 - ratio) * corners[i][k] + ratio * corners[j][k];
    }
    return List.of(
        simplexPart(i, j, ratio, j, at, ratio), simplexPart(i, j, ratio, i, at, 1 - ratio));
  }

  private TreeCell simplexPart(
      int i, int j, double ratio, int replaced, double[] at, double partOfVolume) {
    double[][] vertices = corners.clone();
    vertices[replaced] = at;
    return new TreeCell(
        Optional.of(this),
        c -> ((ExactSimplex) c).withVertex(replaced, between((ExactSimplex) c, i, j, ratio)),
        vertices,
        true,
        share * partOfVolume,
        box,
        masses);
  }

  private static List<Rational> between(ExactSimplex simplex, int i, int j, double ratio) {
    Rational r = Rational.ofDouble(ratio);
    List<Rational> v = simplex.vertices().get(i);
    List<Rational> w = simplex.vertices().get(j);
    return IntStream.range(0, v.size())
        .mapToObj(k -> ONE.minus(r).times(v.get(k)).plus(r.times(w.get(k))))
        .toList();
  }

  @Override
  public double[] centre() {
    double[] centre = new double[corners[0].length];
    for (double[] corner : corners) {
      for (int k = 0; k < centre.length; k++) {
        centre[k] += corner[k] / corners.length;
      }
    }
    return centre;
  }

  /** The box's mass times the share of its volume, as if the density were constant there. */
  @Override
  public double mass() {
    TreeCell around = box.orElse(this);
    return masses.of(around.corners[0], around.corners[1]) * share;
  }

  /** Works down from the nearest ancestor whose exact cell is known; a tree may be deep. */
  @Override
  public ExactCell cell() {
    Deque<TreeCell> path = new ArrayDeque<>();
    TreeCell known = this;
    while (known.exact.isEmpty()) {
      path.push(known);
      known = known.parent.orElseThrow();
    }
    ExactCell cell = known.exact.get();
    for (TreeCell next : path) {
      cell = next.cut.apply(cell);
      next.exact = Optional.of(cell);
    }
    return cell;
  }
}
