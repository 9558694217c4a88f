package surety.solver.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A simplex of the proof tree: a leaf with its bounds, or split into two. */
final class SimplexCell implements TreeNode {
  private final BoxDensity density;
  private final double volume;
  private final double mass;
  private double gap;
  private int firstUnstable;
  private Vertex[] vertices;
  private double[] lower;
  private double[] upper;
  private Split split;
  private double[] errors;

  /**
   * How a cell was cut: {@code first} replaces vertex j by {@code (1 - ratio) v_i + ratio v_j},
   * {@code second} replaces vertex i.
   */
  record Split(int i, int j, double ratio, SimplexCell first, SimplexCell second) {}

  /** A leaf that is to be bounded before anything is asked of its rows, or to be split. */
  SimplexCell(Vertex[] vertices, BoxDensity density, double volume) {
    this.vertices = vertices;
    this.density = density;
    this.volume = volume;
    this.mass = volume * density.mean(vertices);
  }

  /**
   * Tells what is known of a leaf.
   *
   * @param newGap how much the bounds differ, per unit of mass, in the sense of the {@link
   *     Objective}
   * @param bounds computed for this cell
   */
  void bound(double newGap, SimplexBounds bounds) {
    this.gap = newGap;
    this.firstUnstable = bounds.firstUnstable();
    this.lower = bounds.lower().clone();
    this.upper = Arrays.equals(lower, bounds.upper()) ? lower : bounds.upper().clone();
  }

  Vertex[] vertices() {
    return vertices;
  }

  BoxDensity density() {
    return density;
  }

  double volume() {
    return volume;
  }

  @Override
  public double mass() {
    return mass;
  }

  /** The first hidden layer that is not affine over the cell. */
  int firstUnstable() {
    return firstUnstable;
  }

  /** The bounds of the rows; of a leaf only. */
  SimplexRows rows(HalfSpaceFraction scratch) {
    return new SimplexRows(lower, upper, scratch);
  }

  /** What the cell adds to the whole gap. */
  double priority() {
    return mass * gap;
  }

  /** What computing them gives for each degree of the density; they are kept, for a leaf. */
  double[] errors(Function<SimplexCell, double[]> computed) {
    if (errors == null) {
      errors = computed.apply(this);
    }
    return errors;
  }

  /** Whether they have been computed. */
  boolean hasErrors() {
    return errors != null;
  }

  /** How it was cut; empty for a leaf. */
  Optional<Split> split() {
    return Optional.ofNullable(split);
  }

  @Override
  public List<SimplexCell> parts() {
    return split == null ? List.of() : List.of(split.first(), split.second());
  }

  /** Makes this an inner node, which needs no bounds any more. */
  void split(Split chosen) {
    split = chosen;
    vertices = null;
    lower = null;
    upper = null;
    errors = null;
  }
}
